"""Column balance: of the places where columns may end, those at which their feet are most even.

A shortest path over the columns, each of which may begin where the one before ends (as pages are broken in M. F. Plass,
“Optimal Pagination Techniques for Automatic Typesetting Systems”, 1981).
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from exports.cache_sizes import DIVISIONS
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


def least_uneven(
    rows: Sequence[Row], rooms: Sequence[int], start: int, below: float, *, worst: int = FREE, whole: bool = True
) -> Division | None:
    """The least uneven division of the rows from `start` on into columns with so many lines of room; None when none
    costs less than `below`.

    No column but the last ends behind a row that keeps more than `worst`. Unless the `whole` story is to go in, the
    last column ends like the others, and what is left goes to the next page.
    """
    reach = farthest(rows, rooms, start)
    if whole and reach < len(rows):
        return None
    asked = rows[start : reach + 1]  # the row behind says whether the last column may end there
    keeps, spaces = bytes([row.keep for row in asked]), bytes([row.space for row in asked])
    found = _least_uneven(keeps, spaces, tuple(rooms), below, worst, whole=whole)
    return Division(found.cost, tuple(start + end for end in found.ends)) if found else None


def least_cost(empty: int, columns: int) -> float:
    """A bound: what so many lines that stay empty cost at the least, shared evenly by the columns."""
    return short_cost(-(-empty // columns), last=True) if empty > 0 else 0.0


def farthest(rows: Sequence[Row], rooms: Sequence[int], start: int) -> int:
    """The row up to which columns with so many lines of room hold those from `start` on, filled to the last line."""
    for room in rooms:
        start = min(skip_space(rows, start) + room, len(rows))
    return start


@lru_cache(maxsize=DIVISIONS)
def _least_uneven(
    keeps: bytes, spaces: bytes, rooms: tuple[int, ...], below: float, worst: int, *, whole: bool
) -> Division | None:
    """The same of rows of which each keeps so much and is a space or none.

    They are all there are, or one more than columns of these rooms hold. Most keys change none of this.
    """
    before = [0, *accumulate(spaces)] if any(spaces) else None
    ways: dict[tuple[int, int], Division] = {(0, 0): Division(0.0, ())}
    bounds = worst, below
    for number, room in enumerate(rooms):
        last, further = whole and number == len(rooms) - 1, sum(rooms[number + 1 :])
        found: dict[tuple[int, int], Division] = {}
        for (at, short_before), way in ways.items():
            begin = _skip_space(spaces, at) if before else at
            for end, short, cost in _ends(keeps, before, (begin, room, further), bounds, last=last, whole=whole):
                spent = way.cost + cost + (STEP * (short_before - short) if short_before > short else 0.0)
                key = (end, short)
                if spent < below and (key not in found or spent < found[key].cost):
                    found[key] = Division(spent, (*way.ends, end))
        ways = found
    return min(ways.values(), default=None)


def _skip_space(spaces: bytes, start: int) -> int:
    at = spaces.find(0, start)
    return at if at >= 0 else len(spaces)


def _ends(
    keeps: bytes,
    spaces: Sequence[int] | None,
    room: tuple[int, int, int],
    bounds: tuple[int, float],
    *,
    last: bool,
    whole: bool,
) -> list[tuple[int, int, float]]:
    """Where a column may end: the row, the lines it is short, and what that costs.

    `room` is the row it begins with, its lines, and those of the columns behind it; `spaces` how many stand before
    each row. No column ends behind a row that keeps more than the first of the `bounds`, or costs the second.
    """
    (begin, lines, further), (worst, below) = room, bounds
    if last:
        return [_ended(len(keeps), spaces, begin, lines)] if len(keeps) - begin <= lines else []
    foot = min(begin + lines, len(keeps))
    least = max(begin, foot - _MOST_SHORT)
    if whole and not spaces:
        least = max(least, len(keeps) - further)
    found = []
    for end in range(foot, least - 1, -1):
        keep = keeps[end - 1] if begin < end < len(keeps) else FREE
        if keep > worst:
            continue
        apart = spaces[end] - spaces[begin + 1] if spaces and end > begin else 0
        short, grown = feathering(lines - (end - begin), apart)
        cost = short_cost(short, last=False)
        if cost >= below:
            break
        cost += GROWN * grown + (AT_HYPHEN if keep == HYPHEN else 0.0)
        found.append((end, short, cost))
    return found


def _ended(count: int, spaces: Sequence[int] | None, begin: int, lines: int) -> tuple[int, int, float]:
    """The last column, which takes what is left of so many rows."""
    apart = spaces[count] - spaces[begin + 1] if spaces and count > begin else 0
    short, grown = feathering(lines - (count - begin), apart)
    return count, short, short_cost(short, last=True) + GROWN * grown
