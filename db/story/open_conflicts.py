"""Choices still to be made: two people changed one place of a story, and what stands there was not resolved yet.

What both began with and what the other made of it are revisions, which stay; so their numbers are enough.
"""

from dataclasses import dataclass

from sqlmodel import col, select

from db.acts import Act
from db.store.tables import OpenConflictRow
from db.store.unit_of_work import Database
from db.story.claims import need_story
from db.story.revisions import revisions_of
from db.values import Account, Revision


@dataclass(frozen=True)
class OpenConflict:
    """A choice that one person has not made yet."""

    base: Revision
    """The revision both began with."""
    theirs: Revision
    """The revision the other made of it."""


class OpenConflicts:
    """Choices that people have still to make. They outlive the window, and the program."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, story_id: int, *, base: int, theirs: int, actor: Account) -> None:
        """A text that began with revision `base` met revision `theirs`, and not all places could be put together."""
        with self._database.change(actor, Act.KEEP) as unit:
            unit.permit(need_story(unit.session, story_id))
            row = OpenConflictRow(story_id=story_id, account_id=actor.id, theirs=theirs, base=base)
            unit.session.merge(row)

    def forget(self, story_id: int, *, theirs: int, actor: Account) -> None:
        """Forget a choice that was made, or where nothing is left to choose."""
        with self._database.change(actor, Act.LEAVE) as unit:
            row = unit.session.get(OpenConflictRow, (story_id, actor.id, theirs))
            if row is not None:
                unit.session.delete(row)

    def open(self, story_id: int, *, actor: Account) -> list[OpenConflict]:
        """The choices this person has still to make in a story, oldest first."""
        with self._database.reading() as session:
            query = select(OpenConflictRow).where(
                OpenConflictRow.story_id == story_id, OpenConflictRow.account_id == actor.id
            )
            rows = session.exec(query.order_by(col(OpenConflictRow.theirs))).all()
            known = {one.number: one for one in revisions_of(session, story_id)} if rows else {}
        return [OpenConflict(known[row.base], known[row.theirs]) for row in rows]
