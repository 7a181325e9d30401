"""Pages drawn: everything in its place, in points from the trim's top left."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from exports.formats import Format
from exports.typeset.line.lines import ragged, set_plain
from exports.typeset.page.column.columns import Column
from exports.typeset.page.column.rows import CAP, Row, of_block
from exports.typeset.page.dates import in_words
from exports.typeset.page.furniture import folio, in_one_line, jump_to, rule_rise
from exports.typeset.page.paginate import Page, PagePart
from exports.typeset.page.section_heads import section_head
from exports.typeset.sheet import Item, RowItem, Rule, SetLine, Sheet, Tint, moved

_HAIRLINE = 0.25

_TINT_ABOVE, _TINT_BELOW = 0.3, 0.4
"""Reach of a box's ground beyond its text where no empty row opens or closes it, in grid lines: above the capitals, and
below the baseline, where letters hang. More would touch the text above.
"""

_NUMBER_GAP, _NUMBER_INK = 7, (0.0, 0.0, 0.0, 0.6)
"""Points between a line's number and the text, in which punctuation hangs; and its grey, lighter than the text."""


def draw(page: Page, fmt: Format) -> Sheet:
    """The page with everything in its place."""
    items: list[RowItem] = [*_folio(page, fmt)]
    lines: list[SetLine] = []
    for number, part in enumerate(page.parts):
        if number:
            items.append(_parting(fmt, part))
        _draw_part(part, items, lines)
    if fmt.numbered:
        items += _line_numbers(fmt, lines)
    painted = tuple(item for item in items if not isinstance(item, SetLine))
    uncounted = tuple(item for item in items if isinstance(item, SetLine))
    return Sheet(fmt.trim_width, fmt.trim_height, painted, tuple(lines), uncounted)


def _draw_part(part: PagePart, items: list[RowItem], lines: list[SetLine]) -> None:
    fmt = part.layout.fmt
    top = fmt.top + part.top * fmt.baseline
    items += [moved(item, _left_edge(part, 0, len(part.columns)), top) for item in part.above]
    if fmt.setting.column_rules:
        items += _column_rules(part)
    for number, column in enumerate(part.columns):
        items += _tints(part, column, _left_edge(part, number))
        _set_column(part, column, number, items, lines)
    for one in part.pictures:
        x, y = _left_edge(part, one.first, one.box.columns), baseline(fmt, one.row)
        items += [moved(item, x, y) for item in one.box.items]
    if not part.last:
        items += _continued(part)


def _left_edge(part: PagePart, number: int, columns: int = 1) -> float:
    """The left edge of so many of a part's columns, beginning with the one of that number."""
    ends = part.layout.column(number), part.layout.column(number + columns - 1)
    return part.layout.fmt.column_x(min(ends))


def _set_column(part: PagePart, column: Column, number: int, items: list[RowItem], lines: list[SetLine]) -> None:
    layout, fmt = part.layout, part.layout.fmt
    rows, blocks, x = layout.rows, layout.body.blocks, _left_edge(part, number)
    opening, where, texts, measure = len(layout.opening), layout.column(number), layout.texts, fmt.measure
    for at, line in column.lines():
        row, y = rows[at], baseline(fmt, line)
        if row.items:
            hung = row.items if at < opening else of_block(row.items, blocks[at - opening])
            items += [moved(item, x, y) for item in hung]
        if not row.line:
            continue
        items += row.line.at(x + row.x, y + row.dy)
        if at >= opening:
            index = blocks[at - opening]
            shown = _shown(row, texts[index], index)
            lines.append(
                SetLine(at - opening + 1, x + row.x, y + row.dy, measure - row.x, *shown, where, layout.number)
            )


def _shown(row: Row, text: str, block: int) -> tuple[str, int, int, int]:
    """What a row shows of the text of a block: the words, the block, and where they begin and end in its text."""
    if not row.line:
        raise ValueError("a row without a line shows no text")
    start = min(max(0, row.line.start - row.shift), len(text))
    end = min(max(0, row.line.end - row.shift), len(text))
    return text[start:end], block, start, end


def _tints(part: PagePart, column: Column, x: float) -> Iterator[Tint]:
    """The grounds of boxes: rows that follow one another on one ground have it in one piece."""
    fmt, rows = part.layout.fmt, part.layout.rows
    cap = CAP * fmt.styles.body.size
    for tint, run in groupby(column.lines(), key=lambda place: rows[place[0]].tint):
        if tint:
            (first, upper), *_, (last, lower) = [*run] * 2
            top = baseline(fmt, upper) - cap
            top -= 0.0 if rows[first].line is None else _TINT_ABOVE * fmt.baseline
            bottom = baseline(fmt, lower)
            bottom += 0.0 if rows[last].line is None else _TINT_BELOW * fmt.baseline
            yield Tint(x, top, fmt.measure, bottom - top, (0.0, 0.0, 0.0, tint))


def _column_rules(part: PagePart) -> Iterator[Rule]:
    """A hairline in the middle of each gutter, as long as both columns stand beside it."""
    fmt = part.layout.fmt
    for number, (before, after) in enumerate(pairwise(part.columns)):
        first, last = max(before.top, after.top), max(before.foot, after.foot)
        if after.end > after.start:
            x = max(_left_edge(part, number), _left_edge(part, number + 1)) - fmt.gutter / 2
            top = baseline(fmt, first) - CAP * fmt.styles.body.size
            yield Rule(x, top, x, baseline(fmt, last - 1), _HAIRLINE)


def _parting(fmt: Format, part: PagePart) -> Rule:
    """The rule between two stories, as far above the second as the one over the page is above the first."""
    y = fmt.top + part.top * fmt.baseline - rule_rise(fmt)
    return Rule(fmt.left, y, fmt.left + fmt.span_width(fmt.columns), y)


def baseline(fmt: Format, row: int) -> float:
    """The baseline of a grid line, counted from 0, in points from the trim's top."""
    return fmt.top + (row + 1) * fmt.baseline


def _folio(page: Page, fmt: Format) -> list[Item]:
    story = page.parts[0].layout.story
    day = in_words(story.due, story.language) if story.due else ""
    alone = page.number == 1 and all(part.last for part in page.parts)
    number = "" if alone else str(page.number)
    shown = " · ".join(part for part in (day, number) if part)
    return folio(
        fmt, section_head(story.desk, story.language), (shown, number), leftwards=page.parts[0].layout.leftwards
    )


def _continued(part: PagePart) -> list[Item]:
    """The jump line at the foot of the last column."""
    fmt = part.layout.fmt
    said = jump_to(part.page + 1, part.layout.story.language)
    line = in_one_line([said], fmt.styles.credit, fmt.measure)
    right = fmt.column_x(fmt.columns - 1) + fmt.measure
    x = fmt.column_x(0) - line.runs[0].x if part.layout.leftwards else right - line.width
    return list(line.at(x, baseline(fmt, part.layout.depth - 1)))


def _line_numbers(fmt: Format, lines: Sequence[SetLine]) -> list[Item]:
    """Each line's number in the margin at its left."""
    items: list[Item] = []
    for line in lines:
        number = set_plain(str(line.number), ragged(fmt.styles.credit), fmt.left)[0]
        items += number.at(fmt.column_x(line.column) - _NUMBER_GAP - number.width, line.y, _NUMBER_INK)
    return items
