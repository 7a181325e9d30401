"""A layout of a body's text document whose lines are those of the press.

It stands in the place of Qt's own layout of the same document, so that cursor keys, clicks, selections, input methods,
undo, search and the clipboard work as they always do. Where a line ends is asked of `exports.typeset` alone; hyphens,
datelines, signs of lists, rules and pictures are painted, and never in the text.

Emitting the inherited signal `update` from Python ends the process: who shows the document is asked to paint instead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
)

from db.document import Block, Span
from desktop.editor.text.codec import read_block
from desktop.editor.text.galley.block_lines import SINK, BlockSetter, laid_out_text
from desktop.editor.text.galley.changed_lines import Seen, changed_reach
from desktop.editor.text.galley.paint import GalleyPainter
from desktop.editor.text.text_ranges import image_length
from desktop.look.press_faces import PressFaces
from desktop.look.press_painter import FindPicture
from desktop.look.theme import GRID, Theme
from exports.typeset.galley.body_setting import BodySetting
from exports.typeset.galley.galley_block import GalleyBlock
from exports.typeset.galley.galley_column import GalleyColumn
from exports.typeset.line.script.bidi import has_right_to_left
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


class GalleyLayout(QAbstractTextDocumentLayout):
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
        self.line_end = -1
        """Place of a cursor that is seen at the end of the line before, and not at the beginning of its own."""

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
            self._draw_text(painter, block, context, clip)
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
        self._painter.items(painter, (one for one in shown.painted if _is_near(one, top, self._scale, near)))
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

    def _draw_text(
        self, painter: QPainter, block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext, clip: QRectF
    ) -> None:
        layout = block.layout()
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(), selected_ranges(block, context), clip)
        place = _cursor_in(block, context.cursorPosition)
        if place >= 0 and context.cursorPosition == self.line_end:
            painter.fillRect(self.line_end_box(), painter.pen().color())
        elif place >= 0:
            layout.drawCursor(painter, QPointF(), place, _CURSOR)

    def line_end_box(self) -> QRect:
        """Where a cursor is seen that stands at the end of the line before its own."""
        block = self.document().findBlock(self.line_end)
        layout = block.layout()
        line = layout.lineForTextPosition(self.line_end - 1 - block.position())
        if not line.isValid():
            return QRect()
        place = QPointF(_x_of(line, line.textStart() + line.textLength()), line.y()) + layout.position()
        return QRectF(place, QSizeF(_CURSOR, line.height())).toAlignedRect()

    def hitTest(self, point: Any, accuracy: Qt.HitTestAccuracy) -> int:
        """The place in the text under a point, a QPointF; -1 for an exact one beside it."""
        row = int(point.y() / self._pitch) - self._opening.rows
        block = self.document().findBlockByNumber(self._column.at_row(row))
        if not block.isValid():
            return -1
        self._ensure(block)
        layout = block.layout()
        line = line_at(layout, point.y() - layout.position().y())
        if accuracy is Qt.HitTestAccuracy.ExactHit and not _is_on(line, point - layout.position()):
            return -1
        return block.position() + _without_composed(layout, _place_in(block, line, point.x() - layout.position().x()))

    def pageCount(self) -> int:
        """It has no pages."""
        return 1

    def documentSize(self) -> QSizeF:
        """Pixels of all of it."""
        return QSizeF(GUTTER + self.measure + _RIGHT, (self._height + _BELOW) * self._pitch)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """There is one frame: all of it."""
        return QRectF(QPointF(), self.documentSize())

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


_CURSOR = 1
"""Pixels of the cursor's width."""
_AT_ONCE = 6
"""Blocks that are set with the key: what is written in, what that is parted into, neighbours that begin otherwise."""
_WIDE = 1 << 20
"""Pixels beyond any text."""
_BELOW = 1
"""Grid lines of white under the text."""


def selected_ranges(
    block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
) -> list[QTextLayout.FormatRange]:
    """What is selected or marked of a block."""
    ranges = []
    for selection in context.selections:
        start = max(0, selection.cursor.selectionStart() - block.position())
        end = min(block.length(), selection.cursor.selectionEnd() - block.position())
        if start < end:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, end - start, selection.format
            ranges.append(one)
    return ranges


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


def _cursor_in(block: QTextBlock, position: int) -> int:
    """Place of the cursor in a block; -1 when it is not there. Less than -1 it stands in what is being composed."""
    layout = block.layout()
    if position < -1 and layout.preeditAreaText():
        return layout.preeditAreaPosition() - (position + 2)
    return position - block.position() if block.contains(position) else -1


def _without_composed(layout: QTextLayout, place: int) -> int:
    """A place in a laid out text as one in the document, which has nothing of what is being composed."""
    start, length = layout.preeditAreaPosition(), len(layout.preeditAreaText())
    return place - min(length, place - start) if length and place > start else place


def line_at(layout: QTextLayout, y: float) -> QTextLine:
    """The line at a height of a block; what stands at the same height, as an image's line, gives way to text."""
    best = layout.lineAt(0)
    for number in range(1, layout.lineCount()):
        line = layout.lineAt(number)
        if line.y() + line.height() * _OVERLAP > y and best.y() + best.height() > y:
            break
        best = line
    return best


_OVERLAP = 0.12
"""Share of a line's height by which it reaches into that of the line above."""


def is_open(block: QTextBlock, line: QTextLine) -> bool:
    """Whether a line ends inside its paragraph with no space or break behind it."""
    units = laid_out_text(block).encode("utf-16-le")
    end = 2 * (line.textStart() + line.textLength())
    inside = line.lineNumber() < block.layout().lineCount() - 1
    return inside and not units[end - 2 : end].decode("utf-16-le", "replace").isspace()


def _place_in(block: QTextBlock, line: QTextLine, x: float) -> int:
    """The place in a block's text that is nearest to a point of a line. Qt never gives the end of a wrapped line."""
    end = line.textStart() + line.textLength()
    if has_right_to_left(block.text()):
        last = end if is_open(block, line) or line.lineNumber() == block.layout().lineCount() - 1 else end - 1
        places = filter(block.layout().isValidCursorPosition, range(line.textStart(), last + 1))
        return min(places, key=lambda place: abs(x - _x_of(line, place)))
    place = line.xToCursor(x)
    nearer = abs(x - _x_of(line, end)) < abs(x - _x_of(line, place))
    return end if nearer and is_open(block, line) else place


def _x_of(line: QTextLine, place: int) -> float:
    """Pixels to where a cursor is seen in a line."""
    found: Any = line.cursorToX(place)  # a pair, though PySide calls it an object
    return float(found[0])


def _is_on(line: QTextLine, point: QPointF) -> bool:
    return line.naturalTextRect().contains(point)
