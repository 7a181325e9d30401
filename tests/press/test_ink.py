"""Ink of every kind of paint: the printer's plates and our reading of the operators name the same pages."""

import io
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import Image

from exports.pdf.check.opened import OpenPdf, PressTarget, Spot
from exports.pdf.check.paint_rules import PAINT_RULES
from tests.exports.pdf.picture.test_separation import linear_gray
from tests.press.conftest import printed, printers_check

LIMIT = 240
WORD = "<001100240027002A002F>"
"""Glyphs that the face has."""
SQUARE = "40 40 120 120 re"
OVER: dict[str, object] = {"op": True, "OP": True, "OPM": 1}
FULL, SPARE = b"\xff" * 4, b"\x20" * 4


@dataclass
class Leaf:
    """A page of 200 points, 20 of them beyond the bleed, that is painted on."""

    pdf: Pdf
    page: Object
    operators: bytes = b""

    def name(self, kind: str, thing: Object) -> str:
        """A name in the resources for a thing."""
        if kind not in self.page.Resources:
            self.page.Resources[kind] = Dictionary()
        table = self.page.Resources[kind]
        name = f"/N{len(table.keys())}"
        table[name] = thing
        return name

    def draw(self, operators: str | bytes) -> None:
        """Paint."""
        self.operators += operators.encode() if isinstance(operators, str) else operators

    def stream(self, data: bytes, **entries: object) -> Object:
        """A stream with these entries."""
        return self.pdf.make_indirect(self.pdf.make_stream(data, **entries))

    def image(self, data: bytes, space: Object | None, bits: int = 8, side: int = 32, **more: object) -> Object:
        """A square picture."""
        entries = {"Type": Name.XObject, "Subtype": Name.Image, "Width": side, "Height": side, "BitsPerComponent": bits}
        return self.stream(data, **entries, **({"ColorSpace": space} if space is not None else {}), **more)

    def show(self, image: Object) -> None:
        """Print a picture."""
        self.draw(f"q 120 0 0 120 40 40 cm {self.name('/XObject', image)} Do Q ")


Paint = Callable[[Leaf], None]


def drawn(operators: str) -> Paint:
    return lambda leaf: leaf.draw(operators)


def in_state(operators: str, **entries: object) -> Paint:
    return lambda leaf: leaf.draw(f"{leaf.name('/ExtGState', Dictionary(**entries))} gs {operators}")


def pixels(space: Callable[[Leaf], Object | None] | Object, pixel: bytes, bits: int = 8, **more: object) -> Paint:
    """A picture of one colour; `pixel` is repeated to fill it."""

    def paint(leaf: Leaf) -> None:
        kind = space(leaf) if callable(space) else space
        leaf.show(leaf.image(pixel * (32 * 32), kind, bits, **more))

    return paint


def packed(kind: str, mode: str, colour: object, space: Object | None, **more: object) -> Paint:
    """A picture in a file format of its own."""

    def paint(leaf: Leaf) -> None:
        out = io.BytesIO()
        Image.new(mode, (32, 32), colour).save(out, kind, **({"quality": 95} if kind == "JPEG" else {}))
        image = leaf.image(b"", space, **more)
        image.write(out.getvalue(), filter=Name.DCTDecode if kind == "JPEG" else Name.JPXDecode)
        leaf.show(image)

    return paint


def masked(leaf: Leaf) -> None:
    """A picture seen through by half."""
    veil = leaf.image(bytes([128]) * 1024, Name.DeviceGray)
    leaf.show(leaf.image(FULL * 1024, Name.DeviceCMYK, SMask=veil))


def palette(space: Object, *colours: bytes) -> Object:
    return Array([Name.Indexed, space, len(colours) - 1, String(b"".join(colours))])


def profiled(data: bytes, parts: int) -> Callable[[Leaf], Object]:
    return lambda leaf: Array([Name.ICCBased, leaf.stream(data, N=parts)])


def spot(*inks: float, tint: float = 1, kind: int = 2) -> Paint:
    """A square in a spot colour that stands for these inks, by a function of each kind."""

    def paint(leaf: Leaf) -> None:
        reach = [0, 1] * 4
        functions = {
            0: lambda: leaf.stream(
                bytes(4) + bytes(round(255 * ink) for ink in inks),
                FunctionType=0, Domain=[0, 1], Range=reach, Size=[2], BitsPerSample=8,
            ),
            2: lambda: Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=list(inks), N=1),
            3: lambda: Dictionary(
                FunctionType=3, Domain=[0, 1], Bounds=[], Encode=[0, 1], Functions=Array([functions[2]()])
            ),
            4: lambda: leaf.stream(
                f"{{ dup {inks[0]} mul exch dup {inks[1]} mul exch dup {inks[2]} mul exch {inks[3]} mul }}".encode(),
                FunctionType=4, Domain=[0, 1], Range=reach,
            ),
        }  # fmt: skip
        space = Array([Name.Separation, Name.Gold, Name.DeviceCMYK, functions[kind]()])
        leaf.draw(f"{leaf.name('/ColorSpace', space)} cs {tint} scn {SQUARE} f ")

    return paint


