"""Widgets that are shown whole where there is room for them, and scroll where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.look.theme import GRID

_AROUND = QSize(20 * GRID, 45 * GRID)
"""Pixels of a dialog besides: its margins and its frame, its title and its buttons."""
_LEAST_BODY = 24 * GRID
"""Pixels that are left of a dialog's body on the smallest screen: enough to see the field that has the keyboard."""


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


class BodyWidget(QWidget):
    """What a dialog asks for: where there is less room its lists shrink before all of it scrolls."""

    def heightForWidth(self, width: int) -> int:
        """The least that its lines take and its lists work with."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)


class ScrolledBody(Scrolled):
    """The body of a dialog: as deep as its lines are at the width it has, and less where the screen has no more."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """That of what is in it, whose lines are broken anew."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is None:
            return self.sizeHint().height()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it must be, beside the bar; a field and a half deep."""
        inner = self.widget()
        if inner is None:
            return super().minimumSizeHint()
        least, bar = inner.minimumSizeHint(), self.verticalScrollBar().sizeHint().width()
        room = self.screen().availableSize() - _AROUND
        return QSize(min(least.width() + bar, room.width()), min(least.height(), _LEAST_BODY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What asks for another size in it makes the dialog look for room."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


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
