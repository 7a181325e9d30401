"""The plain values that pass the doors of the newsroom: frozen, free of sessions, safe to hand to another thread."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from db.document import Document, canonical_json, sha256_hex
from db.fields import PRINTED, field_values
from db.stages import Move, Role, Stage

if TYPE_CHECKING:
    from db.keys import Key


Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""

_HASH_SHOWN = 12
"""Characters of a hash that tell it from all others of a newsroom, and can be read to somebody."""


def short_hash(sha256: str) -> str:
    """The beginning of a hash, as messages say it."""
    return sha256[:_HASH_SHOWN]


def no_progress(_share: float) -> None:
    """The progress of what nobody watches."""


def sub_progress(whole: Progress, first: float, last: float) -> Progress:
    """The progress of a part of some work, which takes the whole from `first` to `last`."""
    return lambda share: whole(first + (last - first) * share)


@dataclass(frozen=True)
class Account:
    """A person of the newsroom."""

    id: int
    login: str
    name: str
    initials: str
    role: Role
    email: str = ""
    desks: tuple[str, ...] = ()
    language: str = "en"
    active: bool = True

    @property
    def writes_in(self) -> str:
        """The language their new stories are in, as stories name it."""
        return "en-US" if self.language == "en" else self.language


@dataclass(frozen=True)
class SignedIn(Account):
    """A person's session: what `Accounts.sign_in` gave them, which the newsroom they signed in to knows again.

    Their signing key is open as long as this value lives. A value like it, made by hand, opens nothing.
    """

    key: "Key | None" = field(default=None, repr=False, compare=False)
    reset: int = field(default=0, repr=False, compare=False)
    """Number of the newest reset of their password when they signed in."""


@dataclass(frozen=True, kw_only=True)
class StoryFields:
    """The fields of `db/fields.py`, which whatever has the text of a story has."""

    slug: str = ""
    kicker: str = ""
    headline: str = ""
    dek: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = "en-US"
    source: str = ""
    ednote: str = ""


@dataclass(frozen=True, kw_only=True)
class StoryText(StoryFields):
    """What a person types: the fields and the body of a story."""

    body: Document = field(default_factory=Document)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over all that is printed. Slug and ednote are not: they may change without voiding an approval."""
        return sha256_hex(canonical_json(self.printed()))

    def printed(self) -> dict[str, Any]:
        """The parts an approval is bound to, as plain values.

        A field that came later is not among them while it is as it was before: older approvals go on holding.
        """
        values = field_values(self)
        counted = (one.name for one in PRINTED if not (one.later and values[one.name] == one.default))
        return {name: values[name] for name in counted} | {"body": self.body.plain()}

    def with_(self, **changes: Any) -> "StoryText":
        """The text with some fields changed."""
        return replace(self, **changes)


@dataclass(frozen=True)
class SignOff:
    """Who approved which content, when (UTC)."""

    revision: int
    content_hash: str
    login: str
    name: str
    initials: str
    at: datetime
    alone: bool = False
    """Approved by its own writer, in a newsroom that has switched the four-eyes rule off."""
    signature: str = ""
    layout: str = ""
    """Format that was approved with the text, as were due date and desk; empty in approvals from before they were."""
    due: datetime | None = None
    desk: str = ""
    """Name of the approved desk, as it is called now."""
    key_note: str = ""
    """What is to be known of the key it was signed with, when somebody else chose the password it was made with."""


@dataclass(frozen=True)
class Claim:
    """The exclusive right to change a story's text."""

    login: str
    name: str
    since: datetime
    until: datetime


@dataclass(frozen=True)
class Hold:
    """Why a story is held back from print, and how long."""

    name: str
    """Of who holds it back."""
    at: datetime
    until: datetime | None
    """None: until somebody lifts it."""
    reason: str

    def sentence(self, slug: str) -> str:
        """Why the story of that slug is not printed."""
        reason = self.reason.rstrip(" .")
        if self.until is None:
            return f"{slug} is held back by {self.name} until that is lifted: {reason}."
        until = self.until.astimezone(UTC)
        return f"{slug} is held back by {self.name} until {until:%Y-%m-%d at %H:%M} UTC: {reason}."


