"""Files that arrive from outside are opened here: a regular file of a bounded size, never waited for.

A pipe nobody writes to would be waited for without end, and a device gives bytes without end.
"""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from db.errors import Unreadable

_AT_ONCE = 1 << 20
"""Bytes read in one go of a file that is longer than it says, which devices and files that grow are."""

_KINDS = {
    stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""What was a file when it was looked at may be a pipe when it is opened: opening does not wait either."""


def read_input(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most so many.

    Raises Unreadable, in one sentence, for what is missing, a folder, a pipe, a device or a socket, larger, or cannot
    be read.
    """
    need_file(path)
    try:
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _refuse_special(path, os.fstat(handle))
            data = _bounded(path, file, most)
    except OSError as error:
        raise _unreadable(path, error) from error
    return data


def need_file(path: Path) -> None:
    """Refuse what is no regular file, without opening it. Raises Unreadable like `read_input`."""
    try:
        _refuse_special(path, path.stat())
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _refuse_special(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Unreadable(f"{path} is a folder, and only a file is read.")
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(f"{path} is {_KINDS.get(stat.S_IFMT(found.st_mode), 'no file')}, and only a file is read.")


def _bounded(path: Path, file: BinaryIO, most: int) -> bytes:
    """All of a file, which may say another length than it has, or grow while it is read."""
    parts = [file.read(min(os.fstat(file.fileno()).st_size, most) + 1)]
    size = len(parts[0])
    if size > most:
        raise _too_large(path, most)
    while part := file.read(_AT_ONCE):
        size += len(part)
        if size > most:
            raise _too_large(path, most)
        parts.append(part)
    return b"".join(parts)


def _too_large(path: Path, most: int) -> Unreadable:
    return Unreadable(f"{path.name} is larger than {_in_words(most)} and was not read.")


def _in_words(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"


def _unreadable(path: Path, error: OSError | ValueError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable(f"There is no file {path}.")
    return Unreadable(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.")
