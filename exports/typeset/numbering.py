"""Line numbers of proofs: in the margin and the gutters, so that a line can be named on the telephone."""

from dataclasses import replace

from exports.formats import Format
from exports.typeset.line.lines import ragged, set_plain
from exports.typeset.sheet import WHITE, Ink, Item, SetLine, Sheet, Tint

_SIZE, _SMALLEST = 5.0, 3.5
_GAP = 3.0
"""Points between number and text, in which marks may hang."""

_MARKED = 3.6
"""Points kept free behind the column before, for the marks of a redline."""

_WIDE, _EVERY = 24.0, 5
"""From such a gutter on each line has its number, else every fifth."""

_GROUND = 1.2
"""Height of the ground under a number, in its sizes: it covers the rule behind the figures and no more of it."""

_ROOMY = 100.0
"""Points in which any number goes in one line."""

_INK: Ink = (0.0, 0.0, 0.0, 0.6)
_DIGITS = "000"


def number_lines(sheet: Sheet, fmt: Format) -> Sheet:
    """The page with line numbers left of each column that has room there; as it is where the format numbers lines."""
    if fmt.numbered:
        return sheet
    every = 1 if fmt.columns == 1 or fmt.gutter >= _WIDE else _EVERY
    items: list[Item] = []
    for line in sheet.lines:
        if line.number % every == 0:
            items += _number(line, fmt)
    return replace(sheet, items=(*sheet.items, *items))


def _number(line: SetLine, fmt: Format) -> list[Item]:
    """The number, over a column's rule on a white ground; nothing where it would touch the next column."""
    text, room = str(line.number), (fmt.gutter - _MARKED if line.column else fmt.left) - _GAP
    size = min(_SIZE, _SIZE * room / _width(max(text, _DIGITS, key=len), fmt, _SIZE))
    if size < _SMALLEST:
        return []
    set_line = set_plain(text, ragged(fmt.styles.credit.model_copy(update={"size": size})), _ROOMY)[0]
    x = fmt.column_x(line.column) - _GAP - set_line.width
    crossed = fmt.setting.column_rules and line.column
    ground = Tint(x, line.y - size, set_line.width, _GROUND * size, WHITE)
    return [*([ground] if crossed else ()), *set_line.at(x, line.y, _INK)]


def _width(text: str, fmt: Format, size: float) -> float:
    return set_plain(text, ragged(fmt.styles.credit.model_copy(update={"size": size})), _ROOMY)[0].width
