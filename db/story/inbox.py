"""What people are told: submitted, returned, approved, killed, taken over, due soon. Nobody is told anything twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from db.acts import Act
from db.stages import PAST, Move, Role, Stage
from db.store.tables import AccountDeskRow, AccountRow, CommentRow, EventRow, NoticeRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.values import Account, StoryCard

DUE_SOON = timedelta(hours=1)
"""A writer is told so long before a story is due: enough to finish it, and not so early that it is forgotten again."""

_RECIPIENTS = {
    Move.SUBMIT: "editors", Move.WITHDRAW: "editors", Move.RETURN: "writer", Move.APPROVE: "writer",
    Move.RECALL: "handled", Move.CORRECT: "handled", Move.KILL: "handled",
}  # fmt: skip
"""People who are told of a move: the editors who wait for copy, its writer, or everyone who handled or exported it."""

_HANDLED = ("create", "save", "export", *Move)
"""The actions that make a person one who handled a story."""


@dataclass(frozen=True)
class Notice:
    """One thing a person is told."""

    id: int
    story_id: int
    slug: str
    at: datetime
    kind: str
    """A move's name, `take over` or `due`."""
    sentence: str
    read: bool


class Inbox:
    """Each person's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Account, *, unread_only: bool = False, limit: int = 100) -> list[Notice]:
        """The notices of a person, newest first."""
        with self._database.reading() as session:
            query = select(NoticeRow, StoryRow.slug).join(StoryRow, col(NoticeRow.story_id) == StoryRow.id)
            query = query.where(NoticeRow.account_id == actor.id)
            if unread_only:
                query = query.where(col(NoticeRow.read).is_(False))
            rows = session.exec(query.order_by(col(NoticeRow.id).desc()).limit(limit))
            return [_notice(row, slug) for row, slug in rows]

    def unread(self, actor: Account) -> int:
        """The number of notices a person has not read."""
        with self._database.reading() as session:
            query = select(func.count()).where(NoticeRow.account_id == actor.id, col(NoticeRow.read).is_(False))
            return session.exec(query).one()

    def mark(self, notices: Iterable[int], *, actor: Account, read: bool = True) -> None:
        """Note that some were read, or not; those of others are left alone."""
        with self._database.change(actor, Act.READ_NOTICE) as unit:
            for number in notices:
                row = unit.session.get(NoticeRow, number)
                if row is not None and row.account_id == actor.id:
                    row.read = read
            unit.touch("inbox")

    def would_notify(self, move: Move, story: StoryCard, actor: Account) -> list[str]:
        """The names of those a move would tell, for showing before it is made."""
        with self._database.reading() as session:
            people = recipients_of_move(session, move, story.id, actor.id)
            names = session.exec(
                select(AccountRow.name).where(col(AccountRow.id).in_(people)).order_by(AccountRow.name)
            )
            return list(names)

    def notify_of_due_stories(self, *, actor: Account) -> None:
        """Tell a person which of their stories are due within the hour; each only once for each time it is due.

        Raises Refused for whoever has not signed in, or may do nothing here any more.
        """
        self._database.require(actor, Act.READ_NOTICE)
        now = self._database.clock()
        with self._database.reading() as session:
            query = select(StoryRow).where(
                StoryRow.writer_id == actor.id, col(StoryRow.stage).in_((Stage.DRAFT, Stage.EDIT)),
                col(StoryRow.due) > now, col(StoryRow.due) <= now + DUE_SOON,
            )  # fmt: skip
            soon = [(row.id or 0, row.slug, row.due) for row in session.exec(query)]
            known = set(session.exec(select(NoticeRow.key).where(NoticeRow.account_id == actor.id)))
        fresh = [(number, slug, due) for number, slug, due in soon if _due_key(number, due) not in known]
        if not fresh:
            return
        with self._database.change(actor, Act.READ_NOTICE) as unit:
            for number, slug, due in fresh:  # a second window of theirs may have been quicker
                _notify(unit, [actor.id], number, "due", f"{slug} is due soon.", _due_key(number, due))


def notify_of_move(unit: UnitOfWork, move: Move, story: StoryRow, event: EventRow) -> None:
    """Tell those whom a move concerns, in the transaction that makes it."""
    assert unit.actor is not None
    note = f": {event.note}" if event.note else "."
    sentence = f"{unit.actor.name} {PAST[move]} {story.slug}{note}"
    people = recipients_of_move(unit.session, move, story.id or 0, unit.actor.id)
    _notify(unit, people, story.id or 0, str(move), sentence, f"event {event.number}")


def notify_of_take_over(unit: UnitOfWork, story: StoryRow, holder_id: int, event: EventRow, *, kept: bool) -> None:
    """Tell the holder that their claim was seized, and that what they typed was kept."""
    assert unit.actor is not None
    typed = "; what you had typed is a revision" if kept else ""
    sentence = f"{unit.actor.name} took {story.slug} over from you{typed}."
    _notify(unit, [holder_id], story.id or 0, "take over", sentence, f"event {event.number}")


def notify_of_comment(unit: UnitOfWork, story: StoryRow, comment: CommentRow, event: EventRow) -> None:
    """Tell the writer, and all who spoke in the thread."""
    assert unit.actor is not None
    spoke = select(CommentRow.account_id).where(
        or_(col(CommentRow.id) == comment.thread_id, col(CommentRow.thread_id) == comment.thread_id)
    )
    people = {story.writer_id, *(unit.session.exec(spoke) if comment.thread_id else ())} - {unit.actor.id}
    sentence = f"{unit.actor.name} on {story.slug}: {comment.body}"
    _notify(unit, sorted(people), story.id or 0, "comment", sentence, f"event {event.number}")


def recipients_of_move(session: Session, move: Move, story_id: int, actor_id: int) -> list[int]:
    """The accounts that a move tells; never the one who makes it."""
    who = _RECIPIENTS.get(move)
    if who is None:
        return []
    if who == "editors":
        return [number for number in _editors_of(session, story_id) if number != actor_id]
    told = {session.exec(select(StoryRow.writer_id).where(StoryRow.id == story_id)).one()}
    if who == "handled":
        query = select(EventRow.account_id).where(
            EventRow.story_id == story_id, col(EventRow.action).in_([str(action) for action in _HANDLED])
        )
        told |= {number for number in session.exec(query.distinct()) if number}
    return sorted(told - {actor_id})


def _editors_of(session: Session, story_id: int) -> list[int]:
    """The editors of a story's desk; where nobody does, all editors, and where there is none, the chiefs."""
    edits = select(AccountRow).where(col(AccountRow.active), col(AccountRow.role).in_((Role.EDITOR, Role.CHIEF)))
    people = session.exec(edits.order_by(col(AccountRow.id))).all()
    desk = select(StoryRow.desk_id).where(StoryRow.id == story_id).scalar_subquery()
    home = set(session.exec(select(AccountDeskRow.account_id).where(AccountDeskRow.desk_id == desk)))
    of_desk = [one for one in people if one.id in home]
    editors = [one for one in people if one.role == Role.EDITOR]
    return [one.id or 0 for one in of_desk or editors or people]


def _notify(unit: UnitOfWork, people: Iterable[int], story_id: int, kind: str, sentence: str, key: str) -> None:
    """Write notices down, each once. Writers follow one another: what another window has told stands there by now."""
    people = list(people)
    query = select(NoticeRow.account_id).where(NoticeRow.key == key, col(NoticeRow.account_id).in_(people))
    told = set(unit.session.exec(query))
    for account_id in people:
        if account_id in told:
            continue
        notice = NoticeRow(
            account_id=account_id, story_id=story_id, at=unit.now, kind=kind, sentence=sentence, key=key,
        )  # fmt: skip
        unit.session.add(notice)
        unit.touch("inbox")


def _due_key(story_id: int, due: datetime | None) -> str:
    return f"due {story_id} {due.isoformat() if due else ''}"


def _notice(row: NoticeRow, slug: str) -> Notice:
    return Notice(row.id or 0, row.story_id, slug, row.at, row.kind, row.sentence, row.read)
