"""Total-fit line breaking: the breaks of a whole paragraph are chosen together, so that its worst line is least bad.

After D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines” (1981): a shortest path through the places where a
line may end. Widths are 1/1000 em.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from exports.typeset.line.breaks.breaking_by_line import BreaksByLine, exactly
from exports.typeset.line.breaks.breakpoints import (
    LONGEST,
    NEVER,
    OVERFULL,
    SHORTEST,
    SQUARE_GIVE,
    SQUARE_SHRINK,
    Breakpoints,
    Filling,
    costs,
)


class Break(NamedTuple):
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


def break_lines(places: Breakpoints, measure: float, filling: Filling, *, widths: Sequence[float] = ()) -> list[Break]:
    """The lines of a paragraph; all widths in 1/1000 em.

    `widths` are those of the first lines where they differ from `measure`: the lines beside a picture or an initial.
    """
    count = len(places.end)
    if widths:
        return _lines(places, _with_first_widths(places, measure, filling, widths, ([NEVER] * count, [0] * count)))
    best, row = [0.0] + [NEVER] * (count - 1), [0] * count
    return _lines(places, _path(_shortest_path(places, measure, filling, best, row), count - 1))


def break_in(
    count: int, places: Breakpoints, measure: float, filling: Filling, *, widths: Sequence[float] = ()
) -> list[Break]:
    """The breaks for a given number of lines; none where that cannot be done well (Knuth and Plass: looseness)."""
    cuts = exactly(count, places, measure, filling, widths)
    return _lines(places, cuts) if cuts else []


def _with_first_widths(
    p: Breakpoints, measure: float, filling: Filling, widths: Sequence[float], seeds: tuple[list[float], list[int]]
) -> list[int]:
    """The breaks when the first lines have widths of their own: those line by line, all others together from there."""
    best, row = seeds
    by_line = BreaksByLine(p, filling, measure, widths)
    last = len(p.end) - 1
    while by_line.count < len(widths) and by_line.newest:
        by_line.add()
    for place, state in by_line.newest.items():
        best[place], row[place] = state.demerits, state.row
    previous = _shortest_path(p, measure, filling, best, row)
    ends = [line for line in range(1, by_line.count + 1) if last in by_line[line]]
    early = min(ends, key=lambda line: by_line[line][last].demerits, default=0)
    if early and by_line[early][last].demerits <= best[last]:
        return by_line.path(early)
    tail = _path(previous, last)
    return [*by_line.path(by_line.count, tail[0])[:-1], *tail]


def _shortest_path(p: Breakpoints, measure: float, filling: Filling, best: list[float], row: list[int]) -> list[int]:
    """For each place the one before it on the way of least demerits; −1 where a way begins.

    `best` holds the demerits of the places to begin from, `row` their hyphens in a row; both are filled as far as the
    end asks for it. The cheapest place comes next (E. W. Dijkstra, 1959): most are dearer than the whole best way, and
    are never looked at.
    """
    last = len(p.end) - 1
    previous = [-1] * (last + 1)
    cost_of, hyphen = costs(p, measure, filling), p.hyphen
    least, most = 0.0 if filling.ragged else measure * SHORTEST, measure * LONGEST - min(p.more)
    queue = [(until, place) for place, until in enumerate(best) if until < NEVER]
    heapify(queue)
    while queue:
        until, a = heappop(queue)
        if a == last:
            break
        if until > best[a]:
            continue
        row_a = row[a]
        for b in _ends(p, a, measure, least, most):
            cost = cost_of(a, b, row_a)
            if cost >= OVERFULL and b > a + 1:
                continue
            cost += until
            if cost < best[b] or (cost == best[b] and a < previous[b]):
                best[b], previous[b], row[b] = cost, a, row_a + 1 if hyphen[b] else 0
                heappush(queue, (cost, b))
    return previous


def _ends(p: Breakpoints, a: int, measure: float, least: float, most: float) -> range:
    """The places where a line from place `a` may end.

    One shorter than `least` only where the next is too long, or where it cannot begin earlier.
    """
    from_a, end = p.start[a], p.end
    least = from_a + least
    if a and p.start[a - 1] + measure < least:
        least = p.start[a - 1] + measure
    first = bisect_left(end, least, a + 1, len(end) - 1)
    if first > a + 1 and end[first] + p.more[first] - from_a > measure:
        first -= 1
    return range(first, max(first + 1, bisect_right(end, from_a + most, first)))


def _path(previous: list[int], last: int) -> list[int]:
    cuts = [last]
    while previous[cuts[-1]] >= 0:
        cuts.append(previous[cuts[-1]])
    return cuts[::-1]


def _lines(p: Breakpoints, cuts: Sequence[int]) -> list[Break]:
    begins = [p.begins(cut) for cut in cuts]
    return [_line(p, cuts[at : at + 2], *begins[at : at + 2]) for at in range(len(cuts) - 1)]


def _line(p: Breakpoints, cuts: Sequence[int], first: tuple[int, int], behind: tuple[int, int]) -> Break:
    """The line between two places, which begins with one piece of a word and ends before another."""
    (a, b), (word, piece) = cuts, first
    hang_left = p.steps[word].hangs[piece]
    start = p.start[a] if a else hang_left
    return Break(
        word, piece, *behind, p.end[b] + p.more[b] - start, p.word[b - 1] - word,
        p.squares[b] - p.squares[a] - p.last_square[b], p.hyphen[b], hang_left,
    )  # fmt: skip


def share_slack(line: Break, measure: float, filling: Filling) -> tuple[float, float, float]:
    """Shares of a line's slack: its word space, tracking of squares (both 1/1000 em), and glyph scale.

    Spaces, squares and glyphs take their shares of the slack in the proportion of what each may give.
    """
    slack = measure - line.width
    glyphs = line.width - line.spaces * filling.space
    if slack >= 0:
        soft, glyph, limit = line.spaces * filling.stretch, filling.glyph_stretch * glyphs, filling.glyph_stretch
    else:
        soft, glyph, limit = line.spaces * filling.shrink, filling.glyph_shrink * glyphs, -filling.glyph_shrink
    square = line.squares * (SQUARE_GIVE if slack >= 0 else SQUARE_SHRINK)
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
