"""Checks of a story: legal, pictures, facts. Asked for by a person or by its kind, done for exactly one text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from db.acts import Act
from db.document import canonical_json
from db.errors import NotFound, Refused, Stale
from db.people.names import tidy_name
from db.settings import Settings
from db.store.tables import AccountRow, SettingRow, StoryCheckRow, StoryRow
from db.store.unit_of_work import Database
from db.story.claims import need_story
from db.story.kinds import Kinds
from db.story.signoff import four_eyes_rule, is_signed_by, key_of
from db.text.folding import find_name
from db.values import Account, Problem, Story

CHECKS = "checks"
"""Setting: by the name of each check the kinds of stories that are never approved without it."""
_FIRST: dict[str, list[str]] = {"legal": [], "pictures": [], "facts": []}
"""The checks of a newsroom that has named none."""


@dataclass(frozen=True)
class StoryCheck:
    """A check of one story."""

    name: str
    asked_by: str
    """Name of who asked for it; empty for one that its kind asks for."""
    note: str = ""
    """What is to be looked at."""
    done_by: str = ""
    """Name of who did it last; empty when nobody has."""
    done: datetime | None = None
    remark: str = ""
    is_of_this_text: bool = False
    """Whether it was done of the text as it is now."""

    @property
    def sentence(self) -> str:
        """What is still to be done; empty when nothing is."""
        if self.is_of_this_text:
            return ""
        if by := self.done_by:
            return f"The check “{self.name}” was done by {by} on another text: it must be done again."
        return f"The check “{self.name}” is open."


class Checks:
    """The checks of a newsroom, and those of its stories."""

    def __init__(self, database: Database, settings: Settings, kinds: Kinds) -> None:
        self._database, self._settings, self._kinds = database, settings, kinds

    def all(self) -> dict[str, tuple[str, ...]]:
        """Every check by its name, with the kinds of stories that ask for it."""
        return {name: tuple(kinds) for name, kinds in self._settings.get(CHECKS, _FIRST).items()}

    def name(self, name: str, *, actor: Account, kinds: Iterable[str] = ()) -> str:
        """Name a check, and the kinds that ask for it, in place of those that did.

        Raises Refused for all but the chief and without a name, NotFound for a kind that is not there.
        """
        tidy, asking = tidy_name(name, "a check"), [self._kinds.need(kind) for kind in kinds]

        def change(old: Mapping[str, list[str]] | None) -> dict[str, list[str]]:
            known = dict(_FIRST if old is None else old)
            return known | {_known_as(known, tidy) or tidy: asking}

        self._settings.edit(CHECKS, change, actor=actor)
        return tidy

    def remove(self, name: str, *, actor: Account) -> str:
        """Ask for a check no more; where it was asked for by a person it stays. Raises NotFound for one not there."""
        gone = self.need(name)

        def change(old: Mapping[str, list[str]] | None) -> dict[str, list[str]]:
            return {one: kinds for one, kinds in (_FIRST if old is None else old).items() if one != gone}

        self._settings.edit(CHECKS, change, actor=actor)
        return gone

    def need(self, name: str) -> str:
        """A check as it is written in the list. Raises NotFound."""
        known = self._settings.get(CHECKS, _FIRST)
        found = _known_as(known, name)
        if found is None:
            raise NotFound(f"There is no check “{name}”; the checks are: {', '.join(known) or 'none'}.")
        return found

    def of(self, story_id: int) -> list[StoryCheck]:
        """The checks of a story: those its kind asks for first."""
        with self._database.reading() as session:
            return list(checks_of(session, need_story(session, story_id)))

    def problems(self, story: Story) -> list[Problem]:
        """What its checks find in a story as it stands or is being typed: each that is open stops approval."""
        with self._database.reading() as session:
            found = checks_of(session, need_story(session, story.id), story.content_hash)
            return [Problem("check", one.sentence, mend="Have it done.") for one in found if one.sentence]

    def ask(self, story_id: int, name: str, *, actor: Account, note: str = "") -> None:
        """Ask for a check of a story; one that was done must be done again. Raises Refused for who may not."""
        known = self.need(name)
        with self._database.change(actor, Act.ASK_CHECK) as unit:
            story = need_story(unit.session, story_id)
            unit.permit(story)
            row = _row(unit.session, story_id, known) or _new(story_id, known, actor, unit.now)
            row.account_id, row.at, row.note, row.dropped = actor.id, unit.now, note.strip(), False
            row.done_by, row.done, row.content_hash, row.remark, row.signature = None, None, "", "", ""
            unit.session.add(row)
            unit.seal(row)
            unit.record("ask check", story, note=_said(known, row.note))
            unit.touch("stories", story_id)

    def drop(self, story_id: int, name: str, *, actor: Account) -> None:
        """Ask for a check of a story no more. Raises Refused where its kind asks for it or nobody does."""
        known = self.need(name)
        with self._database.change(actor, Act.ASK_CHECK) as unit:
            story = need_story(unit.session, story_id)
            unit.permit(story)
            row = _row(unit.session, story_id, known)
            if known in _asked_by_kind(unit.session, story.kind):
                raise Refused(f"{story.slug}: Every story of the kind {story.kind} needs the check “{known}”.")
            if row is None or row.dropped:
                raise Refused(f"{story.slug}: Nobody has asked for the check “{known}”.")
            row.dropped = True
            unit.seal(row)
            unit.record("drop check", story, note=known)
            unit.touch("stories", story_id)

    def do(self, story_id: int, name: str, *, actor: Account, content_hash: str = "", remark: str = "") -> None:
        """Sign that a check of a story's text was done, asked for or not.

        `content_hash` is that of the text that was looked at: Raises Stale when it is another by now, and Refused for
        its writer in a newsroom with the four-eyes rule, and for who has no key.
        """
        known = self.need(name)
        with self._database.change(actor, Act.CHECK) as unit:
            story = need_story(unit.session, story_id)
            if content_hash not in ("", story.content_hash):
                raise Stale(f"{story.slug} was changed since you looked at it: look at it again.")
            if story.writer_id == actor.id and four_eyes_rule(unit.session):
                raise Refused(f"{story.slug}: Another must check what you wrote.")
            row = _row(unit.session, story_id, known) or _new(story_id, known, actor, unit.now)
            row.done_by, row.done, row.content_hash = actor.id, unit.now, story.content_hash
            row.remark, row.dropped = remark.strip(), False
            row.signature = key_of(unit, "a check").sign(check_message(row))
            unit.session.add(row)
            unit.seal(row)
            unit.record("check", story, note=_said(known, row.remark))
            unit.touch("stories", story_id)


def checks_of(session: Session, story: StoryRow, content_hash: str = "") -> Iterator[StoryCheck]:
    """The checks of a story that its kind or a person asks for, or that were done; of its text, or of another."""
    query = select(StoryCheckRow).where(StoryCheckRow.story_id == story.id, ~col(StoryCheckRow.dropped))
    rows = {row.name: row for row in session.exec(query.order_by(col(StoryCheckRow.id)))}
    by_kind = _asked_by_kind(session, story.kind)
    for name in dict.fromkeys((*by_kind, *rows)):
        row = rows.get(name)
        yield _value(session, row, content_hash or story.content_hash) if row else StoryCheck(name, "")


def open_checks(session: Session, story: StoryRow) -> tuple[str, ...]:
    """What stands in the way of a story's approval, a sentence each."""
    return tuple(one.sentence for one in checks_of(session, story) if one.sentence)


