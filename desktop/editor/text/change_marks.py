"""Marks of changes in the text, which are no part of it: under what came, through what would go, where something stood.

They are painted over the text: of several that touch one line Qt draws the formats of extra selections of the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

_CARET = 4.0
"""Pixels of half the width of the sign where something stood: seen between two letters, and hides neither."""
_RULE = 1.5
"""Pixels of the lines under and through words: thicker than a link's, so that it is told from one."""
_UNDER = 2.0
"""Pixels from the baseline to the line under it."""


@dataclass(frozen=True)
class ChangeMark:
    """A stretch of the text, or without length the place where something stood that is gone."""

    cursor: QTextCursor
    colour: QColor
    """That of its author."""
    struck: bool = False
    """Whether it stands in the text and is to go; else it came."""


def draw_changes(painter: QPainter, edit: QTextEdit, marks: Sequence[ChangeMark], seen: QRect) -> None:
    """Draw the marks that are seen; the painter draws where the text is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        painter.setBrush(mark.colour)
        if not mark.cursor.hasSelection():
            _draw_caret(painter, edit.cursorRect(mark.cursor), seen)
            continue
        for line, left, right in _stretches(mark.cursor, seen):
            painter.drawRect(QRectF(left.x(), _rule_height(line, left, mark), right - left.x(), _RULE))


def _draw_caret(painter: QPainter, box: QRect, seen: QRect) -> None:
    """A proofreader's caret under the line."""
    if box.adjusted(-round(_CARET), 0, round(_CARET), 0).intersects(seen):
        foot = QPointF(box.center().x(), box.bottom() - 2 * _CARET)
        painter.drawPolygon(QPolygonF([foot, foot + QPointF(_CARET, 2 * _CARET), foot + QPointF(-_CARET, 2 * _CARET)]))


def _rule_height(line: QTextLine, place: QPointF, mark: ChangeMark) -> float:
    """Under the baseline, or through the middle of small letters."""
    baseline = place.y() + line.ascent()
    return baseline - _X_HEIGHT * line.ascent() / 2 if mark.struck else baseline + _UNDER


_X_HEIGHT = 0.5
"""Share of a line's ascent that small letters take."""


def _stretches(cursor: QTextCursor, seen: QRect) -> Iterator[tuple[QTextLine, QPointF, float]]:
    """Of each line that a selection touches and that is seen: the place of its left end, top, and where it ends."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    while block.isValid() and block.position() < cursor.selectionEnd():
        box = document.documentLayout().blockBoundingRect(block)  # which sets its lines
        if box.top() > seen.bottom():
            return
        if box.bottom() >= seen.top():
            yield from _in_block(block, cursor.selectionStart(), cursor.selectionEnd())
        block = block.next()


def _in_block(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QTextLine, QPointF, float]]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(line.textStart(), start - block.position())
        last = min(_end_of(block, line), end - block.position())
        if first < last:
            ends = sorted((_x_of(line, first), _x_of(line, last)))
            yield line, layout.position() + QPointF(ends[0], line.y()), layout.position().x() + ends[1]


def _end_of(block: QTextBlock, line: QTextLine) -> int:
    """The end of a line's words: the space behind them lies beyond the column."""
    start, length = line.textStart(), line.textLength()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + min(start + length, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText()
    return start + length - (len(text) - len(text.rstrip()))


def _x_of(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # a pair, though PySide calls it an object
    return float(found[0])
