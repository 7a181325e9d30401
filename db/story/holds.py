"""Holds: a story kept from print until a moment, an embargo, or until somebody lifts it. Writing in it goes on."""

from datetime import datetime

from sqlmodel import Session

from db.acts import Act
from db.errors import Refused
from db.store.tables import AccountRow, HoldRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.claims import need_story
from db.story.stories import DUE_YEARS
from db.values import Account, Hold
from db.visible_text import has_visible_text


class Holds:
    """Hold stories back, and let them go."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, story_id: int, reason: str, *, actor: Account, until: datetime | None = None) -> Hold:
        """Hold a story back, until a moment or until that is lifted; an earlier hold of it gives way.

        Only an editor makes the time of one shorter. Raises Refused for who may not, without a reason, and for a time
        that is over or that no clock shows.
        """
        with self._database.change(actor, Act.HOLD) as unit:
            story = need_story(unit.session, story_id)
            unit.permit(story)
            _refuse_odd(unit, story, reason, until)
            earlier = live_hold(unit.session, story, unit.now)
            if earlier is not None:
                self._replace(unit, earlier, until)
            row = HoldRow(
                story_id=story_id, account_id=actor.id, at=unit.now, until=until, reason=reason.strip(),
            )  # fmt: skip
            unit.session.add(row)
            unit.session.flush()
            story.hold_id = row.id
            unit.seal(row)
            unit.record("hold", story, note=row.reason, details=until.isoformat() if until else "")
            unit.touch("stories", story_id)
            return Hold(actor.name, row.at, until, row.reason)

    def lift(self, story_id: int, *, actor: Account, why: str = "") -> None:
        """Let a story that is held back be printed. Raises Refused for all but editors, and where nothing holds it."""
        with self._database.change(actor, Act.LIFT_HOLD) as unit:
            story = need_story(unit.session, story_id)
            row = live_hold(unit.session, story, unit.now)
            if row is None:
                raise Refused(f"{story.slug} is not held back.")
            _end(unit, row, why.strip())
            story.hold_id = None
            unit.record("lift hold", story, note=why.strip())
            unit.touch("stories", story_id)

    def _replace(self, unit: UnitOfWork, earlier: HoldRow, until: datetime | None) -> None:
        assert unit.actor is not None
        shorter = until is not None and (earlier.until is None or until < earlier.until)
        if shorter and not unit.actor.role.edits:
            raise Refused("Only an editor may hold a story back for a shorter time than it is.")
        _end(unit, earlier, "another hold")


def live_hold(session: Session, story: StoryRow, now: datetime) -> HoldRow | None:
    """What holds a story back: its time has no beginning, so that no clock that is put back releases anything."""
    row = session.get(HoldRow, story.hold_id) if story.hold_id else None
    return row if row is not None and (row.until is None or row.until > now) else None


def refuse_held_back(unit: UnitOfWork, story: StoryRow) -> None:
    """Raise Refused while a story is held back from print."""
    row = live_hold(unit.session, story, unit.now)
    if row is not None:
        raise Refused(hold_of(unit.session, row).sentence(story.slug))


def hold_of(session: Session, row: HoldRow) -> Hold:
    """The hold of a row."""
    keeper = session.get(AccountRow, row.account_id)
    return Hold(keeper.name if keeper else "", row.at, row.until, row.reason)


def _end(unit: UnitOfWork, row: HoldRow, why: str) -> None:
    assert unit.actor is not None
    row.lifted, row.lifted_by, row.lifted_why = unit.now, unit.actor.id, why
    unit.seal(row)


def _refuse_odd(unit: UnitOfWork, story: StoryRow, reason: str, until: datetime | None) -> None:
    if not has_visible_text(reason):
        raise Refused(f"{story.slug}: Say why it is held back.")
    if until is not None and until.year not in DUE_YEARS:
        raise Refused(f"A story is held back until a day in the years {DUE_YEARS[0]} to {DUE_YEARS[-1]}.")
    if until is not None and until <= unit.now:
        raise Refused(f"{story.slug}: The time until which it is to be held back is over.")
