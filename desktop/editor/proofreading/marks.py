"""Marks under words of a text: a wave where spelling remarks something, dots where house style does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTextBlock, QTextLayout, QTextLine
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
_HIGH = 5.0
"""Pixels from the top of a mark to its foot, with the half of a line's width on both sides."""
_STRIP = 240.0
"""Pixels of a mark that is drawn once: some thirty letters; whole waves and dots go into it."""


@dataclass(frozen=True)
class TextMark:
    """A mark under some characters of a block; offsets as Qt counts them."""

    start: int
    end: int
    shape: MarkShape


Marks = Callable[[int], Sequence[TextMark]]
"""The marks of the block of a number."""


def paint_marks(painter: QPainter, edit: QTextEdit, seen: QRect, marks: Marks, theme: Theme) -> None:
    """Paint the marks of the lines that are seen."""
    for block in _blocks_in(edit, seen):
        for mark in marks(block.blockNumber()):
            strip = _strip(mark.shape, theme.color(_ROLES[mark.shape]).rgba(), painter.device().devicePixelRatio())
            for place in _places(block.layout(), mark):
                if place.top() <= seen.bottom() and place.bottom() >= seen.top():
                    _paint(painter, place, strip)


def _blocks_in(edit: QTextEdit, seen: QRect) -> Iterator[QTextBlock]:
    layout = edit.document().documentLayout()
    block = edit.cursorForPosition(seen.topLeft()).block()
    while block.isValid() and layout.blockBoundingRect(block).top() <= seen.bottom():
        yield block
        block = block.next()


def _places(layout: QTextLayout, mark: TextMark) -> Iterator[QRectF]:
    """Where a mark lies in the document: a place in each line that its words stand in."""
    line, at = layout.lineForTextPosition(mark.start), layout.position()
    while line.isValid() and line.textStart() < mark.end:
        start, end = max(mark.start, line.textStart()), min(mark.end, line.textStart() + line.textLength())
        if start < end:
            left, right = sorted((_x(line, start), _x(line, end)))
            top = at.y() + line.y() + line.ascent() + _DROP - _HIGH / 2
            yield QRectF(at.x() + left, top, right - left, _HIGH)
        number = line.lineNumber() + 1
        line = layout.lineAt(number) if number < layout.lineCount() else QTextLine()


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # a pair, though called an int


def _paint(painter: QPainter, place: QRectF, strip: QImage) -> None:
    """Put pieces of a strip there, one beside the other."""
    scale, left = strip.devicePixelRatio(), place.left()
    while left < place.right():
        width = min(_STRIP, place.right() - left)
        painter.drawImage(QRectF(left, place.top(), width, _HIGH), strip, QRectF(0, 0, width * scale, _HIGH * scale))
        left += width


@cache
def _strip(shape: MarkShape, color: int, scale: float) -> QImage:
    """A mark that is longer than most, drawn once: marks are painted with every key, and waves are slow to draw."""
    image = QImage(ceil(_STRIP * scale), ceil(_HIGH * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _SHAPES[shape](painter, QColor.fromRgba(color))
    painter.end()
    return image


def _wave(painter: QPainter, color: QColor) -> None:
    turns = int(_STRIP / _STEP) + 1
    points = [QPointF(n * _STEP, _HIGH / 2 + (_RISE if n % 2 else -_RISE)) for n in range(turns)]
    painter.setPen(QPen(color, _WAVE_WIDTH))
    painter.drawPolyline(QPolygonF(points))


def _dots(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for number in range(int(_STRIP / _DOT_APART)):
        painter.drawEllipse(QPointF((number + 0.5) * _DOT_APART, _HIGH / 2), _DOT, _DOT)


_SHAPES = {MarkShape.WAVE: _wave, MarkShape.DOTS: _dots}
