"""Pages of placed things in, a PDF/X file out: reportlab writes it, pikepdf finishes it."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from db.errors import NewsroomError
from db.values import Original
from exports.formats import Format
from exports.pdf.draw.fonts import font_object
from exports.pdf.draw.page import KNOCK_OUT, OVERPRINT, REGISTRATION, Paper
from exports.pdf.parts import LABELS, FilePart, Flavour, PictureKey, Written, write_part
from exports.pdf.picture.pictures import PrintPicture
from exports.pdf.provenance import Provenance, bound
from exports.pdf.stamp import FileIdentity
from exports.typeset.sheet import Sheet

_STATES = f"<</{OVERPRINT}<</OP true/op true/OPM 1>>/{KNOCK_OUT}<</OP false/op false/OPM 0>>>>"
_EVERY_PLATE = "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"


def write_pdf(
    sheets: Sequence[Sheet],
    fmt: Format,
    provenance: Provenance,
    originals: Mapping[str, Original],
    *,
    flavour: Flavour = "x4",
    proof: bool = False,
) -> bytes:
    """The pages as a file a printer takes: PDF/X-4, or PDF/X-1a:2003; a proof is marked PROOF all over.

    Pictures are looked up by their hash. The same input makes the same bytes: the only time is `provenance.at`.
    Raises NewsroomError when there is no page, or a picture's original is missing or broken.
    """
    part = write_part(FilePart(sheets, provenance, originals), fmt, flavour=flavour, proof=proof)
    return bind([part], fmt, provenance.slug, provenance.at, flavour=flavour, proof=proof)


def bind(
    parts: Iterable[Written], fmt: Format, name: str, at: datetime, *, flavour: Flavour = "x4", proof: bool = False
) -> bytes:
    """Parts one after another in one file, under a name; with one story in it, it is that story's file.

    Parts are taken when their turn comes and kept only as compressed pages; fonts are cut down once, at the end.
    Raises NewsroomError when there is no page.
    """
    from exports.pdf.finish import FLAVOURS, finish

    document = _Document()
    held: list[Provenance] = []
    papers: list[Paper] = []
    for part in parts:
        held += part.begun
        papers += (page.paper for page in part.pages)
        document.add(part)
    if not papers:
        raise NewsroomError(f"{name or 'The story'} has no page to print: write its text first.")
    single = len(held) == 1
    provenance = held[0] if single else bound(name, held, at)
    edition = FileIdentity(provenance, fmt.name, LABELS[flavour], proof, len(papers), () if single else tuple(held))
    written = document.written()
    del document
    return finish(written, papers, fmt, edition, FLAVOURS[flavour])


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's canvas without its own idea of what a page needs: the pages bring all of it.

    Without this each page calls for Helvetica, which is not embedded.
    """

    operators, resources = b"", ""
    """What the page being written consists of, deflated, and what it calls by name."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def _setXObjects(self, page: pdfdoc.PDFPage) -> None:
        """Called for each page when it is shown: the place to hand it all it needs."""
        content = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
        page.Contents = pdfdoc.PDFStream(content, self.operators)
        page.Resources = self.resources


class _EmptyInfo(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab carries no types
    """reportlab's Info dictionary with nothing in it: `finish` writes what it holds."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The dictionary as it is written."""
        return b"<<>>"


@dataclass(frozen=True, slots=True)
class _Font:
    """A face in a file, its object a place that is filled at the end."""

    name: str
    key: str
    texts: dict[int, str]
    """The glyphs shown of it, and the text each stands for."""
    reference: str


class _Document:
    """A file being written: its pages, and the fonts and pictures they share."""

    def __init__(self) -> None:
        self._fonts: list[_Font] = []
        self._pictures: dict[PictureKey, str] = {}
        self._canvas = _Canvas(io.BytesIO(), pageCompression=0, invariant=1)
        self._canvas._doc.info = _EmptyInfo()
        self._every_plate = self._put(_EVERY_PLATE, REGISTRATION)

    def add(self, part: Written) -> None:
        """Put a part's pages behind those before them."""
        canvas = self._canvas
        fonts = "".join(f"/{name} {self._font(*font)}" for name, font in part.fonts.items())
        pictures = {name: self._picture(*picture) for name, picture in part.pictures.items()}
        for page in part.pages:
            shown = "".join(f"/{name} {pictures[name]}" for name in sorted(page.pictures))
            canvas.setPageSize(page.paper.media[2:])
            canvas.operators = page.operators
            canvas.resources = (
                f"<</Font<<{fonts}>>/ExtGState{_STATES}/ColorSpace<</{REGISTRATION} {self._every_plate}>>"
                f"{f'/XObject<<{shown}>>' if shown else ''}>>"
            )
            canvas.showPage()

    def written(self) -> bytes:
        """The file as reportlab writes it, with the fonts cut down to the glyphs its pages show."""
        document = self._canvas._doc
        for font in self._fonts:
            document.idToObject[font.name] = font_object(document, font.name, font.key, font.texts)
        data: bytes = self._canvas.getpdfdata()
        return data

    def _font(self, key: str, texts: Mapping[int, str]) -> str:
        """A reference to the font with a face whose glyphs stand for these texts, or for others that do not differ."""
        for font in self._fonts:
            if font.key == key and all(font.texts.get(glyph, text) == text for glyph, text in texts.items()):
                font.texts.update(texts)
                return font.reference
        name = f"F{len(self._fonts) + 1}"
        self._fonts.append(_Font(name, key, dict(texts), self._put(b"null", name)))
        return self._fonts[-1].reference

    def _picture(self, key: PictureKey, ready: PrintPicture) -> str:
        """A reference to a picture; the same one is stored once."""
        if key not in self._pictures:
            self._pictures[key] = self._put(_image(ready), f"P{len(self._pictures) + 1}")
        return self._pictures[key]

    def _put(self, thing: object, name: str) -> str:
        """Put an object into the file under a name of its own. Returns a reference to it."""
        document = self._canvas._doc
        return f"{document.Reference(thing, name).format(document).decode()}"


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
