"""Line breaking line by line: every way to break the first lines of a paragraph, where the widths of lines differ or
their number is asked for. Slower than `breaking`'s own search, which knows neither lines nor their number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from exports.typeset.line.breaks.breakpoints import (
    BADNESS,
    LONGEST,
    NEVER,
    SHORTEST,
    SQUARE_GIVE,
    SQUARE_SHRINK,
    Breakpoints,
    Filling,
    costs,
)

_WELL = 1.2e5
"""Demerits of the worst line of a paragraph that is well set: word spaces are about twice their natural width."""

_WELL_STRETCHED = float(((_WELL**0.5 - 1) / BADNESS) ** (1 / 3))
"""Times by which such a line is stretched beyond its limit, which costs `BADNESS`."""

_MOST_PLACES = 4000
"""A longer paragraph, some 1,500 words, is not set to another number of lines: it would take seconds."""


class PartialBreaks(NamedTuple):
    """The best way to end so many lines at one place."""

    demerits: float
    before: int
    row: int
    """Lines that end in hyphens in a row, this one among them."""
    worst: float
    """Demerits of its worst line."""


class BreaksByLine:
    """The places where the last line may end, for each number of lines; none of them costs more than `worst`."""

    def __init__(
        self,
        places: Breakpoints,
        filling: Filling,
        measure: float,
        widths: Sequence[float] = (),
        *,
        worst: float = NEVER,
    ) -> None:
        self._places = places
        self._worst = worst
        self._filling = filling
        self._measure = measure
        self._widths = widths
        self._most_more = max(places.more)
        self._by_line: list[dict[int, PartialBreaks]] = [{0: PartialBreaks(0.0, -1, 0, 0.0)}]

    def __getitem__(self, line: int) -> dict[int, PartialBreaks]:
        return self._by_line[line]

    @property
    def count(self) -> int:
        """Lines set so far, counted."""
        return len(self._by_line) - 1

    @property
    def newest(self) -> dict[int, PartialBreaks]:
        """Where the last line may end."""
        return self._by_line[-1]

    def add(self, within: range | None = None) -> None:
        """Set one more line in all ways, or in those that end it at some of the places."""
        measure = self._widths[self.count] if self.count < len(self._widths) else self._measure
        within = range(len(self._places.end)) if within is None else within
        found: dict[int, PartialBreaks] = {}
        cost_of = costs(self._places, measure, self._filling)
        for a, state in self.newest.items():
            self._extend(a, state, (measure, cost_of, within), found)
        self._by_line.append(found)

    def path(self, line: int, place: int | None = None) -> list[int]:
        """The breaks of the best way that ends so many lines at a place; at the paragraph's end when none is named."""
        cuts = [len(self._places.end) - 1 if place is None else place]
        for number in range(line, 0, -1):
            cuts.append(self._by_line[number][cuts[-1]].before)
        return cuts[::-1]

    def _extend(
        self,
        a: int,
        state: PartialBreaks,
        line: tuple[float, Callable[[int, int, int], float], range],
        found: dict[int, PartialBreaks],
    ) -> None:
        """Set a line from place `a` to each place it may end at: not too short, unless nothing else is left."""
        p, last = self._places, len(self._places.end) - 1
        measure, cost_of, within = line
        least = 0.0 if self._filling.ragged else p.start[a] + measure * SHORTEST - self._most_more
        begin = max(a + 1, within.start, bisect_left(p.end, least, a + 1, last) - 1)
        for b in range(begin, within.stop):
            width = p.end[b] + p.more[b] - p.start[a]
            if width > measure * LONGEST and b > a + 1:
                return
            following = p.end[b + 1] - p.start[a] if b < last else 0.0
            if width < measure * SHORTEST and b < last and following <= measure and not self._filling.ragged:
                continue
            cost = cost_of(a, b, state.row)
            if cost > self._worst:
                continue
            before = found.get(b)
            if before is None or state.demerits + cost < before.demerits:
                row = state.row + 1 if p.hyphen[b] else 0
                found[b] = PartialBreaks(state.demerits + cost, a, row, max(state.worst, cost))


def exactly(
    count: int, places: Breakpoints, measure: float, filling: Filling, widths: Sequence[float] = ()
) -> list[int] | None:
    """The breaks that make so many lines; None where that cannot be done well."""
    if count < 1 or len(places.end) > _MOST_PLACES:
        return None
    by_line = BreaksByLine(places, filling, measure, widths, worst=_WELL)
    for within in _reached(places, filling, [*widths[:count], *[measure] * (count - len(widths))]):
        by_line.add(within)
    return by_line.path(count) if by_line.newest else None


def _reached(p: Breakpoints, filling: Filling, measures: Sequence[float]) -> Iterator[range]:
    """For each line the places at which it may end, so that lines of the measures behind it can hold what is left, and
    what is left can fill them.
    """
    last = len(p.end) - 1
    closest, widest = _closest(p, filling), _widest(p, filling)
    rooms = [*accumulate(reversed(measures), initial=0.0)]
    for left in range(len(measures) - 1, 0, -1):
        first = bisect_left(closest.negative, closest.beside(left) - rooms[left], 0, last)
        behind = bisect_right(widest.negative, widest.beside(left) + measures[-1] - rooms[left], 0, last)
        yield range(first, behind)
    yield range(last, last + 1)


class _Rest(NamedTuple):
    """How wide what stands behind each place can be in so many lines: less what each line adds, and with the sign
    turned, so that it grows from place to place.
    """

    negative: Sequence[float]
    each_line: float
    but_one: float
    """What each line adds, and what each but the last takes."""

    def beside(self, lines: int) -> float:
        """What so many lines add."""
        return lines * self.each_line - (lines - 1) * self.but_one


def _closest(p: Breakpoints, filling: Filling) -> _Rest:
    """The least total width of well set lines: it is never narrower."""
    if filling.ragged:
        return _given(p, (0.0, 0.0, 0.0), min(p.more), max(_apart(p)))
    gap = filling.shrink + filling.closer
    return _given(p, (-gap, -filling.glyph_shrink, -SQUARE_SHRINK), min(p.more), max(_apart(p)))


def _widest(p: Breakpoints, filling: Filling) -> _Rest:
    """The greatest total width of well set lines: it is never wider."""
    if filling.ragged:
        return _Rest([-NEVER] * len(p.end), 0.0, 0.0)
    give = filling.stretch, filling.glyph_stretch, SQUARE_GIVE
    return _given(p, tuple(_WELL_STRETCHED * most for most in give), max(p.more), min(_apart(p)))


def _apart(p: Breakpoints) -> Sequence[float]:
    """What is lost at a line's end, at each place inside."""
    return [start - end for start, end in zip(p.start[1:-1], p.end[1:-1], strict=True)] or [0.0]


def _given(p: Breakpoints, give: Sequence[float], more: float, apart: float) -> _Rest:
    """The rest when gaps, glyphs and squares behind a place give so much; each line has `more`, and loses `apart`."""
    gap, glyphs, square = give
    end, spaces, squares = p.end[-1], p.word[-2], p.squares[-1]
    places = zip(p.start, p.word, p.squares, strict=True)
    negative = [
        (start - end) * (1 + glyphs) - gap * (spaces - word) - square * (squares - before)
        for start, word, before in places
    ]
    return _Rest(negative, more + glyphs * max(0.0, max(p.more)), apart)
