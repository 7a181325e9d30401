"""What a PDF's pages paint, read from their operators: enough of an interpreter to judge ink, lines and pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

import pikepdf
from pikepdf import Dictionary, Name, Object

from exports.pdf.check.content import Budget, instructions

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST = 12
"""Forms within forms are followed so far; a file that calls itself would never end."""


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing painted on a page; points of the page's own space."""

    kind: str
    """`text`, `fill`, `line` or `picture`."""
    box: Box
    ink: tuple[float, ...] | None
    """Shares of cyan, magenta, yellow, black; None when it is not one even colour of those."""
    overprints: bool
    """Whether an ink of nothing leaves what lies under it: overprint in mode 1."""
    width: float = 0.0
    """Of a line."""
    image: Object | None = None
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of a picture as it lies, turned or not."""
    multiplies: bool = False
    """Whether its ink is laid on that under it by the blend mode Multiply."""


@dataclass(frozen=True, slots=True)
class _State:
    matrix: Matrix = _UNIT
    fill: tuple[float, ...] | None = (0.0, 0.0, 0.0, 1.0)
    stroke: tuple[float, ...] | None = (0.0, 0.0, 0.0, 1.0)
    fill_parts: int = 0
    """How many components the space of the fill has, 0 when it is none of light or the inks."""
    stroke_parts: int = 0
    shown: int = 0
    """How letters are painted: filled, drawn, both, or not at all (ISO 32000-2, 9.3.6)."""
    width: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    multiplies: bool = False
    leading: float = 0.0


def painted(page: pikepdf.Page, budget: Budget) -> Iterator[Painted]:
    """Everything a page paints, in order, forms included. Raises TooMuch when that is more than the budget."""
    yield from _Reader(page.resources, _State(), 0, budget).read(page.obj)


class _Reader:
    """Reads one content stream; a form is read by a further one."""

    def __init__(self, resources: Object, state: _State, depth: int, budget: Budget) -> None:
        self._budget = budget
        self._resources = resources
        self._state = state
        self._depth = depth
        self._stack: list[_State] = []
        self._points: list[tuple[float, float]] = []
        self._line: Matrix = _UNIT

    def read(self, stream: Object) -> Iterator[Painted]:
        """What the stream paints."""
        for instruction in instructions(stream, self._budget):
            operator = str(instruction.operator)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield self._pictured(_as_object(instruction.iimage))
            elif operator in _CHANGES:
                _CHANGES[operator](self, [_number(operand) for operand in instruction.operands])
            elif operator in _PATHS:
                yield from self._paint(*_PATHS[operator])
            elif operator in _SHOWS:
                yield from self._show(operator)
            elif operator in _SPACES:
                self._choose(_SPACES[operator], instruction.operands[0])
            elif operator == "gs":
                self._use(instruction.operands[0])
            elif operator == "Do":
                yield from self._do(instruction.operands[0])

    def push(self, _: list[float]) -> None:
        """q"""
        self._stack.append(self._state)

    def pop(self, _: list[float]) -> None:
        """Q"""
        if self._stack:
            self._state = self._stack.pop()

    def change(self, **changes: Any) -> None:
        """Change the graphics state."""
        self._state = replace(self._state, **changes)

    def transform(self, operands: list[float]) -> None:
        """cm"""
        self.change(matrix=_times(_matrix(operands), self._state.matrix))

    def point(self, operands: list[float]) -> None:
        """m, l, c, v, y: each pair of numbers is a point of the path or of its handles."""
        self._points += [_apply(self._state.matrix, x, y) for x, y in zip(operands[::2], operands[1::2], strict=False)]

    def rectangle(self, operands: list[float]) -> None:
        """re"""
        x, y, width, height = operands[:4]
        self.point([x, y, x + width, y, x + width, y + height, x, y + height])

    def begin_text(self, _: list[float]) -> None:
        """BT"""
        self._line = _UNIT

    def set_line(self, operands: list[float]) -> None:
        """Tm"""
        self._line = _matrix(operands)

    def move_line(self, operands: list[float]) -> None:
        """Td"""
        self._line = _times((1.0, 0.0, 0.0, 1.0, operands[0], operands[1]), self._line)

    def next_line(self, _: list[float]) -> None:
        """T*"""
        self.move_line([0.0, -self._state.leading])

    def move_leading(self, operands: list[float]) -> None:
        """TD"""
        self.change(leading=-operands[1])
        self.move_line(operands)

    def set_parts(self, which: str, values: list[float]) -> None:
        """sc, scn, SC, SCN: an ink where the space says what its components are."""
        parts = getattr(self._state, f"{which}_parts")
        self.change(**{which: _ink_of(values) if values and len(values) == parts else None})

    def _choose(self, which: str, name: Object) -> None:
        """Take a colour space (cs, CS): its first colour is black, or no ink at all where it is of light."""
        parts = _parts_of(self._resources.get("/ColorSpace", Dictionary()).get(str(name), name))
        first = [0.0, 0.0, 0.0, 1.0] if parts == 4 else [0.0] * parts
        self.change(**{which: _ink_of(first) if parts else None, f"{which}_parts": parts})

    def _use(self, name: Object) -> None:
        """Take a graphics state from the resources (gs). `OP` alone holds for filling too."""
        given = self._resources.get("/ExtGState", Dictionary()).get(str(name), Dictionary())
        stroke = bool(given.get("/OP", self._state.over_stroke))
        fill = bool(given.get("/op", given.get("/OP", self._state.over_fill)))
        mode, width = int(given.get("/OPM", self._state.mode)), float(given.get("/LW", self._state.width))
        blend = given.get("/BM")
        first = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
        multiplies = self._state.multiplies if first is None else first == Name.Multiply
        self.change(over_stroke=stroke, over_fill=fill, mode=mode, width=width, multiplies=multiplies)

    def _paint(self, fills: bool, strokes: bool) -> Iterator[Painted]:
        state, points, self._points = self._state, self._points, []
        if not points:
            return
        box = _around(points)
        if fills:
            over = state.over_fill and state.mode == 1
            yield Painted("fill", box, state.fill, over, multiplies=state.multiplies)
        if strokes:
            a, b, c, d, *_ = state.matrix
            width = state.width * abs(a * d - b * c) ** 0.5
            yield Painted("line", box, state.stroke, state.over_stroke and state.mode == 1, width)

    def _show(self, operator: str) -> Iterator[Painted]:
        if operator in ("'", '"'):
            self.next_line([])
        state = self._state
        if state.shown % 4 == _UNSEEN:
            return
        x, y = _apply(_times(self._line, state.matrix), 0.0, 0.0)
        yield Painted("text", (x, y, x, y), state.fill, state.over_fill and state.mode == 1)

    def _pictured(self, image: Object) -> Painted:
        """A picture filling the unit square."""
        matrix = self._state.matrix
        corners = [_apply(matrix, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        a, b, c, d, *_ = matrix
        size = ((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5)
        return Painted("picture", _around(corners), None, False, image=image, size=size)

    def _do(self, name: Object) -> Iterator[Painted]:
        thing = self._resources.get("/XObject", Dictionary()).get(str(name))
        state = self._state
        if thing is None:
            return
        if thing.get("/Subtype") == Name.Image:
            yield self._pictured(thing)
        elif thing.get("/Subtype") == Name.Form and self._depth < _DEEPEST:
            matrix = _matrix([float(value) for value in thing.get("/Matrix", list(_UNIT))])
            within = replace(state, matrix=_times(matrix, state.matrix))
            resources = thing.get("/Resources", self._resources)
            yield from _Reader(resources, within, self._depth + 1, self._budget).read(thing)


def _as_object(image: pikepdf.PdfInlineImage) -> Object:
    """What is asked of a picture that stands in the operators themselves: its pixels are few and not looked at."""
    return Dictionary(
        Width=image.width, Height=image.height, BitsPerComponent=image.bits_per_component, ImageMask=image.image_mask
    )


_CHANGES: Final[dict[str, Callable[[_Reader, list[float]], None]]] = {
    "q": _Reader.push,
    "Q": _Reader.pop,
    "cm": _Reader.transform,
    "w": lambda reader, values: reader.change(width=values[0]),
    "k": lambda reader, values: reader.change(fill=tuple(values)),
    "K": lambda reader, values: reader.change(stroke=tuple(values)),
    "g": lambda reader, values: reader.change(fill=(0.0, 0.0, 0.0, 1 - values[0])),
    "G": lambda reader, values: reader.change(stroke=(0.0, 0.0, 0.0, 1 - values[0])),
    "TL": lambda reader, values: reader.change(leading=values[0]),
    "rg": lambda reader, values: reader.change(fill=_ink_of(values)),
    "RG": lambda reader, values: reader.change(stroke=_ink_of(values)),
    "sc": lambda reader, values: reader.set_parts("fill", values),
    "scn": lambda reader, values: reader.set_parts("fill", values),
    "SC": lambda reader, values: reader.set_parts("stroke", values),
    "SCN": lambda reader, values: reader.set_parts("stroke", values),
    "Tr": lambda reader, values: reader.change(shown=int(values[0])),
    **dict.fromkeys(("m", "l", "c", "v", "y"), _Reader.point),
    "re": _Reader.rectangle,
    "BT": _Reader.begin_text,
    "Tm": _Reader.set_line,
    "Td": _Reader.move_line,
    "TD": _Reader.move_leading,
    "T*": _Reader.next_line,
}
"""Operators that change what comes after them (ISO 32000-2, annex A)."""

_SPACES: Final = {"cs": "fill", "CS": "stroke"}

_UNSEEN = 3
"""The way of showing text that does not show it."""

_USUAL: Final = (0.25, 0.32, 0.33, 0.9)
"""How much of the grey in a colour of light is left out in cyan, magenta and yellow, and put into black, by the usual
profiles: full black comes out as 75, 68, 67 and 90 %.
"""


def _ink_of(values: list[float]) -> tuple[float, ...] | None:
    """The inks of a colour; those of light as a printer's program will turn them, by and large."""
    if len(values) == 4:
        return tuple(values)
    if len(values) == 1:
        return (0.0, 0.0, 0.0, 1 - values[0])
    if len(values) != 3:
        return None
    colours = [min(1.0, max(0.0, 1 - value)) for value in values]
    grey = min(colours)
    return (*(value - grey * share for value, share in zip(colours, _USUAL, strict=False)), _USUAL[3] * grey * grey)


