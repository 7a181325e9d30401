"""Files that are being written: beside their target, under a name that says who writes them, until they are whole.

Whoever is killed leaves one behind. The next program finds by the name that nobody is left to finish it, and removes
it.
"""

import errno
import hashlib
import os
import platform
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

from db.private_files import make_private

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file it works on."""

_HOST = hashlib.sha256(platform.node().encode()).hexdigest()[:6]
"""This computer, in a name: on a shared disk the numbers of processes are those of several."""

_NAME = re.compile(r"\..+-(?P<host>[0-9a-f]{6})-(?P<process>[1-9]\d{0,8})-[0-9a-f]{8}\.part(-journal|-wal|-shm)?")

_LONGEST_STEM = 60
"""Characters of the target's name that are kept: four bytes each leave room for the rest in the 255 a name may have."""

_ABANDONED = 24 * 3600
"""Seconds without a write after which a file is nobody's, wherever its process ran: no backup takes a tenth of it."""
_RANDOM_BYTES = 4
"""Of a name, besides host and process: threads of one program meet at none of four thousand million."""


def new_partial(target: Path, *, private: bool) -> Path:
    """An empty file beside the target, under a name nobody has: for its owner alone, or as the umask says.

    Raises OSError when it cannot be made.
    """
    stem = target.name.lstrip(".")[:_LONGEST_STEM]
    partial = target.with_name(f".{stem}-{_HOST}-{os.getpid()}-{secrets.token_hex(_RANDOM_BYTES)}.part")
    if private:
        make_private(partial)
    else:
        partial.touch(0o666, exist_ok=False)
    return partial


def put_in_place(partial: Path, target: Path, *, over: bool = True) -> None:
    """Give a whole file its name, in one step; the disk has it then.

    Raises OSError; FileExistsError when the name is taken and it is not to go over what is there.
    """
    if over:
        partial.replace(target)
    else:
        _without_overwriting(partial, target)
    sync_folder(target.parent)


def write_private(target: Path, data: bytes) -> None:
    """Write a file for its owner alone, in one step; the disk has it then. Raises OSError."""
    partial = new_partial(target, private=True)
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(partial, target)
    finally:
        discard(partial)


def discard(partial: Path) -> None:
    """Remove what was begun, and what SQLite kept beside it; nothing happens when it is in place already."""
    for suffix in ("", *COMPANIONS):
        with suppress(OSError):
            partial.with_name(partial.name + suffix).unlink()


def remove_abandoned(folder: Path) -> list[Path]:
    """Remove what killed programs have left in a folder. Returns what was removed; what cannot be is left."""
    removed = []
    for path in abandoned(folder):
        with suppress(OSError):
            path.unlink()
            removed.append(path)
    return removed


def abandoned(folder: Path) -> list[Path]:
    """What killed programs have left in a folder."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            name = _NAME.fullmatch(path.name)
            if name and _is_abandoned(path, name["host"], int(name["process"])):
                found.append(path)
    return found


def sync_folder(folder: Path) -> None:
    """Have the disk know the names in a folder. Nothing happens where folders cannot be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _without_overwriting(partial: Path, target: Path) -> None:
    """By a second link, which never goes over a name that is taken; where a disk has none, by looking first."""
    try:
        target.hardlink_to(partial)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV):
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        partial.replace(target)
    else:
        partial.unlink()


def _is_abandoned(path: Path, host: str, process: int) -> bool:
    with suppress(OSError):
        if time.time() - path.lstat().st_mtime > _ABANDONED:
            return True
        return host == _HOST and not _runs(process)
    return False


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
