"""Line breaking line by line: every way to break the first lines of a paragraph, where the widths of lines differ or
their number is asked for. Slower than `breaking`'s own search, which knows neither lines nor their number.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.typeset.line.breaks.breakpoints import LONGEST, SHORTEST, Breakpoints, Filling, costs

_WELL = 1.2e5
"""Demerits of the worst line of a paragraph that is well set: word spaces are about twice their natural width."""

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
    """The places where the last line may end, for each number of lines."""

    def __init__(self, places: Breakpoints, filling: Filling, measure: float, widths: Sequence[float] = ()) -> None:
        self._places = places
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

    def add(self) -> None:
        """Set one more line in all ways."""
        measure = self._widths[self.count] if self.count < len(self._widths) else self._measure
        found: dict[int, PartialBreaks] = {}
        cost_of = costs(self._places, measure, self._filling)
        for a, state in self.newest.items():
            self._extend(a, state, (measure, cost_of), found)
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
        line: tuple[float, Callable[[int, int, int], float]],
        found: dict[int, PartialBreaks],
    ) -> None:
        """Set a line from place `a` to each place it may end at: not too short, unless nothing else is left."""
        p, last = self._places, len(self._places.end) - 1
        measure, cost_of = line
        least = 0.0 if self._filling.ragged else p.start[a] + measure * SHORTEST - self._most_more
        for b in range(max(a + 1, bisect_left(p.end, least, a + 1, last) - 1), last + 1):
            width = p.end[b] + p.more[b] - p.start[a]
            if width > measure * LONGEST and b > a + 1:
                return
            following = p.end[b + 1] - p.start[a] if b < last else 0.0
            if width < measure * SHORTEST and b < last and following <= measure and not self._filling.ragged:
                continue
            cost = cost_of(a, b, state.row)
            before = found.get(b)
            if before is None or state.demerits + cost < before.demerits:
                row = state.row + 1 if p.hyphen[b] else 0
                found[b] = PartialBreaks(state.demerits + cost, a, row, max(state.worst, cost))


def exactly(
    count: int, places: Breakpoints, measure: float, filling: Filling, widths: Sequence[float] = ()
) -> list[int] | None:
    """The breaks that make so many lines; None where that cannot be done well."""
    by_line, last = BreaksByLine(places, filling, measure, widths), len(places.end) - 1
    if count < 1 or len(places.end) > _MOST_PLACES:
        return None
    while by_line.newest and by_line.count < count:
        by_line.add()
    found = by_line.newest.get(last)
    return by_line.path(count) if found and found.worst <= _WELL else None
