"""The images a body shows, each scaled once to the column of text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.look.theme import GRID

_WIDEST = 90 * GRID

FindImage = Callable[[str], QImage]
"""The image of a stored picture by its hash; a null one when it is not there."""


class Images:
    """Remembers what it has scaled."""

    def __init__(self, find_image: FindImage) -> None:
        self._find_image = find_image
        self._known: dict[str, QImage] = {}

    def get(self, sha256: str, ratio: float) -> QImage:
        """The picture no wider than the column of text, sharp on a screen of that ratio."""
        if sha256 not in self._known:
            self._known[sha256] = _fitted(self._find_image(sha256), ratio)
        return self._known[sha256]


def _fitted(image: QImage, ratio: float) -> QImage:
    if image.isNull():
        image = QImage(_WIDEST, 20 * GRID, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.lightGray)
        return image
    wanted = min(image.width(), round(_WIDEST * ratio))
    small = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small
