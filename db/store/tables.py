"""The tables of a newsroom. Rows stay inside `db`; what leaves it are the plain values of `db/values.py`."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import JSON, Column, DateTime, Index, LargeBinary, Text, text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import AutoString, Field, SQLModel

from db.errors import Unreadable
from db.stages import Role, Stage

Processor = Callable[[Any], Any]


def _checked_processor(process: Processor | None) -> Processor | None:
    """Reads stored values, and tells of one that Galley cannot have written: SQLite takes anything into any column."""

    def read(value: Any) -> Any:
        assert process is not None
        try:
            return process(value)
        except (ValueError, TypeError) as error:
            raise _unreadable(value) from error

    return read if process else None


def _unreadable(value: object) -> Unreadable:
    return Unreadable(f"Something other than Galley wrote “{value!s:.40}” where it cannot stand in the newsroom.")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time in UTC on every database; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times: they would be read back as another moment."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The stored moment, with its zone."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """As for any time, and a sentence for what is none."""
        return _checked_processor(super().result_processor(dialect, coltype))


class Json(TypeDecorator[Any]):
    """A value as JSON."""

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """As for any JSON, and a sentence for what is none."""
        return _checked_processor(super().result_processor(dialect, coltype))


class OneOf(TypeDecorator[str]):
    """One word of an enumeration, stored as text."""

    impl = AutoString
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self._words = frozenset(map(str, words))

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Raises Unreadable for a word that is none of them."""
        if value is not None and value not in self._words:
            raise _unreadable(value)
        return value


def _time(**options: Any) -> Any:
    return Field(sa_type=UtcDateTime, **options)


def _one_of(words: type[StrEnum], **options: Any) -> Any:
    return Field(sa_type=cast(Any, OneOf(words)), **options)


def _long() -> Any:
    return Field(sa_type=Text)


class _Row(SQLModel):
    """A row of a table. Values are checked before they come here: what would check them again is not built."""

    model_config = {"defer_build": True}


class SettingRow(_Row, table=True):
    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: Any = Field(sa_column=Column(Json, nullable=False))


class DeskRow(_Row, table=True):
    __tablename__ = "desk"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class AccountRow(_Row, table=True):
    __tablename__ = "account"
    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(unique=True)
    name: str
    initials: str
    email: str = ""
    role: str = _one_of(Role)
    language: str = "en"
    active: bool = True
    password_hash: str = ""
    public_key: str = ""
    sealed_key: str = ""
    created: datetime = _time()


class AccountKeyRow(_Row, table=True):
    """Every public key an account has had: an old sign-off is checked against the key it was made with."""

    __tablename__ = "account_key"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    public_key: str
    made: datetime = _time()
    origin: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """`given` with the account, or made at a `reset`: with a password the chief chose; `open`: it once lay unsealed.
    Empty for one that the person chose the password of, and for those from before this was kept."""
    given_by: int | None = None
    """Number of the account that chose the password, when it was not the person."""


class AccountDeskRow(_Row, table=True):
    __tablename__ = "account_desk"
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    desk_id: int = Field(primary_key=True, foreign_key="desk.id", index=True)


class _FieldColumns(_Row):
    """The fields of `db/fields.py`."""

    slug: str
    kicker: str = ""
    headline: str = ""
    dek: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = "en-US"
    source: str = Field(default="", sa_column_kwargs={"server_default": ""})
    ednote: str = _long()


_BESIDE = ("stage", "desk_id", "writer_id", "exported")
"""What decides whether a story is listed: in an index beside what a list is sorted by, no story need be read."""


class StoryRow(_FieldColumns, table=True):
    """A story as the board shows it; its text stands in the revisions, the fields here are the newest one's."""

    __tablename__ = "story"
    __table_args__ = (
        Index(
            "story_open_slug",  # on PostgreSQL as well, by migration: its dialect would be loaded here at every start
            "slug",
            unique=True,
            sqlite_where=text("stage IN ('Draft', 'Edit', 'Publish')"),
        ),
        Index("story_stage_changed", "stage", "changed", "id"),
        Index("story_desk_stage_changed", "desk_id", "stage", "changed", "id"),
        Index("story_changed", "changed", "id"),
        Index("story_listed", "stage", "desk_id", "writer_id", "exported", "due", "changed", "words"),
        *(Index(f"story_by_{name}", name, *_BESIDE) for name in ("slug", "headline", "words", "due", "changed")),
        Index("story_by_kind", "kind", "changed", *_BESIDE),
        Index("story_by_writer", "writer_id", "changed", "stage", "desk_id", "exported"),
    )
    id: int | None = Field(default=None, primary_key=True)
    stage: str = _one_of(Stage)
    stage_before: str | None = _one_of(Stage, default=None)
    desk_id: int = Field(foreign_key="desk.id")
    kind: str = Field(default="", sa_column_kwargs={"server_default": ""})
    writer_id: int = Field(foreign_key="account.id", index=True)
    version: int = 0
    content_hash: str = ""
    words: int = 0
    pictures: int = 0
    due: datetime | None = _time(default=None, nullable=True)
    target_lines: int | None = None
    lines: int | None = None
    layout: str = "tabloid"
    sign_off_id: int | None = None
    """The sign-off in force; no foreign key, since sign-offs already point here."""
    exported: datetime | None = _time(default=None, nullable=True)
    corrections: int = 0
    last_move: str | None = None
    last_note: str = ""
    created: datetime = _time()
    changed: datetime = _time()


