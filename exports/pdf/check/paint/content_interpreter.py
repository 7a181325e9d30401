"""What a PDF's pages paint, read from their operators: enough of an interpreter to judge ink, lines and pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pikepdf
from pikepdf import Dictionary, Name, Object

from exports.pdf.check.paint.colour_spaces import CMYK, GREY, RGB, Space, space_of
from exports.pdf.check.paint.content import Budget, instructions
from exports.pdf.check.paint.forms import form_bounds, form_matrix, printed_notes
from exports.pdf.check.paint.functions import function_of
from exports.pdf.check.paint.geometry import (
    UNIT,
    Box,
    Matrix,
    Point,
    apply,
    around,
    grown,
    matrix_of,
    moved,
    scale_of,
    shared,
    times,
)
from exports.pdf.check.paint.graphics_state import GraphicsState, Painted
from exports.pdf.check.paint.image_ink import Pixels, among_operators, stored
from exports.pdf.check.paint.shadings import ways

_DEEPEST = 12
"""Forms within forms are followed so far; a file that calls itself would never end."""

_LETTER = 0.6
"""Width of a letter, by and large, as a share of its size."""

_FAR = 1e6
_NOWHERE: Box = (_FAR, _FAR, -_FAR, -_FAR)
_LINED, _BOTH, _UNSEEN = 1, 2, 3
"""Ways of showing text: its outline, outline and inside, not at all."""
_SLOPE = 2
"""The kind of pattern that is a slope of colours."""


@dataclass(frozen=True)
class _Shared:
    """What all readers of a page have in common."""

    budget: Budget
    drawn: dict[tuple[int, int], list[Painted]] = field(default_factory=dict)
    """What patterns and drawn letters paint: they come again and again."""


def painted(page: pikepdf.Page, budget: Budget) -> Iterator[Painted]:
    """Everything a page paints, in order, forms and printed notes included. Raises TooMuch beyond the budget."""
    reader = _ContentReader(page.resources, GraphicsState(), 0, _Shared(budget))
    yield from reader.read(page.obj)
    for looks, matrix in printed_notes(page):
        yield from reader.form(looks, GraphicsState(matrix=matrix))


class _ContentReader:
    """Reads one content stream; a form is read by a further one."""

    def __init__(self, resources: Object, state: GraphicsState, depth: int, common: _Shared) -> None:
        self._common = common
        self._resources = resources
        self._state = state
        self._depth = depth
        self._stack: list[GraphicsState] = []
        self._paths: list[list[Point]] = []
        self._clips = False
        self._line: Matrix = UNIT

    def read(self, stream: Object) -> Iterator[Painted]:
        """What the stream paints."""
        for instruction in instructions(stream, self._common.budget):
            operator = str(instruction.operator)
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield self._pictured(among_operators(instruction.iimage, self._resources))
            elif operator in _CHANGES:
                _CHANGES[operator](self, [_number(operand) for operand in instruction.operands])
            elif operator in _PATHS:
                yield from self._paint(*_PATHS[operator])
            elif operator in _SHOWS:
                yield from self._show(operator, instruction.operands)
            elif operator in _SPACES:
                self._choose(_SPACES[operator], instruction.operands[0])
            elif operator in _COLOURS:
                self._colour(_COLOURS[operator], list(instruction.operands))
            elif operator == "gs":
                self._use(instruction.operands[0])
            elif operator == "Tf":
                self._take_font(*instruction.operands)
            elif operator == "Do":
                yield from self._do(instruction.operands[0])
            elif operator == "sh":
                yield from self._shade(self._named("/Shading", instruction.operands[0]), self._state.clip)
            elif operator == "d1":
                return  # a letter in the colour of the text, which stands for it

    def form(self, thing: Object, state: GraphicsState) -> Iterator[Painted]:
        """What a form paints; a group is laid down as a whole."""
        if self._depth >= _DEEPEST:
            return
        within = replace(state, matrix=times(form_matrix(thing), state.matrix))
        if bounds := form_bounds(thing):
            within = replace(within, clip=shared(moved(within.matrix, bounds), state.clip) or _NOWHERE)
        if thing.get("/Group", Dictionary()).get("/S") == Name.Transparency:
            veil = within.veil * within.fill_opacity
            within = replace(within, veil=veil, fill_opacity=1.0, stroke_opacity=1.0)
        yield from self._inner(thing.get("/Resources", self._resources), within).read(thing)

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
        self.change(matrix=times(matrix_of(operands), self._state.matrix))

    def begin(self, operands: list[float]) -> None:
        """m"""
        self._paths.append([])
        self.point(operands)

    def point(self, operands: list[float]) -> None:
        """l, c, v, y: each pair of numbers is a point of the path or of its handles."""
        if not self._paths:
            self._paths.append([])
        self._paths[-1] += [
            apply(self._state.matrix, x, y) for x, y in zip(operands[::2], operands[1::2], strict=False)
        ]

    def rectangle(self, operands: list[float]) -> None:
        """re"""
        x, y, width, height = operands[:4]
        self.begin([x, y, x + width, y, x + width, y + height, x, y + height])

    def clip(self, _: list[float]) -> None:
        """W, W*: the path that is about to end clips what comes after it."""
        self._clips = True

    def begin_text(self, _: list[float]) -> None:
        """BT"""
        self._line = UNIT

    def set_line(self, operands: list[float]) -> None:
        """Tm"""
        self._line = matrix_of(operands)

    def move_line(self, operands: list[float]) -> None:
        """Td"""
        self._line = times((1.0, 0.0, 0.0, 1.0, operands[0], operands[1]), self._line)

    def next_line(self, _: list[float]) -> None:
        """T*"""
        self.move_line([0.0, -self._state.leading])

    def move_leading(self, operands: list[float]) -> None:
        """TD"""
        self.change(leading=-operands[1])
        self.move_line(operands)

    def paint_in(self, which: str, space: Space, values: list[float]) -> None:
        """g, rg, k and the like: a space and a colour in it at once."""
        self._take(which, space)
        self._colour(which, values)

    def _choose(self, which: str, name: Object) -> None:
        """Take a colour space (cs, CS), and its first colour."""
        space = space_of(name, self._resources)
        self._take(which, space)
        self.change(**{which: space.inks(space.first) if space else None})

    def _take(self, which: str, space: Space | None) -> None:
        if which == "fill":
            self.change(fill_space=space, fill_pattern=None)
        else:
            self.change(stroke_space=space)

    def _colour(self, which: str, operands: list[Any]) -> None:
        """sc, scn and the like: a colour of the space, or a pattern."""
        space: Space | None = getattr(self._state, f"{which}_space")
        if operands and isinstance(operands[-1], Name):
            self.change(**{which: None})
            if which == "fill":
                self.change(fill_pattern=self._named("/Pattern", operands[-1]))
            return
        values = [_number(operand) for operand in operands]
        self.change(**{which: space.inks(values) if space and len(values) == space.parts else None})

    def _named(self, kind: str, name: Object) -> Object | None:
        return self._resources.get(kind, Dictionary()).get(str(name))

    def _use(self, name: Object) -> None:
        """Take a graphics state from the resources (gs). `OP` alone holds for filling too."""
        given, state = self._named("/ExtGState", name) or Dictionary(), self._state
        stroke = bool(given.get("/OP", state.over_stroke))
        fill = bool(given.get("/op", given.get("/OP", state.over_fill)))
        mode, width = int(given.get("/OPM", state.mode)), float(given.get("/LW", state.width))
        blend = given.get("/BM")
        first = blend[0] if isinstance(blend, pikepdf.Array) and len(blend) else blend
        multiplies = state.multiplies if first is None else first == Name.Multiply
        self.change(
            over_stroke=stroke, over_fill=fill, mode=mode, width=width, multiplies=multiplies,
            fill_opacity=float(given.get("/ca", state.fill_opacity)),
            stroke_opacity=float(given.get("/CA", state.stroke_opacity)),
        )  # fmt: skip

    def _take_font(self, name: Object, size: Object) -> None:
        self.change(font=self._named("/Font", name), size=_number(size))

    def _inner(self, resources: Object, state: GraphicsState) -> "_ContentReader":
        return _ContentReader(resources, state, self._depth + 1, self._common)

    def _filled(self, kind: str, box: Box, **more: Any) -> Painted:
        state = self._state
        return Painted(
            kind, box, state.fill, state.over_fill and state.mode == 1, multiplies=state.multiplies,
            opacity=state.fill_opacity * state.veil, seen=shared(box, state.clip), **more,
        )  # fmt: skip

    def _stroked(self, box: Box, width: float, *, solid: bool) -> Painted:
        state = self._state
        seen = shared(grown(box, width / 2), state.clip)
        return Painted(
            "line", box, state.stroke, state.over_stroke and state.mode == 1, width, multiplies=state.multiplies,
            opacity=state.stroke_opacity * state.veil, seen=seen, solid=solid,
        )  # fmt: skip

    def _paint(self, fills: bool, strokes: bool) -> Iterator[Painted]:
        paths, self._paths = [around(path) for path in self._paths if path], []
        clips, self._clips = self._clips, False
        for box in paths if fills else ():
            yield from self._fill(box)
        width = self._state.width * scale_of(self._state.matrix)
        for box in paths if strokes else ():
            yield self._stroked(box, width, solid=min(box[2] - box[0], box[3] - box[1]) < width)
        if clips and paths:
            whole = around(corner for box in paths for corner in (box[:2], box[2:]))
            self.change(clip=shared(whole, self._state.clip) or _NOWHERE)

    def _fill(self, box: Box) -> Iterator[Painted]:
        if self._state.fill_pattern is not None:
            yield from self._patterned(self._state.fill_pattern, box)
        else:
            yield self._filled("fill", box)

    def _patterned(self, pattern: Object, box: Box) -> Iterator[Painted]:
        """A path filled with a slope of colours, or with a pattern that is painted again and again."""
        seen = shared(box, self._state.clip)
        if int(pattern.get("/PatternType", 0)) == _SLOPE:
            yield from self._shade(pattern.get("/Shading"), seen)
        elif isinstance(pattern, pikepdf.Stream):
            yield from (replace(thing, box=box, seen=seen) for thing in self._drawn(pattern, pattern))

    def _drawn(self, holder: Object, stream: Object) -> list[Painted]:
        """What a pattern or a drawn letter paints, wherever it lies."""
        known = self._common.drawn
        if stream.objgen not in known or stream.objgen == (0, 0):
            known[stream.objgen] = []
            state = replace(self._state, clip=None)
            inner = self._inner(holder.get("/Resources", self._resources), state)
            known[stream.objgen] = list(inner.read(stream)) if self._depth < _DEEPEST else []
        return known[stream.objgen]

    def _shade(self, shading: Object | None, seen: Box | None) -> Iterator[Painted]:
        """The colours of a slope (ISO 32000-2, 8.7.4.5): along its way, or all over its field."""
        given = shading.get("/Function") if shading is not None else None
        space = space_of(shading.get("/ColorSpace"), self._resources) if shading is not None else None
        if shading is None or space is None or given is None:
            return
        turned = function_of(given)
        box = seen or (-_FAR, -_FAR, _FAR, _FAR)
        for values in ways(shading):
            made = self._filled("shade", box)
            yield replace(made, ink=space.inks(turned(values)), overprints=False)

    def _show(self, operator: str, operands: Any) -> Iterator[Painted]:
        if operator in ("'", '"'):
            self.next_line([])
        state = self._state
        if state.shown % 4 == _UNSEEN:
            return
        box = self._letters(operands)
        if state.shown % 4 != _LINED:
            if state.fill_pattern is not None:
                yield from self._patterned(state.fill_pattern, box)
            yield self._filled("text", box)
        if state.shown % 4 in (_LINED, _BOTH):
            yield self._stroked(box, state.width * scale_of(state.matrix), solid=False)
        if state.font is not None and state.font.get("/Subtype") == Name.Type3:
            for _, letter in state.font.get("/CharProcs", Dictionary()).items():
                seen = shared(box, state.clip)
                yield from (replace(thing, box=box, seen=seen) for thing in self._drawn(state.font, letter))

    def _letters(self, operands: Any) -> Box:
        """About where a text stands: its codes are not read, so their number and size must do."""
        parts = operands[-1] if operands and isinstance(operands[-1], pikepdf.Array) else list(operands)[-1:]
        codes = sum(len(bytes(part)) for part in parts if isinstance(part, pikepdf.String))
        size = self._state.size
        return moved(times(self._line, self._state.matrix), (0.0, 0.0, codes * size * _LETTER, size))

    def _pictured(self, image: Pixels) -> Painted:
        """A picture filling the unit square; a stencil lets the colour of the page through."""
        matrix = self._state.matrix
        a, b, c, d, *_ = matrix
        size = ((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5)
        box = moved(matrix, (0.0, 0.0, 1.0, 1.0))
        if image.stencil:
            return self._filled("fill", box, size=size)
        return replace(self._filled("picture", box, image=image, size=size), ink=None, overprints=False)

    def _do(self, name: Object) -> Iterator[Painted]:
        thing = self._named("/XObject", name)
        if thing is None:
            return
        if thing.get("/Subtype") == Name.Image:
            yield self._pictured(stored(thing, self._resources))
        elif thing.get("/Subtype") == Name.Form:
            yield from self.form(thing, self._state)


_CHANGES: Final[dict[str, Callable[[_ContentReader, list[float]], None]]] = {
    "q": _ContentReader.push,
    "Q": _ContentReader.pop,
    "cm": _ContentReader.transform,
    "w": lambda reader, values: reader.change(width=values[0]),
    "k": lambda reader, values: reader.paint_in("fill", CMYK, values),
    "K": lambda reader, values: reader.paint_in("stroke", CMYK, values),
    "g": lambda reader, values: reader.paint_in("fill", GREY, values),
    "G": lambda reader, values: reader.paint_in("stroke", GREY, values),
    "rg": lambda reader, values: reader.paint_in("fill", RGB, values),
    "RG": lambda reader, values: reader.paint_in("stroke", RGB, values),
    "TL": lambda reader, values: reader.change(leading=values[0]),
    "Tr": lambda reader, values: reader.change(shown=int(values[0])),
    "m": _ContentReader.begin,
    **dict.fromkeys(("l", "c", "v", "y"), _ContentReader.point),
    "re": _ContentReader.rectangle,
    **dict.fromkeys(("W", "W*"), _ContentReader.clip),
    "BT": _ContentReader.begin_text,
    "Tm": _ContentReader.set_line,
    "Td": _ContentReader.move_line,
    "TD": _ContentReader.move_leading,
    "T*": _ContentReader.next_line,
}
"""Operators that change what comes after them (ISO 32000-2, annex A)."""

_SPACES: Final = {"cs": "fill", "CS": "stroke"}
_COLOURS: Final = {"sc": "fill", "scn": "fill", "SC": "stroke", "SCN": "stroke"}

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
