"""Backups of a newsroom in a file: whole, checked, thinned.

A backup is made through SQLite's own interface while others work, checked, and only then given its name.
"""

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from db.errors import NewsroomError, NotFound, Refused, Unreadable, one_line
from db.input_files import need_file
from db.partial_files import discard, new_partial, put_in_place
from db.private_files import make_folder
from db.store.backup_files import FOLDER as FOLDER
from db.store.backup_files import backups, connect_file, copy_file, stamped, thin, when
from db.store.engine import database_url, make_bare_engine, why_not_written
from db.store.migrate import HEAD, bring_up_to_date
from db.store.unit_of_work import Database
from db.upkeep.audit import Auditor
from db.values import Progress, no_progress, sub_progress

_COPIED = 0.3
"""What copying is of the whole work: auditing takes longer."""
_COUNTED = ("story", "revision", "event", "account", "picture", "sign_off", "export")


@dataclass(frozen=True)
class CheckedBackup:
    """What a backup holds."""

    path: Path
    counts: dict[str, int]
    """Rows by table."""

    @property
    def sentence(self) -> str:
        """In words."""
        kinds = (("story", "story", "stories"), ("revision", "revision", "revisions"), ("event", "record", "records"))
        return ", ".join(f"{self.counts[table]} {_word(self.counts[table], *words)}" for table, *words in kinds)


def _word(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def back_up(newsroom: Database, target: Path, progress: Progress = no_progress) -> CheckedBackup:
    """A copy of the whole newsroom in a file that is not there yet; checked before it gets its name.

    Raises Refused when the file exists or the newsroom is on a server, NewsroomError when it cannot be written.
    """
    if newsroom.folder is None:
        raise Refused("A newsroom on a server is backed up there: ask who runs it.")
    taken = Refused(f"{target} is there already: name another file.")
    if os.path.lexists(target):
        raise taken
    partial = None
    try:
        make_folder(target.parent)
        partial = new_partial(target, private=True)
        copy_file(Path(newsroom.url), partial, sub_progress(progress, 0, _COPIED))
        found = check(partial, sub_progress(progress, _COPIED, 1), name=target.name)
        put_in_place(partial, target, over=False)
    except FileExistsError as error:
        raise taken from error
    except (OSError, sqlite3.Error) as error:
        raise NewsroomError(f"{target} cannot be written: {why_not_written(error, target.parent)}.") from error
    finally:
        if partial is not None:
            discard(partial)
    return CheckedBackup(target, found.counts)


def check(path: Path, progress: Progress = no_progress, *, name: str = "") -> CheckedBackup:
    """Whether a backup opens, is whole, and passes the audit. Raises NotFound or Unreadable, saying what is wrong.

    `name` is what it is called there, when the file is not to keep its own.
    One that an older Galley made is looked at as it will be when it is opened: in a copy that is brought up to date.
    """
    if not path.exists():
        raise NotFound(f"There is no backup {path}.")
    need_file(path)
    name = name or path.name
    try:
        with closing(connect_file(path, write=False)) as raw:
            (state,) = raw.execute("PRAGMA quick_check(1)").fetchone()
            tables = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise Unreadable(f"{name} is no backup of a newsroom: {one_line(error)}.") from error
    if state != "ok":
        raise Unreadable(f"{name} is damaged: {one_line(state)}.")
    if tables is None or not re.fullmatch(r"\d{4}", str(tables[0])):
        raise Unreadable(f"{name} is no backup of a newsroom: it does not say how old its tables are.")
    if tables[0] > HEAD:
        raise Unreadable(f"{name} was written by a newer Galley (tables {tables[0]}): update this one.")
    if tables[0] == HEAD:
        return CheckedBackup(path, _audit(path, name, progress))
    with TemporaryDirectory(prefix="galley-") as folder:
        copy = Path(folder) / path.name
        copy_file(path, copy, sub_progress(progress, 0, _COPIED))
        bring_up_to_date(database_url(copy), keep=False)
        return CheckedBackup(path, _audit(copy, name, sub_progress(progress, _COPIED, 1)))


def back_up_today(newsroom: Database) -> Path | None:
    """The day's backup, if there is none yet; older ones are thinned. Returns it when it was made now."""
    if newsroom.folder is None:
        return None
    now = newsroom.clock()
    if any(when(path).date() == now.date() for path in backups(Path(newsroom.url))):
        return None
    return _back_up_among(newsroom)


def back_up_before(newsroom: Database, what: str, progress: Progress = no_progress) -> Path | None:
    """A backup before something is done to the newsroom; None when it is on a server."""
    return _back_up_among(newsroom, f"before-{what}", progress) if newsroom.folder is not None else None


def _back_up_among(newsroom: Database, why: str = "", progress: Progress = no_progress) -> Path:
    place, now = Path(newsroom.url), newsroom.clock()
    path = stamped(place.parent / FOLDER / place.name, now, why)
    back_up(newsroom, path, progress)
    thin(place, now, is_good)
    return path


def is_good(path: Path) -> bool:
    """Whether a backup passes its check."""
    try:
        check(path)
    except NewsroomError:
        return False
    return True


def _audit(path: Path, name: str, progress: Progress) -> dict[str, int]:
    """Audit a file, and count its rows by table. Raises Unreadable with the first fault."""
    engine = make_bare_engine(database_url(path))
    try:
        with Session(engine) as session:
            found = Auditor(session, progress).audit()
            counts = {table: session.connection().exec_driver_sql(_COUNT + table).scalar_one() for table in _COUNTED}
    except _DAMAGE as error:
        raise Unreadable(f"{name} is damaged: {one_line(getattr(error, 'orig', None) or error)}.") from error
    finally:
        engine.dispose()
    if found.fault:  # what was changed earlier keeps nobody from backing up what has come of it
        raise Unreadable(f"{name} does not pass the audit: {found.fault}")
    return counts


_DAMAGE = (SQLAlchemyError, sqlite3.Error, ValueError, TypeError, LookupError, ArithmeticError)
"""What reading rows raises where a byte of theirs is not what was written."""

_COUNT = "SELECT count(*) FROM "
