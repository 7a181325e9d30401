"""Icons by name, from the SVG files we ship, in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.look.theme import Theme
from resources import resource

_SIZES = (16, 20, 24)
_RATIOS = (1.0, 2.0)


def icon(name: str, theme: Theme, role: str = "text", *, disabled: str = "faint", checked: str = "accent") -> QIcon:
    """The icon of that name in the colour of a role. Raises FileNotFoundError when we ship no such icon."""
    result = QIcon()
    states = ((QIcon.Mode.Normal, QIcon.State.Off, role), (QIcon.Mode.Disabled, QIcon.State.Off, disabled))
    for mode, state, colour in (*states, (QIcon.Mode.Normal, QIcon.State.On, checked)):
        for size in _SIZES:
            for ratio in _RATIOS:
                result.addPixmap(pixmap(name, theme, colour, size, ratio), mode, state)
    return result


def pixmap(name: str, theme: Theme, role: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """One drawing of an icon, `size` pixels wide at 100 %, for a screen of that device pixel ratio. Qt keeps it."""
    colour, pixels, drawing = theme.color(role), round(size * ratio), QPixmap()
    kept = f"{name} {colour.name()} {pixels} {ratio}"
    if not QPixmapCache.find(kept, drawing):
        drawing = _coloured(_shape(name, pixels), colour)
        drawing.setDevicePixelRatio(ratio)
        QPixmapCache.insert(kept, drawing)
    return drawing


def _coloured(shape: QPixmap, colour: QColor) -> QPixmap:
    drawing = QPixmap(shape)
    painter = QPainter(drawing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawing.rect(), colour)
    painter.end()
    return drawing


def _shape(name: str, pixels: int) -> QPixmap:
    """The icon in black: each of its colours is laid over it, which costs a tenth of drawing it anew."""
    drawing, kept = QPixmap(), f"{name} {pixels}"
    if not QPixmapCache.find(kept, drawing):
        drawing = QPixmap(QSize(pixels, pixels))
        drawing.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawing)
        QSvgRenderer(_svg(name)).render(painter, QRectF(drawing.rect()))
        painter.end()
        QPixmapCache.insert(kept, drawing)
    return drawing


def dress(target: QAbstractButton | QAction, name: str, theme: Theme, role: str = "text") -> None:
    """Give a button or action an icon that follows the theme. Dressing again replaces the icon."""
    dressers = target.findChildren(_Dresser, options=Qt.FindChildOption.FindDirectChildrenOnly)
    dresser = dressers[0] if dressers else _Dresser(target, theme)
    dresser.dress(name, role)


class _Dresser(QObject):
    """Child of what it dresses, so that it goes with it."""

    def __init__(self, target: QAbstractButton | QAction, theme: Theme) -> None:
        super().__init__(target)
        self._target, self._theme = target, theme
        self._name = self._role = ""
        theme.changed.connect(self.refresh)

    def dress(self, name: str, role: str) -> None:
        """From now on it has the icon of this name in the colour of this role."""
        self._name, self._role = name, role
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Draw the icon in the colours now in force."""
        self._target.setIcon(icon(self._name, self._theme, self._role))


@cache
def _svg(name: str) -> QByteArray:
    return QByteArray(resource(f"icons/{name}.svg").read_bytes())
