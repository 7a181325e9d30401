"""The images a body shows, each scaled once to the column of text."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
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

    def get(self, name: str, ratio: float) -> QImage:
        """The picture no wider than the column of text, sharp on a screen of that ratio.

        Its name is its hash; behind a question mark stand left, top, right and bottom of its part, as shares.
        """
        if name not in self._known:
            sha256, _, part = name.partition("?")
            self._known[name] = _fitted(_cropped(self._find_image(sha256), part), ratio)
        return self._known[name]


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
