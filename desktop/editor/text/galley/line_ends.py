"""The cursor at the end of a line that no space ends: it is seen there, though its place is that of the next line.

A hyphen that is only painted, or Chinese, leaves no character between two lines. Qt shows the cursor of that place at
the beginning of the second; who pressed End, or clicked behind the first, means the first. In plain writing a click in
text from right to left is put right, too.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

from desktop.editor.text.galley.press_layout import PressLayout, is_open, line_at, place_in
from exports.typeset.line.script.bidi import has_right_to_left

_MOVES = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}
_KEEPING = Qt.KeyboardModifier.ShiftModifier
_PLAIN = int((_KEEPING | Qt.KeyboardModifier.KeypadModifier).value)
"""Modifiers of keys that move, in one number: flags are put together slowly, and each key asks."""


class LineEnds(QObject):
    """Watches the keys and clicks of an editor that shows a galley, or plain writing."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)
        edit.cursorPositionChanged.connect(self._on_moved)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take End, and what moves from such a place; look where a click put the cursor."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._look_at_click(event)
        elif event.type() == QEvent.Type.Paint:
            self._repaint()
        return False

    def cursor_box(self) -> QRect | None:
        """Where the cursor is seen in the viewport, at the end of the line before its own; None when it is not."""
        layout, cursor = self._layout(), self._edit.textCursor()
        if layout is None or layout.line_end != cursor.position() or cursor.block().layout().preeditAreaText():
            return None
        return layout.line_end_box().translated(0, -self._edit.verticalScrollBar().value())

    def _repaint(self) -> None:
        """Qt makes the cursor blink where it takes it to be; it has to where it is seen."""
        layout = self._layout()
        if layout is not None and layout.line_end >= 0:
            self._edit.viewport().update(layout.line_end_box())

    def _layout(self) -> PressLayout | None:
        layout = self._edit.document().documentLayout()
        return layout if isinstance(layout, PressLayout) else None

    def _take_key(self, event: QKeyEvent) -> bool:
        layout, modifiers = self._layout(), event.modifiers()
        if layout is None or modifiers.value & ~_PLAIN:
            return False
        shift = _KEEPING in modifiers
        if event.key() == Qt.Key.Key_End:
            return self._to_end(layout, keep=shift)
        if layout.line_end != self._edit.textCursor().position():
            return False
        if event.key() == Qt.Key.Key_Home:
            self._go(self._line(layout.line_end - 1), keep=shift)
            return True
        if event.key() in _MOVES:
            self._step(_MOVES[Qt.Key(event.key())], keep=shift)
            return True
        return False

    def _to_end(self, layout: PressLayout, *, keep: bool) -> bool:
        """Whether the line of the cursor ends without a space; the cursor stands at its end then."""
        position = self._edit.textCursor().position()
        if layout.line_end == position:
            return True
        block, line = self._edit.textCursor().block(), self._line(position)
        end = block.position() + line.textStart() + line.textLength()
        if not is_open(block, line):
            return False
        self._move(end, keep=keep)
        layout.line_end = end
        self._edit.viewport().update()
        return True

    def _go(self, line: QTextLine, *, keep: bool) -> None:
        self._move(self._edit.textCursor().block().position() + line.textStart(), keep=keep)

    def _step(self, move: QTextCursor.MoveOperation, *, keep: bool) -> None:
        """Up or down from the line that is seen, which that of the letter before is."""
        mode = QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor
        cursor = self._edit.textCursor()
        cursor.setPosition(cursor.position() - 1, mode)
        cursor.movePosition(move, mode)
        self._edit.setTextCursor(cursor)

    def _move(self, position: int, *, keep: bool) -> None:
        cursor = self._edit.textCursor()
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor if keep else QTextCursor.MoveMode.MoveAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _line(self, position: int) -> QTextLine:
        block = self._edit.document().findBlock(position)
        return block.layout().lineForTextPosition(position - block.position())

    def _look_at_click(self, event: QMouseEvent) -> None:
        layout, cursor = self._layout(), self._edit.textCursor()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if layout is None:
            self._put_at_letter(event)
            return
        block, y = cursor.block(), event.position().y() + self._edit.verticalScrollBar().value()
        line = line_at(block.layout(), y - block.layout().position().y())
        end = block.position() + line.textStart() + line.textLength()
        if end == cursor.position() and is_open(block, line):
            layout.line_end = end
            self._edit.viewport().update()

    def _put_at_letter(self, event: QMouseEvent) -> None:
        """In plain writing from right to left Qt puts the cursor a letter beside a click: put it where that was."""
        cursor = self._edit.textCursor()
        block, layout = cursor.block(), cursor.block().layout()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and not layout.preeditAreaText()
        if cursor.hasSelection() or not plain or not has_right_to_left(block.text()):
            return
        scrolled = QPointF(self._edit.horizontalScrollBar().value(), self._edit.verticalScrollBar().value())
        point = event.position() + scrolled - layout.position()
        cursor.setPosition(block.position() + place_in(block, line_at(layout, point.y()), point.x()))
        self._edit.setTextCursor(cursor)

    @Slot()
    def _on_moved(self) -> None:
        layout = self._layout()
        if layout is not None and 0 <= layout.line_end != self._edit.textCursor().position():
            layout.line_end = -1
            self._edit.viewport().update()
