"""Rows: one for each grid line of a column, with what it shows and whether a column may end behind it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from exports.typeset.line.lines import Line
from exports.typeset.sheet import RowItem, SetLine

FREE: Final = 0
"""A column may end behind this row."""
HYPHEN: Final = 1
"""A column should not end behind this row: it ends in a hyphen."""
KEEP: Final = 2
"""A column must not end behind this row, unless nothing else is left: it keeps with the next."""
SOLID: Final = 3
"""A column never ends behind this row: it is part of one thing, as a picture is."""

CAP: Final = 0.66
"""Height of a capital as a share of the size: a picture's top stands level with the capitals beside it."""

FIRST_BASELINE: Final = 0.78
"""First baseline of lines that are centred in a height, below their top, as a share of their leading: capitals and
descenders then leave the same white above and below.
"""


class Row(NamedTuple):
    """One grid line of a column. Items are placed from the column's left edge and the row's baseline."""

    line: Line | None = None
    x: float = 0.0
    dy: float = 0.0
    """Distance of the text below the grid line: for what has a leading of its own."""
    shift: int = 0
    """What to take from the line's offsets to get those in the block's text."""
    keep: int = FREE
    items: tuple[RowItem, ...] = ()
    space: bool = False
    """Whether it only parts what is above from what is below: it is left out at the head of a column."""
    under: bool = False
    """Whether a space belongs to what is above it: it grows after the others."""
    tint: float = 0.0
    """Darkness of the ground it stands on, 0 to 1."""


BLANK: Final = Row(keep=KEEP, space=True)
UNDER: Final = BLANK._replace(under=True)


def skip_space(rows: Sequence[Row], start: int) -> int:
    """The first row from `start` on that shows at the head of a column."""
    while start < len(rows) and rows[start].space:
        start += 1
    return start


def field_rows(field: str, text: str, lines: Sequence[Line], *, keep: int = FREE) -> list[Row]:
    """Rows of the lines of a field that stands in the columns, for instance a byline."""
    return [Row(line, keep=keep, items=(line.of(text, 0, 0, field),)) for line in lines]


def of_block(items: Sequence[RowItem], index: int) -> tuple[RowItem, ...]:
    """Items whose text is named as a block's where they do not say whose it is."""
    return tuple(item._replace(block=index) if isinstance(item, SetLine) and item.block < 0 else item for item in items)