def slope(first: list[float], last: list[float], *, pattern: bool = False, space: Object = Name.DeviceCMYK) -> Paint:
    """A square that goes from one colour to another."""

    def paint(leaf: Leaf) -> None:
        function = Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)
        shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[40, 0, 160, 0], Function=function)
        if pattern:
            name = leaf.name("/Pattern", Dictionary(PatternType=2, Shading=shading))
            leaf.draw(f"/Pattern cs {name} scn {SQUARE} f ")
        else:
            leaf.draw(f"q {SQUARE} W n {leaf.name('/Shading', shading)} sh Q ")

    return paint


def tiles(operators: bytes) -> Paint:
    """A square filled with a pattern."""

    def paint(leaf: Leaf) -> None:
        entries = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 10, "YStep": 10}
        pattern = leaf.stream(operators, **entries, BBox=Array([0, 0, 10, 10]), Resources=Dictionary())
        leaf.draw(f"/Pattern cs {leaf.name('/Pattern', pattern)} scn {SQUARE} f ")

    return paint


def letters(operators: str, way: int = 0) -> Paint:
    return drawn(f"{operators} BT /G2 40 Tf {way} Tr 1 0 0 1 40 80 Tm {WORD} Tj ET ")


def lettered(leaf: Leaf) -> None:
    """A picture that is dark at its left, with letters that overprint at its right."""
    state = leaf.name("/ExtGState", Dictionary(**OVER))
    leaf.show(leaf.image((b"\xcc\xcc\0\0" * 8 + bytes(96)) * 32, Name.DeviceCMYK))
    leaf.draw(f"{state} gs 0 0 0 1 k BT /G2 20 Tf 1 0 0 1 80 80 Tm {WORD} Tj ET ")


def own_letters(glyph: bytes, before: str = "") -> Paint:
    """Letters that are drawings of their own."""

    def paint(leaf: Leaf) -> None:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 750, 750], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(a=leaf.stream(glyph)), FirstChar=97, LastChar=97, Widths=[1000],
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])), Resources=Dictionary(),
        )  # fmt: skip
        leaf.draw(f"{before} BT {leaf.name('/Font', font)} 60 Tf 1 0 0 1 40 80 Tm (aa) Tj ET ")

    return paint


def note(operators: str, kind: str = "Widget", flags: int = 4, left: float = 60) -> Paint:
    """A note or field that is printed as it looks."""

    def paint(leaf: Leaf) -> None:
        entries = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 100, 50])}
        looks = leaf.stream(operators.encode(), **entries, Resources=leaf.page.Resources)
        rectangle = [left, 60, left + 40, 80]
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=rectangle, F=flags, FT=Name.Tx, T=String("x")
        )
        annotation.AP = Dictionary(N=looks)
        leaf.page.Annots = Array([leaf.pdf.make_indirect(annotation)])
        if kind == "Widget":
            form = leaf.pdf.Root.get("/AcroForm", Dictionary(Fields=Array([])))
            form.Fields.append(leaf.page.Annots[0])
            leaf.pdf.Root.AcroForm = form

    return paint


def group(operators: bytes, opacity: float) -> Paint:
    def paint(leaf: Leaf) -> None:
        entries = {"Subtype": Name.Form, "BBox": Array([0, 0, 200, 200]), "Resources": Dictionary()}
        form = leaf.stream(operators, **entries, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))
        state = leaf.name("/ExtGState", Dictionary(ca=opacity))
        leaf.draw(f"{state} gs {leaf.name('/XObject', form)} Do ")

    return paint


def inline(space: str, pixel: bytes) -> Paint:
    return lambda leaf: leaf.draw(
        f"q 120 0 0 120 40 40 cm BI /W 8 /H 8 /BPC 8 /CS {space} ID ".encode() + pixel * 64 + b" EI Q "
    )


def stencil(operators: str) -> Paint:
    def paint(leaf: Leaf) -> None:
        leaf.draw(operators)
        leaf.show(leaf.image(bytes(32 * 4), None, 1, ImageMask=True))

    return paint


