"""The desk that pages lie on, as the window shows it: where their points are in it, and which of their pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF

from desktop.proof.drawing import Part
from desktop.proof.spreads import LaidPage

_AROUND = 0.15
"""Share of what is seen that is drawn beyond it on each side: a turn of the wheel shows no empty paper."""


@dataclass(frozen=True)
class PageDesk:
    """Pages at one size and place."""

    pages: Sequence[LaidPage]
    origin: QPointF
    """Where the top left of all that lies on the desk is in the window."""
    scale: float
    """Pixels of the window of a point."""
    ratio: float
    """Pixels of the screen of one of the window."""
    window: QRectF

    def in_window(self, laid: LaidPage, box: QRectF) -> QRectF:
        """A box on the paper of a page, in the window."""
        placed = laid.on_desk(box)
        return QRectF(self.origin + placed.topLeft() * self.scale, placed.size() * self.scale)

    def under(self, place: QPointF) -> tuple[LaidPage, QPointF] | None:
        """The page under a point of the window, and the point on its paper."""
        for laid in self.pages:
            box = self.in_window(laid, laid.visible)
            if box.contains(place):
                return laid, laid.visible.topLeft() + (place - box.topLeft()) / self.scale
        return None

    def size_in_pixels(self, laid: LaidPage) -> tuple[int, int]:
        """Of the whole paper, in pixels of the screen."""
        whole = laid.geometry.paper.size() * self.scale * self.ratio
        return max(round(whole.width()), 1), max(round(whole.height()), 1)

    def pixels_in_sight(self, laid: LaidPage) -> QRect:
        """The part of the whole paper that is seen, in pixels of the screen."""
        box = self.in_window(laid, laid.visible)
        seen = box.intersected(self.window)
        if seen.isEmpty():
            return QRect()
        offset = laid.visible.topLeft() * self.scale + seen.topLeft() - box.topLeft()
        found = QRectF(offset * self.ratio, seen.size() * self.ratio).toAlignedRect()
        return found.intersected(QRect(0, 0, *self.size_in_pixels(laid)))

    def part_round(self, laid: LaidPage, seen: QRect) -> Part:
        """What is seen with a little round it."""
        size, around = self.size_in_pixels(laid), round(_AROUND * max(seen.width(), seen.height()))
        cut = seen.adjusted(-around, -around, around, around).intersected(QRect(0, 0, *size))
        pixels = self.scale * self.ratio
        printed = QRectF(laid.geometry.printed.topLeft() * pixels, laid.geometry.printed.size() * pixels)
        counted = printed.toRect().intersected(cut).translated(-cut.topLeft())
        edges = (counted.left(), counted.top(), counted.left() + counted.width(), counted.top() + counted.height())
        return Part(size, cut.x(), cut.y(), cut.width(), cut.height(), edges)
