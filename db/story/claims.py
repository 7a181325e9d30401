"""Claims: the exclusive right to change a story's text, as a lease that ends by itself when its window dies."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.acts import Act
from db.errors import NotFound, Refused
from db.store.tables import AccountRow, ClaimRow, RevisionRow, StoryRow, WorkingCopyRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.inbox import notify_of_take_over
from db.values import Account, Claim

LEASE = timedelta(seconds=90)
"""A claim lasts so long unless it is renewed, which the window does every 30 s: two renewals may be lost, and a story
whose holder's computer died is free again before anybody gives up waiting.
"""

_FIRST_KEY = timedelta(minutes=1)
"""The first key claims a story, and is older than the claim by what a slow server takes for it."""


class Claims:
    """Take, renew, release, take over."""

    def __init__(self, database: Database, keep_typed: Callable[[UnitOfWork, StoryRow, int], bool]) -> None:
        """`keep_typed` makes a revision of what the account of that number typed in a story; whether there was any."""
        self._database = database
        self._keep_typed = keep_typed

    def take(self, story_id: int, *, actor: Account) -> Claim:
        """Claim a story for writing. Raises Refused when the actor may not write in it or another holds it."""
        with self._database.change(actor, Act.WRITE) as unit:
            story = need_story(unit.session, story_id)
            unit.permit(story)
            row = live_claim(unit.session, story_id, unit.now)
            if row is not None and row.account_id != actor.id:
                raise Refused(f"{_name(unit.session, row)} is writing in {story.slug}.")
            if row is None:
                self._inherit(unit, story)
                unit.record("claim", story)
                unit.touch("claims", story_id)
            return _claim(self._lease(unit.session, story_id, actor, unit.now), actor)

    def renew(self, story_id: int, *, actor: Account) -> Claim:
        """Hold a claim for another lease. Raises Refused when it was lost to somebody else."""
        with self._database.change(actor, Act.LEAVE) as unit:
            row = unit.session.get(ClaimRow, story_id)
            if row is None or row.account_id != actor.id:
                story = need_story(unit.session, story_id)
                raise Refused(f"You no longer hold {story.slug}: {_name(unit.session, row)} has taken it over.")
            row.until = unit.now + LEASE
            return _claim(row, actor)

    def release(self, story_id: int, *, actor: Account) -> None:
        """Give a claim back; nothing happens when the actor holds none."""
        with self._database.change(actor, Act.LEAVE) as unit:
            row = unit.session.get(ClaimRow, story_id)
            if row is None or row.account_id != actor.id:
                return
            unit.session.delete(row)
            unit.record("release", unit.session.get(StoryRow, story_id))
            unit.touch("claims", story_id)

    def take_over(self, story_id: int, *, actor: Account) -> Claim:
        """Seize a claim: editors at any time, whoever may write here once the lease has run out.

        What the holder typed becomes a revision first, so that it is not lost, and the holder is told.
        """
        with self._database.change(actor, Act.WRITE) as unit:
            session = unit.session
            story = need_story(session, story_id)
            unit.permit(story)
            row = session.get(ClaimRow, story_id)
            if row is not None and row.account_id != actor.id:
                if row.until > unit.now and not actor.role.edits:
                    raise Refused(f"Only an editor may take {story.slug} over from {_name(session, row)}.")
                self._resolve_working_copy(unit, story, row)
            unit.touch("claims", story_id)
            return _claim(self._lease(session, story_id, actor, unit.now), actor)

    def last_typed(self, story_id: int) -> datetime | None:
        """When the holder of a story last typed in it since they claimed it, as far as it was kept; None for never."""
        with self._database.reading() as session:
            row = live_claim(session, story_id, self._database.clock())
            if row is None:
                return None
            whose = (col(WorkingCopyRow.story_id) == story_id) & (col(WorkingCopyRow.account_id) == row.account_id)
            kept = session.exec(select(WorkingCopyRow.saved).where(whose)).first()
            own = (RevisionRow.story_id == story_id) & (RevisionRow.author_id == row.account_id)
            saved = session.exec(select(func.max(RevisionRow.made)).where(own)).one()
            since = ((kept, row.since - _FIRST_KEY), (saved, row.since))
            return max((typed for typed, begun in since if typed is not None and typed >= begun), default=None)

    def _inherit(self, unit: UnitOfWork, story: StoryRow) -> None:
        """Resolve a claim whose lease has run out: its holder may have typed something and died."""
        row = unit.session.get(ClaimRow, story.id)
        assert unit.actor is not None
        if row is not None and row.account_id != unit.actor.id:
            self._resolve_working_copy(unit, story, row)

    def _resolve_working_copy(self, unit: UnitOfWork, story: StoryRow, row: ClaimRow) -> None:
        """Before another gets it: what the holder typed becomes a labelled revision, and the holder is told.

        There is nothing to tell when the lease had run out and nothing was typed.
        """
        kept = self._keep_typed(unit, story, row.account_id)
        if not kept and row.until <= unit.now:
            return
        event = unit.record("take over", story, note=_name(unit.session, row))
        notify_of_take_over(unit, story, row.account_id, event, kept=kept)
        unit.touch("stories", story.id)

    def _lease(self, session: Session, story_id: int, actor: Account, now: datetime) -> ClaimRow:
        row = session.get(ClaimRow, story_id)
        if row is None:
            row = ClaimRow(story_id=story_id, account_id=actor.id, since=now, until=now + LEASE)
            session.add(row)
        elif row.account_id != actor.id or row.until <= now:
            row.account_id, row.since = actor.id, now
        row.until = now + LEASE
        return row


def live_claim(session: Session, story_id: int, now: datetime) -> ClaimRow | None:
    """The claim on a story, unless its lease has run out."""
    row = session.get(ClaimRow, story_id)
    return row if row is not None and row.until > now else None


def need_story(session: Session, story_id: int) -> StoryRow:
    """The row of a story. Raises NotFound."""
    story = session.get(StoryRow, story_id)
    if story is None:
        raise NotFound(f"There is no story number {story_id} in this newsroom.")
    return story


def _name(session: Session, row: ClaimRow | None) -> str:
    holder = session.get(AccountRow, row.account_id) if row else None
    return holder.name if holder else "nobody"


def _claim(row: ClaimRow, holder: Account) -> Claim:
    return Claim(login=holder.login, name=holder.name, since=row.since, until=row.until)