RICH = "1 1 1 1 k "
CAL_RGB = Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])
LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.9505, 1, 1.089], Range=[-128, 127, -128, 127])])
BLACK, WHITE = bytes(3), b"\xff" * 3

PAINTS: dict[str, Paint] = {
    "too much in a fill": drawn(f"{RICH} {SQUARE} f "),
    "black alone": drawn(f"0 0 0 1 k {SQUARE} f "),
    "too much beside the bleed": drawn(f"{RICH} 2 2 10 100 re f "),
    "too much clipped away": drawn(f"q 30 30 1 1 re W n {RICH} {SQUARE} f Q "),
    "too much in a wide line": drawn("1 1 1 1 K 30 w 40 100 m 160 100 l S "),
    "marks round the page": drawn("1 1 1 1 K 1 w 2 100 m 10 100 l 190 100 m 198 100 l S "),
    "an RGB picture, black": pixels(Name.DeviceRGB, BLACK),
    "an RGB picture, white": pixels(Name.DeviceRGB, WHITE),
    "an RGB picture, grey": pixels(Name.DeviceRGB, bytes([120, 110, 100])),
    "an RGB picture, navy": pixels(Name.DeviceRGB, bytes([10, 10, 60])),
    "an RGB picture, blue": pixels(Name.DeviceRGB, bytes([0, 0, 255])),
    "an RGB picture in JPEG": packed("JPEG", "RGB", (0, 0, 0), Name.DeviceRGB),
    "an RGB picture in JPEG 2000": packed("JPEG2000", "RGB", (0, 0, 0), None),
    "a grey JPEG 2000 that names no inks": packed("JPEG2000", "L", 0, None),
    "a JPEG 2000 in black": packed("JPEG2000", "L", 0, Name.DeviceGray),
    "measured RGB": pixels(CAL_RGB, BLACK),
    "measured grey": pixels(profiled(linear_gray(), 1), b"\0"),
    "Lab": pixels(LAB, b"\0\x80\x80"),
    "a palette of RGB": pixels(palette(Name.DeviceRGB, WHITE, BLACK), b"\1"),
    "a palette of RGB, one bit": pixels(palette(Name.DeviceRGB, WHITE, BLACK), b"\xff", 1),
    "a palette of inks": pixels(palette(Name.DeviceCMYK, b"\1" * 4, FULL), b"\1"),
    "a sparing palette": pixels(palette(Name.DeviceCMYK, b"\1" * 4, FULL), b"\0"),
    "inks in sixteen bits": pixels(Name.DeviceCMYK, FULL * 2, 16),
    "inks in four bits": pixels(Name.DeviceCMYK, FULL, 4),
    "inks in one bit": pixels(Name.DeviceCMYK, FULL, 1),
    "inks in eight bits": pixels(Name.DeviceCMYK, FULL),
    "inks turned round": pixels(Name.DeviceCMYK, bytes(4), Decode=[1, 0] * 4),
    "inks halved": pixels(Name.DeviceCMYK, FULL, Decode=[0, 0.5] * 4),
    "inks of another press": pixels(profiled(b"", 4), FULL),
    "inks in JPEG": packed("JPEG", "CMYK", (255, 255, 255, 255), Name.DeviceCMYK, Decode=[1, 0] * 4),
    "sparing inks in JPEG": packed("JPEG", "CMYK", (0, 0, 0, 255), Name.DeviceCMYK, Decode=[1, 0] * 4),
    "inks in JPEG that run the other way": packed("JPEG", "CMYK", (255,) * 4, Name.DeviceCMYK, Decode=[0.9, 0] * 4),
    "inks named clear": pixels(Name.DeviceCMYK, FULL, Mask=[255, 255] * 4),
    "a picture seen through": masked,
    "black in sixteen bits": pixels(Name.DeviceGray, bytes(2), 16),
    "a picture among operators": inline("/CMYK", FULL),
    "a sparing one among operators": inline("/CMYK", SPARE),
    "an RGB picture among operators": inline("/RGB", BLACK),
    "a rich stencil": stencil(RICH),
    "a black stencil": stencil("0 0 0 1 k "),
    "a slope": slope([0, 0, 0, 0], [1, 1, 1, 1]),
    "a sparing slope": slope([0, 0, 0, 0], [0, 0, 0, 1]),
    "a slope as a pattern": slope([0, 0, 0, 0], [1, 1, 1, 1], pattern=True),
    "a slope of light": slope([1, 1, 1], [0, 0, 0], space=Name.DeviceRGB),
    "a pattern": tiles(b"1 1 1 1 k 0 0 10 10 re f"),
    "a sparing pattern": tiles(b"0 0 0 1 k 0 0 5 5 re f"),
    **{f"a spot colour by a function of kind {kind}": spot(1, 1, 1, 1, kind=kind) for kind in (0, 2, 3, 4)},
    **{f"a sparing spot colour of kind {kind}": spot(0, 0.2, 0.8, 0.2, kind=kind) for kind in (0, 2, 3, 4)},
    "a light tint of a rich spot colour": spot(1, 1, 1, 1, tint=0.2),
    "rich letters": letters(RICH),
    "letters drawn round in four inks": letters("0 0 0 1 k 1 1 1 1 K 3 w", 2),
    "rich letters of which only the black edge shows": letters(f"{RICH} 0 0 0 1 K 3 w", 1),
    "letters that are drawings": own_letters(b"1000 0 d0 1 1 1 1 k 0 0 750 750 re f"),
    "drawn letters in black": own_letters(b"1000 0 0 0 750 750 d1 0 0 750 750 re f", "0 0 0 1 k"),
    "drawn letters whose own colour does not count": own_letters(
        b"1000 0 0 0 750 750 d1 1 1 1 1 k 0 0 750 750 re f", "0 0 0 1 k"
    ),
    "black letters beside what is dark in a picture": lettered,
    "a field": note(f"{RICH} 0 0 100 50 re f"),
    "a hidden field": note(f"{RICH} 0 0 100 50 re f", flags=6),
    "a field that is not printed": note(f"{RICH} 0 0 100 50 re f", flags=0),
    "a stamp": note(f"{RICH} 0 0 100 50 re f", "Stamp"),
    "a stamp beside the page": note(f"{RICH} 0 0 100 50 re f", "Stamp", left=-30),
    "a pop-up": note(f"{RICH} 0 0 100 50 re f", "Popup"),
    "a group": group(f"{RICH} {SQUARE} f".encode(), 1),
    "a group seen through": group(f"{RICH} {SQUARE} f".encode(), 0.5),
    "inks that add up by overprint": in_state(f"1 1 0 0 k {SQUARE} f 0 0 0.9 1 k {SQUARE} f ", **OVER),
    "a line that adds up by overprint": in_state(f"1 1 0 0 k {SQUARE} f 0 0 1 1 K 40 w 40 100 m 160 100 l S ", **OVER),
}  # fmt: skip


