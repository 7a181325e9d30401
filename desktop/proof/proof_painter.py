"""Paints the pages of a proof: what was drawn of them, their boxes, and the places of a problem."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.look.theme import GRID, Theme
from desktop.proof.page_desk import PageDesk
from desktop.proof.page_raster import PageRaster
from desktop.proof.spreads import LaidPage

_BOX_COLOURS = {"Media": "muted", "Bleed": "bad", "Trim": "accent", "Art": "good", "Crop": "warning"}
"""Roles of the lines round the boxes; each is named as well."""
_TINGE = 40
"""Opacity, of 255, of the place that was gone to: what stands there is still read."""


@dataclass(frozen=True)
class ProofPainter:
    """Paints on one desk."""

    painter: QPainter
    desk: PageDesk
    theme: Theme

    def page(self, laid: LaidPage, raster: PageRaster | None, behind: QImage | None, *, over: bool) -> None:
        """A page as it was drawn, `behind` what is not; `over` the ink that is too much as well."""
        painter, box = self.painter, self.desk.in_window(laid, laid.visible)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(Qt.GlobalColor.white))
        if behind is not None:
            painter.drawImage(self.desk.in_window(laid, laid.geometry.paper), behind)
        if raster is not None:
            self._raster(laid, raster, over=over)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(box, self.theme.color("page_shade"))
        painter.restore()
        painter.setPen(self.theme.color("strong_line"))
        painter.drawRect(box)

    def _raster(self, laid: LaidPage, raster: PageRaster, *, over: bool) -> None:
        target = self.desk.in_window(laid, raster.place_on(laid.geometry.paper))
        self.painter.drawImage(target, raster.image)
        if over and not raster.over.isNull():
            self.painter.drawImage(target, raster.over)

    def boxes(self, laid: LaidPage) -> None:
        """Each box with its name, inside the part of the paper that is seen."""
        painter = self.painter
        painter.save()
        painter.setClipRect(self.desk.in_window(laid, laid.visible).adjusted(-1, -1, 1, 1))
        for place, (name, box) in enumerate(laid.geometry.page.boxes):
            seen, colour = self.desk.in_window(laid, laid.geometry.seen(box)), self.theme.color(_BOX_COLOURS[name])
            painter.setPen(QPen(colour, 1.5))
            painter.drawRect(seen)
            said = f" {name} "
            wide = painter.fontMetrics().horizontalAdvance(said)
            label = QRectF(seen.left() + place * 16 * GRID, seen.top(), wide, 4 * GRID)
            painter.fillRect(label, colour)
            painter.setPen(self.theme.color("surface"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, said)
        painter.restore()

    def areas(self, laid: LaidPage, areas: Sequence[tuple[int, QRectF]], current: int) -> None:
        """The places of a problem on a page: all in outline, that which was gone to filled as well."""
        for number, (page, area) in enumerate(areas):
            if page == laid.number:
                self._area(laid, area, is_current=number == current)

    def _area(self, laid: LaidPage, area: QRectF, *, is_current: bool) -> None:
        colour = QColor(self.theme.color("bad"))
        box = self.desk.in_window(laid, area).adjusted(-3, -3, 3, 3)
        self.painter.setPen(QPen(colour, 2.5 if is_current else 1.0))
        self.painter.drawRoundedRect(box, 3, 3)
        colour.setAlpha(_TINGE if is_current and area != laid.geometry.trim else 0)
        self.painter.fillRect(box, colour)
