"""Python's collection of cycles, on the main thread alone: one that ran on a worker would destroy Qt's objects there.

Qt's widgets and timers may only be destroyed on the thread they live on; elsewhere the program crashes, and rarely
enough not to be noticed in trying.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.key_turn import KEY_TURN

_INTERVAL_MS = 1_000
_PAUSE = 1.5
"""Seconds after a key in which nothing is collected: in a long story it takes longer than a key may."""


class GarbageCollector(QObject):
    """While it lives, cycles are collected once in a while, by the thresholds Python has set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def end(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        """The oldest generation whose time has come, the younger ones with it."""
        if KEY_TURN.rest() < _PAUSE:
            return
        due = [
            n for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(max(due))
