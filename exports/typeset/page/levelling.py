"""Level feet: paragraphs that are set a line longer or shorter where columns would else end unevenly.

What a person asks of a paragraph (`Block.looseness`) stays as it is asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from db.document import BlockKind
from exports.typeset.page.block.block_rows import paragraph_keeps
from exports.typeset.page.column.column_balance import LEVEL
from exports.typeset.page.column.rows import SOLID, Row
from exports.typeset.page.column.strands import Strand, level_strands
from exports.typeset.page.paged_story import ColumnedPart, PagedStory

_GIVING = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER)
"""The kinds of blocks that may be set a line longer or shorter."""

_FEWEST = 3
"""Lines of a paragraph that may lose one, or get one."""

_TAKEN_IN, _DRIVEN_OUT = 0.05, 0.07
"""Share of its measure by which each line of a paragraph may be expected to close up, so that the last one is taken in,
and to spread, so that there is one more: tried is what is likely.
"""

_LEAST_LAST = 0.15
"""Share of the measure that a line is to fill which a paragraph has more."""

_CROPPED, _MOST_CROPPED = 0.1, 2
"""Share of a picture's lines, and lines, by which it may be made lower or taller: it loses as much at its edges."""

_MOST_TRIED = 6
"""Times a paragraph that does not give its line is left out and others are looked for, for a part of a story."""

_MOST_PARTS = 12
"""Parts of a story that are looked at: the time it takes to set one stays bounded."""

_DEEPER = 2
"""Lines by which the last part of a story is tried deeper, or less deep."""


class _Asked(NamedTuple):
    """What makes a part level: strands by the number of the block in it, and pictures set apart by their blocks, each
    with the lines it has more.
    """

    strands: Mapping[int, int]
    pictures: Mapping[int, int]


Tried = TypeVar("Tried", bound=PagedStory)


def levelled(
    first: Tried,
    set_with: Callable[[Mapping[int, int]], Tried],
    parts_of: Callable[[Tried], Sequence[ColumnedPart]],
    level: int = LEVEL,
) -> Tried:
    """The story with some paragraphs a line longer or shorter, where that makes its columns end within `level` lines.

    `set_with` sets it with the looseness of some blocks, `parts_of` places it.
    """
    best, parts, asked, at = first, parts_of(first), dict[int, int](), 0
    while (
        at < _MOST_PARTS and (unlevel := next((n for n in range(at, len(parts)) if parts[n].unlevel > LEVEL), -1)) >= 0
    ):
        at, found = unlevel + 1, _asked_for(best, parts[unlevel], level)
        if found:
            tried = set_with(asked | found)
            placed = parts_of(tried)
            if _unlevel(placed[:at]) < _unlevel(parts[:at]):
                best, parts, asked = tried, placed, asked | found
    return best


def _unlevel(parts: Sequence[ColumnedPart]) -> int:
    """Lines by which the feet of parts differ too much, each squared: one large gap is worse."""
    return sum(max(0, part.unlevel - LEVEL) ** 2 for part in parts)


def _asked_for(layout: PagedStory, part: ColumnedPart, level: int) -> dict[int, int]:
    """The looseness of blocks that levels a part; each of them has been set so, and gives its line."""
    blocks = list(_blocks_of(layout, part))
    strands = [_strands(layout, index, rows) for index, rows in blocks]
    for _ in range(_MOST_TRIED):
        chosen = _level(layout, part, strands, level)
        if chosen is None:
            return {}
        vain = [(number, more) for number, more in chosen.strands.items() if not _gives(layout, *blocks[number], more)]
        if not vain:
            return {**chosen.pictures, **{blocks[at][0]: more for at, more in chosen.strands.items()}}
        for number, more in vain:
            strands[number] = [strand for strand in strands[number] if strand.more != more]
    return {}


