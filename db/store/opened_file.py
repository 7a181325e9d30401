"""Notices when a newsroom's file is no longer the one that was opened: deleted, renamed, cut short, replaced.

SQLite itself does not: it goes on in the file that lost its name, and what it stores there is gone with the program
(sqlite.org, “How To Corrupt An SQLite Database File”, 2.4). So the file's name is looked at before and behind every
write. A file that comes back is taken when it is the same newsroom's, whatever was restored into it.
"""

import ctypes
import json
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from time import sleep

from db.errors import Displaced

FileNumber = tuple[int, int, int]
"""Device and inode of a newsroom's file, and the inode of SQLite's log beside it; that is 0 while there is none."""

BUSY_SECONDS = 5.0
"""So long a program waits for another's write to end; a write takes milliseconds, a copy of the file lets others in."""
_LOOKS, _BETWEEN_SECONDS = 20, 0.05
"""How often, and how far apart, the file is looked at before it is called damaged.

Another program may be writing its log into it, and be stopped in the midst of a page: for some tenths of a second, on a
computer that is busy. A second in all is more than that, and less than anybody waits for.
"""


@dataclass(frozen=True)
class _Inside:
    """What a file holds that tells which newsroom it is, and how far that has come."""

    identity: str
    log_end: int
    tables: str
    length: int
    """Bytes that it must have."""


