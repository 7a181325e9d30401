"""Ctrl+C at the terminal, and signals of whoever ends the program: first everything is stored, then it ends at once."""

import os
import signal
from collections.abc import Callable
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_BY_SIGNAL = 128
"""What shells add to the number of the signal that ended a program."""


class Interrupts:
    """Takes the place of Python's own answers to these signals while installed."""

    def __init__(self, end: Callable[[], object], end_at_once: Callable[[int], object] = os._exit) -> None:
        self._end, self._end_at_once = end, end_at_once
        self._ending = False
        self._before = [signal.getsignal(number) for number in _SIGNALS]

    def install(self) -> None:
        """Answer to the signals."""
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)

    def uninstall(self) -> None:
        """Give the answers back to whoever had them."""
        for number, before in zip(_SIGNALS, self._before, strict=True):
            signal.signal(number, before)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        """Close what is open, storing what was typed. Whoever asks again waits no longer: it is in the journal."""
        if self._ending:
            self._end_at_once(_BY_SIGNAL + number)
            return
        self._ending = True
        self._end()
