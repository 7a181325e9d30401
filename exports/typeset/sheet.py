"""A page as placed things, in points from the trim's top left, y downwards; no PDF in it.

What the typesetter makes and what the PDF writer and the preview read.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

Glyph = tuple[int, float, float, float, str]
"""Glyph id, advance, x and y offset (1/1000 em), and the source text it stands for ('' inside a cluster)."""

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0 to 1."""

BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
WHITE: Ink = (0.0, 0.0, 0.0, 0.0)


class Run(NamedTuple):
    """Glyphs of one face and size, set from one point in visual order.

    A glyph's advance on paper is `(advance + tracking + (space if it stands for ' ')) * scale * size / 1000` points.
    """

    face: str
    """Key of the face (`exports.typeset.line.word.faces`)."""
    size: float
    x: float
    y: float
    """The baseline's start, points."""
    glyphs: tuple[Glyph, ...]
    space: float = 0.0
    """Added to each word space, 1/1000 em."""
    tracking: float = 0.0
    """Added to each glyph, 1/1000 em."""
    scale: float = 1.0
    """Horizontal scale of the glyphs."""
    ink: Ink = BLACK


class Rule(NamedTuple):
    """A straight line from one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    ink: Ink = BLACK


class Tint(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = (0.0, 0.0, 0.0, 0.1)


class PlacedPicture(NamedTuple):
    """A stored picture fitted to a box: the crop has been chosen so that it fills the box exactly."""

    sha256: str
    x: float
    y: float
    """Top left corner."""
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """Left, top, right, bottom as shares of the original."""
    alt: str = ""


class SetLine(NamedTuple):
    """One line of the story's text as it stands in a column: what the galley view and the line numbers show."""

    number: int
    """Counted from 1 through all columns and pages."""
    x: float
    y: float
    """Start of the baseline, points."""
    width: float
    """The measure, points."""
    text: str
    block: int
    """Index of the block in the story's body; -1 for what is not body."""
    start: int = 0
    """Offset of the line's first character in the block's text."""
    end: int = 0
    column: int = 0
    """Place of its column, counted from 0 at the left."""
    story: int = 0
    """Which of the stories set together it belongs to, counted from 0."""
    field: str = "body"
    """Which field of the story it shows."""


Item = Run | Rule | Tint | PlacedPicture

RowItem = Item | SetLine
"""An item of a row or a head: something to be painted, or the text whose runs are."""


def moved(item: RowItem, x: float, y: float) -> RowItem:
    """An item moved to the right and down."""
    if isinstance(item, Run):
        return Run(
            item.face, item.size, item.x + x, item.y + y, item.glyphs, item.space, item.tracking, item.scale, item.ink
        )
    if isinstance(item, Rule):
        return item._replace(x0=item.x0 + x, y0=item.y0 + y, x1=item.x1 + x, y1=item.y1 + y)
    if isinstance(item, PlacedPicture | Tint | SetLine):
        return item._replace(x=item.x + x, y=item.y + y)
    raise TypeError(f"{item!r} is nothing a page or column holds")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its trim size in points, what is placed on it in painting order, and its lines."""

    width: float
    height: float
    items: tuple[Item, ...] = ()
    lines: tuple[SetLine, ...] = field(default=())
    uncounted: tuple[SetLine, ...] = field(default=())
    """The lines that are not counted: those of the head and the byline, of cutlines, and of what has text beside it."""


@dataclass(frozen=True, slots=True)
class Copyfit:
    """A paragraph that can be set a line shorter or longer without harm."""

    block: int
    lines: int
    """-1: a line shorter; 1: a line longer. What `Block.looseness` is to be."""
    tracking: tuple[float, float]
    """The least and the most its letters are then tracked, in em."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The space a story takes in a format."""

    lines: int
    """Lines of body text on the grid, all columns together; a picture counts the grid lines it covers."""
    depth_mm: float
    """The depth of one column that would hold it."""
    column_inches: float
    pages: int = 1
    target: int | None = None
    over: int = 0
    """Lines over the target; negative when under it."""
    cut: tuple[int, int] | None = None
    """Block index and character offset where the target is reached; None when it fits."""
    advice: tuple[str, ...] = ()
    """What would make it fit."""
    copyfit: tuple[Copyfit, ...] = ()
    """Paragraphs that can be tightened, when it is over its target, or loosened, when under: the easiest first."""
