"""What the galley paints beside the text: numbers of lines, the cut, rules, grounds, pictures, glyphs of the press."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from desktop.look.press_faces import PressFaces
from desktop.look.theme import GRID, Theme
from exports.typeset.sheet import BLACK, Ink, Item, PlacedPicture, Rule, Run, Tint

_DASHES = [4.0, 3.0]
"""Dash and gap of the line at which the target ends, in its widths: no rule of a page looks so."""
_CUT_WIDTH = 2.0
_NUMBER = 11
"""Pixels of line numbers and of the sign at the cut: smaller than any text, and still to be read."""
_OVER = "▲"
"""Sign of what is over, as in the status bar."""

FindPicture = Callable[[str, tuple[float, float, float, float]], QImage]
"""The image of a part of a stored picture, by its hash and the part's edges as shares of it."""


@dataclass(frozen=True)
class GalleyPainter:
    """Paints in the colours of a theme."""

    theme: Theme
    faces: PressFaces
    scale: float
    """Pixels of a point."""
    find_picture: FindPicture

    def items(self, painter: QPainter, items: Iterable[Item]) -> None:
        """Items of the press, placed from the painter's origin."""
        for item in items:
            if isinstance(item, Run):
                painter.setPen(self._ink(item.ink))
                self.faces.paint(painter, item, self.scale)
            elif isinstance(item, Rule):
                painter.setPen(QPen(self._ink(item.ink), max(1.0, item.width * self.scale)))
                ends = (QPointF(item.x0, item.y0), QPointF(item.x1, item.y1))
                painter.drawLine(QLineF(*(end * self.scale for end in ends)))
            elif isinstance(item, Tint):
                painter.fillRect(self._box(item), self.theme.color("hover"))
            else:
                painter.drawImage(self._box(item), self.find_picture(item.sha256, item.crop))

    def number(self, painter: QPainter, number: int, right: float, baseline: float, *, over: bool) -> None:
        """The number of a line, flush right before the column."""
        painter.setFont(self.theme.fonts.sans(_NUMBER))
        painter.setPen(self.theme.color("bad" if over else "faint"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(str(number))
        painter.drawText(QPointF(right - wide, baseline), str(number))

    def cut(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """The line at which the target ends, with the sign of what is over before it."""
        colour = self.theme.color("bad")
        pen = QPen(colour, _CUT_WIDTH)
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left, y, right, y))
        painter.setPen(colour)
        painter.setFont(self.theme.fonts.sans(_NUMBER))
        painter.drawText(QPointF(0.0, y + GRID), _OVER)

    def _ink(self, ink: Ink) -> QColor:
        """The colour in which a black is seen on the ground of the theme: greys lie between the two."""
        text = QColor(self.theme.color("text"))
        if ink != BLACK:
            text.setAlphaF(ink[3])
        return text

    def _box(self, item: Tint | PlacedPicture) -> QRectF:
        edges = (item.x, item.y, item.width, item.height)
        return QRectF(*(edge * self.scale for edge in edges))