def check_message(row: StoryCheckRow) -> bytes:
    """The bytes that are signed with a check: which one, of which text of which story, by whom, when."""
    values: dict[str, Any] = {
        "story": row.story_id, "name": row.name, "content_hash": row.content_hash, "account": row.done_by,
        "at": row.done.isoformat() if row.done else "", "remark": row.remark,
    }  # fmt: skip
    return canonical_json({"check": values}).encode()


def check_holds(session: Session, row: StoryCheckRow) -> bool:
    """Whether a check carries the signature of who did it; one that nobody has done has none to carry."""
    return row.done_by is None or is_signed_by(session, row.done_by, check_message(row), row.signature)


def _value(session: Session, row: StoryCheckRow, content_hash: str) -> StoryCheck:
    asked, did = (session.get(AccountRow, number) if number else None for number in (row.account_id, row.done_by))
    is_of_this_text = row.content_hash == content_hash and check_holds(session, row)
    return StoryCheck(
        row.name, asked.name if asked else "", row.note, did.name if did else "", row.done, row.remark, is_of_this_text
    )


def _asked_by_kind(session: Session, kind: str) -> list[str]:
    row = session.get(SettingRow, CHECKS)
    return [name for name, kinds in (row.value if row else _FIRST).items() if kind and kind in kinds]


def _row(session: Session, story_id: int, name: str) -> StoryCheckRow | None:
    query = select(StoryCheckRow).where(StoryCheckRow.story_id == story_id, StoryCheckRow.name == name)
    return session.exec(query).first()


def _new(story_id: int, name: str, actor: Account, now: datetime) -> StoryCheckRow:
    return StoryCheckRow(story_id=story_id, name=name, account_id=actor.id, at=now)


def _known_as(known: Mapping[str, list[str]], name: str) -> str | None:
    names = list(known)
    number = find_name(names, name)
    return None if number is None else names[number]


def _said(name: str, note: str) -> str:
    return f"{name}: {note}" if note else name
