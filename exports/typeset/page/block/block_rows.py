"""A block as rows: each kind of paragraph, picture and box in its own way."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from db.document import Block, BlockKind, Span
from db.values import Picture
from exports import cache_sizes
from exports.formats import Format
from exports.typeset.line.lines import Line, LineSettings, Shape, justified, ragged, set_paragraph
from exports.typeset.line.script.bidi import runs_right_to_left
from exports.typeset.line.script.cjk import has_squares, mostly_squares, pitch
from exports.typeset.page.block.dropcap import DropCap, set_drop_cap
from exports.typeset.page.column.rows import BLANK, FIRST_BASELINE, FREE, HYPHEN, KEEP, SOLID, UNDER, Row
from exports.typeset.page.heading.head import narrowed
from exports.typeset.page.picture.pictures import picture_box
from exports.typeset.sheet import Rule

_ORPHAN = 2
"""Rows of a paragraph's beginning that stay together, and of its end."""

TALLEST_SOLID = 24
"""Rows of a box that is never parted; a longer one may go over from column to column."""

_BULLET = "•"
_BULLET_SIZE, _BULLET_SINKS = 1.5, 0.25
"""The face's bullets are small: they are set larger, and lower so that they stay in the middle of small letters."""

_LABEL_GAP = 3
"""Points at the least between the mark of a list and its text: closer, a figure reads as part of it."""

_CORRECTION_RISE = 0.35
"""Rise of the rule over a correction, in grid lines: midway between the lines above and below."""

_QUOTE_RISE, _QUOTE_FOOT, _QUOTE_ROOM = 0.7, 0.3, 1.2
"""A pull quote in grid lines: rise of its upper rule above the first baseline, distance of its lower one above the
line below its last row, and room that rules and white take besides its lines.
"""

_BOX_INSET = 0.6
"""Distance of a box's text from its edges at the sides, in grid lines: about the white above and below it."""

_SOLID_SHARE = 0.6
"""Share of the type area's height up to which a box or quote is never parted: taller, it would leave columns empty."""

_MOST_REMEMBERED = 2048
"""Blocks whose rows are kept for a format: those of the stories at work; more takes memory and is not asked for."""

_END_MARK = "\u00a0■"
_GAPS = " \u2028"
"""What may be typed behind the last letter of a story, and is not seen."""


def tallest_solid(fmt: Format) -> int:
    """Rows of the tallest thing that is never parted in a format."""
    return min(TALLEST_SOLID, int(_SOLID_SHARE * fmt.type_height / fmt.baseline))


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """What the rows of a block depend on besides the block."""

    before: BlockKind | None = None
    after: BlockKind | None = None
    number: int = 0
    """Number of an item in its list."""
    prefix: str = ""
    """The dateline that runs into the lede."""
    lede: bool = False
    """Whether it begins the story."""
    last: bool = False
    """Whether it ends the story."""
    original: Picture | None = None
    begun: bool = False
    """Whether it stands in a box under other text than a title in bold."""
    shape: Shape = ()
    """Left edge and width of its first lines, where something stands beside them."""


@lru_cache(maxsize=cache_sizes.HEAVY)
def row_setter(fmt: Format, language: str) -> "RowSetter":
    """The maker of rows for a format and language, with the paragraphs it has set before."""
    return RowSetter(fmt, language)