def connect_existing(place: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file, which any thread may use. One that is missing is never made: OperationalError is raised.

    In an address each `#`, `?` and `%` of a name must be written another way (sqlite.org, “Uniform Resource
    Identifiers”).
    """
    address = f"{place.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)


class OpenedFile:
    """The file of one newsroom while it is open. Safe to share between threads."""

    def __init__(self, place: Path) -> None:
        self._place, self._lock = place.absolute(), RLock()
        self.identity = ""
        """Of the newsroom, once that is known: no other one is taken in its place."""
        self._anchor: sqlite3.Connection | None = None
        """Holds the file as long as it is open, so that no connection but this one is ever the last."""
        self._number: FileNumber | None = None
        """None before anything was opened."""
        self._size = self._changed = 0
        self._inside: _Inside | None = None
        self.replaced = 0
        """How often another file of the same newsroom has taken the place of this one."""

    def connect(self) -> sqlite3.Connection:
        """A connection to the file; one that is missing is never made anew."""
        with self._lock:
            if self._anchor is None:
                self._anchor = self._open("rw")
                self._anchor.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return self._open("rw")

    def close(self) -> None:
        """The newsroom is closed, and all connections but the anchor are."""
        with self._lock:
            leads_there = _is_same(self._number, self.number())
            if not leads_there:
                self._finish_log()
            anchor, self._anchor = self._anchor, None
            if anchor is not None and leads_there:
                anchor.close()
            elif anchor is not None:
                leave_open(anchor)

    def _open(self, mode: str) -> sqlite3.Connection:
        return connect_existing(self._place, mode)

    def number(self) -> FileNumber | None:
        """Number of what stands at the place now; None when nothing does."""
        state = self._state()
        return self._number_of(state) if state else None

    def _number_of(self, state: os.stat_result) -> FileNumber:
        log = self._log_state()
        return state.st_dev, state.st_ino, log.st_ino if log else 0

    def _log_state(self) -> os.stat_result | None:
        try:
            return self._place.with_name(f"{self._place.name}-wal").stat()
        except OSError:
            return None

    def _log_size(self) -> int:
        log = self._log_state()
        return log.st_size if log else 0

    def check(self) -> bool:
        """Raise Displaced unless the newsroom stands at its place; whether it has come back as another file."""
        with self._lock:
            state = self._state()
            if state is None:
                if self._number is None:
                    return False  # nothing was opened yet: whoever opens says what is missing
                raise Displaced(f"{self._place} is gone: it was deleted or renamed while Galley had it open.")
            number = self._number_of(state)
            came_back = self._number is not None and not _is_same(self._number, number)
            if self._anchor is not None and not came_back:
                self._number = number
            if came_back or (state.st_size < self._size) or state.st_mtime_ns != self._changed:
                self._look_into(state, came_back)
            return came_back

    def check_connection(self, number: FileNumber | None) -> None:
        """Raise Displaced unless a connection made to the file of this number leads to what stands there now."""
        if not _is_same(number, self.number()):
            raise Displaced(f"{self._place} is not the file any more that this was written to: it was not stored.")
        self.check()

    def _state(self) -> os.stat_result | None:
        try:
            return self._place.stat()
        except OSError:
            return None

    def _look_into(self, state: os.stat_result, came_back: bool) -> None:
        """Know the file from now on, or raise Displaced."""
        if came_back:
            self._refuse_stranger()
            finished = self._finish_log()
            self._refuse_another(self._inside_of("rw"))
            if finished and self._anchor is not None:
                self._anchor.close()  # else all connections of this program would share what was removed beside the log
            else:
                leave_open(self._anchor)
            self._anchor = None
            self.replaced += not finished
        self._inside = self._sound(None if came_back else self._inside)
        number = self._number_of(state)
        self._number = (*number[:2], 0) if came_back else number  # its log is known once a connection has one
        self._size, self._changed = state.st_size, state.st_mtime_ns

    def _refuse_stranger(self) -> None:
        """Raise Displaced for another newsroom's file, of which nothing but itself is opened.

        Whoever is the last to close a file removes the log beside it: that may be the one of the file which stood here,
        with all that was stored last.
        """
        found = self._inside_of("ro&immutable=1")
        if found is not None and found.identity not in ("", self.identity):
            raise Displaced(f"{self._place} is another newsroom now than the one that was opened.")

    def _finish_log(self) -> bool:
        """Write what was stored last into the file itself, whose log was removed by whoever opened another file here.

        Whether that was done: it is not where the file is another one, or somebody has written in it since.
        """
        state = self._state()
        if self._anchor is None or state is None or self._number is None:
            return False
        same = self._number[:2] == (state.st_dev, state.st_ino)
        if not same or (state.st_size, state.st_mtime_ns) != (self._size, self._changed) or self._log_size():
            return False
        with suppress(sqlite3.Error):
            return not self._anchor.execute("PRAGMA wal_checkpoint").fetchone()[0]
        return False

    def _refuse_another(self, found: _Inside | None) -> None:
        """Another file is taken when it is the same newsroom's, and needs no upgrade."""
        if found is None:
            raise Displaced(f"{self._place} is another file now than the one that was opened, and no newsroom.")
        if not self.identity or found.identity != self.identity:
            raise Displaced(f"{self._place} is another newsroom now than the one that was opened.")
        if self._inside is not None and found.tables != self._inside.tables:
            raise Displaced(f"{self._place} was put back from another version of Galley: close it and open it again.")

    def _sound(self, known: _Inside | None) -> _Inside | None:
        """What stands in the file itself, without SQLite's log. Raises Displaced when that cannot be what it was."""
        for _ in range(_LOOKS):
            found = self._inside_of("ro&immutable=1")
            if known is None or (found is not None and self._goes_on(known, found)):
                return found
            sleep(_BETWEEN_SECONDS)
        raise Displaced(f"{self._place} was cut short or written over while Galley had it open.")

    def _inside_of(self, mode: str) -> _Inside | None:
        """What stands in the file, SQLite's log not counted when it is `immutable`; None when it cannot be read."""
        try:
            with closing(self._open(mode)) as raw:
                return _read(raw)
        except (sqlite3.Error, ValueError, TypeError):
            return None

    def _goes_on(self, known: _Inside, found: _Inside) -> bool:
        """Whether the same file has only grown, and its log with it; it may have been packed."""
        state = self._state()
        whole = state is not None and (state.st_size >= self._size or state.st_size >= found.length)
        same = not self.identity or found.identity in (self.identity, "")
        return whole and same and found.log_end >= known.log_end


def _is_same(known: FileNumber | None, now: FileNumber | None) -> bool:
    """Whether a file is the one that was known, with the log it had then, if it had one."""
    if known is None or now is None:
        return known is now
    return known[:2] == now[:2] and known[2] in (0, now[2])


def _read(raw: sqlite3.Connection) -> _Inside:
    def one(query: str) -> object:
        return (raw.execute(query).fetchone() or ("",))[0]

    identity = one("SELECT value FROM setting WHERE key = 'identity'")
    length = int(str(one("PRAGMA page_count"))) * int(str(one("PRAGMA page_size")))
    return _Inside(
        str(json.loads(str(identity))) if identity else "", int(str(one("SELECT number FROM log_end") or 0)),
        str(one("SELECT version_num FROM alembic_version")), length,
    )  # fmt: skip


def leave_open(connection: object) -> None:
    """Keep a connection to a file that lost its name open until the program ends, whoever lets go of it.

    SQLite's last connection removes the write-ahead log by its name, and under that name lies the log of whatever
    newsroom stands there now.
    """
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
