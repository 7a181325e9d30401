"""Reviews: what others changed in a story since somebody had it, as far as they have not looked it over yet.

The text that somebody knows is the newest revision they made; where they looked over some of what came since, it is
kept with that in it. It is for them alone, and no record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

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
    changes: tuple[ForeignChange, ...] = ()


class Reviews:
    """Which changes people have looked over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, story_id: int, text: StoryText, *, actor: Account) -> Review | None:
        """What others changed of what this person knows, in a text as they see it; None when they never had it."""
        with self._database.reading() as session:
            revisions = revisions_of(session, story_id)[::-1]
            known = _known(session, revisions, story_id, actor)
        if known is None:
            return None
        number, base = known
        made = credits_of(base, [one for one in revisions if one.number > number])
        return Review(base, number, revisions[-1].number, text, _foreign(alterations(base, text), made, actor))

    def know(self, story_id: int, text: StoryText, number: int, *, actor: Account) -> None:
        """Keep the text that this person knows: of revision `number`, with what they looked over since."""
        with self._database.change(actor, Act.LOOK_OVER) as unit:
            need_story(unit.session, story_id)
            unit.session.merge(ReviewRow(story_id=story_id, account_id=actor.id, number=number, text=pack_text(text)))
            unit.touch("reviews", story_id)


def with_changes(review: Review, changes: Sequence[ForeignChange]) -> StoryText:
    """The text that is known once these changes were looked over."""
    text = review.base
    for one in reversed(changes):
        text = make(text, one.alteration, review.text)
    return text


def _known(
    session: Session, revisions: Sequence[Revision], story_id: int, actor: Account
) -> tuple[int, StoryText] | None:
    row = session.get(ReviewRow, (story_id, actor.id))
    own = max((one.number for one in revisions if one.author == actor.login), default=0)
    if row is not None:
        return row.number, unpack_text(row.text)
    return next(((one.number, one.text) for one in revisions if one.number == own), None)


def _foreign(found: Sequence[Alteration], made: Mapping[Any, Credit], actor: Account) -> tuple[ForeignChange, ...]:
    pairs = ((one, made.get(one.mark)) for one in found)
    return tuple(ForeignChange(one, credit) for one, credit in pairs if credit and credit.login != actor.login)
