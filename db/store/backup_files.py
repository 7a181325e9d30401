"""Where the backups of a newsroom's file lie, what they are called, and which of them are kept."""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from db.values import Progress, unheard

FOLDER = "backups"
"""Beside the newsroom's file."""
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"-(\d{8}-\d{6})(?:-\d+)?\.db$")
_PAGES = 500
"""That are copied before it is told how far the copy is, and others get the disk: some 2 MB."""
_DAYS, _WEEKS = 7, 5
"""All backups of a day are kept for that day, one a day for a week, one a week for five, one a month for ever."""


def stamped(place: Path, now: datetime, why: str = "") -> Path:
    """A name of its own for another state of the newsroom in this file: its name, why, and when; not yet taken."""
    stem = "-".join(filter(None, (place.stem, why, f"{now.astimezone(UTC):{_STAMP}}")))
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    return next(path for path in (place.with_name(f"{stem}{number}.db") for number in numbers) if not path.exists())


def copy_file(place: Path, target: Path, progress: Progress = unheard) -> None:
    """A consistent copy of a newsroom's file, made through SQLite's backup interface while others may write.

    Whoever raises in `progress` ends the copying; what was written of the target by then is theirs to remove.
    """
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        _hold(source)
        source.backup(copy, pages=_PAGES, progress=lambda _state, left, all_pages: progress(1 - left / all_pages))
        copy.execute("PRAGMA journal_mode=DELETE")


def _hold(source: sqlite3.Connection) -> None:
    """See the file as it is now until it is closed: a copy some pages at a time begins anew with each write it sees."""
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()


def keep_copy(place: Path, why: str, now: datetime) -> Path:
    """A copy among the backups before something is done to the newsroom; older ones are thinned.

    Raises OSError or sqlite3.Error when it cannot be made.
    """
    folder = place.parent / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    target = stamped(folder / place.name, now, why)
    partial = target.with_suffix(".part")
    try:
        copy_file(place, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    thin(place, now)
    return target


def backups(place: Path) -> list[Path]:
    """The backups of the newsroom in this file, newest first; those of others in the same folder are none of it."""
    ours = re.compile(rf"{re.escape(place.stem)}(-before-[a-z0-9]+)?-\d{{8}}-\d{{6}}(-\d+)?\.db")
    folder = place.parent / FOLDER
    found = [path for path in folder.glob("*.db") if ours.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=when, reverse=True)


def thin(place: Path, now: datetime) -> None:
    """Remove the backups whose time is over."""
    for old in to_thin(backups(place), now):
        old.unlink(missing_ok=True)


def to_thin(known: Iterable[Path], now: datetime) -> list[Path]:
    """The backups that are not kept: all but the newest of each day, week and month, each for its time."""
    kept: set[object] = set()
    thinned = []
    for path in sorted(known, key=when, reverse=True):
        slot = _slot(path, now)
        if slot in kept:
            thinned.append(path)
        kept.add(slot)
    return thinned


def when(path: Path) -> datetime:
    """When a backup was made, by its name."""
    found = _NAME.search(path.name)
    assert found is not None
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)


def _slot(path: Path, now: datetime) -> object:
    """What of time a backup stands for: itself, then a day, a week, a month."""
    made = when(path)
    age = (now - made).days
    if age < 1:
        return path
    if age < _DAYS:
        return made.date()
    return made.isocalendar()[:2] if age < _WEEKS * 7 else (made.year, f"month {made.month}")
