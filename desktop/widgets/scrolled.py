"""Widgets that are shown whole where there is room for them, and scroll where there is not."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.look.theme import GRID

_AROUND = QSize(20 * GRID, 45 * GRID)
"""Pixels of a dialog besides: its margins and its frame, its title and its buttons."""


class Scrolled(QScrollArea):
    """Asks for the size of what is in it, as far as the screen has that."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None, *, least: QSize | None = None) -> None:
        """`least` is what it may be made; none lets it be made no smaller than it asks for."""
        super().__init__(parent)
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a field that is gone to scrolls into view
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """That of what is in it, as far as the screen has room for the dialog around it."""
        inner = self.widget()
        room = self.screen().availableSize() - _AROUND
        if inner is None:
            return super().sizeHint()
        wanted = inner.sizeHint().expandedTo(inner.minimumSize())
        if wanted.height() > room.height():  # beside the bar that scrolls it all is seen as wide as it is
            wanted.setWidth(wanted.width() + self.verticalScrollBar().sizeHint().width())
        return wanted.boundedTo(room)

    def minimumSizeHint(self) -> QSize:
        """The same, where nothing less is enough: it scrolls only where the screen has no more room."""
        return self._least or self.sizeHint()


class SidewaysScroll(QScrollArea):
    """Holds what is as high as it is itself, and may be wider: whatever has the keyboard there is in sight."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def minimumSizeHint(self) -> QSize:
        """Any width; the height of what is in it."""
        return QSize(0, super().minimumSizeHint().height())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)
