"""What the benches of typesetting set: two hundred invented stories, and the page they are set on."""

import json
import lzma
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.document import Document
from db.stages import Stage
from db.values import SignOff, Story
from exports.formats import MM, Format, load_format

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


@dataclass(frozen=True)
class Page:
    """A page in millimetres; body type is 9 on 11 points."""

    width: float
    height: float
    columns: int = 4
    margin: float = 15
    gutter: float = 5


NARROW = Page(225, 420)
"""Four columns of 45 mm."""

A3 = Page(297, 420)


def texts(number: int) -> list[dict[str, Any]]:
    """So many stories; beyond the two hundred they come again, each with a number that makes it another text."""
    packed = Path(__file__).with_name("stories.json.xz").read_bytes()
    stored = json.loads(lzma.decompress(packed))
    return [_numbered(stored[at % len(stored)], at // len(stored)) for at in range(number)]


def _numbered(text: dict[str, Any], time: int) -> dict[str, Any]:
    return text | {"paras": [f"{time} {part}" for part in text["paras"]]} if time else text


def story(text: dict[str, Any], number: int) -> Story:
    """A text as an approved story, which may leave clean."""
    body = Document.from_paragraphs(text["paras"])
    plain = Story(
        id=number + 1, slug=f"story-{number}", headline=text["headline"], dek=text["dek"], byline=text["byline"],
        dateline=text["dateline"], ednote="", stage=Stage.PUBLISH, desk="City", writer="rita", writer_name="Rita",
        version=1, content_hash="", words=body.words, changed=AT, body=body,
    )  # fmt: skip
    approved = plain.text.content_hash
    sign_off = SignOff(1, approved, "nora", "Nora Lin", "NL", AT, alone=False, signature="")
    return replace(plain, content_hash=approved, sign_off=sign_off)


def stories(number: int) -> list[Story]:
    """So many stories."""
    return [story(text, at) for at, text in enumerate(texts(number))]


def our_format(page: Page) -> Format:
    """The tabloid's styles on another page, glyphs giving no more than −2/+3 % of their width."""
    sides = page.margin * MM
    return replace(
        load_format("tabloid"), name="bench", trim_width=page.width * MM, trim_height=page.height * MM, top=sides,
        right=sides, bottom=sides, left=sides, columns=page.columns, gutter=page.gutter * MM,
    )  # fmt: skip


def columns_of(page: Page) -> float:
    """The width of a column, mm."""
    room = page.width - 2 * page.margin - page.gutter * (page.columns - 1)
    return room / page.columns


def joined(parts: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Stories as paragraphs, each with its kind: headline, dek, byline, body."""
    found = []
    for text in parts:
        found += [("headline", text["headline"]), ("dek", text["dek"]), ("byline", text["byline"])]
        found += [("body", part) for part in text["paras"]]
    return found