def _blocks_of(layout: PagedStory, part: ColumnedPart) -> Iterator[tuple[int, list[Row]]]:
    """The blocks from the beginning of a part on as far as it may reach, with their rows; −1 for what is no block, or
    is begun on an earlier page.
    """
    rows, opening, blocks = layout.rows, len(layout.opening), layout.body.blocks
    start = part.columns[0].start
    end = len(rows) if part.last else min(len(rows), part.columns[-1].end + layout.depth)
    begun = (
        blocks[start - opening]
        if start - opening > 0 and blocks[start - opening - 1] == blocks[start - opening]
        else -1
    )
    for index, run in groupby(range(start, end), key=lambda at: blocks[at - opening] if at >= opening else -1):
        yield index if index != begun else -1, [rows[at] for at in run]


def _strands(layout: PagedStory, index: int, rows: Sequence[Row]) -> list[Strand]:
    """The ways in which a block may be set: as it is, and likely ones a line shorter and a line longer."""
    own = [Strand(rows)]
    block = layout.story.body.blocks[index] if index >= 0 else None
    last = rows[-1].line
    if block and block.kind is BlockKind.PICTURE:
        return [*own, *_other_pictures(rows)]
    if not block or block.kind not in _GIVING or block.looseness or layout.body.places[index].shape:
        return own
    if len(rows) < _FEWEST or not last or any(row.space or row.items for row in rows[1:]):
        return own
    filled = min(1.0, last.width / layout.fmt.measure)
    if filled <= _TAKEN_IN * (len(rows) - 1):
        own.append(Strand(_with_lines(rows, len(rows) - 1), -1))
    if 1 - filled + _LEAST_LAST <= _DRIVEN_OUT * len(rows):
        own.append(Strand(_with_lines(rows, len(rows) + 1), 1))
    return own


def _other_pictures(rows: Sequence[Row]) -> Iterator[Strand]:
    """The rows of a picture in its column, made a little lower and taller."""
    height, at = _height(rows), next((number for number, row in enumerate(rows, 1) if not row.space), 0)
    for more in (-1, 1, -_MOST_CROPPED, _MOST_CROPPED):
        if abs(more) <= height * _CROPPED:
            added = [rows[at - 1]._replace(keep=SOLID, items=())] * more
            yield Strand([*rows[:at], *added, *rows[at - min(0, more) :]], more)


def _with_lines(rows: Sequence[Row], count: int) -> list[Row]:
    """Rows of a paragraph that has so many lines, as far as the ends of columns ask for them."""
    keeps = paragraph_keeps(count)
    return [rows[0]._replace(keep=keeps[0]), *(Row(keep=keep) for keep in keeps[1:])]


def _level(layout: PagedStory, part: ColumnedPart, strands: Sequence[Sequence[Strand]], level: int) -> _Asked | None:
    """What levels a part: as deep as it is, or a little less or more; a picture over or under its columns is made lower
    or taller only where paragraphs alone do not help.
    """
    rooms = [foot - column.top for foot, column in zip(part.feet, part.columns, strict=True)]
    for pictures, less in _other_heights(part):
        for deeper in (0, -1, 1, _DEEPER) if part.last else (0,):
            if max(foot + deeper for foot in part.feet) > layout.depth:
                continue
            tried = [max(0, room + deeper - fewer) for room, fewer in zip(rooms, less, strict=True)]
            found = level_strands(strands, tried, whole=part.last, level=level)
            if found is not None:
                return _Asked(found, pictures)
    return None


def _other_heights(part: ColumnedPart) -> Iterator[tuple[dict[int, int], list[int]]]:
    """Heights of the pictures set apart in a part: which one is how many lines taller, and the lines that each column
    has less. First as they are.
    """
    none = [0] * len(part.columns)
    yield {}, none
    for more in (-1, 1, -_MOST_CROPPED, _MOST_CROPPED):
        for one in part.spanning:
            if abs(more) <= one.box.rows * _CROPPED:
                yield {one.index: more}, [more * (number in one.columns) for number, _ in enumerate(none)]


def _gives(layout: PagedStory, index: int, rows: Sequence[Row], more: int) -> bool:
    """Whether a block has so many rows more than these when it is asked for them; spaces round it aside."""
    asked = layout.story.body.blocks[index].model_copy(update={"looseness": more})
    return _height(layout.rows_if(index, asked)) == _height(rows) + more


def _height(rows: Sequence[Row]) -> int:
    return sum(not row.space for row in rows)
