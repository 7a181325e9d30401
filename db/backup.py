"""Backups of a newsroom in a file: whole, checked, thinned; and restoring one without ever overwriting what is there.

A backup is made through SQLite's own interface while others work, checked, and only then given its name.
"""

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlmodel import Session

from db.audit import Auditor
from db.engine import database_url
from db.errors import NewsroomError, NotFound, Refused, Unreadable

if TYPE_CHECKING:
    from db.newsroom import Newsroom

FOLDER = "backups"
"""Beside the newsroom's file."""
_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"-(\d{8}-\d{6})\.db$")
_DAYS, _WEEKS = 7, 5
"""One backup a day is kept for a week, one a week for five, one a month for ever."""
_COUNTED = ("story", "revision", "event", "account", "picture", "sign_off", "export")


@dataclass(frozen=True)
class Checked:
    """What a backup holds."""

    path: Path
    counts: dict[str, int]
    """Rows by table."""

    @property
    def sentence(self) -> str:
        """In words."""
        return f"{self.counts['story']} stories, {self.counts['revision']} revisions, {self.counts['event']} records"


def back_up(newsroom: "Newsroom", target: Path) -> Checked:
    """A copy of the whole newsroom in a file that is not there yet; checked before it gets its name.

    Raises Refused when the file exists or the newsroom is on a server, NewsroomError when it cannot be written.
    """
    if newsroom.folder is None:
        raise Refused("A newsroom on a server is backed up there: ask who runs it.")
    if target.exists():
        raise Refused(f"{target} is there already: name another file.")
    partial = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(newsroom.url)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        found = check(partial)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise NewsroomError(f"{target} cannot be written: {error}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return Checked(target, found.counts)


def check(path: Path) -> Checked:
    """Whether a backup opens, is whole, and passes the audit. Raises NotFound or Unreadable, saying what is wrong."""
    if not path.is_file():
        raise NotFound(f"There is no backup {path}.")
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
            (state,) = raw.execute("PRAGMA quick_check(1)").fetchone()
            counts = {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}
    except sqlite3.Error as error:
        raise Unreadable(f"{path.name} is no backup of a newsroom: {error}.") from error
    if state != "ok":
        raise Unreadable(f"{path.name} is damaged: {state}.")
    _audit(path)
    return Checked(path, counts)


def restore(source: Path, place: Path) -> Checked:
    """Put a backup where a newsroom is to be; one that is there is set aside under another name, never overwritten.

    Raises what `check` raises; nothing is changed then.
    """
    found = check(source)
    partial = place.with_name(f".{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(partial)) as new:
            old.backup(new)
        set_aside(place, "before-restore")
        partial.replace(place)
    except (OSError, sqlite3.Error) as error:
        raise NewsroomError(f"{place} cannot be restored: {error}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return Checked(place, found.counts)


def set_aside(place: Path, why: str) -> Path | None:
    """Rename a newsroom's file and what belongs to it. Returns its new name; None when there was none."""
    if not place.exists():
        return None
    aside = place.with_name(f"{place.stem}-{why}-{datetime.now(UTC):{_STAMP}}.db")
    place.rename(aside)
    for suffix in ("-wal", "-shm"):
        beside = place.with_name(place.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def back_up_today(newsroom: "Newsroom") -> Path | None:
    """The day's backup, if there is none yet; older ones are thinned. Returns it when it was made now."""
    if newsroom.folder is None:
        return None
    folder, now = newsroom.folder / FOLDER, newsroom.clock()
    known = backups(folder)
    if any(_when(path).date() == now.date() for path in known):
        return None
    path = folder / f"{Path(newsroom.url).stem}-{now:{_STAMP}}.db"
    back_up(newsroom, path)
    for old in to_thin(known, now):
        old.unlink(missing_ok=True)
    return path


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    found = [path for path in folder.glob("*.db") if _NAME.search(path.name)] if folder.is_dir() else []
    return sorted(found, key=_when, reverse=True)


def to_thin(known: Iterable[Path], now: datetime) -> list[Path]:
    """The backups that are not kept: all but the newest of each day, week and month, each for its time."""
    kept: set[object] = set()
    thin = []
    for path in sorted(known, key=_when, reverse=True):
        made = _when(path)
        age = (now - made).days
        slot = _slot(made, age)
        if slot in kept:
            thin.append(path)
        kept.add(slot)
    return thin


def _slot(made: datetime, age: int) -> object:
    """What of time a backup stands for: a day, then a week, then a month."""
    if age < _DAYS:
        return made.date()
    return made.isocalendar()[:2] if age < _WEEKS * 7 else (made.year, f"month {made.month}")


def _when(path: Path) -> datetime:
    found = _NAME.search(path.name)
    assert found is not None
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)


def _audit(path: Path) -> None:
    engine = create_engine(database_url(path))
    try:
        with Session(engine) as session:
            found = Auditor(session).audit()
    finally:
        engine.dispose()
    if not found.passed:
        raise Unreadable(f"{path.name} does not pass the audit: {found.fault}")
