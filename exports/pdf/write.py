"""Pages of placed things in, a PDF/X file out: reportlab writes it, pikepdf finishes it."""

import io
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from db.errors import NewsroomError
from db.values import Original
from exports.formats import Format
from exports.pdf.fonts import DocumentFont
from exports.pdf.marks import draw_marks, draw_proof, paper_for
from exports.pdf.page import KNOCK_OUT, OVERPRINT, REGISTRATION, PageWriter, Paper
from exports.pdf.pictures import PrintPicture, print_picture
from exports.pdf.press import Press, bound
from exports.pdf.stamp import Edition
from exports.typeset.sheet import PlacedPicture, Sheet

_STATES = f"<</{OVERPRINT}<</OP true/op true/OPM 1>>/{KNOCK_OUT}<</OP false/op false/OPM 0>>>>"
_QUICK = 2
"""Deflating pages harder takes longer than it saves bytes: a kilobyte and a half a page of newsprint."""

_EVERY_PLATE = "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"


def write_pdf(
    sheets: Sequence[Sheet],
    fmt: Format,
    press: Press,
    originals: Mapping[str, Original],
    *,
    flavour: Literal["x4", "x1a"] = "x4",
    proof: bool = False,
) -> bytes:
    """The pages as a file a printer takes: PDF/X-4, or PDF/X-1a:2003; a proof is marked PROOF all over.

    Pictures are looked up by their hash. The same input makes the same bytes: the only time is `press.at`.
    Raises NewsroomError when there is no page, or a picture's original is missing or broken.
    """
    return write_parts([Part(sheets, press, originals)], fmt, press.slug, press.at, flavour=flavour, proof=proof)


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together in a file: a story's, or one page that several stories share."""

    sheets: Sequence[Sheet]
    press: Press
    """What their slug lines say."""
    originals: Mapping[str, Original]
    begun: tuple[Press, ...] | None = None
    """The stories to be stamped with this part; without it that of the slug line."""


def write_parts(
    parts: Iterable[Part],
    fmt: Format,
    name: str,
    at: datetime,
    *,
    flavour: Literal["x4", "x1a"] = "x4",
    proof: bool = False,
) -> bytes:
    """Parts one after another in one file, under a name; with one story in it, it is that story's file.

    Parts are taken when their turn comes and kept only as compressed pages; fonts are cut down once, at the end.
    Raises NewsroomError like `write_pdf`.
    """
    from exports.pdf.finish import FLAVOURS, finish

    kind = FLAVOURS[flavour]
    document = _Document(fmt)
    held: list[Press] = []
    papers: list[Paper] = []
    for part in parts:
        document.originals = part.originals
        held += (part.press,) if part.begun is None else part.begun
        papers += _write_part(document, part, fmt, kind.label, proof=proof)
    if not papers:
        raise NewsroomError(f"{name or 'The story'} has no page to print: write its text first.")
    single = len(held) == 1
    press = held[0] if single else bound(name, held, at)
    edition = Edition(press, fmt.name, kind.label, proof, len(papers), () if single else tuple(held))
    written = document.written()
    del document
    return finish(written, papers, fmt, edition, kind)


def _write_part(document: "_Document", part: Part, fmt: Format, label: str, *, proof: bool) -> list[Paper]:
    """Put a part's pages into the file. Returns their papers."""
    papers = [paper_for(sheet, fmt) for sheet in part.sheets]
    for number, (sheet, paper) in enumerate(zip(part.sheets, papers, strict=True), 1):
        page = PageWriter(paper, document.font, document.picture)
        page.clip()
        if proof:
            draw_proof(page, sheet, part.press)
        else:
            for item in sheet.items:
                page.add(item)
        page.unclip()
        place = f"page {number} of {len(papers)}" if len(papers) > 1 else ""
        draw_marks(page, fmt, part.press, place, flavour=label, proof=proof)
        document.add(page, paper)
    return papers


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's canvas without its own idea of a font, of graphics states and of colours: the pages bring theirs.

    Without this each page calls for Helvetica, which is not embedded.
    """

    operators = b""
    """What the page being written consists of."""
    pictures: frozenset[str] = frozenset()
    """Names of the pictures on it."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setXObjects(self, page: pdfdoc.PDFPage) -> None:
        """Called for each page when it is shown: the place to hand it all it needs."""
        content = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
        page.Contents = pdfdoc.PDFStream(content, zlib.compress(self.operators, _QUICK))
        page.ExtGState = _STATES
        page._colorsUsed = {REGISTRATION: REGISTRATION}
        if self.pictures:
            page.XObjects = pdfdoc.PDFDictionary({name: pdfdoc.PDFObjectReference(name) for name in self.pictures})


class _Document:
    """A file being written: its pages, and the fonts and pictures they share."""

    def __init__(self, fmt: Format) -> None:
        self.originals: Mapping[str, Original] = {}
        """The pictures of the part being written, by hash."""
        self._format = fmt
        self._fonts: dict[str, DocumentFont] = {}
        self._pictures: dict[tuple[str, float, float, tuple[float, ...]], str] = {}
        self._canvas = _Canvas(io.BytesIO(), pageCompression=0, invariant=1)
        self._canvas._doc.Reference(_EVERY_PLATE, REGISTRATION)

    def font(self, key: str) -> DocumentFont:
        """The face of that key in this file."""
        if key not in self._fonts:
            self._fonts[key] = DocumentFont(key, f"G{len(self._fonts) + 1}")
        return self._fonts[key]

    def picture(self, placed: PlacedPicture) -> str:
        """The name under which a page calls a picture; the same one is stored once."""
        key = (placed.sha256, placed.width, placed.height, placed.crop)
        if key not in self._pictures:
            ready = print_picture(placed, self.originals.get(placed.sha256), self._format)
            name = self._pictures[key] = f"P{len(self._pictures) + 1}"
            self._canvas._doc.Reference(_image(ready), name)
        return self._pictures[key]

    def add(self, page: PageWriter, paper: Paper) -> None:
        """Put a page behind those before it."""
        canvas = self._canvas
        canvas.setPageSize(paper.media[2:])
        canvas.operators, canvas.pictures = page.operators().encode("ascii"), page.pictures
        canvas.showPage()

    def written(self) -> bytes:
        """The file as reportlab writes it, with the fonts cut down to the glyphs its pages show."""
        document = self._canvas._doc
        fonts = {font.name: font.add_to(document) for font in self._fonts.values()}
        document.idToObject[pdfdoc.BasicFonts].dict.update(fonts)
        data: bytes = self._canvas.getpdfdata()
        return data


def _image(ready: PrintPicture) -> pdfdoc.PDFStream:
    """A picture as an image object. JPEG holds CMYK the other way round, as Adobe began it: hence Decode."""
    entries = {
        "Type": pdfdoc.PDFName("XObject"), "Subtype": pdfdoc.PDFName("Image"), "Width": ready.width,
        "Height": ready.height, "BitsPerComponent": 8, "Filter": pdfdoc.PDFName("DCTDecode"),
        "ColorSpace": pdfdoc.PDFName("DeviceGray" if ready.grey else "DeviceCMYK"),
    }  # fmt: skip
    if not ready.grey:
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), ready.data)
