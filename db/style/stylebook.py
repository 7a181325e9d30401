"""The stylebook: rules of house style, drafted and published by the chief, tried on what the newsroom has printed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import col, select

from db.acts import Act
from db.document import stored_texts
from db.errors import NotFound, Refused
from db.people.desks import Desks
from db.settings import Settings, change_within
from db.store.tables import RevisionRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.style.judgements import Judgements, Quote, is_dismissed
from db.style.rule_matching import StyleMatch, rule_set
from db.style.style_rules import StyleRule, tidy_rule
from db.style.style_trial import StyleTrial, refuse_wild, try_on
from db.values import Account, Problem, Severity, Story

STYLEBOOK = "stylebook"
"""Setting: every rule by its name, as it is drafted and as it is published."""
TRIED_ON = 1_000
"""Stories, the newest, that a rule is tried on before it is published: some weeks of a daily paper."""
_LONGEST_NAME = 40


@dataclass(frozen=True)
class StyleEntry:
    """A rule of the stylebook: as it is drafted, as it is published, or both."""

    name: str
    draft: StyleRule | None = None
    published: StyleRule | None = None
    off: str = ""
    """Reason why it was switched off; empty when it is not."""

    @property
    def newest(self) -> StyleRule:
        """The draft, where there is one."""
        rule = self.draft or self.published
        assert rule is not None, "an entry has a rule"
        return rule


Entries = Mapping[str, dict[str, Any]]


class Stylebook:
    """The rules of one newsroom."""

    def __init__(self, database: Database, settings: Settings, desks: Desks, judgements: Judgements) -> None:
        self._database, self._settings, self._desks, self._judgements = database, settings, desks, judgements
        desks.followers.append(_follow_desk)

    def all(self) -> list[StyleEntry]:
        """Every rule, by name."""
        return [_entry(name, plain) for name, plain in sorted(self._settings.get(STYLEBOOK, {}).items())]

    def published(self, language: str, desk: str) -> list[StyleRule]:
        """The rules that hold in stories of a language and desk."""
        rules = (one.published for one in self.all() if not one.off)
        return [rule for rule in rules if rule is not None and rule.holds_in(language, desk)]

    def draft(self, rule: StyleRule, *, actor: Account) -> str:
        """Keep a rule as a draft, which holds nowhere yet; its name is given back.

        The published rule of that name goes on as it is. Raises Refused for all but the chief and for a rule that
        cannot be read, NotFound for a desk that is not there.
        """
        rule = tidy_rule(rule)
        desk = self._desks.need(rule.desk) if rule.desk else ""
        names = list[str]()

        def change(old: Entries | None) -> Entries:
            known = dict(old or {})
            name = rule.name or _new_name(rule, known)
            names.append(name)
            drafted = replace(rule, name=name, desk=desk)
            return known | {name: known.get(name, {}) | {"draft": drafted.plain()}}

        self._edit(change, f"draft {rule.find}", actor)
        return names[-1]

    def publish(self, name: str, *, actor: Account) -> None:
        """Let a drafted rule hold. Raises Refused for all but the chief and for one that runs wild, NotFound."""
        entry = self.need(name)
        if entry.draft is None and not entry.off:
            raise Refused(f"The rule {name} is published as it is drafted.")
        refuse_wild(entry.newest)

        def change(entries: dict[str, Any]) -> dict[str, Any]:
            return {"published": entries.get("draft") or entries["published"]}

        self._change_one(name, change, f"publish {name}", actor)

    def retire(self, name: str, *, actor: Account) -> None:
        """Let a published rule hold no more: it is a draft again. Raises Refused for all but the chief, NotFound."""

        def change(entries: dict[str, Any]) -> dict[str, Any]:
            return {"draft": entries.get("draft") or entries["published"]}

        self._change_one(name, change, f"retire {name}", actor)

    def remove(self, name: str, *, actor: Account) -> None:
        """Take a rule out. Raises Refused for all but the chief, NotFound."""
        self.need(name)

        def change(old: Entries | None) -> Entries:
            return {key: value for key, value in (old or {}).items() if key != name}

        self._edit(change, f"remove {name}", actor)

    def switch_off(self, name: str, why: str, *, actor: Account) -> None:
        """Let a rule hold no more because it ran wild in the program of this person, whom the log names."""
        with self._database.change(actor, Act.SWITCH_OFF_STYLE) as unit:
            change_within(
                unit, STYLEBOOK,
                lambda known: known | {name: known[name] | {"off": why}} if name in known else known,
            )  # fmt: skip
            unit.record("switch off rule", note=f"{name}: {why}")
            unit.touch("style")

    def need(self, name: str) -> StyleEntry:
        """A rule by its name. Raises NotFound."""
        found = self._settings.get(STYLEBOOK, {}).get(name)
        if found is None:
            raise NotFound(f"There is no rule of house style called {name}.")
        return _entry(name, found)

    def trial(self, rule: StyleRule) -> StyleTrial:
        """What a rule would have remarked in the newest stories. Raises Refused for one that cannot be read or runs
        wild.
        """
        rule = tidy_rule(rule)
        return try_on(rule, self._newest(rule))

    def check(self, story: Story) -> list[Problem]:
        """What in a story breaks the published rules: of each rule one problem, as grave as it is, at the first place.

        A warning that was dismissed at its words is none; what stops a story cannot be dismissed.
        """
        rules = rule_set(self.published(story.language, story.desk))
        dismissed = self._judgements.dismissed(story.id)
        found: dict[str, list[tuple[str, StyleMatch, str]]] = {}
        for place, text in story_texts(story):
            for match in rules.matches(text):
                quote = Quote.of(text, match.start, match.end)
                stays = match.rule.severity is Severity.BLOCKER or not is_dismissed(dismissed, match.rule.name, quote)
                if stays:
                    found.setdefault(match.rule.name, []).append((place, match, quote.text))
        return [_problem(*places[0], len(places)) for places in found.values()]

    def _newest(self, rule: StyleRule) -> list[tuple[str, str]]:
        """Slugs and texts of the newest stories that a rule holds in, whatever their desk."""
        newest = (col(RevisionRow.story_id) == StoryRow.id) & (col(RevisionRow.number) == StoryRow.version)
        query = select(RevisionRow).join(StoryRow, newest).order_by(col(StoryRow.changed).desc()).limit(TRIED_ON)
        with self._database.reading() as session:
            rows = [row for row in session.exec(query) if rule.holds_in(row.language, rule.desk)]
            return [(row.slug, "\n\n".join((row.headline, row.dek, *stored_texts(row.body)))) for row in rows]

    def _change_one(
        self, name: str, change: Callable[[dict[str, Any]], dict[str, Any]], note: str, actor: Account
    ) -> None:
        self.need(name)
        self._edit(lambda old: {**(old or {}), name: change((old or {})[name])}, note, actor)

    def _edit(self, change: Callable[[Entries | None], Entries], note: str, actor: Account) -> None:
        self._settings.edit(STYLEBOOK, change, actor=actor, act=Act.SET_STYLE, note=note, part="style")


def story_texts(story: Story) -> list[tuple[str, str]]:
    """Headline, dek and each block of a story with its place."""
    fields = [("headline", story.headline), ("dek", story.dek)]
    return fields + [(f"block {number}", block.text) for number, block in enumerate(story.body.blocks, 1)]


def _problem(place: str, match: StyleMatch, words: str, times: int) -> Problem:
    often = f", {times} times" if times > 1 else ""
    said = f"House style: “{words}”{often}. {match.rule.why}".strip()
    mend = f"Write “{match.prefer}”." if match.prefer else "Write it in another way."
    return Problem(f"style:{match.rule.name}", said, match.rule.severity, place, mend)


def _entry(name: str, plain: dict[str, Any]) -> StyleEntry:
    draft, published = plain.get("draft"), plain.get("published")
    return StyleEntry(
        name, StyleRule.from_plain(draft) if draft else None,
        StyleRule.from_plain(published) if published else None, str(plain.get("off", "")),
    )  # fmt: skip


def _new_name(rule: StyleRule, known: Entries) -> str:
    """A name made of the first words a rule finds, which no other has."""
    base = "-".join(re.findall(r"\w+", rule.find.casefold()))[:_LONGEST_NAME].strip("-") or "rule"
    names = (base, *(f"{base}-{number}" for number in range(2, len(known) + 3)))
    return next(name for name in names if name not in known)


def _follow_desk(unit: UnitOfWork, old: str, new: str) -> None:
    """A desk's rules hold in it under its new name, too."""

    def renamed(entry: dict[str, Any]) -> dict[str, Any]:
        kept = {key: value for key, value in entry.items() if not isinstance(value, dict)}
        rules = {key: value for key, value in entry.items() if isinstance(value, dict)}
        return kept | {
            key: rule | {"desk": new if rule["desk"] == old else rule["desk"]} for key, rule in rules.items()
        }

    change_within(unit, STYLEBOOK, lambda known: {name: renamed(entry) for name, entry in known.items()})
