"""Keys go first: for the moment in which a key is set and painted, workers of the program begin nothing new."""

from math import inf
from time import perf_counter, sleep

_KEY = 0.012
"""Seconds from a key to its painted glyph in nearly all stories: keys that are typed fast leave workers two thirds."""
_LONGEST = 0.1
"""Seconds that a worker gives way at once, however fast one types."""


class KeyTurn:
    """The window says that a key has come; workers wait, between two steps of their work, until it is painted."""

    def __init__(self) -> None:
        self._last = -inf

    def begin(self) -> None:
        """A key has come."""
        self._last = perf_counter()

    def rest(self) -> float:
        """Seconds since the last key."""
        return perf_counter() - self._last

    def give_way(self) -> None:
        """On a worker: wait while a key is being painted."""
        end = perf_counter() + _LONGEST
        while (left := min(self._last + _KEY, end) - perf_counter()) > 0:
            sleep(left)


KEY_TURN = KeyTurn()
"""That of this program: its threads take turns at one interpreter."""
