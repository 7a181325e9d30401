"""What is painted, and the state of the pen while it is."""

from dataclasses import dataclass
from typing import Final

from pikepdf import Object

from exports.pdf.check.paint.colour_spaces import Ink, Space
from exports.pdf.check.paint.geometry import UNIT, Box, Matrix
from exports.pdf.check.paint.image_ink import Pixels

_BLACK: Final[Ink] = (0.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Painted:
    """One thing painted on a page; points of the page's own space."""

    kind: str
    """`text`, `fill`, `line`, `picture`, or `shade`: one of the colours of a slope from one to another."""
    box: Box
    ink: Ink | None
    """Shares of cyan, magenta, yellow, black; None when it is not one even colour that can be told."""
    overprints: bool
    """Whether an ink of nothing leaves what lies under it: overprint in mode 1."""
    width: float = 0.0
    """Width of a line."""
    image: Pixels | None = None
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height of a picture as it lies, turned or not."""
    multiplies: bool = False
    """Whether its ink is laid on that under it by the blend mode Multiply."""
    opacity: float = 1.0
    seen: Box | None = None
    """What of its box is not clipped away; None when nothing is left of it."""
    solid: bool = True
    """Whether it covers its box, by and large."""


@dataclass(frozen=True, slots=True)
class GraphicsState:
    matrix: Matrix = UNIT
    clip: Box | None = None
    fill: Ink | None = _BLACK
    stroke: Ink | None = _BLACK
    fill_space: Space | None = None
    stroke_space: Space | None = None
    fill_pattern: Object | None = None
    shown: int = 0
    """Manner in which letters are painted: filled, drawn, both, or not at all (ISO 32000-2, 9.3.6)."""
    font: Object | None = None
    size: float = 0.0
    width: float = 1.0
    over_fill: bool = False
    over_stroke: bool = False
    mode: int = 0
    multiplies: bool = False
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    veil: float = 1.0
    """Opacity of the group all of this is in."""
    leading: float = 0.0
