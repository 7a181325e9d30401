"""Columns: where a body's rows end one column and begin the next. Pure counting, no measures."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.typeset.page.column.column_balance import LAST_SHORT, farthest, least_cost, least_uneven
from exports.typeset.page.column.rows import FREE, HYPHEN, KEEP, Row, skip_space

_WAY_BACK = 4
"""Rows by which a column may end short rather than with a hyphen."""


_DEEPER = 8
"""Rows by which balanced columns are tried deeper for the sake of what keeps together."""

_MORE, _DEPTH = 8, 0.5
"""Rows by which columns are tried deeper for the sake of level feet, and what each is worth in unevenness."""

_UNLEVEL = LAST_SHORT[2]
"""Unevenness from which on a column ends two lines above another, or more."""

_HOPELESS = 200.0
"""Unevenness from which on columns are filled one after another, each as far as it goes."""

NEVER = 1e9
"""Unevenness that no columns have."""

_OVER_PICTURE = 4
"""Rows of text over a picture at the foot of a column."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows `start` up to `end`, the first of them on grid line `top`, counted from 0."""

    top: int
    start: int
    end: int
    gaps: frozenset[int] = frozenset()
    """Rows before which a grid line stays empty, so that the column ends level with others."""
    reserved: int = 0
    """Grid lines under it that are a picture's."""

    @property
    def foot(self) -> int:
        """The grid line below its last row."""
        return self.top + self.end - self.start + len(self.gaps)

    def lines(self) -> Iterator[tuple[int, int]]:
        """Rows of the column, each with the grid line it stands on."""
        line = self.top
        for at in range(self.start, self.end):
            line += at in self.gaps
            yield at, line
            line += 1


def feathered(rows: Sequence[Row], column: Column, foot: int) -> Column:
    """The column with more space where it has some, so that it ends on a grid line, or nearer to it.

    Every space grows by a line at the most, the lowest first, and those under a box after all others: the text below
    stays on the grid.
    """
    spaces = [at for at in range(column.end - 1, column.start, -1) if rows[at].space]
    spaces.sort(key=lambda at: rows[at].under)
    return replace(column, gaps=frozenset(spaces[: max(0, foot - column.foot)])) if spaces else column


def fill(
    rows: Sequence[Row],
    tops: Sequence[int],
    depth: int,
    start: int = 0,
    *,
    reserved: Sequence[int] = (),
    force: bool = False,
    jump: bool = False,
) -> list[Column]:
    """Columns that begin on the grid lines `tops` and end before `depth`, filled from row `start` on.

    They end as evenly as may be. `reserved` are the grid lines at the foot of each that are a picture's. `jump` leaves
    one free under the last one. What is never parted and goes into no column is left for the next page, unless `force`:
    then the first one takes what goes in.
    """
    reserved = reserved or [0] * len(tops)
    rooms = _rooms(tops, depth, reserved)
    rooms[-1] = max(0, rooms[-1] - jump)
    for worst, below in ((FREE, _UNLEVEL), (HYPHEN, _HOPELESS)):
        found = least_uneven(rows, rooms, start, below, worst=worst, whole=False)
        if found and found.ends[-1] < len(rows):
            return _columns(rows, tops, start, found.ends, reserved)
    return _filled(rows, list(zip(tops, rooms, reserved, strict=True)), start, force=force)


def _filled(
    rows: Sequence[Row], columns: Sequence[tuple[int, int, int]], start: int, *, force: bool = False
) -> list[Column]:
    """Columns filled one after another, each as far as it goes: first grid line, lines of room, lines of a picture."""
    filled: list[Column] = []
    for top, room, less in columns:
        start = skip_space(rows, start)
        end = _column_end(rows, start, room, force=force and not filled)
        filled.append(Column(top, start, end, reserved=less))
        start = end
    return filled


