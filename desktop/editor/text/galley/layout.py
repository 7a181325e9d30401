"""A layout of a body's text document whose lines are those of the press.

It stands in the place of Qt's own layout of the same document, so that cursor keys, clicks, selections, input methods,
undo, search and the clipboard work as they always do. Where a line ends is asked of `exports.typeset` alone; hyphens,
datelines, signs of lists, rules and pictures are painted, and never in the text.

Emitting the inherited signal `update` from Python ends the process: who shows the document is asked to paint instead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
)

from db.document import Block, Span
from desktop.editor.text.codec import read_block
from desktop.editor.text.galley.block_lines import SINK, BlockSetter
from desktop.editor.text.galley.changed_lines import Seen, changed_reach
from desktop.editor.text.galley.paint import GalleyPainter
from desktop.editor.text.galley.press_layout import PressLayout
from desktop.editor.text.text_ranges import image_length
from desktop.look.press_faces import PressFaces
from desktop.look.press_painter import FindPicture
from desktop.look.theme import GRID, Theme
from exports.typeset.galley.body_setting import BodySetting
from exports.typeset.galley.galley_block import GalleyBlock
from exports.typeset.galley.galley_column import GalleyColumn
from exports.typeset.sheet import Item, Run

GUTTER = 10 * GRID
"""Pixels beside the column in which the numbers of its lines stand: room for four figures."""
_BESIDE = 2.5 * GRID
"""Pixels between a number and the column."""
_RIGHT = 6 * GRID
"""Pixels beside the column at its right, into which marks and a cursor hang."""
_CUT_RISE = 0.69
"""Rise of the cut over the baseline of the first line beyond it, in grid lines: clear of the letters on both sides."""


@dataclass(frozen=True)
class GalleyLook:
    """How large the column is shown, and with what."""

    theme: Theme
    faces: PressFaces
    find_picture: FindPicture
    pixels: int
    """Size of the body's letters."""


