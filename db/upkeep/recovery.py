"""A newsroom's file is looked at when it is opened; a damaged one is set aside and its newest good backup offered.

What is looked at has a bound, so that opening takes no longer the more stories there are: SQLite itself reads the
header, compares the file's length with it and reads the schema; then the small tables without which nothing works are
walked through. The whole file is walked through when the last program did not close it, and every day in the backup of
the day.
"""

import shlex
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.engine import URL

from db.errors import Damaged, NewsroomError, NotFound, Refused, Unreadable, one_line
from db.store.backup_files import FOLDER, backups, connect_file, when
from db.store.migrate import bring_up_to_date
from db.upkeep.backup import is_good
from db.upkeep.housekeeping import tidy
from db.upkeep.restore import RestoredNewsroom, restore
from db.values import Progress, no_progress

_SMALL = ("setting", "desk", "account", "account_key", "account_desk")
"""Tables that every opening walks through; they do not grow with the stories."""


def open_checked(url: URL, *, create: bool, progress: Progress = no_progress) -> None:
    """Bring a newsroom up to date and look whether its file is sound.

    Raises Damaged when it is not, and what `bring_up_to_date` raises; nothing is renamed or changed then.
    """
    if url.get_backend_name() != "sqlite":
        bring_up_to_date(url, create=create, progress=progress)
        return
    place = Path(str(url.database))
    try:
        _refuse_emptied(place)
        log_was_there = _log_of(place).exists()
        bring_up_to_date(url, create=create, progress=progress)
        _look(place, whole=log_was_there and not _log_of(place).exists())
    except Damaged as found:
        raise _with_offer(found) from found
    tidy(place)


def newest_good(place: Path) -> Path | None:
    """The newest backup of the newsroom in this file that passes its check; None when there is none.

    One that fails, however it does, is passed over for the one before it.
    """
    return next(filter(is_good, backups(place)), None)


def recover(place: Path, source: Path | None = None, progress: Progress = no_progress) -> RestoredNewsroom:
    """Set a damaged newsroom aside and put a backup in its place: the one named, else the newest that is good.

    Raises NotFound when none is good, and what `restore` raises of the one named; the damaged file stays where it is
    then.
    """
    if source is not None:
        return restore(source, place, why="damaged", progress=progress)
    for path in backups(place):
        with suppress(Unreadable, NotFound, Refused):
            return restore(path, place, why="damaged", progress=progress)
    raise NotFound(f"There is no good backup of {place} in {place.parent / FOLDER}.")


def _log_of(place: Path) -> Path:
    """SQLite's write-ahead log. Whoever closes a newsroom last removes it (sqlite.org, “Write-Ahead Logging”, 2.1).

    So when it was there, and is gone after this program opened and closed the file, nobody else has the newsroom open,
    and whoever had it last did not close it: a crash, or the power went.
    """
    return place.resolve().with_name(place.resolve().name + "-wal")


def _refuse_emptied(place: Path) -> None:
    """SQLite takes a file without a byte for a new database; with backups beside it, it was a newsroom."""
    if place.is_file() and place.stat().st_size == 0 and backups(place):
        raise Damaged(f"{place} is empty.", place)


def _look(place: Path, *, whole: bool) -> None:
    """Raises Damaged for what SQLite finds wrong in the small tables, or in the whole file."""
    asked = ("PRAGMA quick_check(1)",) if whole else tuple(f"PRAGMA quick_check({table})" for table in _SMALL)
    try:
        with closing(connect_file(place)) as raw:
            for one in asked:
                (state,) = raw.execute(one).fetchone()
                if state != "ok":
                    raise Damaged(f"{place} is damaged: {one_line(state)}.", place)
    except sqlite3.OperationalError as error:
        raise NewsroomError(f"{place} cannot be looked at: {error}.") from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise Damaged(f"{place} is damaged: {one_line(error)}.", place) from error


def _with_offer(found: Damaged) -> Damaged:
    """The same, with the newest good backup and the command that brings it back."""
    place, said = found.place, str(found).rstrip(".")
    if not backups(place):
        return found
    good = newest_good(place)
    if good is None:
        return Damaged(f"{said}; none of its backups in {place.parent / FOLDER} is good.", place)
    command = shlex.join(("galley", "--db", str(place), "restore", str(good)))
    made = when(good).astimezone()
    offer = f"its newest good backup is of {made:%Y-%m-%d %H:%M}, put it back with: {command}"
    return Damaged(f"{said}; {offer}", place, good)
