"""The body as rows: one for each grid line of a column, with what it shows and where a column may end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil
from typing import Final

from db.document import Block, BlockKind, Span
from db.values import Picture, Story
from exports.formats import Format
from exports.typeset.han import has_squares, is_square
from exports.typeset.lines import Line, justified, ragged, set_paragraph
from exports.typeset.pictures import picture_box
from exports.typeset.sheet import Item, Rule

FREE: Final = 0
"""A column may end behind this row."""
HYPHEN: Final = 1
"""It had better not: the row ends in a hyphen."""
KEEP: Final = 2
"""It must not, unless nothing else is left: the row keeps with the next."""

_ORPHAN = 2
"""Rows of a paragraph's beginning that stay together, and of its end."""

_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Row:
    """One grid line of a column. Items are placed from the column's left edge and the row's baseline."""

    line: Line | None = None
    x: float = 0.0
    block: int = -1
    shift: int = 0
    """What to take from the line's offsets to get those in the block's text."""
    keep: int = FREE
    items: tuple[Item, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing shows: such a row is left out at the head of a column."""
        return self.line is None and not self.items and self.keep == KEEP and self.block < 0


BLANK: Final = Row(keep=KEEP)


def body_rows(story: Story, fmt: Format, originals: Mapping[str, Picture], *, without: int | None = None) -> list[Row]:
    """The rows of a story's body in one endless column; block `without`, the picture set apart, is left out."""
    maker = _Maker(story, fmt, originals)
    blocks = ((index, block) for index, block in enumerate(story.body.blocks) if index != without)
    return list(chain.from_iterable(maker.rows(index, block) for index, block in blocks))


class _Maker:
    """Makes the rows of one block after another: some depend on what stood before them."""

    def __init__(self, story: Story, fmt: Format, originals: Mapping[str, Picture]) -> None:
        self._story = story
        self._fmt = fmt
        self._originals = originals
        self._body = justified(fmt.styles.body, fmt.setting, story.language)
        self._number = 0
        self._before: BlockKind | None = None
        self._lede = True

    def rows(self, index: int, block: Block) -> Iterator[Row]:
        """The rows of the next block."""
        if block.kind is not BlockKind.PICTURE and not block.text.strip():
            return iter(())
        self._number = self._number + 1 if block.kind is BlockKind.NUMBER else 0
        made = self._MAKERS[block.kind](self, index, block)
        self._before = block.kind
        return iter(made)

    def _paragraph(self, index: int, block: Block) -> list[Row]:
        spans, shift = block.spans, 0
        if self._lede:
            prefix = dateline_prefix(self._story)
            spans, shift = (Span(text=prefix), *spans) if prefix else spans, len(prefix)
            self._lede = False
        lines = set_paragraph(spans, self._body.indented(self._indent(block.text)), self._fmt.measure)
        return _kept(lines, index, shift=shift)

    def _indent(self, text: str) -> float:
        """Chinese paragraphs begin two squares in; others by the format's indent, but flush after a head."""
        if mostly_squares(text):
            return 2 * self._fmt.styles.body.size
        return self._fmt.setting.indent if self._before is BlockKind.PARAGRAPH else 0.0

    def _subhead(self, index: int, block: Block) -> list[Row]:
        lines = set_paragraph(block.spans, ragged(self._fmt.styles.subhead), self._fmt.measure)
        return [*self._gap(), *(Row(line, block=index, keep=KEEP) for line in lines)]

    def _quote(self, index: int, block: Block) -> list[Row]:
        inset = self._fmt.setting.indent
        lines = set_paragraph(block.spans, self._body, self._fmt.measure - 2 * inset)
        return _kept(lines, index, x=inset)

    def _item(self, index: int, block: Block) -> list[Row]:
        mark = f"{self._number}." if block.kind is BlockKind.NUMBER else _BULLET
        label = set_paragraph((Span(text=mark),), ragged(self._fmt.styles.body), self._fmt.measure)[0]
        inset = max(self._fmt.setting.indent, label.width + 3)
        lines = set_paragraph(block.spans, self._body, self._fmt.measure - inset)
        first, *rest = _kept(lines, index, x=inset)
        return [Row(first.line, inset, index, 0, first.keep, tuple(label.at(0, 0))), *rest]

    def _correction(self, index: int, block: Block) -> list[Row]:
        """Set in italics under a hairline, as a note that is not part of the tale."""
        spans = tuple(span.model_copy(update={"italic": not span.italic}) for span in block.spans)
        lines = set_paragraph(spans, self._body, self._fmt.measure)
        rule = Rule(0, -0.35 * self._fmt.baseline, self._fmt.measure, -0.35 * self._fmt.baseline)
        return [Row(block=index, keep=KEEP, items=(rule,)), *_kept(lines, index)]

    def _pull_quote(self, index: int, block: Block) -> list[Row]:
        """Large lines between two rules, in whole rows; its own leading need not be the grid's."""
        style, fmt = self._fmt.styles.pull_quote, self._fmt
        lines = set_paragraph(block.spans, ragged(style), fmt.measure)
        depth = len(lines) * style.leading
        count = ceil((depth + 1.2 * fmt.baseline) / fmt.baseline)
        top = -0.7 * fmt.baseline
        bottom = top + (count - 0.3) * fmt.baseline
        start = top + (bottom - top - depth) / 2 + 0.78 * style.leading
        items: list[Item] = [Rule(0, y, fmt.measure, y, 1.0) for y in (top, bottom)]
        for number, line in enumerate(lines):
            items += line.at(0, start + number * style.leading)
        return [*self._gap(), *_whole(count, index, items), BLANK]

    def _picture(self, index: int, block: Block) -> list[Row]:
        """A picture inside the column, with its cutline."""
        box = picture_box(block, self._fmt, self._originals, columns=1)
        return [*self._gap(), *_whole(box.rows, index, box.items), BLANK]

    def _gap(self) -> list[Row]:
        return [BLANK] if self._before else []

    _MAKERS: Final = {
        BlockKind.PARAGRAPH: _paragraph, BlockKind.SUBHEAD: _subhead, BlockKind.QUOTE: _quote,
        BlockKind.PULL_QUOTE: _pull_quote, BlockKind.BULLET: _item, BlockKind.NUMBER: _item,
        BlockKind.PICTURE: _picture, BlockKind.CORRECTION: _correction, BlockKind.BOX: _paragraph,
    }  # fmt: skip


def dateline_prefix(story: Story) -> str:
    """The dateline as it runs into the lede: the city in capitals and a dash; in Chinese as it is, and a wide space."""
    dateline = story.dateline.strip().rstrip("—–-: ")
    if not dateline:
        return ""
    if has_squares(dateline):
        return f"{dateline}\u3000"
    city, comma, rest = dateline.partition(",")
    return f"{city.upper()}{comma}{rest} — "


def mostly_squares(text: str) -> bool:
    """Whether a paragraph is Chinese, Japanese or Korean: most of it is square characters."""
    return has_squares(text) and sum(map(is_square, text)) * 2 > len(text)


def _kept(lines: Sequence[Line], index: int, *, x: float = 0.0, shift: int = 0) -> list[Row]:
    """Rows of a paragraph, with no column end behind its first line or before its last."""
    last = len(lines) - 1
    rows = []
    for number, line in enumerate(lines):
        tied = number != last and (number < _ORPHAN - 1 or number > last - _ORPHAN)
        keep = KEEP if tied else HYPHEN if line.hyphen else FREE
        rows.append(Row(line, x, index, shift, keep))
    return rows


def _whole(count: int, index: int, items: Sequence[Item]) -> list[Row]:
    """So many rows that are never parted, all they show hung on the first."""
    first = Row(block=index, keep=KEEP if count > 1 else FREE, items=tuple(items))
    return [first, *(Row(block=index, keep=KEEP) for _ in range(count - 2)), *([Row(block=index)] if count > 1 else [])]
