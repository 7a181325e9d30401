"""Choices still to be made: two people changed one place of a story, and what stands there was not settled yet.

What both began with and what the other made of it are revisions, which stay; so their numbers are enough.
"""

from dataclasses import dataclass

from sqlmodel import col, select

from db.store.tables import UndecidedRow
from db.store.unit_of_work import Room
from db.story.claims import need_story
from db.story.revisions import revisions_of
from db.values import Account, Revision


@dataclass(frozen=True)
class Undecided:
    """A choice that one person has not made yet."""

    base: Revision
    """What both began with."""
    theirs: Revision
    """What the other made of it."""


class OpenChoices:
    """What people have still to choose. They outlive the window, and the program."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def remember(self, story_id: int, *, base: int, theirs: int, actor: Account) -> None:
        """A text that began with revision `base` met revision `theirs`, and not all places could be put together."""
        with self._room.change(actor) as writing:
            need_story(writing.session, story_id)
            row = UndecidedRow(story_id=story_id, account_id=actor.id, theirs=theirs, base=base)
            writing.session.merge(row)

    def forget(self, story_id: int, *, theirs: int, actor: Account) -> None:
        """It was chosen, or nothing is left to choose."""
        with self._room.change(actor) as writing:
            row = writing.session.get(UndecidedRow, (story_id, actor.id, theirs))
            if row is not None:
                writing.session.delete(row)

    def open(self, story_id: int, *, actor: Account) -> list[Undecided]:
        """What this person has still to choose in a story, oldest first."""
        with self._room.reading() as session:
            query = select(UndecidedRow).where(UndecidedRow.story_id == story_id, UndecidedRow.account_id == actor.id)
            rows = session.exec(query.order_by(col(UndecidedRow.theirs))).all()
            known = {one.number: one for one in revisions_of(session, story_id)} if rows else {}
        return [Undecided(known[row.base], known[row.theirs]) for row in rows]
