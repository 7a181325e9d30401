"""What a newsroom asks of a story before it is approved, by desk and by kind: lengths, words, a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.acts import Act
from db.errors import Refused
from db.people.desks import Desks
from db.settings import Settings, change_within
from db.store.unit_of_work import UnitOfWork
from db.story.kinds import Kinds
from db.values import Account, Problem, Severity, Story

ALL_DESKS = ""
MOST = 100_000
"""No limit is greater: a headline of so many characters is none."""


@dataclass(frozen=True)
class Limit:
    """One thing that can be asked."""

    name: str
    meaning: str
    broken: Callable[[Story, int, str], str]
    """Why a story does not hold to what somebody asks, in one sentence; empty when it does."""
    place: str


def _longest(field: str) -> Callable[[Story, int, str], str]:
    def broken(story: Story, most: int, who: str) -> str:
        length = len(getattr(story, field))
        return f"The {field} has {length} characters; {who} allows {most}." if length > most else ""

    return broken


def _shortest(field: str) -> Callable[[Story, int, str], str]:
    def broken(story: Story, least: int, who: str) -> str:
        length = len(getattr(story, field).strip())
        if length >= least:
            return ""
        short = f"The {field} has {length} characters; {who} wants at least {least}."
        return short if length else f"The story has no {field}; {who} wants one."

    return broken


def _least_words(story: Story, least: int, who: str) -> str:
    return f"The story has {story.words} words; {who} wants at least {least}." if story.words < least else ""


def _pictures(story: Story, least: int, who: str) -> str:
    number = len(story.body.pictures)
    return f"The story has {number} pictures; {who} wants at least {least}." if number < least else ""


_LONGEST = "-longest"
LIMITS = (
    Limit("headline-longest", "characters of the headline at most", _longest("headline"), "headline"),
    Limit("dek-longest", "characters of the dek at most", _longest("dek"), "dek"),
    Limit("dek-least", "characters of the dek at least", _shortest("dek"), "dek"),
    Limit("kicker-least", "characters of the kicker at least", _shortest("kicker"), "kicker"),
    Limit("dateline-least", "characters of the dateline at least", _shortest("dateline"), "dateline"),
    Limit("words-least", "words of the body at least", _least_words, "body"),
    Limit("pictures-least", "pictures at least", _pictures, "body"),
)
"""Everything that can be asked. A field of which one character is asked must be there."""

_BY_NAME = {limit.name: limit for limit in LIMITS}
_OF_DESKS, _OF_KINDS = "limits", "limits_of_kinds"
"""Settings: by the name of each desk or kind what it asks."""

Asked = dict[str, tuple[int, Severity]]
"""By the name of each limit the number, and whether breaking it stops approval."""


class Limits:
    """The limits of a newsroom. A desk's own stand in place of those of all desks, a kind's in place of a desk's."""

    def __init__(self, settings: Settings, desks: Desks, kinds: Kinds) -> None:
        self._settings = settings
        self._desks = desks
        self._kinds = kinds
        desks.followers.append(_follow_desk)

    def of(self, desk: str, kind: str = "") -> Asked:
        """What is asked of the stories of a desk that are of a kind, or of none."""
        return {name: asked for _who, layer in self._layers(desk, kind) for name, asked in layer.items()}

    def longest(self, desk: str, kind: str = "") -> dict[str, int]:
        """Characters that fields may have at most, by their names: those that are limited."""
        asked = self.of(desk, kind)
        return {_BY_NAME[name].place: most for name, (most, _) in asked.items() if name.endswith(_LONGEST)}

    def of_kind(self, kind: str) -> Asked:
        """What a kind asks itself, whatever the desk."""
        return self._set(_OF_KINDS, kind)

    def set(
        self,
        name: str,
        value: int | None,
        *,
        actor: Account,
        desk: str = ALL_DESKS,
        kind: str = "",
        blocker: bool = False,
    ) -> None:
        """Ask something of a desk's stories or of a kind's, or no more when the value is None.

        Raises Refused for all but the chief or a wrong name, NotFound for a desk or a kind that is not there.
        """
        self._refuse_set(name, value, desk, kind)
        whose = self._kinds.need(kind) if kind else self._desks.need(desk) if desk else ALL_DESKS

        def change(old: dict[str, dict[str, Any]] | None) -> dict[str, dict[str, Any]]:
            known = {key: dict(values) for key, values in (old or {}).items()}
            own = known.setdefault(whose, {})
            own.pop(name, None)
            if value is not None:
                own[name] = [value, str(Severity.BLOCKER if blocker else Severity.WARNING)]
            return known

        self._settings.edit(_OF_KINDS if kind else _OF_DESKS, change, actor=actor, act=Act.SET_LIMIT)

    def check(self, story: Story) -> list[Problem]:
        """What a story does not hold to."""
        asking = {name: who for who, layer in self._layers(story.desk, story.kind) for name in layer}
        found = []
        for name, (value, severity) in self.of(story.desk, story.kind).items():
            limit = _BY_NAME[name]
            sentence = limit.broken(story, value, asking[name])
            if sentence:
                found.append(
                    Problem(name, sentence, severity, limit.place, "Mend it, or ask the chief for an exception.")
                )
        return found

    def _layers(self, desk: str, kind: str) -> list[tuple[str, Asked]]:
        """Who asks what, each in place of those before it; what all desks ask, the desk asks."""
        desks = [(desk, self._set(_OF_DESKS, one)) for one in (ALL_DESKS, desk)]
        return [*desks, (kind, self.of_kind(kind))] if kind else desks

    def _set(self, setting: str, whose: str) -> Asked:
        known: dict[str, dict[str, Any]] = self._settings.get(setting, {})
        own = known.get(whose, {})
        return {name: (int(value), Severity(severity)) for name, (value, severity) in own.items() if name in _BY_NAME}

    def _refuse_set(self, name: str, value: int | None, desk: str, kind: str) -> None:
        if name not in _BY_NAME:
            raise Refused(f"There is no limit “{name}”; there are {', '.join(_BY_NAME)}.")
        if value is not None and value < 0:
            raise Refused("A limit cannot be less than nothing.")
        if value is not None and value > MOST:
            raise Refused(f"A limit can be {MOST:,} at most.")
        if desk and kind:
            raise Refused("A limit is one of a desk or one of a kind: name either.")


def _follow_desk(unit: UnitOfWork, old: str, new: str) -> None:
    """A desk's limits are its own under another name, too."""
    change_within(unit, _OF_DESKS, lambda known: {new if desk == old else desk: own for desk, own in known.items()})
