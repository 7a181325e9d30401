"""Marks under words of a text: a wave where spelling remarks something, dots where house style does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from desktop.look.theme import Theme


class MarkShape(StrEnum):
    """How a mark looks; the shapes are told apart without their colours."""

    WAVE = "wave"
    DOTS = "dots"


_ROLES = {MarkShape.WAVE: "bad", MarkShape.DOTS: "accent"}
_DROP = 2.5
"""Pixels between a baseline and its mark: clear of the letters, and above the next line."""
_RISE, _STEP = 1.2, 2.0
"""Half the height of a wave and half its length, in pixels: a wave still at 100 %, and no thicker than a comma."""
_WAVE_WIDTH = 1.1
_DOT, _DOT_APART = 1.1, 4.0
"""Radius of a dot, and pixels from one to the next."""


@dataclass(frozen=True)
class TextMark:
    """A mark under some characters of a block; offsets as Qt counts them."""

    start: int
    end: int
    shape: MarkShape


Marks = Callable[[int], Sequence[TextMark]]
"""The marks of the block of a number."""


def paint_marks(painter: QPainter, edit: QTextEdit, seen: QRect, marks: Marks, theme: Theme) -> None:
    """Paint the marks of the blocks that are seen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block in _blocks_in(edit, seen):
        for mark in marks(block.blockNumber()):
            _paint_mark(painter, block, mark, theme)


def _blocks_in(edit: QTextEdit, seen: QRect) -> Iterator[QTextBlock]:
    layout = edit.document().documentLayout()
    block = edit.cursorForPosition(seen.topLeft()).block()
    while block.isValid() and layout.blockBoundingRect(block).top() <= seen.bottom():
        yield block
        block = block.next()


def _paint_mark(painter: QPainter, block: QTextBlock, mark: TextMark, theme: Theme) -> None:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(mark.start, line.textStart())
        end = min(mark.end, line.textStart() + line.textLength())
        if start < end:
            left, right = sorted((_x(line, start), _x(line, end)))
            top = layout.position().y() + line.y() + line.ascent() + _DROP
            _SHAPES[mark.shape](painter, layout.position().x() + left, layout.position().x() + right, top, theme)


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # a pair, though called an int


def _wave(painter: QPainter, left: float, right: float, y: float, theme: Theme) -> None:
    points, x, up = [QPointF(left, y)], left, True
    while x < right:
        x = min(x + _STEP, right)
        points.append(QPointF(x, y - _RISE if up else y + _RISE))
        up = not up
    painter.setPen(QPen(theme.color(_ROLES[MarkShape.WAVE]), _WAVE_WIDTH))
    painter.drawPolyline(QPolygonF(points))


def _dots(painter: QPainter, left: float, right: float, y: float, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(_ROLES[MarkShape.DOTS]))
    for number in range(max(1, int((right - left) // _DOT_APART))):
        painter.drawEllipse(QPointF(left + (number + 0.5) * _DOT_APART, y), _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


_SHAPES = {MarkShape.WAVE: _wave, MarkShape.DOTS: _dots}
