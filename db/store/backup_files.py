"""Where the backups of a newsroom's file lie, what they are called, and which of them are kept."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from db.partial_files import discard, new_partial, put_in_place
from db.private_files import make_folder, make_private
from db.store.opened_file import connect_existing
from db.values import Progress, no_progress

FOLDER = "backups"
"""Beside the newsroom's file."""
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"-(\d{8}-\d{6})(?:-\d+)?\.db$")
_PAGES = 500
"""That are copied before it is told how far the copy is, and others get the disk: some 2 MB."""
_DAYS, _WEEKS = 7, 5
"""All backups of a day are kept for that day, one a day for a week, one a week for five, one a month for ever."""
_MOST_OF_A_SECOND = 1_000
"""States of a newsroom that are kept under names of one second: nobody makes as many."""


def stamped(place: Path, now: datetime, why: str = "") -> Path:
    """A name of its own for another state of the newsroom in this file: its name, why, and when; not yet taken."""
    stem = "-".join(filter(None, (place.stem, why, f"{now.astimezone(UTC):{_STAMP}}")))
    numbers = ("", *(f"-{number}" for number in range(2, _MOST_OF_A_SECOND)))
    return next(path for path in (place.with_name(f"{stem}{number}.db") for number in numbers) if not path.exists())


def connect_file(place: Path, *, write: bool = True) -> sqlite3.Connection:
    """A connection to a file that is there, whatever its name is; transactions are the caller's.

    Raises sqlite3.OperationalError when there is none.
    """
    connection = connect_existing(place, "rw" if write else "ro")
    connection.isolation_level = None
    connection.text_factory = _decoded
    return connection


def _decoded(raw: bytes) -> str:
    """Text of a file that may be damaged; what SQLite finds wrong with it is told in words from the file itself."""
    return raw.decode("utf-8", "replace")


def copy_file(place: Path, target: Path, progress: Progress = no_progress) -> None:
    """A consistent copy of a newsroom's file in one that is empty or not there yet, while others may write.

    It is made through SQLite's backup interface. Whoever raises in `progress` ends the copying; what was written of the
    target by then is theirs to remove.
    """

    def tell(_state: int, left: int, pages: int) -> None:
        progress(1 - left / pages if pages else 0.0)

    if not target.exists():
        make_private(target)
    with closing(connect_file(place)) as source, closing(connect_file(target)) as copy:
        _hold(source)
        source.backup(copy, pages=_PAGES, progress=tell)
        copy.execute("PRAGMA journal_mode=DELETE")


def _hold(source: sqlite3.Connection) -> None:
    """See the file as it is now until it is closed: a copy some pages at a time begins anew with each write it sees."""
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()


def keep_copy(place: Path, why: str, now: datetime) -> Path:
    """A copy among the backups before something is done to the newsroom.

    Raises OSError or sqlite3.Error when it cannot be made.
    """
    folder = place.parent / FOLDER
    make_folder(folder)
    partial = new_partial(folder / place.name, private=True)
    try:
        copy_file(place, partial)
        return _put_under_free_name(partial, lambda: stamped(folder / place.name, now, why))
    finally:
        discard(partial)


def _put_under_free_name(partial: Path, free_name: Callable[[], Path]) -> Path:
    """Give a whole file a name that is free; where another program takes it in the same second, the next one."""
    while True:
        target = free_name()
        with suppress(FileExistsError):
            put_in_place(partial, target, over=False)
            return target


def backups(place: Path) -> list[Path]:
    """The backups of the newsroom in this file, newest first; those of others in the same folder are none of it."""
    ours = re.compile(rf"{re.escape(place.stem)}(-before-[a-z0-9]+)?-\d{{8}}-\d{{6}}(-\d+)?\.db")
    folder = place.parent / FOLDER
    found = folder.glob("*.db") if folder.is_dir() else ()
    return sorted((path for path in found if _is_backup(path, ours)), key=when, reverse=True)


def set_aside(place: Path) -> list[Path]:
    """What was set aside of the newsroom in this file when another was put in its place, with what belongs to it."""
    stamp = r"-\d{8}-\d{6}(-\d+)?\.db(-journal|-wal|-shm)?"
    ours = re.compile(rf"{re.escape(place.stem)}(-before-restore|-damaged){stamp}")
    return [path for path in place.parent.iterdir() if ours.fullmatch(path.name)]


def _is_backup(path: Path, ours: re.Pattern[str]) -> bool:
    return bool(ours.fullmatch(path.name)) and path.is_file() and _made(path) is not None


def thin(place: Path, now: datetime, is_good: Callable[[Path], bool]) -> None:
    """Remove the backups whose time is over; one that cannot be removed stays."""
    for old in to_thin(backups(place), now, is_good):
        with suppress(OSError):
            old.unlink()


def to_thin(known: Iterable[Path], now: datetime, is_good: Callable[[Path], bool]) -> list[Path]:
    """The backups that are not kept: all older than the newest good one of each day, week and month, each for its time.

    Only those are looked at that others would go for; where none is good all stay.
    """
    slots: dict[object, list[Path]] = {}
    for path in sorted(known, key=when, reverse=True):
        slots.setdefault(_slot(path, now), []).append(path)
    return [old for paths in slots.values() for old in _older_than_good(paths, is_good)]


def _older_than_good(paths: Sequence[Path], is_good: Callable[[Path], bool]) -> Sequence[Path]:
    return next((paths[at + 1 :] for at, path in enumerate(paths[:-1]) if is_good(path)), ())


def when(path: Path) -> datetime:
    """When a backup was made, by its name, which must be one that `backups` lists."""
    made = _made(path)
    assert made is not None
    return made


def _made(path: Path) -> datetime | None:
    """When a backup was made, by its name; None for a name without a day of the calendar."""
    found = _NAME.search(path.name)
    try:
        return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _slot(path: Path, now: datetime) -> object:
    """What of time a backup stands for: itself, then a day, a week, a month."""
    made = when(path)
    age = (now - made).days
    if age < 1:
        return path
    if age < _DAYS:
        return made.date()
    return made.isocalendar()[:2] if age < _WEEKS * 7 else (made.year, f"month {made.month}")
