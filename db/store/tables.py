"""The tables of a newsroom. Rows stay inside `db`; what leaves it are the plain values of `db/values.py`."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, LargeBinary, Text, false, text
from sqlmodel import Field

from db.stages import Role, Stage
from db.store.columns import Json, TableRow, long_column, time_column, word_column


class SettingRow(TableRow, table=True):
    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: Any = Field(sa_column=Column(Json, nullable=False))


class DeskRow(TableRow, table=True):
    __tablename__ = "desk"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    retired: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether it takes no more stories; those it had keep it."""


class AccountRow(TableRow, table=True):
    __tablename__ = "account"
    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(unique=True)
    name: str
    initials: str
    email: str = ""
    role: str = word_column(Role)
    language: str = "en"
    active: bool = True
    password_hash: str = ""
    public_key: str = ""
    sealed_key: str = ""
    created: datetime = time_column()


class AccountKeyRow(TableRow, table=True):
    """Every public key an account has had: an old sign-off is checked against the key it was made with."""

    __tablename__ = "account_key"
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    public_key: str
    made: datetime = time_column()
    origin: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """`given` with the account, or made at a `reset`: with a password the chief chose; `open`: it once lay unsealed.
    Empty for one that the person chose the password of, and for those from before this was kept."""
    given_by: int | None = None
    """Number of the account that chose the password, when it was not the person."""


class AccountDeskRow(TableRow, table=True):
    __tablename__ = "account_desk"
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    desk_id: int = Field(primary_key=True, foreign_key="desk.id", index=True)


class _FieldColumns(TableRow):
    """The fields of `db/fields.py`."""

    slug: str
    kicker: str = ""
    headline: str = ""
    dek: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = "en-US"
    source: str = Field(default="", sa_column_kwargs={"server_default": ""})
    ednote: str = long_column()


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
    stage: str = word_column(Stage)
    stage_before: str | None = word_column(Stage, default=None)
    desk_id: int = Field(foreign_key="desk.id")
    kind: str = Field(default="", sa_column_kwargs={"server_default": ""})
    writer_id: int = Field(foreign_key="account.id", index=True)
    version: int = 0
    content_hash: str = ""
    words: int = 0
    pictures: int = 0
    due: datetime | None = time_column(default=None, nullable=True)
    target_lines: int | None = None
    lines: int | None = None
    layout: str = "tabloid"
    sign_off_id: int | None = None
    """The sign-off in force; no foreign key, since sign-offs already point here."""
    hold_id: int | None = None
    """The newest hold of it that nobody has lifted; no foreign key, since holds point here."""
    exported: datetime | None = time_column(default=None, nullable=True)
    corrections: int = 0
    last_move: str | None = None
    last_note: str = ""
    created: datetime = time_column()
    changed: datetime = time_column()


class RevisionRow(_FieldColumns, table=True):
    __tablename__ = "revision"
    __table_args__ = (Index("revision_story_number", "story_id", "number", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    number: int
    author_id: int = Field(foreign_key="account.id")
    made: datetime = time_column()
    note: str = ""
    label: str = ""
    body: str = long_column()
    words: int
    content_hash: str


class WorkingCopyRow(TableRow, table=True):
    """What a person is typing; never indexed for search, so that saving it stays cheap."""

    __tablename__ = "working_copy"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    base: int
    text: str = long_column()
    saved: datetime = time_column()


class OpenConflictRow(TableRow, table=True):
    """A choice a person has still to make between their text and revision `theirs`, both made of revision `base`."""

    __tablename__ = "undecided"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    theirs: int = Field(primary_key=True)
    base: int


class ReviewRow(TableRow, table=True):
    """The text of a story that a person knows: revision `number`, with what they looked over since."""

    __tablename__ = "review"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    number: int
    text: str = long_column()


class SuggestionRow(TableRow, table=True):
    """What a person suggests of a story: the text it was made of, and that text as they would have it."""

    __tablename__ = "suggestion"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(primary_key=True, foreign_key="account.id")
    base: str = long_column()
    text: str = long_column()
    saved: datetime = time_column()


class ClaimRow(TableRow, table=True):
    __tablename__ = "claim"
    story_id: int = Field(primary_key=True, foreign_key="story.id")
    account_id: int = Field(foreign_key="account.id")
    since: datetime = time_column()
    until: datetime = time_column()


class SignOffRow(TableRow, table=True):
    __tablename__ = "sign_off"
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True)
    revision: int
    content_hash: str
    account_id: int = Field(foreign_key="account.id")
    at: datetime = time_column()
    alone: bool = False
    signature: str = ""
    layout: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """What is printed beside the text and signed with it; empty in sign-offs from before that was."""
    due: datetime | None = time_column(default=None, nullable=True)
    desk_id: int | None = None


class HoldRow(TableRow, table=True):
    """A story held back from print: until a moment, or until somebody lifts it."""

    __tablename__ = "hold"
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True)
    account_id: int = Field(foreign_key="account.id")
    at: datetime = time_column()
    until: datetime | None = time_column(default=None, nullable=True)
    reason: str
    lifted: datetime | None = time_column(default=None, nullable=True)
    lifted_by: int | None = Field(default=None, foreign_key="account.id")
    lifted_why: str = ""


