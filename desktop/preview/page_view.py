"""One page of a story as it is set, painted from its sheet: centred, at the size one likes, a place on it marked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.look.press_faces import PressFaces
from desktop.look.press_painter import FindPicture, PressPainter
from desktop.look.theme import GRID, Theme
from desktop.spare_time import SpareTime
from exports.typeset.sheet import Ink, Sheet

_MARGIN = 4 * GRID
_LEAST, _MOST = 0.1, 8.0
"""Pixels of a point, at the least and at the most."""
_MARK = 70
"""Opacity, of 255, of the mark over the line that is written in: it is seen, and the words under it are read."""


class PageView(QScrollArea):
    """Shows sheets, one at a time."""

    clicked = Signal(int, QPointF)
    """Number of the page, counted from 0, and the point on it in points from the trim's top left."""
    page_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets: tuple[Sheet, ...] = ()
        self._press: PressPainter | None = None
        self.page = 0
        """Number of the page that is shown, counted from 0."""
        self._zoom = 0.0
        """Pixels of a point; 0 as many as fit."""
        self._mark: tuple[int, QRectF] | None = None
        self._desk = _Desk(self)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self._desk)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self._desk.renew)

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self._sheets)

    @property
    def scale(self) -> float:
        """Pixels of a point."""
        return self._zoom or self._fitting()

    def show_sheets(self, sheets: Sequence[Sheet], faces: PressFaces, find_picture: FindPicture) -> None:
        """Show these pages; the one that is seen stays, and the place on it."""
        self._press = PressPainter(faces, find_picture, _colour, _colour)
        if tuple(sheets) != self._sheets:
            self._sheets = tuple(sheets)
            self.page = min(self.page, len(sheets) - 1)
            self._renew()

    @Slot()
    def renew(self) -> None:
        """Paint the page anew: a picture has come."""
        self._desk.renew()

    def go_to(self, page: int) -> None:
        """Show another page."""
        page = min(max(page, 0), len(self._sheets) - 1)
        if page != self.page:
            self.page = page
            self._renew()

    def mark(self, page: int, line: QRectF) -> None:
        """Show a line of text as that which is written in, given in points, and the page it stands on."""
        if self._mark == (page, line):
            return
        before, self._mark = self._mark, (page, line)
        self.go_to(page)
        for _, one in filter(None, (before, self._mark)):
            self._desk.update(self._on_screen(one).toAlignedRect())
        box = self._on_screen(line)
        self.ensureVisible(round(box.center().x()), round(box.center().y()), 0, 12 * GRID)

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller."""
        self._zoom = min(max(self.scale * factor, _LEAST), _MOST)
        self._renew()

    def fit(self) -> None:
        """Show all of a page."""
        self._zoom = 0.0
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits goes on fitting."""
        super().resizeEvent(event)
        self._desk.fit()

    # what the desk asks

    def size_of_desk(self) -> QSize:
        """Pixels of the page with the desk round it."""
        if not self._sheets:
            return self.viewport().size()
        sheet, scale = self._sheets[self.page], self.scale
        page = QSize(round(sheet.width * scale) + 2 * _MARGIN, round(sheet.height * scale) + 2 * _MARGIN)
        return page.expandedTo(self.viewport().size())

    def page_box(self) -> QRectF:
        """Where the page lies on the desk."""
        sheet, size = self._sheets[self.page], self._desk.size()
        wide, high = sheet.width * self.scale, sheet.height * self.scale
        return QRectF((size.width() - wide) / 2, (size.height() - high) / 2, wide, high)

    def surround(self) -> QColor:
        """Colour of the desk round the page."""
        return self._theme.color("desk")

    def paper(self) -> QColor:
        """Colour of the page before anything stands on it."""
        return self._theme.color("page")

    def blank(self) -> QPixmap:
        """The paper of the page that is shown."""
        ratio = self.devicePixelRatioF()
        image = QPixmap((self.page_box().size() * ratio).toSize())
        image.setDevicePixelRatio(ratio)
        image.fill(self.paper())
        return image

    def printing(self, image: QPixmap) -> Iterator[None]:
        """Paint all that stands on the page, an item at each step."""
        press, scale = self._press, self.scale
        if press is None:
            return
        for item in self._sheets[self.page].items:
            painter = QPainter(image)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            press.paint(painter, item, scale)
            painter.end()
            yield

    def paint_over(self, painter: QPainter) -> None:
        """The mark on the page, and a line round it."""
        painter.setPen(self._theme.color("strong_line"))
        painter.drawRect(self.page_box())
        if self._mark and self._mark[0] == self.page:
            soft = QColor(self._theme.color("accent"))
            soft.setAlpha(_MARK)
            painter.fillRect(self._on_screen(self._mark[1]), soft)

    def press(self, place: QPointF) -> None:
        """A press on the desk."""
        if self._sheets and self.page_box().contains(place):
            self.clicked.emit(self.page, (place - self.page_box().topLeft()) / self.scale)

    # helpers

    def _on_screen(self, line: QRectF) -> QRectF:
        box, scale = self.page_box(), self.scale
        return QRectF(box.topLeft() + line.topLeft() * scale, line.size() * scale)

    def _fitting(self) -> float:
        if not self._sheets:
            return 1.0
        sheet, room = self._sheets[self.page], self.viewport().size()
        wide, high = (room.width() - 2 * _MARGIN) / sheet.width, (room.height() - 2 * _MARGIN) / sheet.height
        return max(min(wide, high), _LEAST)

    def _renew(self) -> None:
        self._desk.renew()
        self.page_changed.emit()


class _Desk(QWidget):
    """The desk with the page on it, which is painted once and kept.

    It is painted in slices, between the keys of who writes; until all of it stands, the one before is seen.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self._page = self._fresh = QPixmap()
        self._printing: Iterator[None] = iter(())
        self._slices = SpareTime(self._print_next, self)

    def renew(self) -> None:
        """Paint the page anew."""
        self.fit()
        if self._view.pages:
            self._fresh = self._view.blank()
            self._printing = self._view.printing(self._fresh)
            self._slices.begin()
        self.update()

    def fit(self) -> None:
        """Take the room that the page needs."""
        if self.size() != self._view.size_of_desk():
            self.resize(self._view.size_of_desk())
            self.renew()

    def _print_next(self) -> bool:
        """Paint one more item; when all of the page stands, it is shown."""
        for _ in self._printing:
            return True
        self._page = self._fresh
        self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), self._view.surround())
        if not self._view.pages:
            return
        if self._page.isNull():
            painter.fillRect(self._view.page_box(), self._view.paper())
        else:
            painter.drawPixmap(self._view.page_box(), self._page, QRectF(self._page.rect()))
        self._view.paint_over(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See `PageView.clicked`."""
        self._view.press(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press was told already."""
        event.accept()


def _colour(ink: Ink) -> QColor:
    """A colour of the press on a screen."""
    return QColor.fromCmykF(*ink)
