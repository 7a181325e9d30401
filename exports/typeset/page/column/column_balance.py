"""Column balance: of the places where columns may end, those at which the last columns of a story end most evenly.

All level is best, then the last ones shorter; a column shorter than the one behind it looks like a mistake.
"""

from collections.abc import Sequence
from typing import NamedTuple

from exports.typeset.page.column.rows import FREE, KEEP, Row, skip_space

_SHORT = (0.0, 1.0, 5.0, 12.0, 40.0)
"""Cost of a column that is 0, 1, 2, … lines short; it is never tried shorter."""

_STEP = 12.0
"""Cost of each line by which a column is shorter than the one behind it."""

_END, _OVER = 0.15, 3.0
"""Cost of the column in which the story ends: for its lines short squared, and for each that is more than there are
columns.
"""

_HYPHEN, _PARTED = 9.0, 100.0
"""Cost of a column that ends in a hyphen, and of one that parts what keeps together."""

_GROWN = 0.25
"""Cost of a space that grows by a line to make a column level."""

_MOST_TRIED = 2000
"""Ends of columns tried for a story: the time it takes to set one stays bounded."""


class Division(NamedTuple):
    """The row before which each column ends, and how uneven that is."""

    cost: float
    ends: tuple[int, ...]


def unevenness(rows: Sequence[Row], rooms: Sequence[int], columns: Sequence[tuple[int, int]]) -> float:
    """Unevenness of the feet of columns, each from a row up to a row, in the lines of room each has."""
    cost, before = 0.0, 0
    for room, (start, end) in zip(rooms[:-1], columns[:-1], strict=True):
        short, grown = _feathered(rows, start, end, room - (end - start))
        keep = rows[end - 1].keep if end > start else FREE
        cost += _SHORT[min(short, len(_SHORT) - 1)] + _STEP * max(0, before - short) + _GROWN * grown
        cost += 0.0 if keep == FREE else _PARTED if keep >= KEEP else _HYPHEN
        before = short
    start, end = columns[-1]
    return cost + _ended(rooms[-1] - (end - start), before, len(rooms))


def least_uneven(rows: Sequence[Row], rooms: Sequence[int], start: int, below: float) -> Division | None:
    """The least uneven division of the rows from `start` on into columns with so many lines of room, all in good
    places; None when none costs less than `below`.
    """
    search = _Search(rows, rooms, below)
    search.column(0, start, 0.0, 0, ())
    return search.best


def _ended(short: int, before: int, columns: int) -> float:
    """What the last of so many columns costs, behind one that is `before` lines short."""
    return _END * short * short + _OVER * max(0, short - columns) + _STEP * max(0, before - short)


def _feathered(rows: Sequence[Row], start: int, end: int, short: int) -> tuple[int, int]:
    """Lines a column is short when its spaces have grown, and the spaces that do."""
    grown = min(short, sum(rows[at].space for at in range(start + 1, end))) if short > 0 else 0
    return short - grown, grown


class _Search:
    """Tries the ends of each column, the deepest first, and gives up what can only be worse than the best so far."""

    def __init__(self, rows: Sequence[Row], rooms: Sequence[int], below: float) -> None:
        self._rows, self._rooms = rows, rooms
        self._following = [sum(rooms[number + 1 :]) for number in range(len(rooms))]
        self._spaces = any(row.space for row in rows)
        self._below, self._left = below, _MOST_TRIED
        self.best: Division | None = None

    def column(self, number: int, start: int, cost: float, before: int, ends: tuple[int, ...]) -> None:
        """Divide the rows from `start` on into the columns from that number on, behind one `before` lines short."""
        rows, room = self._rows, self._rooms[number]
        if self._spaces:
            start = skip_space(rows, start)
        if number == len(self._rooms) - 1:
            self._last(room - (len(rows) - start), cost, before, ends)
            return
        foot = start + room
        spare = room + self._following[number] - (len(rows) - start)
        most = room if self._spaces else min(spare, len(_SHORT) - 1)
        for end in range(min(foot, len(rows) - 1), max(start, foot - most - 1), -1):
            if rows[end - 1].keep != FREE:
                continue
            short, grown = _feathered(rows, start, end, foot - end) if self._spaces else (foot - end, 0)
            if short >= len(_SHORT) or self._left <= 0:
                return
            spent = cost + _SHORT[short] + (_STEP * (before - short) if before > short else 0.0) + _GROWN * grown
            if spent < self._below:
                self._left -= 1
                self.column(number + 1, end, spent, short, (*ends, end))

    def _last(self, short: int, cost: float, before: int, ends: tuple[int, ...]) -> None:
        cost += _ended(short, before, len(self._rooms))
        if short >= 0 and cost < self._below:
            self._below, self.best = cost, Division(cost, (*ends, len(self._rows)))
