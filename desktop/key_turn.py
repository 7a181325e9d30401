"""Keys go first: while one is set and painted nothing else is begun, neither by workers nor by the window."""

from collections.abc import Callable
from math import inf
from time import perf_counter, sleep

_KEY = 0.012
"""Seconds from a key to its painted glyph in nearly all stories: keys that are typed fast leave workers two thirds."""
_LONGEST = 0.1
"""Seconds for which all else gives way at once, however fast one types."""
_BEHIND = 0.008
"""Seconds behind a key in which work is begun: whoever types very fast leaves as many again until the next one."""
_TYPING = 0.15
"""Seconds since the last key for which the next one is expected: who types slower seldom meets any work."""
GLANCE = 0.004
"""Seconds between two looks whether the next key has come."""


class KeyTurn:
    """The window says that a key has come; all else waits, between two steps of its work, until it is painted."""

    def __init__(self) -> None:
        self._first = self._last = -inf
        """Times of the newest key, and of the first of those that came so fast that nothing was between them."""

    def begin(self) -> None:
        """A key has come."""
        now = perf_counter()
        if now - self._last > _KEY:
            self._first = now
        self._last = now

    def rest(self) -> float:
        """Seconds since the last key."""
        return perf_counter() - self._last

    def left(self) -> float:
        """Seconds for which the turn is still the key's; 0 where it is anybody's."""
        return max(0.0, min(self._last + _KEY, self._first + _LONGEST) - perf_counter())

    def expects_key(self) -> bool:
        """Whether one is typing, and the next key may come at any moment: what is begun now would be in its way."""
        return _KEY + _BEHIND < self.rest() < _TYPING

    def give_way(self) -> None:
        """On a worker: wait while a key is being painted."""
        _wait(self.left)

    def step_behind(self) -> None:
        """On a worker, between two steps of its work: wait until right behind a key, where one is typing."""
        _wait(lambda: self.left() or (GLANCE if self.expects_key() else 0.0))


def _wait(needed: Callable[[], float]) -> None:
    """Sleep for as long as that is needed, and not for ever."""
    end = perf_counter() + _LONGEST
    while (seconds := min(needed(), end - perf_counter())) > 0:
        sleep(seconds)


KEY_TURN = KeyTurn()
"""That of this program: its threads take turns at one interpreter."""