@dataclass(frozen=True, kw_only=True)
class StoryCard(StoryFields):
    """What the board and lists show of a story; no body."""

    id: int
    stage: Stage
    desk: str
    writer: str
    """Login of the writer."""
    writer_name: str
    version: int
    """Number of the newest revision."""
    content_hash: str
    words: int
    changed: datetime
    due: datetime | None = None
    target_lines: int | None = None
    lines: int | None = None
    """Depth in lines of the newest revision in its layout, as last measured."""
    layout: str = "tabloid"
    claim: Claim | None = None
    sign_off: SignOff | None = None
    hold: Hold | None = None
    """What holds it back from print now."""
    exported: datetime | None = None
    """When a clean PDF of this approval was last exported."""
    corrections: int = 0
    stage_before: Stage | None = None
    last_move: Move | None = None
    last_note: str = ""
    pictures: int = 0
    kind: str = ""
    """One of the newsroom's own, or none."""
    open_comments: int = 0
    """Threads that nobody has resolved."""

    @classmethod
    def of(cls, values: Iterable[Any]) -> Self:
        """One of the values of all its fields, in their order.

        The constructor of a frozen class sets field after field past its own lock: for a list that takes as long as
        reading it from the database.
        """
        card = object.__new__(cls)
        vars(card).update(zip(cls.__dataclass_fields__, values, strict=True))
        return card


@dataclass(frozen=True, kw_only=True)
class Story(StoryCard):
    """One story as its reader may see it: the card and the body of its newest revision."""

    body: Document = field(default_factory=Document)

    @cached_property
    def text(self) -> StoryText:
        """The editable part."""
        return StoryText(body=self.body, **field_values(self))

    def with_text(self, text: StoryText) -> "Story":
        """The story as it would be with this text: for measuring and proofs of what is not saved yet."""
        return replace(
            self, body=text.body, content_hash=text.content_hash, words=text.body.words, **field_values(text)
        )


@dataclass(frozen=True)
class WorkingCopy:
    """The unsaved text a person is typing, and the revision it started from."""

    text: StoryText
    base: int
    saved: datetime


@dataclass(frozen=True)
class Revision:
    """An immutable, numbered state of a story."""

    number: int
    made: datetime
    author: str
    """Login."""
    author_name: str
    note: str
    content_hash: str
    words: int
    text: StoryText
    label: str = ""


@dataclass(frozen=True)
class Event:
    """One record of the log."""

    number: int
    at: datetime
    actor: str
    actor_name: str
    action: str
    """A move's name, or `create`, `save`, `claim`, `export` …"""
    slug: str
    note: str = ""
    stage_from: Stage | None = None
    stage_to: Stage | None = None
    content_hash: str = ""
    hash: str = ""
    details: str = ""


PICTURE_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
"""The kinds of picture files that are taken, by Pillow's names."""


@dataclass(frozen=True)
class Picture:
    """A stored original: its address is the SHA-256 of its bytes."""

    sha256: str
    name: str
    width: int
    """Pixels."""
    height: int
    mode: str
    """Colour space: RGB, CMYK, L …"""
    size: int
    """Bytes."""
    caption: str = ""
    credit: str = ""
    taken: str = ""
    alt: str = ""
    """What it shows, for who cannot see it, as far as its file says that."""


@dataclass(frozen=True)
class Original(Picture):
    """A stored picture with its bytes, as exporters take it."""

    data: bytes = b""


class Severity(StrEnum):
    """Whether a problem stops approval and export, or only warns."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class PageArea:
    """A part of a page of a PDF."""

    page: int
    """Counted from 1."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top in points of the page's own space; None for all of the page."""


