"""Small pages of any PDF, and the ink that their plates carry in the middle of a square, as the window draws them."""

import io
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from desktop.proof.drawing import Part, draw_plates
from exports.pdf.plates.separate import PlatePages, separate

SIDE = 60
"""Points of a page's sides, and pixels of what is drawn of it."""
SPOT = "Signal Red"


class Leaf:
    """A page that is painted on."""

    def __init__(self) -> None:
        self.pdf = Pdf.new()
        self.page = self.pdf.add_blank_page(page_size=(SIDE, SIDE))
        over = Dictionary({"/OP": True, "/op": True, "/OPM": 1})
        states = {"/Over": over, "/Half": Dictionary({"/ca": 0.5}), "/Mul": Dictionary({"/BM": Name.Multiply})}
        self.page.obj["/Resources"] = Dictionary(
            {"/ColorSpace": Dictionary({"/Spot": self.spot(), "/Two": self.two()}), "/ExtGState": Dictionary(states)}
        )

    def spot(self, name: str = SPOT) -> Array:
        """A spot colour that stands for full magenta and most of yellow."""
        tint = {"/FunctionType": 2, "/Domain": Array([0, 1]), "/C0": Array([0] * 4), "/C1": Array([0, 1, 0.8, 0])}
        return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, Dictionary(tint | {"/N": 1})])

    def two(self) -> Array:
        """Cyan and the spot colour in one."""
        entries = {"/FunctionType": 4, "/Domain": Array([0, 1] * 2), "/Range": Array([0, 1] * 4)}
        turned = self.stream(b"{0.8 1 index mul 0}", entries)
        return Array([Name.DeviceN, Array([Name.Cyan, Name(f"/{SPOT}")]), Name.DeviceCMYK, turned])

    def stream(self, data: bytes, entries: dict[str, Any]) -> Object:
        """A stream with these entries."""
        return self.pdf.make_indirect(Stream(self.pdf, data, entries))

    def add(self, kind: str, thing: Object) -> str:
        """A name in the resources for a thing."""
        table = Dictionary(dict((self.page.obj.Resources.get(kind) or Dictionary()).items()))
        name = f"/N{len(table.keys())}"
        table[name] = thing
        self.page.obj.Resources[kind] = table
        return name

    def image(self, data: bytes, space: Object | None, bits: int = 8, **more: Any) -> str:
        """A picture of two by two pixels all over the page."""
        entries = {"/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 2, "/Height": 2, "/BitsPerComponent": bits}
        entries |= {"/ColorSpace": space} if space is not None else {}
        thing = self.stream(data, entries | {f"/{key}": value for key, value in more.items()})
        return f"q {SIDE} 0 0 {SIDE} 0 0 cm {self.add('/XObject', thing)} Do Q "

    def data(self, operators: str | bytes) -> bytes:
        """The file, its page painted so."""
        content = operators.encode() if isinstance(operators, str) else operators
        self.page.obj["/Contents"] = Stream(self.pdf, content)
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()

    def parted(self, operators: str | bytes) -> PlatePages:
        """Its plates."""
        return separate(self.data(operators), 0)


def inks(pages: PlatePages, x: int = SIDE // 2, y: int = SIDE // 2) -> dict[str, int]:
    """Percent of each ink that is there at a point, from the left and the top."""
    drawn = draw_plates(pages, Part((SIDE, SIDE), 0, 0, SIDE, SIDE), frozenset(("Black",)), None)
    found = {name: round((255 - film[y * SIDE + x]) / 2.55) for name, film in drawn.films.items()}
    return {name: percent for name, percent in found.items() if percent}


@pytest.fixture
def leaf() -> Leaf:
    """An empty page."""
    return Leaf()
