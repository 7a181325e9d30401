"""A layout of a text document whose lines are the press's: what Qt asks of any of them, once the lines are set."""

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

from desktop.editor.text.galley.block_lines import laid_out_text
from exports.typeset.line.script.bidi import has_right_to_left

_CURSOR = 1
"""Pixels of the cursor's width."""


class PressLayout(QAbstractTextDocumentLayout):
    """Whoever makes one sets the lines of each block, and says which block stands where."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.line_end = -1
        """Place of a cursor that is seen at the end of the line before, and not at the beginning of its own."""

    def block_at(self, y: float) -> QTextBlock:
        """The block that stands at a height, its lines set: each layout says."""
        raise NotImplementedError

    def draw_block(
        self, painter: QPainter, block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext, clip: QRectF
    ) -> None:
        """Paint a block's text with what is selected of it, and the cursor where it stands in it."""
        layout = block.layout()
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(), selected_ranges(block, context), clip)
        place = cursor_in(block, context.cursorPosition)
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
        block = self.block_at(point.y())
        if not block.isValid():
            return -1
        layout = block.layout()
        line = line_at(layout, point.y() - layout.position().y())
        if accuracy is Qt.HitTestAccuracy.ExactHit and not _is_on(line, point - layout.position()):
            return -1
        return block.position() + _without_composed(layout, place_in(block, line, point.x() - layout.position().x()))

    def pageCount(self) -> int:
        """It has no pages."""
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """There is one frame: all of it."""
        return QRectF(QPointF(), self.documentSize())


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


def cursor_in(block: QTextBlock, position: int) -> int:
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


def place_in(block: QTextBlock, line: QTextLine, x: float) -> int:
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