class RowSetter:
    """Makes the rows of blocks; those it made it remembers, so that only what changed is set again."""

    def __init__(self, fmt: Format, language: str) -> None:
        self._fmt = fmt
        self._body = justified(fmt.styles.body, fmt.setting, language)
        self.rows = lru_cache(maxsize=_MOST_REMEMBERED)(self._make)
        """The rows of a block in its place, as a tuple."""

    def _settings(self, text: str) -> LineSettings:
        """Settings of running text: figures among Chinese characters are as high as these."""
        style = self._body.style
        if style.figures != "oldstyle" or not mostly_squares(text):
            return self._body
        return justified(style.model_copy(update={"figures": "lining"}), self._fmt.setting, self._body.language)

    def _make(self, block: Block, place: BlockPlace) -> tuple[Row, ...]:
        return tuple(self._MAKERS[block.kind](self, block, place))

    def _paragraph(self, block: Block, place: BlockPlace) -> list[Row]:
        spans = (Span(text=place.prefix), *block.spans) if place.prefix else block.spans
        settings = self._settings(block.text).indented(self._indent(block.text, place))
        ended = self._ended(spans, place)
        # A dateline's capitals are its own beginning: no letter of them grows.
        large = self._fmt.setting.drop_cap and not place.prefix and not mostly_squares(block.text)
        if place.lede and large and (found := set_drop_cap(ended, self._body, self._fmt, looseness=block.looseness)):
            return _drop_cap_rows(found)
        lines = set_paragraph(ended, settings, self._fmt.measure, shape=place.shape, looseness=block.looseness)
        return _paragraph_rows(lines, shift=len(place.prefix))

    def _ended(self, spans: tuple[Span, ...], place: BlockPlace) -> tuple[Span, ...]:
        """The text with the end mark behind its last letter, where it ends the story: it stands on no line alone."""
        if not place.last or not self._fmt.setting.end_mark:
            return spans
        *before, last = spans or (Span(text=""),)
        return (*before, last.model_copy(update={"text": last.text.rstrip(_GAPS)}), Span(text=_END_MARK))

    def _indent(self, text: str, place: BlockPlace) -> float:
        """Chinese paragraphs begin two squares in; others by the format's indent, but flush at a beginning."""
        if mostly_squares(text):
            return 2 * pitch(self._fmt.measure, self._fmt.styles.body.size)
        flush = place.lede or place.before in (None, BlockKind.SUBHEAD)
        return 0.0 if flush else self._fmt.setting.indent

    def _subhead(self, block: Block, place: BlockPlace) -> list[Row]:
        style = self._fmt.styles.subhead
        lines = set_paragraph(block.spans, ragged(style), self._fmt.measure)
        if style.lead <= self._fmt.baseline:
            return [*_gap(place), *(Row(line, keep=KEEP) for line in lines)]
        count = ceil(len(lines) * style.lead / self._fmt.baseline)
        last = (count - 1) * self._fmt.baseline
        depths = [last - number * style.lead for number in reversed(range(len(lines)))]
        return [*_gap(place), *self._leaded_rows(lines, depths, count, KEEP)]

    def _leaded_rows(self, lines: Sequence[Line], depths: Sequence[float], count: int, keep: int) -> list[Row]:
        """Rows with lines that have a leading of their own: so far below the first row's baseline, one to a row."""
        rows = [Row(keep=keep) for _ in range(max(count, len(lines)))]
        at = -1
        for line, depth in zip(lines, depths, strict=True):
            at = min(max(at + 1, round(depth / self._fmt.baseline)), len(rows) - 1)
            rows[at] = Row(line, dy=depth - at * self._fmt.baseline, keep=keep)
        return rows

    def _quote(self, block: Block, place: BlockPlace) -> list[Row]:
        inset = self._fmt.setting.indent
        lines = set_paragraph(
            self._ended(block.spans, place),
            self._settings(block.text),
            self._fmt.measure - 2 * inset,
            looseness=block.looseness,
        )
        return _paragraph_rows(lines, x=inset)

    def _item(self, block: Block, place: BlockPlace) -> list[Row]:
        leftwards = runs_right_to_left(block.text)
        number = f".{place.number}" if leftwards else f"{place.number}."
        mark = number if block.kind is BlockKind.NUMBER else _BULLET
        style, sinks = self._fmt.styles.body, 0.0
        if block.kind is BlockKind.BULLET:
            sinks = _BULLET_SINKS * style.size
            style = style.model_copy(update={"size": _BULLET_SIZE * style.size})
        label = set_paragraph((Span(text=mark),), ragged(style), self._fmt.measure)[0]
        inset = max(self._fmt.setting.indent, label.width + _LABEL_GAP)
        lines = set_paragraph(
            self._ended(block.spans, place),
            self._settings(block.text),
            self._fmt.measure - inset,
            looseness=block.looseness,
        )
        first, *rest = _paragraph_rows(lines, x=0.0 if leftwards else inset) or [Row()]
        return [
            first._replace(items=tuple(label.at(self._fmt.measure - label.width if leftwards else 0, sinks))),
            *rest,
        ]

    def _correction(self, block: Block, place: BlockPlace) -> list[Row]:
        """Set in italics under a hairline, as a note that is not part of the tale; it heads no column alone.

        It keeps with what stands before it, and where it begins the story with what follows.
        """
        spans = tuple(span.model_copy(update={"italic": not span.italic}) for span in block.spans)
        lines = set_paragraph(spans, self._settings(block.text), self._fmt.measure)
        y = -_CORRECTION_RISE * self._fmt.baseline
        rows = [Row(keep=KEEP, items=(Rule(0, y, self._fmt.measure, y),)), *_paragraph_rows(lines)]
        if not place.before and place.after:
            rows[-1] = rows[-1]._replace(keep=KEEP)
        return rows

    def _pull_quote(self, block: Block, place: BlockPlace) -> list[Row]:
        """Large lines between two rules, in whole rows; its own leading need not be the grid's.

        One so long that it may be parted has no lines closer than the grid's: each stays with its row.
        """
        fmt = self._fmt
        style = narrowed(fmt.styles.pull_quote, block.text, fmt.measure)
        lines = set_paragraph(block.spans, ragged(style), fmt.measure)
        tallest = tallest_solid(fmt)
        for leading in (style.lead, max(style.lead, fmt.baseline)):
            depth = len(lines) * leading
            count = max(ceil((depth + _QUOTE_ROOM * fmt.baseline) / fmt.baseline), len(lines))
            if count <= tallest:
                break
        top = -_QUOTE_RISE * fmt.baseline
        bottom = top + (count - _QUOTE_FOOT) * fmt.baseline
        start = top + (bottom - top - depth) / 2 + FIRST_BASELINE * leading
        keep = SOLID if count <= tallest else KEEP
        rows = self._leaded_rows(lines, [start + number * leading for number in range(len(lines))], count, keep)
        rows[0] = rows[0]._replace(items=(Rule(0, top, fmt.measure, top, 1.0),))
        low = bottom - (len(rows) - 1) * fmt.baseline
        rows[-1] = rows[-1]._replace(items=(*rows[-1].items, Rule(0, low, fmt.measure, low, 1.0)), keep=FREE)
        return [*_gap(place), *rows, UNDER]

    def _picture(self, block: Block, place: BlockPlace) -> list[Row]:
        """A picture inside the column, with its cutline; what is too much of that goes on in rows of its own."""
        box = picture_box(block, self._fmt, place.original, columns=1)
        first = Row(keep=SOLID, items=box.items)
        rows = [first, *(Row(keep=SOLID) for _ in range(box.rows - 1))][: box.rows]
        rows[-1] = rows[-1]._replace(keep=KEEP if box.overflow else FREE)
        more = [Row(items=(*line.at(0, 0), line.of(block.text, 0, 0))) for line in box.overflow]
        return [*_gap(place), *rows, *more, UNDER]

    def _box(self, block: Block, place: BlockPlace) -> list[Row]:
        """A paragraph on a tint; an empty row opens and closes the box, so that its edges stand on the grid."""
        inset, tint = _BOX_INSET * self._fmt.baseline, self._fmt.setting.box_tint / 100
        settings = self._settings(block.text).indented(self._fmt.setting.indent if place.begun else 0.0)
        lines = set_paragraph(block.spans, settings, self._fmt.measure - 2 * inset, looseness=block.looseness)
        opens, closes = place.before is not BlockKind.BOX, place.after is not BlockKind.BOX
        rows = [row._replace(tint=tint) for row in _paragraph_rows(lines, x=inset)]
        head = [*_gap(place), Row(keep=KEEP, tint=tint)] if opens else []
        foot = [Row(tint=tint), UNDER] if closes else []
        if foot and rows:
            rows[-1] = rows[-1]._replace(keep=KEEP)
        return [*head, *rows, *foot]

    _MAKERS: Final = {
        BlockKind.PARAGRAPH: _paragraph, BlockKind.SUBHEAD: _subhead, BlockKind.QUOTE: _quote,
        BlockKind.PULL_QUOTE: _pull_quote, BlockKind.BULLET: _item, BlockKind.NUMBER: _item,
        BlockKind.PICTURE: _picture, BlockKind.CORRECTION: _correction, BlockKind.BOX: _box,
    }  # fmt: skip


