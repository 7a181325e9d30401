"""A folder in which one export at a time reads and writes what lists the others. No Qt."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_FILE = ".galley-lock"
"""The file that is locked where folders cannot be. It stays: removing it would let two programs lock two of them."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other program has the folder locked, and have it until the block ends, or the program does.

    On a network disk that has no locks nobody waits.
    """
    handle = _open(folder)
    try:
        with suppress(OSError):
            _lock(handle)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        return os.open(folder / _FILE, os.O_RDWR | os.O_CREAT)

    def _lock(handle: int) -> None:
        """Windows gives up after ten seconds, which a manifest never takes: then the other one hangs."""
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