class StoryCheckRow(TableRow, table=True):
    """A check that was asked for of a story, or done: then with the text it is of, signed by who did it."""

    __tablename__ = "story_check"
    __table_args__ = (Index("story_check_name", "story_id", "name", unique=True),)
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    name: str
    account_id: int = Field(foreign_key="account.id")
    """Who asked for it, or did it unasked."""
    at: datetime = time_column()
    note: str = ""
    dropped: bool = False
    """Whether it is asked for no more."""
    done_by: int | None = Field(default=None, foreign_key="account.id")
    done: datetime | None = time_column(default=None, nullable=True)
    content_hash: str = ""
    remark: str = ""
    signature: str = ""


class EventRow(TableRow, table=True):
    """The log. Each record carries the hash of the one before."""

    __tablename__ = "event"
    __table_args__ = (Index("event_action_account", "action", "account_id", "number"),)
    number: int | None = Field(default=None, primary_key=True)
    at: datetime = time_column()
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


class LogEndRow(TableRow, table=True):
    """The one row that says which record is the newest: without it a log could lose its last records unseen."""

    __tablename__ = "log_end"
    id: int = Field(default=1, primary_key=True)
    number: int
    hash: str


class NoticeRow(TableRow, table=True):
    """Something one person is told; `key` says it is told only once."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("notice_account_read", "account_id", "read", "id"),
        Index("notice_once", "account_id", "key", unique=True),
    )
    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id")
    story_id: int = Field(foreign_key="story.id")
    at: datetime = time_column()
    kind: str
    sentence: str = long_column()
    key: str
    read: bool = False


class CommentRow(TableRow, table=True):
    """A remark: the first of a thread with its anchor, or an answer, which names the first."""

    __tablename__ = "comment"
    __table_args__ = (Index("comment_story", "story_id", "id"),)
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    thread_id: int | None = Field(default=None, foreign_key="comment.id")
    account_id: int = Field(foreign_key="account.id")
    at: datetime = time_column()
    body: str = long_column()
    block: int = 0
    start: int = 0
    quote: str = long_column()
    before: str = ""
    after: str = ""
    resolved: bool = False


class JudgementRow(TableRow, table=True):
    """A remark of spelling or house style that somebody took up or dismissed, at words of one story."""

    __tablename__ = "judgement"
    __table_args__ = (Index("judgement_story", "story_id", "id"), Index("judgement_rule", "rule", "accepted"))
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id")
    account_id: int = Field(foreign_key="account.id")
    at: datetime = time_column()
    rule: str = ""
    """Name of the rule; empty for spelling."""
    accepted: bool
    quote: str = long_column()
    before: str = ""
    after: str = ""


class PictureRow(TableRow, table=True):
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
    added: datetime = time_column()


class PictureDataRow(TableRow, table=True):
    """The bytes of an original, apart from its facts so that lists never load them."""

    __tablename__ = "picture_data"
    sha256: str = Field(primary_key=True, foreign_key="picture.sha256")
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ExportRow(TableRow, table=True):
    __tablename__ = "export"
    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True)
    account_id: int = Field(foreign_key="account.id")
    at: datetime = time_column()
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
