"""Strands: the ways in which blocks may be set, a line more or fewer, and those of them that let columns end level.

A column may end a line above the others. Which paragraphs give or take a line is found together with the ends of the
columns, by a shortest path, as in `column_balance`.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from exports.typeset.page.column.column_balance import AT_HYPHEN, GROWN, LEVEL, STEP, short_cost
from exports.typeset.page.column.rows import HYPHEN, Row

_ASKED = 2.0
"""Cost of a paragraph that is set a line longer or shorter: less than a column's end in a hyphen."""


class Strand(NamedTuple):
    """One way to set a block: its rows, and how many more they are than those it has by itself."""

    rows: Sequence[Row]
    more: int = 0


class _Place(NamedTuple):
    """The row that comes next: of which block, counted from 0, in which of its strands, and which of its rows."""

    block: int
    strand: int = -1
    """−1 where none is chosen yet."""
    row: int = 0


class _PartialFilling(NamedTuple):
    """A way to fill some lines, and the strands chosen on it that are not the block's own: blocks and lines more."""

    cost: float
    chosen: tuple[tuple[int, int], ...] = ()


class _CountedStrand(NamedTuple):
    """What a strand's rows are to the ends of columns."""

    more: int
    keeps: bytes
    spaces: Sequence[int]
    """How many of the rows before each are spaces, and how many of all."""


def _counted(strand: Strand) -> _CountedStrand:
    spaces = [*accumulate((row.space for row in strand.rows), initial=0)]
    return _CountedStrand(strand.more, bytes([row.keep for row in strand.rows]), spaces)


def level_strands(
    blocks: Sequence[Sequence[Strand]], rooms: Sequence[int], *, whole: bool, level: int = LEVEL
) -> dict[int, int] | None:
    """The blocks that are to be set longer or shorter, by so many lines, so that columns with so many lines of room end
    at most `level` lines above them; None when nothing helps.

    The first strand of each block is the one it has by itself. Unless the `whole` is to go in, what is left goes to the
    next page.
    """
    counted = [[*map(_counted, strands)] for strands in blocks]
    ways = {(_Place(0), 0): _PartialFilling(0.0)}
    for number, room in enumerate(rooms):
        last = number == len(rooms) - 1
        found: dict[tuple[_Place, int], _PartialFilling] = {}
        fillings = {place: [*_fillings(counted, place, room, level)] for place in {place for place, _ in ways}}
        for (place, before), way in ways.items():
            for end, count, step in fillings[place]:
                if last and whole and end.block < len(blocks):
                    continue
                short = room - count
                cost = way.cost + step.cost + short_cost(short, last=last and whole) + STEP * max(0, before - short)
                if (end, short) not in found or cost < found[end, short].cost:
                    found[end, short] = _PartialFilling(cost, way.chosen + step.chosen)
        ways = found
    best = min(ways.values(), default=None)
    return dict(best.chosen) if best else None


def _fillings(
    blocks: Sequence[Sequence[_CountedStrand]], start: _Place, room: int, level: int
) -> Iterator[tuple[_Place, int, _PartialFilling]]:
    """Ways to fill a column so that it ends level: the place that comes next, the lines it takes, and what it costs."""
    counts = {0: _PartialFilling(0.0)}
    for block in range(start.block, len(blocks)):
        further: dict[int, _PartialFilling] = {}
        for number, strand in enumerate(blocks[block]):
            begun = block == start.block and start.strand >= 0
            if begun and number != start.strand:
                continue
            begin = start.row if block == start.block else 0
            asked, rows = 0.0 if begun else _ASKED * abs(strand.more), len(strand.keeps) - begin
            added = ((block, strand.more),) if strand.more and not begun else ()
            plain = strand.spaces[-1] == strand.spaces[begin]
            for count, way in counts.items():
                cost, lines = way.cost + asked, count + rows
                if plain and lines <= room - level:  # it goes in whole, and no column ends level inside it
                    if lines not in further or cost < further[lines].cost:
                        further[lines] = _PartialFilling(cost, way.chosen + added)
                    continue
                for end, lines, grown in _within(strand, begin, count, (room, level)):
                    spent = cost + GROWN * grown
                    if end < len(strand.keeps):
                        hyphen = AT_HYPHEN if strand.keeps[end - 1] == HYPHEN else 0.0
                        yield _Place(block, number, end), lines, _PartialFilling(spent + hyphen, way.chosen + added)
                    elif lines not in further or spent < further[lines].cost:
                        further[lines] = _PartialFilling(spent, way.chosen + added)
        counts = further
        for count, way in counts.items() if _may_end(blocks[block]) else ():
            if count >= room - level:
                yield _Place(block + 1), count, way
        if not counts:
            return
    if start.block == len(blocks) and room < level:  # what stands over an empty column ends a line above its text
        yield start, 0, _PartialFilling(0.0)


def _may_end(strands: Sequence["_CountedStrand"]) -> bool:
    """Whether a column may end behind a block."""
    return strands[0].keeps[-1] <= HYPHEN


def _within(strand: "_CountedStrand", begin: int, count: int, rooms: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Where a column that has so many lines already may go on to in some rows: to their end, if they go in, and to
    their level ends. The row, the lines it then has, and the spaces that have grown.

    `rooms` are the lines of room, and those of them that may stay empty.
    """
    room, level = rooms
    keeps, spaces, rows = strand.keeps, strand.spaces, len(strand.keeps)
    while not count and begin < rows and spaces[begin + 1] > spaces[begin]:
        begin += 1
    for grown in range(spaces[rows] - spaces[begin] + 1):
        taken = count + grown - begin
        if taken + rows <= room:
            yield rows, taken + rows, grown
        for end in range(max(begin + 1, room - level - taken), min(rows - 1, room - taken) + 1):
            if keeps[end - 1] <= HYPHEN and grown <= spaces[end] - spaces[begin]:
                yield end, taken + end, grown
