"""Columns: where a body's rows end one column and begin the next. Pure counting, no measures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exports.typeset.page.column.column_balance import least_uneven, unevenness
from exports.typeset.page.column.rows import FREE, HYPHEN, KEEP, Row, skip_space

_WAY_BACK = 4
"""Rows by which a column may end short rather than with a hyphen."""


_DEEPER = 8
"""Rows by which balanced columns are tried deeper for the sake of what keeps together."""

_MORE, _DEPTH = 2, 0.5
"""Rows by which columns are tried deeper for the sake of level feet, and what each is worth in unevenness."""

_LEVEL = 1.0
"""Unevenness that is left as it is."""

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

    `reserved` are the grid lines at the foot of each that are a picture's. `jump` leaves one free under the last one.
    What is never parted and goes into no column is left for the next page, unless `force`: then the first one takes
    what goes in.
    """
    columns: list[Column] = []
    for number, top in enumerate(tops):
        start = skip_space(rows, start)
        less = reserved[number] if reserved else 0
        room = depth - top - less - (jump and number == len(tops) - 1)
        end = _column_end(rows, start, max(0, room), force=force and not columns)
        columns.append(Column(top, start, end, reserved=less))
        start = end
    return columns


def balance(
    rows: Sequence[Row], tops: Sequence[int], depth: int, start: int = 0, reserved: Sequence[int] = ()
) -> list[Column] | None:
    """The shallowest columns that hold all rows from `start` on; None when even `depth` is not enough.

    They may be some rows deeper where that parts nothing which keeps together. `reserved` are the grid lines at the
    foot of each that are a picture's: some lines of text stand over it.
    """
    left = len(rows) - start
    shallowest = max(min(tops) + 1, -(-(left + sum(tops) + sum(reserved)) // len(tops)) - 1)
    if any(reserved):
        over = (top + less + _OVER_PICTURE for top, less in zip(tops, reserved, strict=True) if less)
        shallowest = min(depth, max(shallowest, *over))
    found: list[list[Column]] = []
    for tried in range(shallowest, depth + 1):
        columns = fill(rows, tops, tried, start, reserved=reserved)
        if columns[-1].end == len(rows):
            found.append(columns)
            if len(found) > _DEEPER or not _parts(rows, columns):
                break
    best = min(found, key=lambda columns: _parts(rows, columns), default=None)
    return _with_level_feet(rows, best, depth) if best else None


def _with_level_feet(rows: Sequence[Row], columns: list[Column], depth: int) -> list[Column]:
    """Columns of these rows whose feet are less uneven, a line or two deeper at the most, where there are such."""
    level = max(column.foot + column.reserved for column in columns)
    rooms = [level - column.top - column.reserved for column in columns]
    ends: Sequence[int] = ()
    least = unevenness(rows, rooms, [(column.start, column.end) for column in columns])
    for more in range(min(_MORE, depth - level) + 1):
        if least <= _LEVEL + _DEPTH * more:
            break
        found = least_uneven(rows, [room + more for room in rooms], columns[0].start, least - _DEPTH * more)
        if found:
            ends, least = found.ends, found.cost + _DEPTH * more
    start, better = columns[0].start, []
    for column, end in zip(columns, ends, strict=False):
        better.append(replace(column, start=start, end=end))
        start = skip_space(rows, end)
    return better or columns


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
