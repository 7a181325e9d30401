"""An open PDF with the views the rules of the press check share; nothing in it is taken for granted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from exports.pdf.check.paint.content import Budget, instructions
from exports.pdf.check.paint.content_interpreter import painted
from exports.pdf.check.paint.geometry import Box, meet
from exports.pdf.check.paint.graphics_state import Painted
from exports.rules import PreflightRule


@dataclass(frozen=True)
class Spot:
    """A place on a page."""

    page: int
    """Counted from 1."""
    box: Box | None = None
    """Points of the page's own space; None for all of the page."""

    def __str__(self) -> str:
        return f"page {self.page}"


Place = str | Spot
Found = Iterator[tuple[Place, str]]
"""Place and detail of each fault."""

_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "mm": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "x": "http://www.npes.org/pdfx/ns/id/",
    "galley": "urn:galley:stamp:1",
}
_LARGEST_METADATA = 4 << 20


@dataclass(frozen=True)
class PressTarget:
    """What the printer asks for."""

    flavour: str
    ink_limit: float | None
    """Percent; None: not checked."""
    min_ppi: int | None
    bleed: float
    """Millimetres."""

    @property
    def x4(self) -> bool:
        """Whether PDF/X-4 is asked for, not X-1a."""
        return self.flavour == "x4"


class OpenPdf:
    """A PDF as the rules look at it."""

    def __init__(self, pdf: pikepdf.Pdf, wanted: PressTarget) -> None:
        self.pdf = pdf
        self.wanted = wanted
        self.root = pdf.Root
        self.pages = list(pdf.pages)

    @cached_property
    def info(self) -> Object:
        """The Info dictionary."""
        return self.pdf.trailer.get("/Info", Dictionary())

    @cached_property
    def nodes(self) -> list[Object]:
        """Every array, dictionary and stream."""
        return list(_nodes(self.pdf))

    @cached_property
    def dictionaries(self) -> list[Object]:
        """Every dictionary and stream."""
        return [node for node in self.nodes if isinstance(node, Dictionary | Stream)]

    @cached_property
    def fonts(self) -> list[Object]:
        """Every font that has or should have a program: all but composite ones, whose descendants are here."""
        return [node for node in self.dictionaries if node.get("/Type") == Name.Font and "/DescendantFonts" not in node]

    @cached_property
    def states(self) -> list[Object]:
        """Every graphics state that resources name."""
        tables = (node.get("/ExtGState") for node in self.dictionaries)
        return [state for table in tables if isinstance(table, Dictionary) for _, state in table.items()]

    @cached_property
    def images(self) -> list[Object]:
        """Every image."""
        return [node for node in self.dictionaries if isinstance(node, Stream) and node.get("/Subtype") == Name.Image]

    @cached_property
    def intents(self) -> list[Object]:
        """The output intents for PDF/X."""
        return [intent for intent in self.root.get("/OutputIntents", []) if intent.get("/S") == Name.GTS_PDFX]

    @cached_property
    def painted(self) -> list[tuple[int, Painted]]:
        """Everything painted, with its page's number."""
        budget = Budget()
        return [(number, thing) for number, page in enumerate(self.pages, 1) for thing in painted(page, budget)]

    def streams(self) -> Iterator[tuple[Place, Object]]:
        """Everything that holds operators, with a place to name."""
        for number, page in enumerate(self.pages, 1):
            yield Spot(number), page.obj
        for node in self.dictionaries:
            if isinstance(node, Stream) and (node.get("/Subtype") == Name.Form or node.get("/PatternType") == 1):
                yield f"object {node.objgen[0]}", node
        for font in self.fonts:
            if font.get("/Subtype") == Name.Type3:
                yield from ((f"glyph {name}", glyph) for name, glyph in font.get("/CharProcs", Dictionary()).items())

    @cached_property
    def asked(self) -> list[tuple[Place, str, list[Any]]]:
        """Place, operator and operands of what streams ask for by colours in RGB, intents and pictures inside them."""
        found: list[tuple[Place, str, list[Any]]] = []
        for place, stream in self.streams():
            for instruction in instructions(stream, Budget()):
                operator = str(instruction.operator)
                if operator in ("rg", "RG", "ri"):
                    found.append((place, operator, list(instruction.operands)))
                elif isinstance(instruction, pikepdf.ContentStreamInlineImage):
                    found.append((place, "BI", [instruction.iimage]))
        return found

    def place_of(self, image: Object) -> Place:
        """The page a picture is printed on; empty when no page shows it."""
        for page, thing in self.painted:
            if thing.image is not None and thing.image.key == image.objgen:
                return Spot(page, thing.seen or thing.box)
        return ""

    @cached_property
    def metadata(self) -> ElementTree.Element | None:
        """The XMP metadata; None where there is none that can be read, or it declares entities."""
        stream = self.root.get("/Metadata")
        data = stream.read_bytes() if isinstance(stream, Stream) else b""
        if not data or len(data) > _LARGEST_METADATA or _declares(data):
            return None
        try:
            return ElementTree.fromstring(data.strip(b"\xef\xbb\xbf\0 \t\r\n"))
        except ElementTree.ParseError:
            return None

    def said(self, key: str) -> str:
        """A property of the metadata, written as element or attribute; empty where it is missing."""
        space, name = key.split(":")
        tag = f"{{{_NAMES[space]}}}{name}"
        for element in self.metadata.iter() if self.metadata is not None else ():
            if element.tag == tag:
                return "".join(element.itertext()).strip()
            if tag in element.attrib:
                return element.attrib[tag].strip()
        return ""

    @cached_property
    def printed(self) -> list[tuple[int, Painted]]:
        """What of all that is painted lies on the page or its bleed: what stands beside them, marks and notes, does not
        count as ink.
        """
        papers = {
            number: boxes.get("/BleedBox", boxes.get("/CropBox", boxes["/MediaBox"])) for number, boxes in self.boxes()
        }
        return [(page, thing) for page, thing in self.painted if thing.seen and meet(thing.seen, papers[page])]

    def boxes(self) -> Iterator[tuple[int, dict[str, Box]]]:
        """For each page its number and the boxes it has."""
        names = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
        for number, page in enumerate(self.pages, 1):
            given = {name: page.obj.get(name) for name in names}
            given["/MediaBox"] = page.mediabox
            yield number, {name: _box(box) for name, box in given.items() if box is not None}


FileRule = PreflightRule[OpenPdf, tuple[Place, str]]
"""A rule for files: it finds place and detail."""


def _declares(data: bytes) -> bool:
    """Whether XML declares anything, entities perhaps: what begins with `<!` and is no comment and no plain text."""
    marks = data.count(b"<!")
    return marks != data.count(b"<!--") + data.count(b"<![CDATA[")


def _box(values: Object) -> Box:
    x0, y0, x1, y1 = (float(value) for value in values)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _nodes(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Every array, dictionary and stream of a file, those inside others included, once."""
    waiting = [thing for thing in pdf.objects if isinstance(thing, Object)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array):
            children = list(node)
        elif isinstance(node, Dictionary | Stream):
            children = [value for _, value in node.items()]
        else:
            continue
        yield node
        waiting += [child for child in children if isinstance(child, Object) and not child.is_indirect]
