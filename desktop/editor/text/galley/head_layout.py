"""A layout of a headline or dek while it is written: in the face, the lines and the proportions of the page."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QTextBlock, QTextDocument

from desktop.editor.text.codec import blocks_of
from desktop.editor.text.galley.block_lines import SINK, BlockSetter, laid_out_text
from desktop.editor.text.galley.press_layout import PressLayout
from desktop.look.press_faces import PressFaces
from desktop.look.theme import Theme
from exports.formats import Format
from exports.typeset.galley.galley_block import GalleyBlock
from exports.typeset.galley.head_fit import HeadFit

_SMALLEST = 12
"""Pixels of letters at the least, to be read and written."""


@dataclass(frozen=True)
class HeadLook:
    """With what the lines over the columns are shown."""

    theme: Theme
    faces: PressFaces
    fmt: Format
    scale: float
    """Pixels of a point, where there is room for all of the columns."""
    fit: Callable[[str], HeadFit]
    """Sets a text over its columns."""

    @property
    def widest(self) -> int:
        """Pixels of all of the columns."""
        return ceil(self.fit("").width * self.scale)

    def scale_in(self, room: int) -> float:
        """Pixels of a point in a pane so many pixels wide."""
        return min(self.scale, room / self.fit("").width)

    def is_readable(self, room: int) -> bool:
        """Whether its letters can be read where it has so many pixels."""
        return self.fit("").size * self.scale_in(room) >= _SMALLEST


class HeadLayout(PressLayout):
    """Lays out what is written over the columns; where the pane is narrower than they are, all of it smaller."""

    def __init__(self, document: QTextDocument, look: HeadLook, room: int, repaint: Callable[[], None]) -> None:
        super().__init__(document)
        self._look, self._room, self._repaint = look, room, repaint
        self._laid: list[QRectF] = []
        """Place of each block; there is more than one where a line break was taken in from elsewhere."""
        self._still = False
        """Whether what Qt says of a change is our own doing."""

    def give_room(self, pixels: int) -> None:
        """Show it in so wide a pane."""
        if pixels != self._room:
            self._room = pixels
            self._lay_out()

    @property
    def scale(self) -> float:
        """Pixels of a point as it is shown."""
        return self._look.scale_in(self._room)

    @property
    def share(self) -> float:
        """Share of its size beside the body at which it is shown."""
        return self.scale / self._look.scale

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None:
        """Qt says that text is another one now."""
        if not self._still:
            self._lay_out()

    def _lay_out(self) -> None:
        scale, top, before = self.scale, 0.0, self.documentSize()
        setter = BlockSetter(self._look.fmt, self._look.faces, scale, 0.0, self._look.theme.color("bad"))
        self._laid, self._still = [], True
        for block in blocks_of(self.document()):
            fit = self._look.fit(laid_out_text(block).replace("\u2028", " "))
            setter.set(block, _sunk(fit.block, SINK * self._look.fmt.baseline), None)
            block.layout().setPosition(QPointF(0.0, top))
            self._laid.append(QRectF(0.0, top, self._room, fit.height * scale))
            top += fit.height * scale
        self.document().markContentsDirty(0, 0)
        self._still = False
        if self.documentSize() != before:
            self.documentSizeChanged.emit(self.documentSize())
        self._repaint()

    # what Qt asks

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint it."""
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        for block in blocks_of(self.document()):
            self.draw_block(painter, block, context, clip)

    def block_at(self, y: float) -> QTextBlock:
        """The block that stands at a height."""
        number = next((n for n, box in enumerate(self._laid) if y < box.bottom()), len(self._laid) - 1)
        return self.document().findBlockByNumber(number)

    def documentSize(self) -> QSizeF:
        """Pixels of all of it."""
        return QSizeF(self._room, self._laid[-1].bottom() if self._laid else 0.0)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place of a block."""
        number = block.blockNumber()
        return self._laid[number] if block.isValid() and number < len(self._laid) else QRectF()


def _sunk(block: GalleyBlock, depth: float) -> GalleyBlock:
    """A block with its lines so much lower: those of a column stand so much above their grid lines."""
    return replace(block, lines=tuple(line._replace(y=line.y + depth) for line in block.lines))