def _gap(place: BlockPlace) -> list[Row]:
    return [BLANK] if place.before else []


def dateline_as_set(dateline: str) -> str:
    """The dateline as it runs into the lede: the city in capitals and a dash; in Chinese as it is, and a wide space."""
    dateline = dateline.strip().rstrip("—–-: ")
    if not dateline:
        return ""
    if has_squares(dateline):
        return f"{dateline}\u3000"
    city, comma, rest = dateline.partition(",")
    return f"{city.upper()}{comma}{rest} — "


def _drop_cap_rows(found: DropCap) -> list[Row]:
    """Rows of a paragraph with a drop cap; those beside the letter are never parted."""
    rows = _paragraph_rows(found.lines)
    for at in range(found.lines_beside):
        keep = SOLID if at < found.lines_beside - 1 else rows[at].keep
        rows[at] = rows[at]._replace(x=found.x, keep=keep, items=found.items if not at else ())
    return rows


def paragraph_keeps(count: int) -> list[int]:
    """What each row of a paragraph keeps with: no column ends behind its first line or before its last."""
    last = count - 1
    return [KEEP if at != last and (at < _ORPHAN - 1 or at > last - _ORPHAN) else FREE for at in range(count)]


def _paragraph_rows(lines: Sequence[Line], *, x: float = 0.0, shift: int = 0) -> list[Row]:
    """Rows of a paragraph; a column should not end behind one with a hyphen, either."""
    return [
        Row(line, x, 0.0, shift, HYPHEN if keep == FREE and line.hyphen else keep)
        for line, keep in zip(lines, paragraph_keeps(len(lines)), strict=True)
    ]
