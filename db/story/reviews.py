"""Reviews: what others changed in a story since somebody had it, as far as they have not looked it over yet.

The text that somebody knows is the newest revision they made; where they looked over some of what came since, it is
kept with that in it. It is for them alone, and no record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.acts import Act
from db.store.tables import ReviewRow
from db.store.unit_of_work import Database
from db.story.claims import need_story
from db.story.revisions import revisions_of
from db.story.stories import pack_text, unpack_text
from db.text.alterations import Alteration, alterations, make
from db.text.credits import Credit, credits_of
from db.values import Account, Revision, StoryText


@dataclass(frozen=True)
class ForeignChange:
    """A change that somebody else made, and who and when."""

    alteration: Alteration
    credit: Credit


@dataclass(frozen=True)
class Review:
    """What others changed in a story since somebody had it."""

    base: StoryText
    """The text as they know it."""
    base_number: int
    """The revision that they had."""
    newest: int
    """The newest revision."""
    text: StoryText
    """The text that it was compared with."""
    changes: tuple[ForeignChange, ...]
    login: str
    """Whose review it is."""
    later: tuple[Revision, ...]
    """The revisions since they had it, the oldest first."""
    made: Mapping[Any, Credit]
    """By its mark, who made each change since, their own too."""
    begun: bool
    """Whether it is kept already which text they know."""

    @classmethod
    def of(
        cls, base: StoryText, number: int, later: Sequence[Revision], text: StoryText, login: str, *, begun: bool
    ) -> "Review":
        """What others changed in the revisions behind that of this number."""
        made = credits_of(base, [one for one in later if one.number > number])
        newest = later[-1].number if later else number
        return cls(base, number, newest, text, _foreign(base, text, made, login), login, tuple(later), made, begun)

    def knowing(self, base: StoryText, number: int) -> "Review":
        """What is left once they know this text, of revision `number`."""
        return Review.of(base, number, self.later, self.text, self.login, begun=True)

    def compared(self, text: StoryText) -> "Review":
        """The same with the text as it stands on their screen now."""
        return replace(self, text=text, changes=_foreign(self.base, text, self.made, self.login))


class Reviews:
    """Which changes people have looked over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, story_id: int, text: StoryText, *, actor: Account) -> Review | None:
        """What others changed of what this person knows, in a text as they see it; None when they never had it."""
        with self._database.reading() as session:
            revisions = revisions_of(session, story_id)[::-1]
            row = session.get(ReviewRow, (story_id, actor.id))
            known = (row.number, unpack_text(row.text)) if row is not None else _last_own(revisions, actor)
        if known is None:
            return None
        number, base = known
        later = [one for one in revisions if one.number > number]
        return Review.of(base, number, later, text, actor.login, begun=row is not None)

    def know(self, story_id: int, text: StoryText, number: int, *, actor: Account) -> None:
        """Keep the text that this person knows: of revision `number`, with what they looked over since."""
        with self._database.change(actor, Act.LOOK_OVER) as unit:
            need_story(unit.session, story_id)
            unit.session.merge(ReviewRow(story_id=story_id, account_id=actor.id, number=number, text=pack_text(text)))


def with_changes(review: Review, changes: Sequence[ForeignChange]) -> StoryText:
    """The text that is known once these changes were looked over."""
    text = review.base
    for one in reversed(changes):
        text = make(text, one.alteration, review.text)
    return text


def _last_own(revisions: Sequence[Revision], actor: Account) -> tuple[int, StoryText] | None:
    """Number and text of the newest revision that a person made."""
    return max(((one.number, one.text) for one in revisions if one.author == actor.login), default=None, key=_number)


def _number(known: tuple[int, StoryText]) -> int:
    return known[0]


def _foreign(base: StoryText, text: StoryText, made: Mapping[Any, Credit], login: str) -> tuple[ForeignChange, ...]:
    pairs = ((one, made.get(one.mark)) for one in alterations(base, text))
    return tuple(ForeignChange(one, credit) for one, credit in pairs if credit and credit.login != login)
