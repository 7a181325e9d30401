"""The pages of a proof on the desk: at any size, with boxes, too much ink and the places of problems over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.proof.page_desk import PageDesk
from desktop.proof.page_geometry import PageGeometry
from desktop.proof.page_raster import PageRaster, raster_of
from desktop.proof.proof_painter import ProofPainter
from desktop.proof.proof_work import DrawnPage, Look, keep_newest
from desktop.proof.spreads import LaidPage, extent_of, lay, leaf_of

_MARGIN = 5 * GRID
_LEAST, _MOST = 0.05, 16.0
"""Pixels of a point at the least and at the most: a stamp of a page, and the dots of a picture."""
_STEP = 1.25
_WAIT_MS = 40
"""Milliseconds without a further change of size or place before a page is drawn anew: a wheel turns in many steps."""
_NOTCH = 120
"""Eighths of a degree of one step of a wheel."""
_INCH = 72.0


class Zoom(StrEnum):
    """Sizes that follow the window."""

    PAGE = "page"
    WIDTH = "width"
    OWN = "own"


@dataclass(frozen=True)
class Pointed:
    """What is under the mouse."""

    page: int
    point: QPointF
    """Points from the top left of the paper."""
    inks: dict[str, int]
    """Percent of each plate."""
    counts: bool
    """Whether ink counts there: on the page or its bleed, not beside it."""

    @property
    def total(self) -> int:
        """Percent of all plates together."""
        return sum(self.inks.values())


class ProofView(QAbstractScrollArea):
    """Shows one page or two that face each other."""

    wanted = Signal(int, object)
    """A page, and the part of it to be drawn."""
    pointed = Signal(object)
    """Pointed, or None where no page is."""
    chosen = Signal(int, QPointF)
    """Page and point, from the top left of its paper, that was pressed twice."""
    seen_changed = Signal()
    """Other pages, or another size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._geometries: tuple[PageGeometry, ...] = ()
        self._laid: list[LaidPage] = []
        self._rasters: dict[int, PageRaster] = {}
        self._thumbnails: dict[int, QImage] = {}
        self._areas: tuple[tuple[int, QRectF], ...] = ()
        self._current_area = 0
        self._look = Look()
        self._grip: QPoint | None = None
        self._mouse = QPointF(-1, -1)
        self.page = 0
        """Number of the page that is seen, counted from 0; of two, that which was gone to."""
        self.zoom_kind, self._own = Zoom.PAGE, 1.0
        self.spread = self.boxes = False
        self.marks = True
        self._late = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._late.timeout.connect(self._on_late)
        self._dress()

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self._geometries)

    @property
    def leaf(self) -> tuple[int, ...]:
        """Numbers of the pages that are seen."""
        return tuple(laid.number for laid in self._laid)

    @property
    def most_ink(self) -> int:
        """The most ink in sight of the page, in percent; 0 where it was not measured."""
        raster = self._rasters.get(self.page)
        return raster.drawn.most if raster is not None else 0

    @property
    def scale(self) -> float:
        """Pixels of a point."""
        return self._own if self.zoom_kind is Zoom.OWN else self._fitting()

    @property
    def percent(self) -> int:
        """Size against that of paper, as far as the screen knows its own."""
        return round(100 * self.scale / self.true_scale)

    @property
    def true_scale(self) -> float:
        """Pixels of a point at the size of paper."""
        return self.screen().physicalDotsPerInch() / _INCH

    def show_pages(self, geometries: Sequence[PageGeometry], page: int = 0) -> None:
        """Show a file."""
        self._geometries = tuple(geometries)
        self._rasters, self._thumbnails, self._areas = {}, {}, ()
        self.page = min(max(page, 0), max(len(geometries) - 1, 0))
        self._lay()

    def go_to(self, page: int) -> None:
        """Show another page."""
        page = min(max(page, 0), self.pages - 1)
        if self.pages and page not in self.leaf:
            self.page = page
            self._lay()
            self.verticalScrollBar().setValue(0)
        elif self.pages and page != self.page:
            self.page = page
            self.seen_changed.emit()

    def turn(self, by: int) -> None:
        """Show the page, or the two, behind or before."""
        if self.leaf:
            self.go_to(self.leaf[-1] + 1 if by > 0 else self.leaf[0] - 1)

    def set_look(self, look: Look) -> None:
        """Show other plates, or mark the ink that is too much."""
        self._look = look
        self._ask()

    def set_ways(self, *, spread: bool, marks: bool, boxes: bool) -> None:
        """Show two pages or one; what is beside the trim; the lines round the boxes."""
        self.spread, self.marks, self.boxes = spread, marks, boxes
        self._lay()

    def zoom_to(self, kind: Zoom, scale: float = 1.0, around: QPointF | None = None) -> None:
        """Show it at another size; a point of the window stays where it is."""
        middle = around or QPointF(self.viewport().rect().center())
        before, origin = self.scale, self._origin()
        self.zoom_kind, self._own = kind, min(max(scale, _LEAST), _MOST)
        self._measure()
        if kind is Zoom.OWN:
            moved = (middle - origin) * (self.scale / before) - (middle - self._origin())
            for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
                bar.setValue(bar.value() + round(by))
        self._renew()

    def zoom_by(self, steps: float, around: QPointF | None = None) -> None:
        """Larger or smaller."""
        self.zoom_to(Zoom.OWN, self.scale * _STEP**steps, around)

    def show_areas(self, areas: Sequence[tuple[int, QRectF]], current: int = 0) -> None:
        """Mark places on pages, given from the top left of their papers, and go to one of them."""
        self._areas, self._current_area = tuple(areas), current
        if self._areas:
            page, box = self._areas[current]
            self.go_to(page)
            self._bring_into_sight(page, box)
        self.viewport().update()

    @Slot(object)
    def take(self, found: DrawnPage) -> None:
        """A part of a page was drawn."""
        keep_newest(self._rasters, found.page, raster_of(found, self._theme.color("bad")))
        self.viewport().update()
        self._point(self._mouse)

    def take_thumbnail(self, page: int, image: QImage) -> None:
        """What is shown of a page until it is drawn."""
        self._thumbnails[page] = image
        if page in self.leaf and page not in self._rasters:
            self.viewport().update()

    def forget_drawn(self) -> None:
        """The file was read again."""
        self._rasters = {}

    # where things lie

    def _lay(self) -> None:
        leaf = leaf_of(self.page, self.pages, spread=self.spread) if self.pages else ()
        self._laid = lay(self._geometries, leaf, cut=not self.marks)
        self._measure()
        self._renew()

    def _fitting(self) -> float:
        extent, room = extent_of(self._laid), self.maximumViewportSize()
        if extent.isEmpty():
            return 1.0
        wide = (room.width() - 2 * _MARGIN) / extent.width()
        high = (room.height() - 2 * _MARGIN) / extent.height()
        return max(wide if self.zoom_kind is Zoom.WIDTH else min(wide, high), _LEAST)

    def _measure(self) -> None:
        """Set how far one can scroll."""
        extent, room = extent_of(self._laid) * self.scale, self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), extent.width(), room.width()),
            (self.verticalScrollBar(), extent.height(), room.height()),
        ):
            most = round(whole) + 2 * _MARGIN - part
            fits = self.zoom_kind is Zoom.PAGE or (self.zoom_kind is Zoom.WIDTH and bar is self.horizontalScrollBar())
            bar.setRange(0, 0 if fits else max(most, 0))
            bar.setPageStep(part)
            bar.setSingleStep(8 * GRID)

    def _origin(self) -> QPointF:
        """Where the top left of all that lies on the desk is in the window."""
        extent, room = extent_of(self._laid) * self.scale, self.viewport().size()
        left = max(float(_MARGIN), (room.width() - extent.width()) / 2) - self.horizontalScrollBar().value()
        top = max(float(_MARGIN), (room.height() - extent.height()) / 2) - self.verticalScrollBar().value()
        return QPointF(left, top)

    @property
    def desk(self) -> PageDesk:
        """The pages as they lie now."""
        window = QRectF(self.viewport().rect())
        return PageDesk(self._laid, self._origin(), self.scale, self.devicePixelRatioF(), window)

    def _bring_into_sight(self, page: int, box: QRectF) -> None:
        for laid in self._laid:
            if laid.number == page:
                seen = self.desk.in_window(laid, box)
                if not QRectF(self.viewport().rect()).contains(seen):
                    off = seen.center() - QPointF(self.viewport().rect().center())
                    self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + round(off.x()))
                    self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(off.y()))

    # what is asked for

    def _renew(self) -> None:
        self.viewport().update()
        self._late.start()
        self.seen_changed.emit()

    @Slot()
    def _on_late(self) -> None:
        self._ask()

    def _ask(self) -> None:
        """Let be drawn what is seen and not there yet."""
        desk = self.desk
        for laid in self._laid:
            seen = desk.pixels_in_sight(laid)
            if not seen.isEmpty() and not self._has(desk, laid):
                self.wanted.emit(laid.number, desk.part_round(laid, seen))

    def _has(self, desk: PageDesk, laid: LaidPage) -> bool:
        """Whether all that is seen of a page is drawn."""
        raster = self._rasters.get(laid.number)
        seen = desk.pixels_in_sight(laid)
        return raster is not None and raster.shows(self._look, desk.size_in_pixels(laid), seen)

    # what is under the mouse

    def _point(self, place: QPointF) -> None:
        found = self.desk.under(place)
        if found is None or found[0].number not in self._rasters:
            self.pointed.emit(None)
            return
        laid, point = found
        inks = self._rasters[laid.number].inks_at(point, laid.geometry.paper)
        counts = laid.geometry.printed.contains(point)
        self.pointed.emit(None if inks is None else Pointed(laid.number, point, inks, counts))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.color("desk"))
        desk = self.desk
        paint = ProofPainter(painter, desk, self._theme)
        for laid in self._laid:
            behind = None if self._has(desk, laid) else self._thumbnails.get(laid.number)
            paint.page(laid, self._rasters.get(laid.number), behind, over=self._look.limit is not None)
        for laid in self._laid if self.boxes else ():
            paint.boxes(laid)
        for laid in self._laid:
            paint.areas(laid, self._areas, self._current_area)

    # what the person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits goes on fitting."""
        super().resizeEvent(event)
        self._measure()
        self._renew()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The page moves under the window."""
        self.viewport().update()
        self._late.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the size changes at the mouse; at the end of a page that fits the next one comes."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(turned / _NOTCH, event.position())
            event.accept()
        elif not self.verticalScrollBar().maximum() and abs(turned) >= _NOTCH:
            self.turn(-turned)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages where all of one is seen, and scroll where not."""
        key, bar = event.key(), self.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and bar.value() >= bar.maximum():
            self.turn(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Backspace) and bar.value() <= bar.minimum():
            self.turn(-1)
            bar.setValue(bar.maximum())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.horizontalScrollBar().maximum():
            self.turn(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.pages - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The page is taken hold of."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The page follows the hand; the ink under the mouse is told."""
        if self._grip is not None:
            by = event.position().toPoint() - self._grip
            self._grip = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        self._mouse = event.position()
        self._point(self._mouse)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._grip = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A place is chosen."""
        found = self.desk.under(event.position())
        if found is not None:
            self.chosen.emit(found[0].number, found[1])

    def _dress(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("The page as it will print"))
        self._theme.changed.connect(self.viewport().update)
