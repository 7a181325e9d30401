"""Total-fit line breaking: the breaks of a whole paragraph are chosen together, so that its worst line is least bad.

After D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines” (1981): a shortest path through the places where a
line may end. A line's slack is shared by its word spaces, the gaps between square characters, and the glyphs
themselves, which may give a little. Widths are 1/1000 em.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from exports.typeset.words import PlacedWord

HYPHEN_COST = 50.0
"""Demerits of ending a line in a hyphen, on the scale on which a line stretched to its limit costs 100."""

DASH_COST = 10.0
"""Demerits of ending a line behind a hyphen or dash that stands in the text."""

ROW_COST = 4000.0
"""Demerits of a second hyphen in a row; four times as much for each further one."""

SHORT_LAST = 0.15
"""A last line should fill at least this share of the measure."""

SQUARE_GIVE = 120.0
"""How far the gap between two square characters stretches before it costs 100."""

_NEVER = 1e30


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


@dataclass(frozen=True, slots=True)
class Break:
    """A line: from one place to another, as indexes of word and piece, and what is in it."""

    word: int
    piece: int
    end_word: int
    end_piece: int
    width: float
    """Natural width, less what hangs over its edges and any indent."""
    spaces: int
    squares: int
    hyphen: bool
    hang_left: float


class _Places(NamedTuple):
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


def _places(words: Sequence[PlacedWord], filling: Filling, first: float) -> _Places:
    hyphen, hang, gap = filling.hyphen, filling.hang, filling.space
    hangs = [piece.hang_left * hang for placed in words for piece in placed.word.pieces]
    rows: list[tuple[Any, ...]] = [(0.0, 0.0, 0, 0, 0, 0.0, False, (0, 0), hangs[0] - first, 0)]
    total, squares = 0.0, 0
    for spaces, placed in enumerate(words):
        for index, piece in enumerate(placed.word.pieces, 1):
            _, width, hyphens, square, right, _, _ = piece
            total += width
            squares += square
            more = (hyphen if hyphens else 0.0) - right * hang
            cost = 0.0 if square else HYPHEN_COST if hyphens else DASH_COST
            last = 1 if square else 0
            following = hangs[len(rows)] if len(rows) < len(hangs) else 0.0
            rows.append((total, more, spaces, squares, last, cost, hyphens, (spaces, index), total + following, spaces))
        begin = total + gap + following
        rows[-1] = (total, more, spaces, squares, last, 0.0, False, (spaces + 1, 0), begin, spaces + 1)
        total += gap
    return _Places._make([*zip(*rows, strict=True), (*hangs, 0.0)])


def break_lines(words: Sequence[PlacedWord], measure: float, filling: Filling, *, first: float = 0.0) -> list[Break]:
    """The lines of a paragraph set to one measure; `first` is the indent of the first line. Both in 1/1000 em."""
    if not words:
        return []
    places = _places(words, filling, first)
    return _lines(places, _shortest_path(places, measure, filling))


def _shortest_path(p: _Places, measure: float, filling: Filling) -> list[int]:
    """The indexes of the breaks on the way of least demerits, the paragraph's beginning and end among them.

    One function, for speed: it looks at every pair of places that may be a line, some thousand times a paragraph.
    """
    count = len(p.end)
    best, previous, row = [_NEVER] * count, [0] * count, [0] * count
    best[0] = 0.0
    end, start, spaces, spaces_from, squares = p.end, p.start, p.spaces, p.spaces_from, p.squares
    stretch, shrink = filling.stretch, filling.shrink
    less, more, ragged, in_a_row = filling.glyph_shrink, filling.glyph_stretch, filling.ragged, filling.hyphens_in_a_row
    keep, floor, lowest = 1 - less, measure * 0.55, 0
    for b in range(1, count):
        end_b, spaces_b, squares_b, cost_b, hyphen_b = end[b] + p.more[b], spaces[b], squares[b], p.cost[b], p.hyphen[b]
        squares_b -= p.last_square[b]
        final = b == count - 1
        least, chosen = _NEVER, lowest
        while (
            lowest < b - 1
            and (end_b - start[lowest]) * keep - (spaces_b - spaces_from[lowest]) * shrink > measure * 1.1
        ):
            lowest += 1
        for a in range(lowest, b):
            until_a = best[a]
            if until_a >= least:
                continue
            width = end_b - start[a]
            if width < floor and not final and a > lowest and not ragged:
                break
            gaps = spaces_b - spaces_from[a]
            slack = measure - width
            if ragged:
                bad = 400.0 * (slack / measure) ** 2 if slack >= 0 else 1e7 * (1 - slack / measure)
            elif final and slack >= 0:
                bad = 0.0 if width > measure * SHORT_LAST else 60.0
            elif slack >= 0:
                give = gaps * stretch + more * width + (squares_b - squares[a]) * SQUARE_GIVE
                ratio = slack / give if give else 1e3
                bad = 100.0 * ratio * ratio * ratio if gaps or ratio <= 1.0 else 1e5
            else:
                give = gaps * shrink + less * width
                ratio = -slack / give if give else 1e3
                bad = 100.0 * ratio * ratio * ratio if ratio <= 1.0 else 1e7 * min(ratio, 1e6)
            demerits = (1.0 + bad + cost_b) ** 2 + until_a
            if hyphen_b and row[a]:
                demerits += ROW_COST * 4 ** row[a] if row[a] < in_a_row else 1e12
            elif final and row[a]:
                demerits += ROW_COST
            if demerits < least:
                least, chosen = demerits, a
        best[b], previous[b] = least, chosen
        row[b] = row[chosen] + 1 if hyphen_b else 0
    return _path(previous)


def _path(previous: list[int]) -> list[int]:
    cuts = [len(previous) - 1]
    while cuts[-1] > 0:
        cuts.append(previous[cuts[-1]])
    return cuts[::-1]


def _lines(p: _Places, cuts: list[int]) -> list[Break]:
    return [_line(p, a, b) for a, b in itertools.pairwise(cuts)]


def _line(p: _Places, a: int, b: int) -> Break:
    start = p.start[a] if a else p.hang_left[0]
    return Break(
        *p.ref[a], *p.ref[b], width=p.end[b] + p.more[b] - start, spaces=p.spaces[b] - p.spaces_from[a],
        squares=p.squares[b] - p.squares[a] - p.last_square[b], hyphen=p.hyphen[b], hang_left=p.hang_left[a],
    )  # fmt: skip


def share_slack(line: Break, measure: float, filling: Filling) -> tuple[float, float, float]:
    """How a line is filled to the measure: word space, tracking of squares (both 1/1000 em), and glyph scale.

    Spaces, squares and glyphs take their shares of the slack in the proportion of what each may give.
    """
    slack = measure - line.width
    glyphs = line.width - line.spaces * filling.space
    if slack >= 0:
        soft, glyph, limit = line.spaces * filling.stretch, filling.glyph_stretch * glyphs, filling.glyph_stretch
    else:
        soft, glyph, limit = line.spaces * filling.shrink, filling.glyph_shrink * glyphs, -filling.glyph_shrink
    square = line.squares * SQUARE_GIVE if slack >= 0 else 0.0
    give = soft + glyph + square
    if not give:
        return filling.space, 0.0, 1.0
    if not (line.spaces or line.squares):
        return filling.space, 0.0, 1.0 + max(-filling.glyph_shrink, min(filling.glyph_stretch, slack / glyphs))
    ratio = slack / give
    scale = limit * min(1.0, abs(ratio)) if (slack >= 0) == (limit >= 0) else 0.0
    left = slack - scale * glyphs
    if not line.spaces:
        return filling.space, left / line.squares, 1.0 + scale
    tracking = left * square / (soft + square) / line.squares if line.squares and soft + square else 0.0
    return filling.space + (left - tracking * line.squares) / line.spaces, tracking, 1.0 + scale
