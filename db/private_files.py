"""Files that hold the newsroom's texts and keys: for their owner alone, however generous the umask is.

A folder that its owner gave to a group on purpose, writable and with the set-group-ID bit, so that what is made in it
belongs to that group, keeps it: the newsroom in it is shared by the people of that group.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER_MODE = 0o700
_ALONE, _GROUP = 0o600, 0o660


def make_folder(folder: Path) -> None:
    """Make a folder, and those it lies in, for their owner alone; those that are there are left as they are."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(FOLDER_MODE, exist_ok=True)
    folder.mkdir(exist_ok=True)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises FileExistsError when the name is taken, by a link too."""
    mode = _mode_in(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    os.close(handle)
    path.chmod(mode)


def tighten(path: Path) -> None:
    """Take from others what they may do with a file; one that is not ours to change is left."""
    with suppress(OSError):
        found = stat.S_IMODE(path.stat().st_mode)
        allowed = found & _mode_in(path.resolve().parent)
        if allowed != found:
            path.chmod(allowed)


def _mode_in(folder: Path) -> int:
    found = folder.stat().st_mode
    return _GROUP if found & stat.S_ISGID and found & stat.S_IWGRP else _ALONE