class RevisionRow(_FieldColumns, table=True):
    __tablename__ = "revision"
    __table_args__ = (Index("revision_story_number", "story_id", "number", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    number: int
    author_id: int = Field(foreign_key="account.id")
    made: datetime = _time()
    note: str = ""
    label: str = ""
    body: str = _long()
    words: int
    content_hash: str


class WorkingCopyRow(_Row, table=True):
    """What a person is typing; never indexed for search, so that saving it stays cheap."""

    __tablename__ = "working_copy"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    base: int
    text: str = _long()
    saved: datetime = _time()


class OpenConflictRow(_Row, table=True):
    """A choice a person has still to make between their text and revision `theirs`, both made of revision `base`."""

    __tablename__ = "undecided"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    theirs: int = Field(primary_key=True)
    base: int


class ReviewRow(_Row, table=True):
    """The text of a story that a person knows: revision `number`, with what they looked over since."""

    __tablename__ = "review"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    number: int
    text: str = _long()


class SuggestionRow(_Row, table=True):
    """What a person suggests of a story: the text it was made of, and that text as they would have it."""

    __tablename__ = "suggestion"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    base: str = _long()
    text: str = _long()
    saved: datetime = _time()


class ClaimRow(_Row, table=True):
    __tablename__ = "claim"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(foreign_key="account.id")
    since: datetime = _time()
    until: datetime = _time()


class SignOffRow(_Row, table=True):
    __tablename__ = "sign_off"
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True)
    revision: int
    content_hash: str
    account_id: int = Field(foreign_key="account.id")
    at: datetime = _time()
    alone: bool = False
    signature: str = ""
    layout: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """What is printed beside the text and signed with it; empty in sign-offs from before that was."""
    due: datetime | None = _time(default=None, nullable=True)
    desk_id: int | None = None


class EventRow(_Row, table=True):
    """The log. Each record carries the hash of the one before."""

    __tablename__ = "event"
    __table_args__ = (Index("event_action_account", "action", "account_id", "number"),)
    number: int | None = Field(default=None, primary_key=True)
    at: datetime = _time()
    account_id: int | None = Field(default=None, foreign_key="account.id")
    action: str
    story_id: int | None = Field(default=None, foreign_key="story.id", index=True)
    slug: str = ""
    note: str = ""
    stage_from: str | None = None
    stage_to: str | None = None
    content_hash: str = ""
    details: str = ""
    sealed: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    """Name and hash of every sealed row that this change wrote."""
    previous: str
    hash: str


class LogEndRow(_Row, table=True):
    """The one row that says which record is the newest: without it a log could lose its last records unseen."""

    __tablename__ = "log_end"
    id: int = Field(default=1, primary_key=True)
    number: int
    hash: str


class NoticeRow(_Row, table=True):
    """Something one person is told; `key` says it is told only once."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("notice_account_read", "account_id", "read", "id"),
        Index("notice_once", "account_id", "key", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    story_id: int = Field(foreign_key="story.id")
    at: datetime = _time()
    kind: str
    sentence: str = _long()
    key: str
    read: bool = False


class CommentRow(_Row, table=True):
    """A remark: the first of a thread with its anchor, or an answer, which names the first."""

    __tablename__ = "comment"
    __table_args__ = (Index("comment_story", "story_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    thread_id: int | None = Field(default=None, foreign_key="comment.id")
    account_id: int = Field(foreign_key="account.id")
    at: datetime = _time()
    body: str = _long()
    block: int = 0
    start: int = 0
    quote: str = _long()
    before: str = ""
    after: str = ""
    resolved: bool = False


class JudgementRow(_Row, table=True):
    """A remark of spelling or house style that somebody took up or dismissed, at words of one story."""

    __tablename__ = "judgement"
    __table_args__ = (Index("judgement_story", "story_id", "id"), Index("judgement_rule", "rule", "accepted"))
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    account_id: int = Field(foreign_key="account.id")
    at: datetime = _time()
    rule: str = ""
    """Name of the rule; empty for spelling."""
    accepted: bool
    quote: str = _long()
    before: str = ""
    after: str = ""


class PictureRow(_Row, table=True):
    __tablename__ = "picture"
    sha256: str = Field(primary_key=True)
    name: str
    width: int
    height: int
    mode: str
    size: int
    caption: str = ""
    credit: str = ""
    taken: str = ""
    alt: str = Field(default="", sa_column_kwargs={"server_default": ""})
    added: datetime = _time()


class PictureDataRow(_Row, table=True):
    """The bytes of an original, apart from its facts so that lists never load them."""

    __tablename__ = "picture_data"
    sha256: str = Field(primary_key=True, foreign_key="picture.sha256")
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ExportRow(_Row, table=True):
    __tablename__ = "export"
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True)
    account_id: int = Field(foreign_key="account.id")
    at: datetime = _time()
    kind: str
    layout: str
    flavour: str
    file_name: str
    sha256: str
    content_hash: str
    revision: int
    sign_off_id: int | None = Field(default=None, foreign_key="sign_off.id")
    signature: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Of who exported it; empty for exports from before they were signed."""
    public_key: str = Field(default="", sa_column_kwargs={"server_default": ""})
