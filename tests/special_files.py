"""Names in the file system that are no files: what a program must not wait for."""

import os
import stat
from pathlib import Path


def special(kind: str, folder: Path, name: str = "special") -> Path:
    """A pipe, a device, a socket or a folder under a name. Nobody ever writes to the pipe."""
    path = folder / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    else:
        os.mknod(path, stat.S_IFSOCK | 0o600)
    return path
