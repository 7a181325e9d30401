"""The state of the pen while a page is parted into plates: what it paints on each of them."""

from dataclasses import dataclass
from typing import Final

from exports.pdf.plates.ink_spaces import BLACK, InkSpace, Paint

_CLIPS = 4
"""Ways of showing text from here on clip as well (ISO 32000-2, 9.3.6)."""


@dataclass(frozen=True)
class PlateState:
    """What colours are laid, and how."""

    fill: Paint | None = BLACK
    """None: a pattern, which brings its colours."""
    stroke: Paint | None = BLACK
    fill_space: InkSpace | None = None
    stroke_space: InkSpace | None = None
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    shown: int = 0

    def share(self, which: str, plate: str) -> float | None:
        """The ink of the fill or the stroke on a plate; None where what lies under it stays."""
        paint: Paint | None = getattr(self, which)
        if paint is None:
            return 1.0
        return paint.on(plate, overprints=getattr(self, f"over_{which}"), mode=self.mode)

    def painted(self, plate: str, fills: bool, strokes: bool) -> tuple[bool, bool]:
        """Whether on a plate something is filled, and drawn, that is filled and drawn elsewhere."""
        return (fills and self.share("fill", plate) is not None, strokes and self.share("stroke", plate) is not None)

    def shown_on(self, plate: str) -> int:
        """The way of showing text on a plate."""
        fills, strokes = _LETTERS[self.shown % _CLIPS]
        return _WAYS[self.painted(plate, fills, strokes)] + self.shown // _CLIPS * _CLIPS


def path_painted(operator: str, fills: bool, strokes: bool) -> str:
    """The operator that paints as much of a path."""
    if fills and strokes:
        return operator
    if strokes:
        return "s" if operator in ("s", "b", "b*") else "S"
    return ("f*" if operator.endswith("*") else "f") if fills else "n"


PATHS: Final = {
    "f": (True, False), "F": (True, False), "f*": (True, False), "S": (False, True), "s": (False, True),
    "B": (True, True), "B*": (True, True), "b": (True, True), "b*": (True, True),
}  # fmt: skip
"""Operators that paint a path: whether they fill it, and whether they draw its line."""
_LETTERS: Final = ((True, False), (False, True), (True, True), (False, False))
"""The same of the ways of showing text."""
_WAYS: Final = {way: number for number, way in enumerate(_LETTERS)}
