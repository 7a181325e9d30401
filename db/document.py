"""The body of a story: blocks and spans, immutable and hashable, with one canonical JSON form."""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from db.errors import Unreadable

SCHEMA_VERSION = 3
"""The newest form. A body that uses nothing newer is still written as version 1, so that its hash stays what it was."""

_FORBIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$")
"""A language as BCP 47 names it, with script and region."""
_SAFE_LINK = re.compile(r"(?i)^(https?://|mailto:|tel:)\S+$")


class BlockKind(StrEnum):
    """The kind of a block of the body; JSON holds the value."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    PULL_QUOTE = "pull_quote"
    BULLET = "bullet"
    NUMBER = "number"
    PICTURE = "picture"
    CORRECTION = "correction"
    BOX = "box"
    """A paragraph of a tinted box; neighbours are one box."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanMarks(NamedTuple):
    """The marks of a range of text: what must be equal for two spans to be one."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""


class Span(_Value):
    """A range of text with the same marks. A soft line break is U+2028; other control characters do not occur."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""
    """Language it is written in (BCP 47), where that is not the story's."""

    @classmethod
    def marked(cls, text: str, marks: SpanMarks) -> "Span":
        """Text with these marks."""
        return cls(text=text, **marks._asdict())

    @field_validator("text")
    @classmethod
    def _clean_text(cls, text: str) -> str:
        return clean(text)

    @field_validator("language")
    @classmethod
    def _known_form(cls, language: str) -> str:
        """Only what has the form of a language's name."""
        return language if _LANGUAGE.match(language) else ""

    @field_validator("link")
    @classmethod
    def _safe_link(cls, link: str) -> str:
        """Only addresses that name a page, a mailbox or a telephone; a script is no link."""
        link = link.strip()
        return link if _SAFE_LINK.match(link) else ""

    @property
    def marks(self) -> SpanMarks:
        """All but its text."""
        return SpanMarks(self.bold, self.italic, self.link, self.language)


class Crop(_Value):
    """The part of a picture that is printed, as shares of its width and height from the top left."""

    left: float = Field(default=0.0, ge=0, lt=1)
    top: float = Field(default=0.0, ge=0, lt=1)
    right: float = Field(default=1.0, gt=0, le=1)
    bottom: float = Field(default=1.0, gt=0, le=1)

    @model_validator(mode="after")
    def _has_area(self) -> "Crop":
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("a crop must leave some of the picture")
        return self


class PictureUse(_Value):
    """The use of a stored picture in a story; the cutline is the text of the block that holds this."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    credit: str = ""
    alt: str = ""
    crop: Crop | None = None
    columns: int = Field(default=1, ge=1, le=12)

    @field_validator("credit", "alt")
    @classmethod
    def _clean_text(cls, text: str) -> str:
        return clean(text)


class Block(_Value):
    """One paragraph, subhead, quote, list item, or picture with its cutline."""

    kind: BlockKind = BlockKind.PARAGRAPH
    spans: tuple[Span, ...] = ()
    picture: PictureUse | None = None
    looseness: int = Field(default=0, ge=-1, le=1)
    """Lines fewer or more than the paragraph would take by itself, where it can be set so."""

    @field_validator("spans")
    @classmethod
    def _joined(cls, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return join_spans(spans)

    @model_validator(mode="after")
    def _picture_where_it_belongs(self) -> "Block":
        if (self.kind is BlockKind.PICTURE) != (self.picture is not None):
            raise ValueError("a picture block, and no other, names a picture")
        return self

    @property
    def text(self) -> str:
        """The words of the block without marks."""
        return "".join(span.text for span in self.spans)


class Document(_Value):
    """The body of a story, in reading order."""

    blocks: tuple[Block, ...] = ()

    @property
    def body_text(self) -> str:
        """The paragraphs without marks, parted by an empty line; cutlines are not among them."""
        return _parted(block.text for block in self.blocks if block.kind is not BlockKind.PICTURE)

    @property
    def cutlines(self) -> str:
        """The cutlines of the pictures without marks, parted as paragraphs are."""
        return _parted(block.text for block in self.blocks if block.kind is BlockKind.PICTURE)

    @property
    def words(self) -> int:
        """The number of words of the body; each Han character counts as one."""
        return count_words(self.body_text)

    @property
    def pictures(self) -> tuple[PictureUse, ...]:
        """The pictures the story uses, in order."""
        return tuple(block.picture for block in self.blocks if block.picture)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of words that are not in the story's, each once."""
        spans = (span for block in self.blocks for span in block.spans)
        return tuple(dict.fromkeys(span.language for span in spans if span.language))

    def plain(self) -> dict[str, Any]:
        """The document as plain values, defaults left out, with the schema version."""
        return {"version": self._version, "blocks": [_plain_block(block) for block in self.blocks]}

    @property
    def _version(self) -> int:
        """The oldest schema version that has all that this body uses."""
        if self.languages:
            return 3
        newer = any(block.kind is BlockKind.BOX or block.looseness for block in self.blocks)
        return 2 if newer else 1

    def to_json(self) -> str:
        """The canonical form: one document has exactly one."""
        return canonical_json(self.plain())

    @classmethod
    def from_json(cls, text: str) -> "Document":
        """Read `to_json`'s form, of this or an older schema version.

        Raises Unreadable when the text is no document or comes from a newer Galley.
        """
        try:
            return cls.from_plain(json.loads(text))
        except json.JSONDecodeError as error:
            raise Unreadable(f"The body of this story is not valid JSON: {error}.") from error

    @classmethod
    def from_plain(cls, value: Any) -> "Document":
        """Read `plain`'s form. Raises Unreadable like `from_json`."""
        if not isinstance(value, dict) or not isinstance(value.get("blocks"), list):
            raise Unreadable("The body of this story has no blocks: it was not written by Galley.")
        version = value.get("version")
        if version not in range(1, SCHEMA_VERSION + 1):
            raise Unreadable(
                f"The body of this story has schema version {version}; this Galley reads {SCHEMA_VERSION}."
            )
        try:
            return cls(blocks=tuple(Block.model_validate(block) for block in value["blocks"]))
        except ValidationError as error:
            first = error.errors()[0]
            raise Unreadable(f"The body of this story cannot be read: {first['msg']}.") from error

    @classmethod
    def from_paragraphs(cls, paragraphs: Iterable[str]) -> "Document":
        """A body of plain paragraphs; empty ones are left out."""
        return cls(blocks=tuple(paragraph(text) for text in paragraphs if text.strip()))


