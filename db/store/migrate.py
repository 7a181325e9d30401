"""Brings the tables of a newsroom up to what this Galley needs: at opening, only when needed, after a backup."""

import logging
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, OperationalError, ProgrammingError

from db.errors import Damaged, NewsroomError, NotFound, Unreadable
from db.input_files import need_file
from db.private_files import make_folder, make_private
from db.store.backup_files import keep_copy
from db.store.engine import explain, fault, make_bare_engine, why_not_written
from db.values import Progress, no_progress

SCRIPTS = Path(__file__).resolve().parents[1] / "migrations"

HEAD = max(script.name for script in (SCRIPTS / "versions").glob("[0-9]*.py"))[:4]
"""The newest migration: the name of each begins with its number."""

_OURS = "Galley"
_log = logging.getLogger(__name__)


def bring_up_to_date(url: URL, *, create: bool = True, keep: bool = True, progress: Progress = no_progress) -> None:
    """Make or upgrade the tables behind an address. Nothing is done, and Alembic not loaded, when they are current.

    Older tables are kept among the backups first, unless `keep` is false. `progress` is told of what takes long: the
    index of the search. All is done or nothing: whoever ends it before leaves the newsroom as it was.

    Raises NotFound when there is no such file and `create` is false, Unreadable for a file that is no newsroom or
    comes from a newer Galley, Damaged for one that SQLite cannot read, NewsroomError when the database cannot be
    reached or written.
    """
    if url.get_backend_name() == "sqlite":
        _prepare_file(url, create=create)
    engine = make_bare_engine(url)
    try:
        found = _revision(engine)
        if found == HEAD:
            return
        if found is not None and found > HEAD:
            raise Unreadable(f"{url.database} was written by a newer Galley (tables {found}): update this one.")
        if found is not None and keep and url.get_backend_name() == "sqlite":
            _keep(Path(str(url.database)))
        _upgrade(url, progress)
    except OperationalError as error:
        raise fault(error, url) from error
    except UnicodeDecodeError as error:
        raise Damaged(
            f"{url.database} is damaged: its tables have names that cannot be read.", Path(str(url.database))
        ) from error
    except DatabaseError as error:
        if url.get_backend_name() == "sqlite":
            raise Damaged(explain(error, url), Path(str(url.database))) from error
        raise Unreadable(explain(error, url)) from error
    finally:
        engine.dispose()


def _keep(place: Path) -> None:
    try:
        keep_copy(place, f"before-{HEAD}", datetime.now(UTC))
    except (OSError, sqlite3.Error) as error:
        why = why_not_written(error, place.parent)
        raise NewsroomError(f"{place} cannot be backed up before it is brought up to date: {why}.") from error


def _prepare_file(url: URL, *, create: bool) -> None:
    """Refuse a path that can be no newsroom; make the folder of a new one.

    The file is not looked into here: whoever opens and closes an SQLite file beside SQLite drops the locks that this
    process holds on it (sqlite.org, “How To Corrupt An SQLite Database File”, 2.2).
    """
    path = Path(str(url.database))
    if path.exists():
        need_file(path)
    if not path.exists() or path.stat().st_size == 0:
        if not create:
            raise NotFound(f"There is no newsroom at {path}.")
        _make_file(path.resolve())


def _make_file(path: Path) -> None:
    """An empty file for its owner alone: a new database to SQLite, which keeps what lies beside it as private."""
    try:
        make_folder(path.parent)
        with suppress(FileExistsError):
            make_private(path)
    except OSError as error:
        raise NewsroomError(f"{path} cannot be made: {error.strerror}.") from error


def _revision(engine: Engine) -> str | None:
    """The migration a database stands at; None for an empty one. Raises Unreadable for somebody else's tables."""
    with engine.connect() as connection:
        try:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        except (OperationalError, ProgrammingError) as error:
            if "alembic_version" not in str(error.orig):
                raise
            connection.rollback()
        tables = inspect(connection).get_table_names()
        if tables:
            raise Unreadable(f"{engine.url.database} is a database, but not a Galley newsroom.")
        return None


def _upgrade(url: URL, progress: Progress) -> None:
    """Run the scripts up to `HEAD` in one transaction, foreign keys off while tables are rebuilt."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes.update(url=url, progress=progress)
    command.upgrade(config, HEAD)
    _log.info("%s brought up to %s", url.database, HEAD)