@pytest.fixture(scope="module")
def leaves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a page of each paint."""
    with pikepdf.open(io.BytesIO(printed("magazine-a4", "x4").data)) as pdf:
        (cover,) = pdf.pages
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        for paint in PAINTS.values():
            page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 200, 200], BleedBox=[20, 20, 180, 180])
            page.Resources = Dictionary(Font=Dictionary(cover.Resources.Font))
            leaf = Leaf(pdf, page)
            paint(leaf)
            page.Contents = pdf.make_stream(leaf.operators)
            pdf.pages.append(pikepdf.Page(page))
        del pdf.pages[0]
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/N") == 4 and not thing.read_bytes():
                thing.write(profile)
        path = tmp_path_factory.mktemp("ink") / "leaves.pdf"
        pdf.save(path)
    return path


def by_plates(path: Path, rule: str) -> set[str]:
    """The paints of which the printer's check finds too much ink, or type of several."""
    check = printers_check()
    doc = check.Doc(path, Namespace(file=path, x1a=False, tac=LIMIT, min_ppi=1, bleed=3.0, dpi=72, no_tools=False))
    (found,) = (find for ident, _, find in check.RULES if ident == rule)
    return {list(PAINTS)[int(said.split()[1].rstrip(":")) - 1] for said in found(doc)}


def by_operators(path: Path, rule: str) -> set[str]:
    """The paints of which ours finds it."""
    with pikepdf.open(path) as pdf:
        opened = OpenPdf(pdf, PressTarget("x4", LIMIT, None, 3.0))
        (found,) = (one.find for one in PAINT_RULES if one.name == rule)
        return {list(PAINTS)[place.page - 1] for place, _ in found(opened) if isinstance(place, Spot)}


@pytest.mark.parametrize(("printers", "ours"), [("C6", "ink"), ("C5", "text-ink")])
def test_plates_and_operators_name_the_same_paints(leaves: Path, printers: str, ours: str) -> None:
    found = by_plates(leaves, printers)
    assert found
    assert by_operators(leaves, ours) == found