@dataclass(frozen=True)
class Problem:
    """One finding of a check."""

    rule: str
    """Short stable name of the rule, such as `picture-credit`."""
    sentence: str
    severity: Severity = Severity.BLOCKER
    place: str = ""
    """Where: a field's name, `block 3`, `page 2` …"""
    mend: str = ""
    """What to do about it."""
    areas: tuple[PageArea, ...] = ()
    """Where it is seen on the pages of a file; the first ones when they are many."""

    @property
    def blocks(self) -> bool:
        """Whether it stops approval and export."""
        return self.severity is Severity.BLOCKER


@dataclass(frozen=True)
class CleanExport:
    """One clean file that a story left the newsroom in."""

    at: datetime
    name: str
    """Of who exported it."""
    file_name: str
    revision: int


@dataclass(frozen=True)
class MoveOption:
    """A move as it is offered to one person on one story."""

    move: Move
    allowed: bool
    reason: str = ""
    """Why not, in one sentence."""
    asks: str = ""
    """What must be written with it: `note`, `reason` or nothing."""
    shown: bool = True
    """Whether it concerns this person at all: what is there for a story's writer alone, others need not see."""


@dataclass(frozen=True)
class Change:
    """The effect of a write, sent once, after commit."""

    stories: frozenset[int] = frozenset()
    parts: frozenset[str] = frozenset()
    """`stories`, `working`, `claims`, `accounts`, `desks`, `pictures`, `settings`, `inbox`, `comments`,
    `suggestions`, `words`, `judgements`, `style`."""


class LeftOut(StrEnum):
    """Why a part of arriving copy is in no field and not in the body."""

    PAGE = "page"
    """It belongs to the page or the mail it stood on, and not to the story: a menu, a prompt, another story."""
    CAPTION = "caption"
    """It tells of a picture, or who took it."""
    DATE = "date"
    """It says when the story was published."""
    REPEATED = "repeated"
    """It says once more what a field says."""
    NOTE = "note"
    """It is said to the desk, or by the mail or wire the story came by."""
    BY_HAND = "by hand"
    """Somebody said so."""


BODY = "body"
"""The role of a part of arriving copy that is a paragraph of the story."""


@dataclass(frozen=True, slots=True)
class CopyPart:
    """A paragraph of arriving copy, or a line that stands for itself, and what it was taken for."""

    text: str
    """Its words, its lines joined, with single spaces."""
    lines: tuple[str, ...]
    """As it stood in the original."""
    role: str = ""
    """The name of a field (`db/fields.py`), `BODY`, or empty: then it was left out, and the ednote tells of it."""
    left_out: LeftOut | None = None
    """Why it was left out."""
    doubtful: bool = False
    """Whether it may well be something else."""
    is_row: bool = False
    """Whether it is the row of a table."""
    verbatim: bool = False
    """Whether its lines are kept as they stand, as those are that follow the last which is looked at."""


@dataclass(frozen=True)
class Draft:
    """The story in arriving copy, what each part of the original was taken for, and what is in doubt.

    `db.intake.read_copy(path, charset)` reads a file, also once more in another character set; `db.intake.with_roles`
    gives parts other roles by hand.
    """

    text: StoryText
    dropped: tuple[str, ...] = ()
    """Lines that were left out, in order, as they stood in the file."""
    source: str = ""
    """Name of the file."""
    doubts: tuple[str, ...] = ()
    """What may have been read wrongly, a sentence each; empty where nothing is in doubt."""
    parts: tuple[CopyPart, ...] = field(default=(), repr=False)
    """The whole original, in its order."""
    charset: str = ""
    """The character set it was read in, as Python calls it; empty where it arrived as text."""
    charsets: tuple[str, ...] = ()
    """Other sets it may be in, the likeliest first."""
    unreadable: int = 0
    """Characters that could not be read, and stand as U+FFFD."""

    @property
    def doubt(self) -> str:
        """All that may have been read wrongly; empty where nothing is in doubt."""
        return " ".join(self.doubts)
