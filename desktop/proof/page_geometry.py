"""A page of a PDF as it is looked at: turned, its trim, and how points of its own space lie on it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from exports.pdf.check.file_facts import PdfPage
from exports.pdf.check.paint.geometry import Box


@dataclass(frozen=True)
class PageGeometry:
    """Points from the top left of the whole paper, as one sees it, y downwards."""

    page: PdfPage

    @property
    def width(self) -> float:
        """Of the paper."""
        return self._high if self.page.rotation % 180 else self._wide

    @property
    def height(self) -> float:
        """Of the paper."""
        return self._wide if self.page.rotation % 180 else self._high

    @property
    def paper(self) -> QRectF:
        """All of it."""
        return QRectF(0, 0, self.width, self.height)

    @property
    def trim(self) -> QRectF:
        """What is left when it is cut: the trim, else the art box, else all of it."""
        box = self.page.box("Trim") or self.page.box("Art") or self.page.box("Crop")
        return self.seen(box) if box else self.paper

    @property
    def printed(self) -> QRectF:
        """What carries ink that counts: the bleed, else the trim."""
        return self.seen(self.page.printed)

    def seen(self, box: Box) -> QRectF:
        """A box of the page's own space."""
        one, other = self._turned(box[0], box[1]), self._turned(box[2], box[3])
        return QRectF(one, other).normalized()

    def _turned(self, x: float, y: float) -> QPointF:
        """A point of the page's own space, turned clockwise with it."""
        across, down = x - self.page.media[0], self.page.media[3] - y
        return {
            0: QPointF(across, down),
            90: QPointF(self._high - down, across),
            180: QPointF(self._wide - across, self._high - down),
            270: QPointF(down, self._wide - across),
        }[self.page.rotation]

    @property
    def _wide(self) -> float:
        return self.page.media[2] - self.page.media[0]

    @property
    def _high(self) -> float:
        return self.page.media[3] - self.page.media[1]
