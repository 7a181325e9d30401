"""The part of a picture that is printed, chosen by dragging a rectangle over it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.document import Crop
from desktop.localization import tr
from desktop.look.theme import GRID, Theme

_LEAST = 0.02
"""The smallest share of width and height that is a crop and no slip of the hand."""
_STEP = 0.01
"""Share of the picture that an arrow moves: a hair's breadth on screen, and fifty presses go from side to middle."""
_DIGITS = 4
"""Of a share that is stored: a pixel of a picture ten thousand wide."""
_SHOWN = 2400
"""Pixels of the longer side at most: the column of text on the sharpest screen shows a third of it, cropped or not.
A large photograph is unpacked to this in a tenth of the time and memory, and scaled again without being noticed.
"""
_SHADE = 0.75
"""How much of what is not printed is covered: one sees what is cut off, and cannot take it for printed."""
_WHOLE = QRectF(0, 0, 1, 1)


class CropView(QWidget):
    """The whole picture, what is not printed darkened. Arrows move the part, with Shift they change its size."""

    changed = Signal()

    def __init__(self, theme: Theme, image: QImage, crop: Crop | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._image = theme, image
        self._part, self._from = _part(crop), QPointF()
        self._proportion = 0.0
        """Width over height that the part keeps; 0 for any."""
        self.setMinimumHeight(48 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("The part of the picture that is printed"))
        self.setToolTip(tr("Drag over the part to print; arrows move it, Shift with arrows changes its size"))

    @property
    def crop(self) -> Crop | None:
        """The part that was chosen; None for the whole picture."""
        part = self._part
        if part == _WHOLE:
            return None
        return Crop(
            left=round(part.left(), _DIGITS), top=round(part.top(), _DIGITS), right=round(part.right(), _DIGITS),
            bottom=round(part.bottom(), _DIGITS),
        )  # fmt: skip

    def choose(self, part: QRectF) -> None:
        """Print this part, in shares of width and height; the whole picture when next to nothing is left."""
        part = self._in_proportion(part.normalized().intersected(_WHOLE))
        least = min(part.width(), part.height()) >= _LEAST
        self._part = part if least else self._in_proportion(QRectF(_WHOLE))
        self.update()
        self.changed.emit()

    def keep_proportion(self, proportion: float) -> None:
        """Let the part keep a width over height, as much of it as that leaves; 0 for any."""
        self._proportion = proportion
        before, part = self._part, self._in_proportion(self._part)
        part.moveCenter(before.center())
        self.choose(part)

    def reset(self) -> None:
        """Print the whole picture, or as much of it as its proportions leave."""
        part = self._in_proportion(QRectF(_WHOLE))
        part.moveCenter(_WHOLE.center())
        self.choose(part)

    def _in_proportion(self, part: QRectF) -> QRectF:
        """The largest part from the same corner that has the proportions which are kept."""
        if not self._proportion or self._image.isNull():
            return QRectF(part)
        shares = self._proportion * self._image.height() / self._image.width()
        wide = min(part.width(), part.height() * shares)
        return QRectF(part.left(), part.top(), wide, wide / shares)

    def frame(self) -> QRectF:
        """Place of the picture in this widget."""
        size = QSizeF(self._image.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2), size)

    def sizeHint(self) -> QSize:
        """As high as the words under it need."""
        return QSize(120 * GRID, 64 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), self.frame()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self._image)
        part = QRectF(
            frame.left() + self._part.left() * frame.width(), frame.top() + self._part.top() * frame.height(),
            self._part.width() * frame.width(), self._part.height() * frame.height(),
        )  # fmt: skip
        shade = QColor(self._theme.color("window"))
        shade.setAlphaF(_SHADE)
        painter.setClipRegion(self.rect())
        for dark in _around(frame, part):
            painter.fillRect(dark, shade)
        painter.setPen(QPen(self._theme.color("accent"), 2 if self.hasFocus() else 1))
        painter.drawRect(part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._share(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.choose(QRectF(self._from, self._share(event.position())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose(self._part.adjusted(0, 0, way[0] * _STEP, way[1] * _STEP))
        else:
            self._shift(way[0] * _STEP, way[1] * _STEP)

    def _shift(self, right: float, down: float) -> None:
        """Move the part, as far as the picture goes."""
        part = self._part
        right = min(max(right, -part.left()), 1 - part.right())
        down = min(max(down, -part.top()), 1 - part.bottom())
        self.choose(part.translated(right, down))

    def _share(self, point: QPointF) -> QPointF:
        """A place in this widget as shares of the picture's width and height."""
        frame = self.frame()
        across, down = (point.x() - frame.left()) / frame.width(), (point.y() - frame.top()) / frame.height()
        return QPointF(min(max(across, 0.0), 1.0), min(max(down, 0.0), 1.0))


def _part(crop: Crop | None) -> QRectF:
    return QRectF(QPointF(crop.left, crop.top), QPointF(crop.right, crop.bottom)) if crop else QRectF(_WHOLE)


def _around(frame: QRectF, part: QRectF) -> tuple[QRectF, ...]:
    """Parts of the frame that lie over, under, left and right of a part."""
    return (
        QRectF(frame.topLeft(), QPointF(frame.right(), part.top())),
        QRectF(QPointF(frame.left(), part.bottom()), frame.bottomRight()),
        QRectF(QPointF(frame.left(), part.top()), part.bottomLeft()),
        QRectF(part.topRight(), QPointF(frame.right(), part.bottom())),
    )


def upright(data: bytes) -> QImage:
    """A picture as it is looked at, turned as its Exif data say; a null image for what Qt cannot read."""
    return for_screen(data, turned=True)


def for_screen(data: bytes, *, turned: bool = False) -> QImage:
    """A picture in as many pixels as a screen shows of it; a null image for what Qt cannot read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(turned)
    size = reader.size()
    if max(size.width(), size.height()) > _SHOWN:
        reader.setScaledSize(size.scaled(_SHOWN, _SHOWN, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    del reader  # it asks the buffer once more when it ends: of a TIFF that was gone before, the program crashed
    return image


_WAYS = {
    int(Qt.Key.Key_Left): (-1, 0), int(Qt.Key.Key_Right): (1, 0), int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}  # fmt: skip
