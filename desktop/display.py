"""Whether a window can be opened at all, found out without Qt: Qt ends the whole process when it cannot."""

import os
import socket
import sys
from pathlib import Path

_OWN_PLATFORMS = ("vnc", "linuxfb", "eglfs")
"""Platforms of Qt that show a window without X or Wayland."""
_UNSEEN = ("offscreen", "minimal")
"""Platforms of Qt that draw for nobody: a window there could never be closed."""
_SOCKETS = Path("/tmp/.X11-unix")


def display_available() -> bool:
    """Whether there is a screen on which somebody would see a window."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(_UNSEEN):
        return False
    if sys.platform in ("win32", "darwin") or platform.startswith(_OWN_PLATFORMS):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or _x_answers(os.environ.get("DISPLAY", ""))


def _x_answers(display: str) -> bool:
    """Whether an X server listens. `:1.0` is number 1 on this computer; one elsewhere is taken on trust."""
    host, colon, number = display.rpartition(":")
    if not colon:
        return False
    if host not in ("", "unix"):
        return True
    path = str(_SOCKETS / f"X{number.split('.')[0]}")
    return any(map(_listens, (path, f"\0{path}")))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
        return True
