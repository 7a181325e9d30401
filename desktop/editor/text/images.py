"""The images a body shows, each scaled once to the column of text."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QImage

from desktop.look.theme import GRID

_WIDEST = 90 * GRID

FindImage = Callable[[str, Callable[[QImage], None]], None]
"""Finds the image of a stored picture by its hash, and hands it over when it has it; a null one where there is none."""


class Images(QObject):
    """Remembers what it has scaled; a grey field stands for what has not come yet."""

    arrived = Signal(str)
    """The name of a picture whose place was held until now."""

    def __init__(self, find_image: FindImage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find_image = find_image
        self._known: dict[str, QImage] = {}
        self._late: set[str] = set()
        """Names of the pictures whose place is held."""

    def get(self, name: str, ratio: float) -> QImage:
        """The picture no wider than the column of text, sharp on a screen of that ratio.

        Its name is its hash; behind a question mark stand left, top, right and bottom of its part, as shares.
        """
        if name not in self._known:
            held = self._known[name] = _fitted(QImage(), ratio)
            self._find_image(name.partition("?")[0], partial(self._on_found, name, ratio))
            self._late |= {name} if self._known[name] is held else set()
        return self._known[name]

    def _on_found(self, name: str, ratio: float, image: QImage) -> None:
        self._known[name] = _fitted(_cropped(image, name.partition("?")[2]), ratio)
        if name in self._late:
            self._late.remove(name)
            self.arrived.emit(name)


def _cropped(image: QImage, part: str) -> QImage:
    if not part or image.isNull():
        return image
    left, top, right, bottom = map(float, part.split(","))
    width, height = image.width(), image.height()
    box = QRectF(left * width, top * height, (right - left) * width, (bottom - top) * height)
    return image.copy(box.toAlignedRect())


def _fitted(image: QImage, ratio: float) -> QImage:
    if image.isNull():
        image = QImage(_WIDEST, 20 * GRID, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.lightGray)
        return image
    wanted = min(image.width(), round(_WIDEST * ratio))
    small = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small
