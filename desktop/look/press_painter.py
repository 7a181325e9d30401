"""Items of the press painted on a screen: glyphs where they stand, rules, grounds, pictures."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.look.press_faces import PressFaces
from exports.typeset.sheet import Ink, Item, PlacedPicture, Rule, Run, Tint

FindPicture = Callable[[str, tuple[float, float, float, float]], QImage]
"""The image of a part of a stored picture, by its hash and the part's edges as shares of it."""


@dataclass(frozen=True)
class PressPainter:
    """Paints from the painter's origin; a point is so many pixels as it is told."""

    faces: PressFaces
    find_picture: FindPicture
    colour: Callable[[Ink], QColor]
    """The colour in which an ink is seen."""
    ground: Callable[[Ink], QColor]
    """The colour of a ground in an ink."""

    def paint(self, painter: QPainter, item: Item, scale: float) -> None:
        """Paint an item, so many pixels to a point."""
        if isinstance(item, Run):
            painter.setPen(self.colour(item.ink))
            self.faces.paint(painter, item, scale)
        elif isinstance(item, Rule):
            painter.setPen(QPen(self.colour(item.ink), item.width * scale))
            painter.drawLine(QLineF(item.x0 * scale, item.y0 * scale, item.x1 * scale, item.y1 * scale))
        elif isinstance(item, Tint):
            painter.fillRect(_box(item, scale), self.ground(item.ink))
        elif isinstance(item, PlacedPicture):
            painter.drawImage(_box(item, scale), self.find_picture(item.sha256, item.crop))


def _box(item: Tint | PlacedPicture, scale: float) -> QRectF:
    return QRectF(item.x * scale, item.y * scale, item.width * scale, item.height * scale)