def balance(
    rows: Sequence[Row], tops: Sequence[int], depth: int, start: int = 0, reserved: Sequence[int] = ()
) -> list[Column] | None:
    """The columns that hold all rows from `start` on and end most evenly; None when even `depth` is not enough.

    They are no deeper than that asks for, and end in hyphens only where they would else end unevenly. `reserved` are
    the grid lines at the foot of each that are a picture's: some lines of text stand over it.
    """
    reserved = reserved or [0] * len(tops)
    if farthest(rows, _rooms(tops, depth, reserved), start) < len(rows):
        return None
    shallowest = _shallowest(rows, tops, depth, start, reserved)
    filled = len(rows) - start + sum(row.space for row in rows[start:])  # with each space grown by a line
    best: tuple[float, int, Sequence[int]] | None = None
    for worst, more in ((FREE, _MORE), (HYPHEN, _MORE)):
        for foot in range(shallowest, min(depth, shallowest + more) + 1):
            deeper = _DEPTH * (foot - shallowest)
            below = (best[0] if best else NEVER) - deeper
            rooms = _rooms(tops, foot, reserved)
            if below <= 0 or least_cost(sum(rooms) - filled, len(tops)) >= below:
                break
            if found := least_uneven(rows, rooms, start, below, worst=worst):
                best = found.cost + deeper, foot, found.ends
        if best and best[0] < _UNLEVEL:
            break
    columns = _columns(rows, tops, start, best[2], reserved) if best else []
    if any(column.reserved and column.end == column.start for column in columns):
        columns = []
    return columns or _parting(rows, tops, depth, start, reserved)


def _shallowest(rows: Sequence[Row], tops: Sequence[int], depth: int, start: int, reserved: Sequence[int]) -> int:
    """The first grid line above which columns could end that hold all rows from `start` on."""
    rows_left = len(rows) - start - sum(row.space for row in rows[start:])
    feet = range(max(min(tops) + 1, max(tops) - 1), depth + 1)
    shallowest = feet.start + bisect_left(feet, rows_left, key=lambda foot: sum(_rooms(tops, foot, reserved)))
    over = (top + less + _OVER_PICTURE for top, less in zip(tops, reserved, strict=True) if less)
    return min(depth, max(shallowest, *over, 0))


def _rooms(tops: Sequence[int], foot: int, reserved: Sequence[int]) -> list[int]:
    """Lines of room of columns that end above the grid line `foot`."""
    return [max(0, foot - top - less) for top, less in zip(tops, reserved, strict=True)]


def _columns(
    rows: Sequence[Row], tops: Sequence[int], start: int, ends: Sequence[int], reserved: Sequence[int]
) -> list[Column]:
    """Columns with these ends."""
    columns = []
    for top, less, end in zip(tops, reserved, ends, strict=True):
        start = min(skip_space(rows, start), end)
        columns.append(Column(top, start, end, reserved=less))
        start = end
    return columns


def _parting(
    rows: Sequence[Row], tops: Sequence[int], depth: int, start: int, reserved: Sequence[int]
) -> list[Column] | None:
    """The shallowest columns that hold all rows and part the least that keeps together."""
    found: list[list[Column]] = []
    for tried in range(_shallowest(rows, tops, depth, start, reserved), depth + 1):
        rooms = _rooms(tops, tried, reserved)
        columns = _filled(rows, list(zip(tops, rooms, reserved, strict=True)), start)
        if columns[-1].end == len(rows):
            found.append(columns)
            if len(found) > _DEEPER or not _parts(rows, columns):
                break
    return min(found, key=lambda columns: _parts(rows, columns), default=None)


def _parts(rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """Columns that end inside what keeps together, counted."""
    return sum(column.start < column.end < len(rows) and rows[column.end - 1].keep >= KEEP for column in columns)


def _column_end(rows: Sequence[Row], start: int, room: int, *, force: bool) -> int:
    """Where a column that begins with row `start` ends: the last good place within the room.

    Behind a hyphen only when the column would else be some rows short, inside what keeps together only when nothing
    else would go in at all, inside what is never parted not at all.
    """
    end = min(start + room, len(rows))
    if end == len(rows) or room == 0:
        return end
    for worst, back in ((FREE, _WAY_BACK), (HYPHEN, room - 1), (KEEP, room - 1)):
        for tried in range(end, max(start, end - back - 1), -1):
            if rows[tried - 1].keep <= worst:
                return tried
    return end if force else start