def stored_texts(packed: str) -> tuple[str, str]:
    """The text and the cutlines of a body in `to_json`'s form, read in a tenth of the time that building it takes.

    Raises Unreadable like `from_json`.
    """
    texts = stored_blocks(packed)
    return _parted(text for cutline, text in texts if not cutline), _parted(text for cutline, text in texts if cutline)


def stored_blocks(packed: str) -> list[tuple[bool, str]]:
    """Of each block of such a body whether it is a picture, and its text. Raises Unreadable like `from_json`."""
    try:
        blocks = json.loads(packed)["blocks"]
        return [
            (block["kind"] == BlockKind.PICTURE, "".join(span["text"] for span in block["spans"])) for block in blocks
        ]
    except (ValueError, KeyError, TypeError):
        body = Document.from_json(packed)
        return [(block.kind is BlockKind.PICTURE, block.text) for block in body.blocks]


def _parted(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text.strip())


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """A block of one unmarked span."""
    return Block(kind=kind, spans=(Span(text=text),))


def clean(text: str) -> str:
    """Text as Galley stores it: line breaks as U+2028, and U+FFFD for what no database or page can hold.

    Lone surrogates, control characters and non-characters are such (Unicode 15, sections 23.6 and 23.7).
    """
    text = text.replace("\r\n", "\u2028").replace("\n", "\u2028").replace("\r", "\u2028")
    return _FORBIDDEN.sub("\ufffd", text)


def join_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of the same text, as few as can be: empty ones dropped, neighbours with the same marks joined."""
    full = [span for span in spans if span.text]
    if len(full) == len(spans) and all(a.marks != b.marks for a, b in pairwise(full)):
        return tuple(spans)
    joined = []
    for marks, run in groupby(full, key=lambda span: span.marks):
        joined.append(Span.marked("".join(span.text for span in run), marks))
    return tuple(joined)


@cache
def _word() -> re.Pattern[str]:
    """The pattern of a word; compiled at the first count, which takes 3 ms."""
    return re.compile(rf"[{_HAN}]|[^\W_{_HAN}](?:[^\s\u2014\u2013/{_HAN}]*[^\W_{_HAN}])?")


def count_words(text: str) -> int:
    """Words as a newsroom counts them: hyphenated ones once, each Han character as one."""
    return len(_word().findall(text))


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces, non-ASCII as it is: the form that is hashed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256_hex(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(text.encode()).hexdigest()


def _plain_block(block: Block) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "kind": str(block.kind),
        "spans": [span.model_dump(exclude_defaults=True) for span in block.spans],
    }
    if block.picture:
        plain["picture"] = block.picture.model_dump(exclude_defaults=True)
    if block.looseness:
        plain["looseness"] = block.looseness
    return plain