_DEVICES: Final = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4}


def _parts_of(space: Object) -> int:
    """How many components a colour space of light or of inks has; 0 for any other."""
    if isinstance(space, Name):
        return _DEVICES.get(str(space), 0)
    if not isinstance(space, pikepdf.Array) or not len(space):
        return 0
    if space[0] == Name.ICCBased:
        return int(space[1].get("/N", 0))
    return _DEVICES.get(str(space[0]), 0)


_PATHS: Final = {
    "f": (True, False), "F": (True, False), "f*": (True, False), "S": (False, True), "s": (False, True),
    "B": (True, True), "B*": (True, True), "b": (True, True), "b*": (True, True), "n": (False, False),
}  # fmt: skip
"""Operators that end a path: whether they fill it, and whether they draw its line."""

_SHOWS: Final = frozenset(("Tj", "TJ", "'", '"'))


def _number(operand: Any) -> float:
    try:
        return float(operand)
    except (TypeError, ValueError):
        return 0.0


def _matrix(values: list[float]) -> Matrix:
    a, b, c, d, e, f = values[:6]
    return (a, b, c, d, e, f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _around(points: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def nodes(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Every array, dictionary and stream of a file, those inside others included, once."""
    waiting = [thing for thing in pdf.objects if isinstance(thing, Object)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            children = list(node)
        elif isinstance(node, Dictionary | pikepdf.Stream):
            children = [value for _, value in node.items()]
        else:
            continue
        yield node
        waiting += [child for child in chain(children) if isinstance(child, Object) and not child.is_indirect]
