"""A moment in which nobody presses anything: what may come at any time, and holds the window up, comes then."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

_QUIET_MS = 600
"""Wait after the last press: whoever is in the middle of a menu or a word has gone on by then."""
_PRESSES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel))


class QuietMoment(QObject):
    """Tells of one, each time it was told to wait for one."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._timer.timeout.connect(self._on_quiet)

    @Slot()
    def wait(self) -> None:
        """Watch what is pressed, until nothing is."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is pressed puts it off."""
        if event.type() in _PRESSES:
            self._timer.start()
        return False

    @Slot()
    def _on_quiet(self) -> None:
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self.came.emit()
