"""Parts of pages as they were drawn: what is seen, what of it is over the limit of ink, and the inks of a point."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage

from desktop.proof.drawing import Drawn, Part
from desktop.proof.proof_work import DrawnPage, Look

_FULL = 255


@dataclass(frozen=True)
class PageRaster:
    """What was drawn of a page."""

    asked: Part
    """What was asked for; it may have been drawn coarser than that."""
    drawn: Drawn
    image: QImage
    over: QImage
    look: Look

    def shows(self, look: Look, size: tuple[int, int], seen: QRect) -> bool:
        """Whether all of what is seen of the page, at a size in pixels, was drawn with a look."""
        have = self.asked
        drawn = QRect(have.x, have.y, have.width, have.height)
        return self.look == look and have.page == size and drawn.contains(seen)

    def place_on(self, paper: QRectF) -> QRectF:
        """Where it lies on the paper, in points."""
        part = self.drawn.part
        across, down = paper.width() / part.page[0], paper.height() / part.page[1]
        return QRectF(part.x * across, part.y * down, part.width * across, part.height * down)

    def inks_at(self, point: QPointF, paper: QRectF) -> dict[str, int] | None:
        """Percent of each plate at a point of the paper; None where it is not drawn."""
        part = self.drawn.part
        x = int(point.x() / paper.width() * part.page[0]) - part.x
        y = int(point.y() / paper.height() * part.page[1]) - part.y
        if not (0 <= x < part.width and 0 <= y < part.height):
            return None
        at = y * part.width + x
        return {name: round((_FULL - film[at]) * 100 / _FULL) for name, film in self.drawn.films.items()}


def raster_of(found: DrawnPage, colour: QColor) -> PageRaster:
    """What was drawn, with the ink that is too much in a colour."""
    drawn, part = found.drawn, found.drawn.part
    image = QImage(drawn.pixels, part.width, part.height, 3 * part.width, QImage.Format.Format_RGB888).copy()
    over = _marked(drawn, colour) if drawn.over else QImage()
    return PageRaster(found.asked, drawn, image, over, found.look)


def _marked(drawn: Drawn, colour: QColor) -> QImage:
    """The mask of too much ink in a colour."""
    part = drawn.part
    mask = QImage(drawn.over, part.width, part.height, part.width, QImage.Format.Format_Grayscale8)
    image = QImage(part.width, part.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    image.setAlphaChannel(mask)
    return image
