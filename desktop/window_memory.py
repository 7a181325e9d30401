"""Keeps what a window takes of memory small, by two settings that are made before its modules are imported."""

import ctypes
import sys

import PySide6.QtCore  # noqa: F401 - loads what is changed here

_FEATURE = "shibokensupport.feature"
_ASKED = "_mod_uses_pyside"
"""Module and function of PySide 6.11 that reads the source of what is imported; a PySide without it keeps its ways."""
_MMAP_THRESHOLD = -3
"""Name of the setting for `mallopt` (glibc, malloc.h)."""
_LARGE = 1 << 20
"""Bytes of a block that the system gets back as soon as it is free: lists of a million stories and pictures are larger.
By itself glibc learns to keep blocks of up to 32 MB, and each order of a long list left holes of that size behind.
"""


def spare_memory() -> None:
    """Leave sources unread, and give large blocks back."""
    leave_sources_unread()
    give_large_blocks_back()


def leave_sources_unread() -> None:
    """Let PySide not read the source of each module that is imported from now on.

    It looks there for its own name, for the sake of another spelling of methods (`from __feature__ import …`) which
    Galley does not use; and all that was read stays in `linecache`: thirty megabytes.
    """
    feature = sys.modules.get(_FEATURE)
    if hasattr(feature, _ASKED):
        vars(feature)[_ASKED] = _uses_features


def _uses_features(_module: object) -> bool:
    return False


def give_large_blocks_back() -> None:
    """Let the C library keep no large block for later; one that knows no such setting is left alone."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
