"""What stands in half a column with the text beside it: a pull quote or a picture, where the format wants it so."""

from dataclasses import dataclass
from math import ceil

from db.document import Block, BlockKind
from db.values import Picture
from exports.formats import MM, Format
from exports.typeset.line.lines import Shape, ragged, set_paragraph
from exports.typeset.page.column.rows import CAP, FIRST_BASELINE
from exports.typeset.page.picture.pictures import picture_box
from exports.typeset.sheet import RowItem, Rule, moved

_NARROWEST = 55 * MM
"""The measure from which on half a column holds text that can be read."""

_CLEARANCE = 3.1 * MM
"""What stays free above and below it."""

_GUTTER = 4 * MM
"""Between it and the text: marks hang into it, and yet 3 mm stay free."""

_DESCENT = 0.22
"""Depth of letters below the baseline, as a share of the size."""


_RULES_ROOM = 0.7
"""Room that the rules of a pull quote take besides its lines, in grid lines: half of it above, half below."""

_TALLEST = 0.5
"""Share of the type area's height up to which something stands beside text: more makes a column of narrow lines."""


@dataclass(frozen=True, slots=True)
class Runaround:
    """What hangs at the right of some lines: its items, from the first line's left edge and baseline."""

    items: tuple[RowItem, ...]
    rows: int
    """Grid lines of text it stands beside."""
    width: float
    """Width that is left for these lines, in points."""

    def shape(self, rows: int) -> Shape:
        """The shape of a paragraph of which so many lines stand beside it."""
        return ((0.0, self.width),) * rows


def runaround_of(block: Block, fmt: Format, original: Picture | None) -> Runaround | None:
    """The pull quote or picture in half the column; None where the format sets it over the whole one."""
    placement = {BlockKind.PULL_QUOTE: fmt.setting.pull_quote, BlockKind.PICTURE: fmt.setting.picture}.get(block.kind)
    if placement != "beside" or fmt.measure < _NARROWEST:
        return None
    half = (fmt.measure - _GUTTER) / 2
    top = _CLEARANCE - fmt.baseline + _DESCENT * fmt.styles.body.size
    found = _quote(block, fmt, half) if block.picture is None else _picture(block, fmt, half, original)
    if not found:
        return None
    items, height = found
    rows = ceil((height + top + CAP * fmt.styles.body.size + _CLEARANCE) / fmt.baseline)
    if rows * fmt.baseline > _TALLEST * fmt.type_height:
        return None
    return Runaround(tuple(moved(item, fmt.measure - half, top) for item in items), rows, half)


def _quote(block: Block, fmt: Format, width: float) -> tuple[list[RowItem], float]:
    """Lines of a pull quote between two rules, from its top left, and its height."""
    style = fmt.styles.pull_quote
    lines = set_paragraph(block.spans, ragged(style), width)
    height = len(lines) * style.lead + _RULES_ROOM * fmt.baseline
    items: list[RowItem] = [Rule(0, 0, width, 0, 1.0), Rule(0, height, width, height, 1.0)]
    for number, line in enumerate(lines):
        y = _RULES_ROOM / 2 * fmt.baseline + FIRST_BASELINE * style.lead + number * style.lead
        items += (*line.at(0, y), line.of(block.text, 0, y))
    return items, height


def _picture(block: Block, fmt: Format, width: float, original: Picture | None) -> tuple[list[RowItem], float] | None:
    """A picture with its words, and its height; None when the words are too many to stand under it."""
    box = picture_box(block, fmt, original, columns=1, width=width)
    if box.overflow:
        return None
    cap = CAP * fmt.styles.body.size
    return [moved(item, 0, cap) for item in box.items], (box.rows - 1) * fmt.baseline + cap
