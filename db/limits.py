"""What a newsroom asks of a story before it is approved, for all desks or for one: lengths, words, a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.errors import Refused
from db.stages import Role
from db.values import Account, Problem, Severity, Story

if TYPE_CHECKING:
    from db.newsroom import Newsroom

ALL_DESKS = ""


@dataclass(frozen=True)
class Limit:
    """One thing that can be asked."""

    name: str
    meaning: str
    broken: Callable[[Story, int], str]
    """Why a story does not hold to it, in one sentence; empty when it does."""
    place: str


def _longest(field: str, said: str) -> Callable[[Story, int], str]:
    def broken(story: Story, most: int) -> str:
        length = len(getattr(story, field))
        return f"The {said} has {length} characters; {story.desk} allows {most}." if length > most else ""

    return broken


def _least_words(story: Story, least: int) -> str:
    return f"The story has {story.words} words; {story.desk} wants at least {least}." if story.words < least else ""


def _pictures(story: Story, least: int) -> str:
    number = len(story.body.pictures)
    return f"The story has {number} pictures; {story.desk} wants at least {least}." if number < least else ""


LIMITS = (
    Limit("headline-longest", "characters of the headline at most", _longest("headline", "headline"), "headline"),
    Limit("dek-longest", "characters of the dek at most", _longest("dek", "dek"), "dek"),
    Limit("words-least", "words of the body at least", _least_words, "body"),
    Limit("pictures-least", "pictures at least", _pictures, "body"),
)
"""Everything that can be asked."""

_BY_NAME = {limit.name: limit for limit in LIMITS}
_SETTING = "limits"


class Limits:
    """The limits of a newsroom. A desk's own stand in place of those of all desks."""

    def __init__(self, newsroom: "Newsroom") -> None:
        self._newsroom = newsroom

    def of(self, desk: str) -> dict[str, tuple[int, Severity]]:
        """What is asked of a desk's stories: the number, and whether breaking it stops approval."""
        known: dict[str, dict[str, Any]] = self._newsroom.settings.get(_SETTING, {})
        merged = {**known.get(ALL_DESKS, {}), **known.get(desk, {})}
        return {
            name: (int(value), Severity(severity)) for name, (value, severity) in merged.items() if name in _BY_NAME
        }

    def set(
        self, name: str, value: int | None, *, actor: Account, desk: str = ALL_DESKS, blocker: bool = False
    ) -> None:
        """Ask something, or no more when the value is None. Raises Refused for all but the chief, or a wrong name."""
        if actor.role is not Role.CHIEF:
            raise Refused("Only the chief may set limits.")
        if name not in _BY_NAME:
            raise Refused(f"There is no limit “{name}”; there are {', '.join(_BY_NAME)}.")
        if value is not None and value < 0:
            raise Refused("A limit cannot be less than nothing.")
        if desk and desk not in self._newsroom.desks.all():
            raise Refused(f"There is no desk “{desk}”.")

        def change(old: dict[str, dict[str, Any]] | None) -> dict[str, dict[str, Any]]:
            known = {key: dict(values) for key, values in (old or {}).items()}
            own = known.setdefault(desk, {})
            own.pop(name, None)
            if value is not None:
                own[name] = [value, str(Severity.BLOCKER if blocker else Severity.WARNING)]
            return known

        self._newsroom.settings.edit(_SETTING, change, actor=actor)

    def check(self, story: Story) -> list[Problem]:
        """What a story does not hold to."""
        found = []
        for name, (value, severity) in self.of(story.desk).items():
            limit = _BY_NAME[name]
            sentence = limit.broken(story, value)
            if sentence:
                found.append(
                    Problem(name, sentence, severity, limit.place, "Mend it, or ask the chief for an exception.")
                )
        return found
