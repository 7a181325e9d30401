"""The places where the lines of a paragraph may end, measured, and what a line between two of them costs.

Widths are 1/1000 em. A line's slack is shared by its word spaces, the gaps between square characters, and the glyphs
themselves, which may give a little.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from exports.typeset.words import PlacedWord

HYPHEN_COST = 50.0
"""Demerits of ending a line in a hyphen, on the scale on which a line stretched to its limit costs 100."""

NAME_COST = 300.0
"""The same inside a word that begins with a capital: names are kept whole where that costs little elsewhere."""

DASH_COST = 10.0
"""Demerits of ending a line behind a hyphen or dash that stands in the text."""

ROW_COST = 4000.0
"""Demerits of a second hyphen in a row; four times as much for each further one."""

SHORT_LAST = 0.15
"""A last line should fill at least this share of the measure."""

SQUARE_SHRINK = 30.0
"""How much closer two square characters may stand."""

NEVER = 1e30
"""Demerits of what cannot be."""

SQUARE_GIVE = 120.0
"""How far the gap between two square characters stretches before it costs 100."""


@dataclass(frozen=True, slots=True)
class Filling:
    """How lines may be filled; spaces in 1/1000 em, glyph tolerances as shares of the width."""

    space: float
    hyphen: float
    stretch: float
    """How far a word space grows before it costs 100."""
    shrink: float
    glyph_shrink: float
    glyph_stretch: float
    hang: float
    hyphens_in_a_row: int
    ragged: bool = False


class Breakpoints(NamedTuple):
    """The places where a line may end, as parallel sequences: fast to walk. The first is the paragraph's beginning."""

    end: Sequence[float]
    """Width of the text up to here."""
    more: Sequence[float]
    """What a line that ends here has besides: a hyphen, less what hangs over."""
    spaces: Sequence[int]
    squares: Sequence[int]
    last_square: Sequence[int]
    cost: Sequence[float]
    hyphen: Sequence[bool]
    ref: Sequence[tuple[int, int]]
    """Word and piece a line that begins here begins with."""
    start: Sequence[float]
    """Width of the text before such a line."""
    spaces_from: Sequence[int]
    hang_left: Sequence[float]


def breakpoints_of(words: Sequence[PlacedWord], filling: Filling, first: float) -> Breakpoints:
    """Every place of a paragraph where a line may end; `first` is the indent of the first line."""
    hyphen, hang, gap = filling.hyphen, filling.hang, filling.space
    pieces = [piece for placed in words for piece in placed.word.pieces]
    hangs = [piece.hang_left * hang for piece in pieces]
    left_out = [piece.hang_left * hang + piece.gap for piece in pieces]
    left_out.append(0.0)
    rows: list[tuple[Any, ...]] = [(0.0, 0.0, 0, 0, 0, 0.0, False, (0, 0), hangs[0] - first, 0)]
    total, squares = 0.0, 0
    for spaces, placed in enumerate(words):
        hyphen_cost = NAME_COST if placed.word.name else HYPHEN_COST
        for index, piece in enumerate(placed.word.pieces, 1):
            _, width, hyphens, square, right, _, _, joint = piece
            total += width + joint
            squares += square
            more = (hyphen if hyphens else 0.0) - right * hang
            cost = 0.0 if square else hyphen_cost if hyphens else DASH_COST
            last = 1 if square else 0
            following = left_out[len(rows)]
            rows.append((total, more, spaces, squares, last, cost, hyphens, (spaces, index), total + following, spaces))
        begin = total + gap + following
        rows[-1] = (total, more, spaces, squares, last, 0.0, False, (spaces + 1, 0), begin, spaces + 1)
        total += gap
    return Breakpoints._make([*zip(*rows, strict=True), (*hangs, 0.0)])


def demerits(p: Breakpoints, a: int, b: int, row: int, measure: float, filling: Filling) -> float:
    """What a line from place `a` to place `b` costs; `row` is how many lines before it end in hyphens in a row.

    Badness grows with the cube of how far a line gives (TeX: The Program, section 108).
    """
    width = p.end[b] + p.more[b] - p.start[a]
    slack, final = measure - width, b == len(p.end) - 1
    gaps, squares = p.spaces[b] - p.spaces_from[a], p.squares[b] - p.last_square[b] - p.squares[a]
    if filling.ragged:
        bad = 400.0 * (slack / measure) ** 2 if slack >= 0 else 1e7 * (1 - slack / measure)
    elif final and slack >= 0:
        bad = 0.0 if width > measure * SHORT_LAST else 60.0
    elif slack >= 0:
        give = gaps * filling.stretch + filling.glyph_stretch * width + squares * SQUARE_GIVE
        ratio = slack / give if give else 1e3
        bad = 100.0 * ratio**3 if gaps or ratio <= 1.0 else 1e5
    else:
        give = gaps * filling.shrink + filling.glyph_shrink * width + squares * SQUARE_SHRINK
        ratio = -slack / give if give else 1e3
        bad = 100.0 * ratio**3 if ratio <= 1.0 else 1e7 * min(ratio, 1e6)
    cost = (1.0 + bad + p.cost[b]) ** 2
    if p.hyphen[b] and row:
        cost += ROW_COST * 4**row if row < filling.hyphens_in_a_row else 1e12
    elif final and row:
        cost += ROW_COST
    return cost
