"""Column balance: of the places where columns may end, those at which their feet are most even.

A shortest path over the columns, each of which may begin where the one before ends (as pages are broken in M. F. Plass,
“Optimal Pagination Techniques for Automatic Typesetting Systems”, 1981).
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from exports.typeset.page.column.rows import FREE, HYPHEN, KEEP, Row, skip_space

SHORT = (0.0, 1.0, 14.0, 40.0, 90.0, 160.0)
"""Cost of a column that ends 0, 1, 2, … lines above the lowest: one is hardly seen, two look like a mistake."""

LEVEL = 1
"""Lines by which the feet of columns may differ and still be level to the eye."""

_SHORTER = 80.0
"""Cost of each further line."""

LAST_SHORT = (0.0, 0.5, 12.0, 30.0, 50.0, 70.0)
"""The same for the column in which the story ends: it is where a reader expects a shorter one."""

_LAST_SHORTER = 20.0

STEP = 0.5
"""Cost of each line by which a column is shorter than the one behind it."""

AT_HYPHEN, _PARTED = 6.0, 1000.0
"""Cost of a column that ends in a hyphen, and of one that parts what keeps together."""

GROWN = 0.25
"""Cost of a space that grows by a line to make a column level."""

_MOST_SHORT = 12
"""Lines by which a column is tried short at the most."""


class Division(NamedTuple):
    """The row before which each column ends, and how uneven that is."""

    cost: float
    ends: tuple[int, ...]


def short_cost(short: int, *, last: bool) -> float:
    """Cost of a column that ends so many lines above the lowest."""
    costs, further = (LAST_SHORT, _LAST_SHORTER) if last else (SHORT, _SHORTER)
    return costs[short] if short < len(costs) else costs[-1] + further * (short - len(costs) + 1)


def unevenness(rows: Sequence[Row], rooms: Sequence[int], columns: Sequence[tuple[int, int]]) -> float:
    """Unevenness of the feet of columns, each from a row up to a row, in the lines of room each has.

    The last one is the one in which the story ends.
    """
    cost, before = 0.0, 0
    for number, (room, (start, end)) in enumerate(zip(rooms, columns, strict=True)):
        last = number == len(rooms) - 1
        short, grown = feathering(room - (end - start), sum(rows[at].space for at in range(start + 1, end)))
        keep = rows[end - 1].keep if end > start and not last else FREE
        cost += short_cost(short, last=last) + STEP * max(0, before - short) + GROWN * grown
        cost += 0.0 if keep == FREE else _PARTED if keep >= KEEP else AT_HYPHEN
        before = short
    return cost


def feathering(short: int, spaces: int) -> tuple[int, int]:
    """Lines a column stays short when some of its spaces have grown by a line each, and the spaces that have."""
    grown = min(short, spaces) if short > 0 else 0
    return short - grown, grown


class _Way(NamedTuple):
    """The best way to fill the first columns: its cost and the row before which each ends."""

    cost: float
    ends: tuple[int, ...]


def least_uneven(
    rows: Sequence[Row], rooms: Sequence[int], start: int, below: float, *, worst: int = FREE, whole: bool = True
) -> Division | None:
    """The least uneven division of the rows from `start` on into columns with so many lines of room; None when none
    costs less than `below`.

    No column but the last ends behind a row that keeps more than `worst`. Unless the `whole` story is to go in, the
    last column ends like the others, and what is left goes to the next page.
    """
    spaces = [0, *accumulate(row.space for row in rows)] if any(row.space for row in rows) else None
    ways: dict[tuple[int, int], _Way] = {(start, 0): _Way(0.0, ())}
    for number, room in enumerate(rooms):
        last, further = whole and number == len(rooms) - 1, sum(rooms[number + 1 :])
        found: dict[tuple[int, int], _Way] = {}
        for (at, before), way in ways.items():
            begin = skip_space(rows, at) if spaces else at
            for end, short, cost in _ends(rows, spaces, (begin, room, further), worst, last=last, whole=whole):
                spent = way.cost + cost + (STEP * (before - short) if before > short else 0.0)
                key = (end, short)
                if spent < below and (key not in found or spent < found[key].cost):
                    found[key] = _Way(spent, (*way.ends, end))
        ways = found
    best = min(ways.values(), default=None)
    return Division(best.cost, best.ends) if best else None


def _ends(
    rows: Sequence[Row],
    spaces: Sequence[int] | None,
    room: tuple[int, int, int],
    worst: int,
    *,
    last: bool,
    whole: bool,
) -> list[tuple[int, int, float]]:
    """Where a column may end: the row, the lines it is short, and what that costs.

    `room` is the row it begins with, its lines, and those of the columns behind it.
    """
    begin, lines, further = room
    if last:
        return [_ended(rows, spaces, begin, lines)] if len(rows) - begin <= lines else []
    foot = min(begin + lines, len(rows))
    least = max(begin, foot - _MOST_SHORT)
    if whole and not spaces:
        least = max(least, len(rows) - further)
    found = []
    for end in range(foot, least - 1, -1):
        keep = rows[end - 1].keep if begin < end < len(rows) else FREE
        if keep > worst:
            continue
        apart = spaces[end] - spaces[begin + 1] if spaces and end > begin else 0
        short, grown = feathering(lines - (end - begin), apart)
        cost = short_cost(short, last=False) + GROWN * grown + (AT_HYPHEN if keep == HYPHEN else 0.0)
        found.append((end, short, cost))
    return found


def _ended(rows: Sequence[Row], spaces: Sequence[int] | None, begin: int, lines: int) -> tuple[int, int, float]:
    """The last column, which takes what is left."""
    apart = spaces[len(rows)] - spaces[begin + 1] if spaces and len(rows) > begin else 0
    short, grown = feathering(lines - (len(rows) - begin), apart)
    return len(rows), short, short_cost(short, last=True) + GROWN * grown