class GalleyLayout(PressLayout):
    """Lays a document out by the lines of a column, which it keeps as the document is."""

    def __init__(
        self, document: QTextDocument, column: GalleyColumn, look: GalleyLook, repaint: Callable[[QRectF | None], None]
    ) -> None:
        super().__init__(document)
        self._document = document
        self._column, self._repaint = column, repaint
        self._scale = look.pixels / column.fmt.styles.body.size
        self._pitch = column.fmt.baseline * self._scale
        over = look.theme.color("bad")
        self._setter = BlockSetter(column.fmt, look.faces, self._scale, GUTTER, over)
        self._painter = GalleyPainter(look.theme, look.faces, self._scale, look.find_picture)
        self.target: int | None = None
        """Lines the story is to have."""
        self._cut: tuple[int, int] | None = None
        self._laid: list[tuple[GalleyBlock, int | None] | None] = []
        """What each block was set from."""
        self._height = 0
        self._opening = column.opening
        self._composing: set[int] = set()
        """Blocks that an input method is composing in."""
        self._still = False
        """Whether what Qt says of a change is our own doing."""

    def document(self) -> QTextDocument:
        """What it lays out. Who asks Qt for it makes PySide keep the layout for good, with column and body."""
        return self._document

    @property
    def column(self) -> GalleyColumn:
        """The column it shows."""
        return self._column

    @property
    def measure(self) -> float:
        """Width of the column in pixels."""
        return self._column.fmt.measure * self._scale

    # what changes

    def show_target(self, target: int | None) -> None:
        """Mark what is beyond so many lines."""
        if target != self.target:
            self.target = target
            self._after_change()

    def run_in(self, *, byline: str, dateline: str) -> None:
        """Show another byline and dateline."""
        self._column.run_in(byline=byline, dateline=dateline)
        self._opening = self._column.opening
        self._after_change()

    def adopt(self, setting: BodySetting) -> None:
        """Show the lines that the story's pages have."""
        if self._column.adopt(setting):
            self._after_change()

    def set_next(self) -> bool:
        """Have the press set a block that is not set yet, while nobody waits; False when all are."""
        more = self._column.set_next()
        if not more:
            self._after_change()
        return more

    def documentChanged(self, position: int, _removed: int, added: int) -> None:
        """Qt says that text, or a format, is another one now."""
        if self._still:
            return
        document = self.document()
        last = document.findBlock(position + added)
        begin = max(document.findBlock(position).blockNumber(), 0)
        end = last.blockNumber() if last.isValid() else document.blockCount() - 1
        gone = end - begin + 1 - document.blockCount() + len(self._column)
        if not self._laid or gone < 0:
            begin, end, gone = 0, document.blockCount() - 1, len(self._column)
        if gone != end + 1 - begin:
            self._composing.clear()
        before = self._before(begin, end) if gone == end + 1 - begin else None
        self._column.replace(begin, gone, [self._read(number) for number in range(begin, end + 1)])
        self._laid[begin : begin + gone] = [None] * (end + 1 - begin)
        self._set_at_once(begin, end)
        self._after_change(before)

    def _before(self, begin: int, end: int) -> "_Before":
        """How blocks stand that are about to be written in."""
        laid = self._laid[begin] if begin == end and begin not in self._composing else None
        seen = Seen(laid[0], self._column.block(begin).text) if laid else None
        return _Before(begin, end, (self._height, self._cut), seen)

    def _set_at_once(self, begin: int, end: int) -> None:
        """Have the press set what a key changes, so that its lines are counted; a whole body waits until it is seen."""
        if end - begin < _AT_ONCE:
            for _ in range(_AT_ONCE):
                if not self._column.set_next(begin):
                    return

    def _read(self, number: int) -> Block:
        """A block of the document, with what an input method is composing in it."""
        block = self.document().findBlockByNumber(number)
        layout, read = block.layout(), read_block(block)
        composed = layout.preeditAreaText() if layout else ""
        if not composed:
            self._composing.discard(number)
            return read
        self._composing.add(number)
        return with_composed(read, layout.preeditAreaPosition() - image_length(block), composed)

    def _after_change(self, before: "_Before | None" = None) -> None:
        """Find the cut anew, and have painted what is other now: all, or what is other than `before` of blocks that
        were written in, and all below them where height or cut are other ones.
        """
        self._cut = self._column.cut(self.target)
        self._fit_height()
        if before is None:
            self._repaint(None)
            return
        top = self._top(before.begin) - self._pitch
        if (self._height, self._cut) != before.bounds or before.end + 1 == len(self._column):
            self._repaint(QRectF(0.0, top, _WIDE, _WIDE))
        elif before.seen is None or before.begin in self._composing:
            self._repaint(QRectF(0.0, top, _WIDE, self._top(before.end + 1) + self._pitch - top))
        else:
            self._repaint_lines(before.begin, before.seen)

    def _repaint_lines(self, number: int, before: Seen) -> None:
        """Have painted what is other than before in one block."""
        now = Seen(self._column.shown(number), self._column.block(number).text)
        reach = changed_reach(before, now)
        if reach is not None:
            top = self._top(number) - self._column.shared(number) * self._pitch
            first, last = (top + y * self._scale for y in reach)
            self._repaint(QRectF(0.0, first - 2 * self._pitch, _WIDE, last - first + 3 * self._pitch))
        else:
            self._repaint(QRectF())

    def _fit_height(self) -> None:
        rows = self._opening.rows + self._column.rows
        if rows != self._height:
            self._height = rows
            self.documentSizeChanged.emit(self.documentSize())

    # blocks

    def _ensure(self, block: QTextBlock) -> GalleyBlock:
        """What is seen of a block, whose lines are set and stand in their place now."""
        number, layout = block.blockNumber(), block.layout()
        shown = self._column.shown(number)
        wanted = shown, self._column.beyond(number, self._cut)
        if self._laid[number] != wanted or not layout.lineCount():
            self._set(block, *wanted)
            self._laid[number] = wanted
            self._fit_height()
        layout.setPosition(QPointF(0.0, self._top(number) - self._column.shared(number) * self._pitch))
        return shown

    def _set(self, block: QTextBlock, shown: GalleyBlock, beyond: int | None) -> None:
        self._setter.set(block, shown, beyond)
        self._still = True  # Qt counts formats of its layouts as a change, and would tell of it with the next key
        self.document().markContentsDirty(block.position(), 0)
        self._still = False

    def _top(self, number: int) -> float:
        """Pixels above a block."""
        return (self._opening.rows + self._column.top(number)) * self._pitch

    def _visible(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """The blocks that are seen between two heights."""
        first = self._column.at_row(int(top / self._pitch) - self._opening.rows - 1)
        block = self.document().findBlockByNumber(first)
        while block.isValid() and self._top(block.blockNumber()) <= bottom:
            self._ensure(block)
            yield block
            block = block.next()

    # what Qt asks

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint what is seen."""
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        painter.save()
        self._draw_opening(painter)
        blocks = list(self._visible(clip.top(), clip.bottom()))
        for block in blocks:
            self._draw_beside(painter, block, clip)
        for block in blocks:
            self.draw_block(painter, block, context, clip)
        painter.restore()

    def _draw_opening(self, painter: QPainter) -> None:
        painter.save()
        painter.translate(GUTTER, -SINK * self._pitch)
        self._painter.items(painter, self._opening.painted)
        painter.restore()

    def _draw_beside(self, painter: QPainter, block: QTextBlock, clip: QRectF) -> None:
        """What the press paints of a block, the numbers of its lines, and the cut where it falls in it."""
        number = block.blockNumber()
        shown, beyond = self._column.shown(number), self._column.beyond(number, self._cut)
        top = block.layout().position().y() - SINK * self._pitch
        near = range(int(clip.top() - self._pitch), int(clip.bottom() + self._pitch) + 1)
        painter.save()
        painter.translate(GUTTER, top)
        seen = [one for one in shown.painted if _is_near(one, top, self._scale, near)]
        for over in (False, True):
            self._painter.items(painter, (one for one in seen if _is_over(one, shown, beyond) is over), over=over)
        painter.restore()
        first = self._column.first_number(number)
        for line in shown.lines:
            over = beyond is not None and line.start >= beyond
            baseline = top + line.y * self._scale
            if first and line.number >= 0 and int(baseline) in near:
                self._painter.number(painter, first + line.number, GUTTER - _BESIDE, baseline, over=over)
        if self._cut and self._cut[0] == number:
            self._draw_cut(painter, shown, self._cut[1], top)

    def _draw_cut(self, painter: QPainter, shown: GalleyBlock, offset: int, top: float) -> None:
        for line in shown.lines:
            if line.end > offset or line is shown.lines[-1]:
                grid = line.y * self._scale - _CUT_RISE * self._pitch
                self._painter.cut(painter, GUTTER, GUTTER + self.measure, top + grid)
                return

    def block_at(self, y: float) -> QTextBlock:
        """The block that stands at a height, its lines set."""
        block = self.document().findBlockByNumber(self._column.at_row(int(y / self._pitch) - self._opening.rows))
        if block.isValid():
            self._ensure(block)
        return block

    def documentSize(self) -> QSizeF:
        """Pixels of all of it."""
        return QSizeF(GUTTER + self.measure + _RIGHT, (self._height + _BELOW) * self._pitch)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place of a block. Qt asks for it before it moves a cursor there, so its lines are set."""
        if not block.isValid() or block.blockNumber() >= len(self._laid):
            return QRectF()
        self._ensure(block)
        number = block.blockNumber()
        following = number + 1
        end = self._column.top(following) if following < len(self._column) else self._column.rows
        rows = end - self._column.top(number) + self._column.shared(number)
        top = block.layout().position().y()
        return QRectF(0.0, top, GUTTER + self.measure + _RIGHT, rows * self._pitch)


@dataclass(frozen=True)
class _Before:
    """Blocks as they stood before they were written in: their numbers, height and cut of the whole, one of them."""

    begin: int
    end: int
    bounds: tuple[int, tuple[int, int] | None]
    seen: Seen | None
    """What was seen of it, where it is one alone."""


def _is_near(item: Item, top: float, scale: float, near: range) -> bool:
    """Whether an item may be seen between two heights; of letters that is known by their baseline and their size."""
    if not isinstance(item, Run):
        return True
    baseline = top + item.y * scale
    return near.start <= baseline and baseline - item.size * scale <= near.stop


def _is_over(item: Item, shown: GalleyBlock, beyond: int | None) -> bool:
    """Whether an item of letters, such as a hyphen, stands on a line that is too much: one from `beyond` on."""
    if beyond is None or not isinstance(item, Run):
        return False
    return any(line.y == item.y for line in shown.lines if line.start >= beyond)


_AT_ONCE = 6
"""Blocks that are set with the key: what is written in, what that is parted into, neighbours that begin otherwise."""
_WIDE = 1 << 20
"""Pixels beyond any text."""
_BELOW = 1
"""Grid lines of white under the text."""


def with_composed(block: Block, at: int, composed: str) -> Block:
    """A block with what an input method is composing behind so many characters."""
    spans, left = list[Span](), at
    for number, span in enumerate(block.spans):
        if 0 <= left <= len(span.text) and (left < len(span.text) or number == len(block.spans) - 1 or left):
            text = span.text[:left] + composed + span.text[left:]
            spans.append(span.model_copy(update={"text": text}))
            left = -1
        else:
            spans.append(span)
            left = left - len(span.text) if left >= 0 else left
    return block.model_copy(update={"spans": tuple(spans) or (Span(text=composed),)})
