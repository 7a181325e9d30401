"""Dialogs that open as large as they wish, and never larger than the screen they are on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from desktop.look.theme import GRID

_FRAME = QSize(2 * GRID, 9 * GRID)
"""Pixels that a window's frame and title take: those of common desktops; more would leave less of a small screen."""


class FittedDialog(QDialog):
    """Opens in the size it was given, or that its content asks for; what then has no room is to scroll in it.

    Qt of itself makes no dialog larger than two thirds of the screen, nor asks whether there is room for its least.
    """

    wide = 0
    """Pixels at 100 % that it opens with at the least, where the screen has them."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before Qt looks for a place for it."""
        if not event.spontaneous():
            if (layout := self.layout()) is not None:
                layout.activate()  # its least size, which no size goes below, is that of now
            self.resize(self._opening_size().boundedTo(self.room()))
        super().showEvent(event)

    def room(self) -> QSize:
        """Pixels that it may have on its screen."""
        return self.screen().availableSize() - _FRAME

    def _opening_size(self) -> QSize:
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return self.size()
        hint, layout = self.sizeHint(), self.layout()
        width = min(max(hint.width(), self.wide), self.room().width())
        deep = layout.hasHeightForWidth() if layout is not None else False
        return QSize(width, layout.totalHeightForWidth(width) if layout is not None and deep else hint.height())
