"""Facts of any PDF that one asks for before it is judged: its pages with their boxes, its fonts, its press."""

import io
import warnings
from dataclasses import dataclass

import pikepdf

from db.errors import Unreadable
from exports.pdf.check import DAMAGE
from exports.pdf.check.opened import OpenPdf, PressTarget
from exports.pdf.check.paint.geometry import Box
from exports.pdf.check.stream_sizes import layers_swell, swells

_BOXES = {"/MediaBox": "Media", "/CropBox": "Crop", "/BleedBox": "Bleed", "/TrimBox": "Trim", "/ArtBox": "Art"}
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

MOST_PAGES = 2_000
"""Pages of a file that are shown: ten editions of a paper in one."""


@dataclass(frozen=True)
class PdfPage:
    """A page as its boxes tell of it; points of its own space."""

    boxes: tuple[tuple[str, Box], ...]
    """`Media`, `Bleed`, `Trim`, `Art`, `Crop`: those that it has, Media always."""
    rotation: int = 0
    """Degrees that it is shown turned by, clockwise: 0, 90, 180 or 270."""

    def box(self, name: str) -> Box | None:
        """The box of that name."""
        return dict(self.boxes).get(name)

    @property
    def media(self) -> Box:
        """The whole paper."""
        return dict(self.boxes)["Media"]

    @property
    def printed(self) -> Box:
        """What is printed and cut: the bleed, else the trim, else the whole paper."""
        return self.box("Bleed") or self.box("Trim") or self.media


@dataclass(frozen=True)
class FileFacts:
    """Facts of a PDF."""

    pages: tuple[PdfPage, ...]
    title: str = ""
    press: str = ""
    """The printing condition it is made for; empty when it names none."""
    fonts: int = 0
    embedded: int = 0


def file_facts(source: bytes) -> FileFacts:
    """Facts of a PDF. Called in the process of `db/sandbox.py`. Raises Unreadable that says what is wrong."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if swells(source):
                raise Unreadable("A part of the file unpacks to more than a page could hold.")
            with pikepdf.open(io.BytesIO(source)) as pdf:
                if layers_swell(pdf):
                    raise Unreadable("A part of the file unpacks to more than a page could hold.")
                return _facts(OpenPdf(pdf, PressTarget("x4", None, None, 0.0)))
    except pikepdf.PasswordError:
        raise Unreadable("The file is locked with a password.") from None
    except DAMAGE:
        raise Unreadable("The file is not a PDF that can be read.") from None


def _facts(opened: OpenPdf) -> FileFacts:
    if not opened.pages:
        raise Unreadable("The file has no page.")
    if len(opened.pages) > MOST_PAGES:
        raise Unreadable(f"The file has more than {MOST_PAGES:,} pages.")
    pages = tuple(
        PdfPage(
            tuple((_BOXES[name], box) for name, box in boxes.items() if name in _BOXES),
            int(page.rotation) % 360 // 90 * 90,
        )
        for (_, boxes), page in zip(opened.boxes(), opened.pages, strict=True)
    )
    return FileFacts(pages, str(opened.info.get("/Title", "")), _press(opened), *_fonts(opened))


def _press(opened: OpenPdf) -> str:
    for intent in opened.intents:
        for key in ("/Info", "/OutputConditionIdentifier"):
            if said := str(intent.get(key, "")).strip():
                return said
    return ""


def _fonts(opened: OpenPdf) -> tuple[int, int]:
    """How many faces there are, and how many are embedded."""
    programmed = [font for font in opened.fonts if font.get("/Subtype") != pikepdf.Name.Type3]
    embedded = sum(any(name in font.get("/FontDescriptor", {}) for name in _PROGRAMS) for font in programmed)
    return len(programmed), embedded
