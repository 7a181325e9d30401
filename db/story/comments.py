"""Comments: threads on a range of a story's text, resolved and reopened; one whose text is gone lies in the tray."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from db.acts import Act
from db.document import Document
from db.errors import NotFound, Refused
from db.store.tables import AccountRow, CommentRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.inbox import notify_of_comment
from db.text.anchors import Anchor, Range, anchor, locate
from db.values import Account
from db.visible_text import has_visible_text


@dataclass(frozen=True)
class Comment:
    """One remark."""

    id: int
    login: str
    name: str
    at: datetime
    body: str


@dataclass(frozen=True)
class Thread:
    """A remark and the answers to it."""

    id: int
    quote: str
    where: Range | None
    """Where its text stands now; None when that is gone, or the thread is about the whole story."""
    comments: tuple[Comment, ...]
    resolved: bool

    @property
    def in_tray(self) -> bool:
        """Whether its text is gone."""
        return bool(self.quote) and self.where is None


class Comments:
    """What people say to each other about stories."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, story_id: int, document: Document) -> list[Thread]:
        """The threads of a story in the order of the text as it stands in `document`, those in the tray last."""
        with self._database.reading() as session:
            query = select(CommentRow, AccountRow).join(AccountRow, col(CommentRow.account_id) == AccountRow.id)
            rows = session.exec(query.where(CommentRow.story_id == story_id).order_by(col(CommentRow.id))).all()
        said: dict[int, list[Comment]] = {}
        roots: list[CommentRow] = []
        for row, author in rows:
            roots += [row] if row.thread_id is None else []
            comment = Comment(row.id or 0, author.login, author.name, row.at, row.body)
            said.setdefault(row.thread_id or row.id or 0, []).append(comment)
        threads = [_thread(root, said[root.id or 0], document) for root in roots]
        return sorted(threads, key=lambda one: (one.in_tray, _place(one.where), one.id))

    def add(
        self, story_id: int, body: str, *, actor: Account, document: Document | None = None, where: Range | None = None
    ) -> int:
        """Begin a thread on a range of the document, or on the whole story. Returns its number.

        Anyone of the newsroom may comment on any story. Raises Refused for an empty remark or range.
        """
        held = _anchored(document, where)
        with self._database.change(actor, Act.COMMENT) as unit:
            row = CommentRow(
                story_id=story_id, account_id=actor.id, at=unit.now, body=_clean(body), block=held.block,
                start=held.start, quote=held.quote, before=held.before, after=held.after,
            )  # fmt: skip
            return self._write(unit, row, "comment")

    def reply(self, thread_id: int, body: str, *, actor: Account) -> int:
        """Answer in a thread; a resolved one is open again then. Raises NotFound, or Refused for an empty remark."""
        with self._database.change(actor, Act.COMMENT) as unit:
            root = _root(unit.session, thread_id)
            root.resolved = False
            unit.seal(root)
            row = CommentRow(
                story_id=root.story_id, thread_id=root.id, account_id=actor.id, at=unit.now, body=_clean(body),
                block=root.block, start=root.start, quote="", before="", after="",
            )  # fmt: skip
            return self._write(unit, row, "comment")

    def resolve(self, thread_id: int, *, actor: Account, resolved: bool = True) -> None:
        """Close a thread, or open it again. Raises NotFound."""
        with self._database.change(actor, Act.COMMENT) as unit:
            root = _root(unit.session, thread_id)
            if root.resolved == resolved:
                return
            root.resolved = resolved
            unit.seal(root)
            story = unit.session.get(StoryRow, root.story_id)
            unit.record("resolve" if resolved else "reopen", story, note=root.quote or root.body)
            unit.touch("comments", root.story_id)

    def _write(self, unit: UnitOfWork, row: CommentRow, action: str) -> int:
        session = unit.session
        story = session.get(StoryRow, row.story_id)
        if story is None:
            raise NotFound(f"There is no story number {row.story_id} in this newsroom.")
        session.add(row)
        unit.seal(row)
        event = unit.record(action, story, note=row.body)
        notify_of_comment(unit, story, row, event)
        unit.touch("comments", row.story_id)
        return row.id or 0


def _anchored(document: Document | None, where: Range | None) -> Anchor:
    if document is None or where is None:
        return Anchor(0, 0, "")
    try:
        return anchor(document, where)
    except ValueError:
        raise Refused("Select the words that the comment is about.") from None


def _clean(body: str) -> str:
    if not has_visible_text(body):
        raise Refused("Write something first.")
    return body.strip()


def _root(session: Session, thread_id: int) -> CommentRow:
    row = session.get(CommentRow, thread_id)
    if row is None or row.thread_id is not None:
        raise NotFound(f"There is no thread number {thread_id}.")
    return row


def _thread(root: CommentRow, said: list[Comment], document: Document) -> Thread:
    held = Anchor(root.block, root.start, root.quote, root.before, root.after)
    where = locate(document, held) if root.quote else None
    return Thread(root.id or 0, root.quote, where, tuple(said), root.resolved)


def _place(where: Range | None) -> tuple[int, int]:
    return (where.block, where.start) if where else (-1, 0)
