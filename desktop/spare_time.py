"""Spare time of the window: work that no key may wait for is done in slices between two keys."""

from collections.abc import Callable
from math import ceil
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.key_turn import KEY_TURN

SLICE = 0.004
"""Seconds for which such work goes on before keys are listened to again: a key that comes meanwhile is hardly late."""


class SpareTime(QObject):
    """Calls a step of some work again and again, until it says that nothing is left."""

    def __init__(self, step: Callable[[], bool], parent: QObject) -> None:
        """`step` does a little of the work, and says whether there is more."""
        super().__init__(parent)
        self._step = step
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.work)

    @property
    def awaited(self) -> bool:
        """Whether there is work to be done."""
        return self._timer.isActive()

    def begin(self, milliseconds: int = 0) -> None:
        """There is work to be done, after so long."""
        self._timer.start(milliseconds)

    def end(self) -> None:
        """There is none any more."""
        self._timer.stop()

    @Slot()
    def work(self) -> None:
        """Do a slice of it, unless a key is being painted."""
        if left := KEY_TURN.left():
            self._timer.start(ceil(left * 1000))
            return
        self._timer.stop()
        until = perf_counter() + SLICE
        while self._step():
            if perf_counter() > until:
                self._timer.start(0)
                return
