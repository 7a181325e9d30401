"""What the galley paints beside the text: numbers of lines, the cut, rules, grounds, pictures, glyphs of the press."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.look.press_faces import PressFaces
from desktop.look.press_painter import FindPicture, PressPainter
from desktop.look.theme import GRID, Theme
from exports.typeset.sheet import BLACK, Ink, Item

_DASHES = [4.0, 3.0]
"""Dash and gap of the line at which the target ends, in its widths: no rule of a page looks so."""
_CUT_WIDTH = 2.0
_NUMBER = 11
"""Pixels of line numbers and of the sign at the cut: smaller than any text, and still to be read."""
_OVER = "▲"
"""Sign of what is over, as in the status bar."""


@dataclass(frozen=True)
class GalleyPainter:
    """Paints in the colours of a theme."""

    theme: Theme
    faces: PressFaces
    scale: float
    """Pixels of a point."""
    find_picture: FindPicture

    @cached_property
    def small(self) -> QFont:
        """Font of line numbers: its figures are equally wide."""
        return self.theme.fonts.sans(_NUMBER)

    @cached_property
    def figure(self) -> float:
        """Width of a figure in it."""
        return QFontMetricsF(self.small).horizontalAdvance("0")

    def items(self, painter: QPainter, items: Iterable[Item], *, over: bool = False) -> None:
        """Items of the press, placed from the painter's origin; those that are too much in the colour of that."""
        ink = self._over if over else self._ink
        press = PressPainter(self.faces, self.find_picture, ink, self._ground)
        for item in items:
            press.paint(painter, item, self.scale)

    def number(self, painter: QPainter, number: int, right: float, baseline: float, *, over: bool) -> None:
        """The number of a line, flush right before the column."""
        painter.setFont(self.small)
        painter.setPen(self.theme.color("bad" if over else "faint"))
        said = str(number)
        painter.drawText(QPointF(right - self.figure * len(said), baseline), said)

    def cut(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """The line at which the target ends, with the sign of what is over before it."""
        colour = self.theme.color("bad")
        pen = QPen(colour, _CUT_WIDTH)
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left, y, right, y))
        painter.setPen(colour)
        painter.setFont(self.small)
        painter.drawText(QPointF(0.0, y + GRID), _OVER)

    def _over(self, _ink: Ink) -> QColor:
        return QColor(self.theme.color("bad"))

    def _ink(self, ink: Ink) -> QColor:
        """The colour in which a black is seen on the ground of the theme: greys lie between the two."""
        text = QColor(self.theme.color("text"))
        if ink != BLACK:
            text.setAlphaF(ink[3])
        return text

    def _ground(self, _ink: Ink) -> QColor:
        return QColor(self.theme.color("hover"))
