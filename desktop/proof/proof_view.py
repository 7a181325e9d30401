"""The pages of a proof on the desk: at any size, with boxes, too much ink and the places of problems over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.proof.drawing import Drawn, Part
from desktop.proof.page_geometry import PageGeometry
from desktop.proof.proof_work import DrawnPage, Look
from desktop.proof.spreads import LaidPage, lay, leaf_of

_MARGIN = 5 * GRID
_LEAST, _MOST = 0.05, 16.0
"""Pixels of a point at the least and at the most: a stamp of a page, and the dots of a picture."""
_STEP = 1.25
_AROUND = 0.15
"""Share of what is seen that is drawn beyond it on each side: a turn of the wheel shows no empty paper."""
_WAIT_MS = 40
"""Milliseconds without a further change of size or place before a page is drawn anew: a wheel turns in many steps."""
_INCH = 72.0
_BOX_COLOURS = {"Media": "muted", "Bleed": "bad", "Trim": "accent", "Art": "good", "Crop": "warning"}
"""Roles of the lines round the boxes; each is named as well."""


class Zoom(StrEnum):
    """Sizes that follow the window."""

    PAGE = "page"
    WIDTH = "width"
    OWN = "own"


@dataclass(frozen=True)
class _Raster:
    """What was drawn of a page."""

    asked: Part
    """What was asked for; it may have been drawn coarser than that."""
    drawn: Drawn
    image: QImage
    over: QImage
    look: Look


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
        self._rasters: dict[int, _Raster] = {}
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
        drawn = found.drawn
        part = drawn.part
        image = QImage(drawn.pixels, part.width, part.height, 3 * part.width, QImage.Format.Format_RGB888).copy()
        over = _marked(drawn, self._theme.color("bad")) if drawn.over else QImage()
        self._rasters[found.page] = _Raster(found.asked, drawn, image, over, found.look)
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

    @property
    def _extent(self) -> QSizeF:
        """Points of all that lies on the desk."""
        whole = QRectF()
        for laid in self._laid:
            whole = whole.united(laid.place)
        return QSizeF(whole.right(), whole.bottom())

    def _fitting(self) -> float:
        extent, room = self._extent, self.maximumViewportSize()
        if extent.isEmpty():
            return 1.0
        wide = (room.width() - 2 * _MARGIN) / extent.width()
        high = (room.height() - 2 * _MARGIN) / extent.height()
        return max(wide if self.zoom_kind is Zoom.WIDTH else min(wide, high), _LEAST)

    def _measure(self) -> None:
        """Set how far one can scroll."""
        extent, room = self._extent * self.scale, self.viewport().size()
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
        extent, room = self._extent * self.scale, self.viewport().size()
        left = max(float(_MARGIN), (room.width() - extent.width()) / 2) - self.horizontalScrollBar().value()
        top = max(float(_MARGIN), (room.height() - extent.height()) / 2) - self.verticalScrollBar().value()
        return QPointF(left, top)

    def _in_window(self, laid: LaidPage, box: QRectF) -> QRectF:
        """A box on the paper of a page, in the window."""
        placed = laid.on_desk(box)
        return QRectF(self._origin() + placed.topLeft() * self.scale, placed.size() * self.scale)

    def _under(self, place: QPointF) -> tuple[LaidPage, QPointF] | None:
        """The page under a point of the window, and the point on its paper."""
        for laid in self._laid:
            box = self._in_window(laid, laid.visible)
            if box.contains(place):
                return laid, laid.visible.topLeft() + (place - box.topLeft()) / self.scale
        return None

    def _bring_into_sight(self, page: int, box: QRectF) -> None:
        for laid in self._laid:
            if laid.number == page:
                seen = self._in_window(laid, box)
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
        for laid in self._laid:
            seen = self._pixels_in_sight(laid)
            if not seen.isEmpty() and not self._has(laid, seen):
                self.wanted.emit(laid.number, self._part_round(laid, seen))

    def _has(self, laid: LaidPage, seen: QRect) -> bool:
        raster = self._rasters.get(laid.number)
        if raster is None or raster.look != self._look or raster.asked.page != self._size_in_pixels(laid):
            return False
        have = raster.asked
        return QRect(have.x, have.y, have.width, have.height).contains(seen)

    def _size_in_pixels(self, laid: LaidPage) -> tuple[int, int]:
        """Of the whole paper, in pixels of the screen."""
        whole = laid.geometry.paper.size() * self.scale * self.devicePixelRatioF()
        return max(round(whole.width()), 1), max(round(whole.height()), 1)

    def _pixels_in_sight(self, laid: LaidPage) -> QRect:
        """The part of the whole paper that is seen, in pixels of the screen."""
        box = self._in_window(laid, laid.visible)
        seen = box.intersected(QRectF(self.viewport().rect()))
        if seen.isEmpty():
            return QRect()
        offset = laid.visible.topLeft() * self.scale + seen.topLeft() - box.topLeft()
        ratio = self.devicePixelRatioF()
        found = QRectF(offset * ratio, seen.size() * ratio).toAlignedRect()
        return found.intersected(QRect(0, 0, *self._size_in_pixels(laid)))

    def _part_round(self, laid: LaidPage, seen: QRect) -> Part:
        """What is seen with a little round it."""
        size, around = self._size_in_pixels(laid), round(_AROUND * max(seen.width(), seen.height()))
        cut = seen.adjusted(-around, -around, around, around).intersected(QRect(0, 0, *size))
        pixels = self.scale * self.devicePixelRatioF()
        printed = QRectF(laid.geometry.printed.topLeft() * pixels, laid.geometry.printed.size() * pixels)
        counted = printed.toRect().intersected(cut).translated(-cut.topLeft())
        edges = (counted.left(), counted.top(), counted.left() + counted.width(), counted.top() + counted.height())
        return Part(size, cut.x(), cut.y(), cut.width(), cut.height(), edges)

    # what is under the mouse

    def _point(self, place: QPointF) -> None:
        found = self._under(place)
        if found is None or found[0].number not in self._rasters:
            self.pointed.emit(None)
            return
        laid, point = found
        inks = self._inks_at(laid, point)
        counts = laid.geometry.printed.contains(point)
        self.pointed.emit(None if inks is None else Pointed(laid.number, point, inks, counts))

    def _inks_at(self, laid: LaidPage, point: QPointF) -> dict[str, int] | None:
        """Percent of each plate at a point of a page; None where it is not drawn."""
        drawn = self._rasters[laid.number].drawn
        part, paper = drawn.part, laid.geometry.paper
        x = int(point.x() / paper.width() * part.page[0]) - part.x
        y = int(point.y() / paper.height() * part.page[1]) - part.y
        if not (0 <= x < part.width and 0 <= y < part.height):
            return None
        at = y * part.width + x
        return {name: round((_FULL - film[at]) * 100 / _FULL) for name, film in drawn.films.items()}

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.color("desk"))
        for laid in self._laid:
            self._paint_page(painter, laid)
        for laid in self._laid if self.boxes else ():
            self._paint_boxes(painter, laid)
        self._paint_areas(painter)

    def _paint_page(self, painter: QPainter, laid: LaidPage) -> None:
        box = self._in_window(laid, laid.visible)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(Qt.GlobalColor.white))
        raster, thumbnail = self._rasters.get(laid.number), self._thumbnails.get(laid.number)
        if thumbnail is not None and (raster is None or not self._has(laid, self._pixels_in_sight(laid))):
            painter.drawImage(self._in_window(laid, laid.geometry.paper), thumbnail)
        if raster is not None:
            self._paint_raster(painter, laid, raster)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(box, self._theme.color("page_shade"))
        painter.restore()
        painter.setPen(self._theme.color("strong_line"))
        painter.drawRect(box)

    def _paint_raster(self, painter: QPainter, laid: LaidPage, raster: _Raster) -> None:
        part, paper = raster.drawn.part, laid.geometry.paper
        across, down = paper.width() / part.page[0], paper.height() / part.page[1]
        box = QRectF(part.x * across, part.y * down, part.width * across, part.height * down)
        target = self._in_window(laid, box)
        painter.drawImage(target, raster.image)
        if not raster.over.isNull() and self._look.limit is not None:
            painter.drawImage(target, raster.over)

    def _paint_boxes(self, painter: QPainter, laid: LaidPage) -> None:
        """Each box with its name, inside the part of the paper that is seen."""
        painter.save()
        painter.setClipRect(self._in_window(laid, laid.visible).adjusted(-1, -1, 1, 1))
        for place, (name, box) in enumerate(laid.geometry.page.boxes):
            seen, colour = self._in_window(laid, laid.geometry.seen(box)), self._theme.color(_BOX_COLOURS[name])
            painter.setPen(QPen(colour, 1.5))
            painter.drawRect(seen)
            said = f" {name} "
            wide = painter.fontMetrics().horizontalAdvance(said)
            label = QRectF(seen.left() + place * 16 * GRID, seen.top(), wide, 4 * GRID)
            painter.fillRect(label, colour)
            painter.setPen(self._theme.color("surface"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, said)
        painter.restore()

    def _paint_areas(self, painter: QPainter) -> None:
        """The places of the problem that is shown: all in outline, that which was gone to filled as well."""
        for laid in self._laid:
            for number, (page, area) in enumerate(self._areas):
                if page != laid.number:
                    continue
                colour, current = QColor(self._theme.color("bad")), number == self._current_area
                box = self._in_window(laid, area).adjusted(-3, -3, 3, 3)
                painter.setPen(QPen(colour, 2.5 if current else 1.0))
                painter.drawRoundedRect(box, 3, 3)
                colour.setAlpha(_TINGE if current and area != laid.geometry.trim else 0)
                painter.fillRect(box, colour)

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
        found = self._under(event.position())
        if found is not None:
            self.chosen.emit(found[0].number, found[1])

    def _dress(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("The page as it will print"))
        self._theme.changed.connect(self.viewport().update)


_FULL = 255
_NOTCH = 120
"""Eighths of a degree of one step of a wheel."""
_TINGE = 40
"""Opacity, of 255, of the place that was gone to: what stands there is still read."""


def _marked(drawn: Drawn, colour: QColor) -> QImage:
    """The mask of too much ink in a colour."""
    part = drawn.part
    mask = QImage(drawn.over, part.width, part.height, part.width, QImage.Format.Format_Grayscale8)
    image = QImage(part.width, part.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    image.setAlphaChannel(mask)
    return image
