"""Pages of placed things as operators, ready to be bound into a file: what several processes make beside each other."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from db.values import Original
from exports.formats import Format
from exports.pdf.draw.fonts import ShownFont
from exports.pdf.draw.marks import draw_marks, draw_proof, paper_for
from exports.pdf.draw.page import PageWriter, Paper
from exports.pdf.picture.pictures import PrintPicture, print_picture
from exports.pdf.provenance import Provenance
from exports.typeset.sheet import PlacedPicture, Sheet

Flavour = Literal["x4", "x1a"]

LABELS: dict[Flavour, str] = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}
"""What each flavour is called (ISO 15930-7, ISO 15930-4)."""

PictureKey = tuple[str, float, float, tuple[float, float, float, float]]
"""Identity of a placed picture in a file: hash, width, height and crop."""

_QUICK = 2
"""Deflating pages harder takes longer than it saves bytes: a kilobyte and a half a page of newsprint."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """Pages that belong together in a file: a story's, or one page that several stories share."""

    sheets: Sequence[Sheet]
    provenance: Provenance
    """What their slug lines say."""
    originals: Mapping[str, Original]
    begun: tuple[Provenance, ...] | None = None
    """The stories to be stamped with this part; without it that of the slug line."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page's operators, deflated, and the names of the pictures it calls."""

    paper: Paper
    operators: bytes
    pictures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Written:
    """A part whose pages are written. They call fonts and pictures by names of their own."""

    begun: tuple[Provenance, ...]
    """The stories to be stamped with it."""
    pages: list[WrittenPage] = field(default_factory=list)
    fonts: dict[str, tuple[str, dict[int, str]]] = field(default_factory=dict)
    """Faces by name, with the text each glyph shown of it usually stands for."""
    pictures: dict[str, tuple[PictureKey, PrintPicture]] = field(default_factory=dict)


def write_part(part: FilePart, fmt: Format, *, flavour: Flavour, proof: bool) -> Written:
    """A part's pages with their marks.

    Raises NewsroomError when a picture's original is missing or broken.
    """
    writer = _PartWriter(part, fmt)
    papers = [paper_for(sheet, fmt) for sheet in part.sheets]
    for number, (sheet, paper) in enumerate(zip(part.sheets, papers, strict=True), 1):
        page = PageWriter(paper, writer.font, writer.picture)
        page.clip()
        if proof:
            draw_proof(page, sheet, part.provenance)
        else:
            for item in sheet.items:
                page.add(item)
        page.unclip()
        place = f"page {number} of {len(papers)}" if len(papers) > 1 else ""
        draw_marks(page, fmt, part.provenance, place, flavour=LABELS[flavour], proof=proof)
        operators = zlib.compress(page.operators().encode("ascii"), _QUICK)
        writer.written.pages.append(WrittenPage(paper, operators, page.pictures))
    return writer.written


class _PartWriter:
    """Gives faces and pictures their names in a part, and keeps what they are."""

    def __init__(self, part: FilePart, fmt: Format) -> None:
        self.written = Written((part.provenance,) if part.begun is None else part.begun)
        self._format = fmt
        self._originals = part.originals
        self._fonts: dict[str, ShownFont] = {}
        self._pictures: dict[PictureKey, str] = {}

    def font(self, key: str) -> ShownFont:
        """The face of that key."""
        if key not in self._fonts:
            font = self._fonts[key] = ShownFont(key, f"G{len(self._fonts) + 1}")
            self.written.fonts[font.name] = (key, font.texts)
        return self._fonts[key]

    def picture(self, placed: PlacedPicture) -> str:
        """The name under which a page calls a picture; the same one has one name."""
        key = (placed.sha256, placed.width, placed.height, placed.crop)
        if key not in self._pictures:
            name = self._pictures[key] = f"P{len(self._pictures) + 1}"
            self.written.pictures[name] = key, print_picture(placed, self._originals.get(placed.sha256), self._format)
        return self._pictures[key]
