"""Decorations drawn round the paragraphs of a body, no part of its text: tints of boxes, signs of lists, rules."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextBlock, QTextDocument

from db.document import BlockKind
from desktop.editor.text.codec import blocks_of
from desktop.editor.text.styles import kind_of
from desktop.look.theme import GRID, Theme


def draw_boxes(painter: QPainter, document: QTextDocument, width: int, theme: Theme) -> None:
    """A tint under each paragraph of a box."""
    for block in blocks_of(document):
        if kind_of(block.blockFormat()) is BlockKind.BOX:
            box = document.documentLayout().blockBoundingRect(block)
            goes_on = block.next().isValid() and kind_of(block.next().blockFormat()) is BlockKind.BOX
            deep = box.height() + (4 if goes_on else 2) * GRID
            painter.fillRect(QRectF(0, box.top() - GRID, width, deep), theme.color("hover"))


def dim_others(painter: QPainter, clear: QTextBlock, seen: QRect, theme: Theme) -> None:
    """Dim all that is seen but one paragraph."""
    veil = QColor(theme.color("surface"))
    veil.setAlpha(_VEIL)
    box = clear.document().documentLayout().blockBoundingRect(clear).toAlignedRect()
    painter.fillRect(QRect(seen.left(), seen.top(), seen.width(), box.top() - seen.top()), veil)
    painter.fillRect(QRect(seen.left(), box.bottom() + 1, seen.width(), seen.bottom() - box.bottom()), veil)


_VEIL = 165
"""Opacity, of 255, of what lies over dim text: it can still be read, and does not draw the eye."""


def draw_signs(painter: QPainter, document: QTextDocument, font: QFont, theme: Theme) -> None:
    """Bullets and numbers of lists, and the rule beside a quote. `font` is that of plain text."""
    number = 0
    for block in blocks_of(document):
        kind = kind_of(block.blockFormat())
        number = number + 1 if kind is BlockKind.NUMBER else 0
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
