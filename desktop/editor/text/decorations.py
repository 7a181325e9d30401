"""Decorations drawn round the paragraphs of a body, no part of its text: tints of boxes, signs of lists, rules."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextDocument

from db.document import BlockKind
from desktop.editor.text.styles import kind_of
from desktop.look.theme import GRID, Theme


def draw_boxes(painter: QPainter, document: QTextDocument, seen: QRect, theme: Theme) -> None:
    """A tint under each paragraph of a box that is seen."""
    for block in _blocks_in(document, seen):
        if kind_of(block.blockFormat()) is BlockKind.BOX:
            box = document.documentLayout().blockBoundingRect(block)
            goes_on = block.next().isValid() and kind_of(block.next().blockFormat()) is BlockKind.BOX
            deep = box.height() + (4 if goes_on else 2) * GRID
            painter.fillRect(QRectF(0, box.top() - GRID, seen.right() + 1, deep), theme.color("hover"))


def dim_others(painter: QPainter, clear: QTextBlock, seen: QRect, theme: Theme) -> None:
    """Dim all that is seen but one paragraph."""
    veil = QColor(theme.color("surface"))
    veil.setAlpha(_VEIL)
    box = clear.document().documentLayout().blockBoundingRect(clear).toAlignedRect()
    painter.fillRect(QRect(seen.left(), seen.top(), seen.width(), box.top() - seen.top()), veil)
    painter.fillRect(QRect(seen.left(), box.bottom() + 1, seen.width(), seen.bottom() - box.bottom()), veil)


_VEIL = 165
"""Opacity, of 255, of what lies over dim text: it can still be read, and does not draw the eye."""


def draw_invitation(painter: QPainter, cursor: QRect, words: str, font: QFont, theme: Theme) -> None:
    """What an empty text says in its place, where the cursor stands."""
    painter.setFont(font)
    painter.setPen(theme.color("muted"))
    place = QRect(cursor.left(), cursor.top(), painter.fontMetrics().horizontalAdvance(words) + 1, cursor.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _blocks_in(document: QTextDocument, seen: QRect) -> Iterator[QTextBlock]:
    """The blocks that are seen, and one above and below them, whose ground may reach in."""
    layout = document.documentLayout()
    block = document.findBlock(layout.hitTest(QPointF(seen.topLeft()), Qt.HitTestAccuracy.FuzzyHit))
    block = block.previous() if block.previous().isValid() else block
    while block.isValid():
        yield block
        if layout.blockBoundingRect(block).top() > seen.bottom() + GRID:
            return
        block = block.next()


def _number_of(block: QTextBlock) -> int:
    """Number of a block in its list; 0 of one that has none."""
    number = 0
    while block.isValid() and kind_of(block.blockFormat()) is BlockKind.NUMBER:
        number, block = number + 1, block.previous()
    return number


def draw_signs(painter: QPainter, document: QTextDocument, seen: QRect, font: QFont, theme: Theme) -> None:
    """Bullets and numbers of lists that are seen, and the rule beside a quote. `font` is that of plain text."""
    for block in _blocks_in(document, seen):
        kind, number = kind_of(block.blockFormat()), _number_of(block)
        if kind in (BlockKind.BULLET, BlockKind.NUMBER):
            painter.setFont(block.charFormat().font() if block.length() == 1 else font)
            painter.setPen(theme.color("muted"))
            _draw_sign(painter, document, block, f"{number}." if number else "•")
        elif kind is BlockKind.QUOTE:
            box = document.documentLayout().blockBoundingRect(block)
            rule = QRectF(block.blockFormat().leftMargin() - 4 * GRID, box.top(), 2, box.height())
            painter.fillRect(rule, theme.color("strong_line"))


def _draw_sign(painter: QPainter, document: QTextDocument, block: QTextBlock, sign: str) -> None:
    """On the line of a block's first words."""
    if block.layout().lineCount():
        box, line = document.documentLayout().blockBoundingRect(block), block.layout().lineAt(0)
        left = block.blockFormat().leftMargin() - 5 * GRID
        painter.drawText(QPointF(left, box.top() + line.y() + line.ascent()), sign)
