"""Connections to SQLite and PostgreSQL: pragmas, and transactions that never lose an update."""

import errno
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from db.errors import NeedsPassword, NewsroomError, Refused, Stale, Unreadable, one_line
from db.store.found_rows import WritingSession
from db.store.opened_file import BUSY_SECONDS, OpenedFile, connect_existing

_Session = TypeVar("_Session", bound=Session)

MOVED = 1
"""`PRAGMA user_version` of a file whose newsroom was moved to a server. Nothing else of Galley's sets that number."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}",
)


_PATH = re.compile(r"[/.~]|(?!.*://)", re.DOTALL)
"""How a path begins, or what it does not hold; in one that begins so, anything may stand."""


def database_url(place: str | Path) -> URL:
    """The SQLAlchemy address of a file path or a `postgresql://` URL.

    Raises NewsroomError for an address of another kind, a link that leads back to itself, or a server when what speaks
    to one is not installed.
    """
    text = str(place)
    if _PATH.match(text):
        path = _expanded(text)
        _refuse_circle(path)
        return URL.create("sqlite", database=str(path))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise NewsroomError(
            f"“{_masked(text)}” is not the address of a newsroom: give a file or postgresql://…"
        ) from error
    if url.get_backend_name() == "postgresql":
        if find_spec("psycopg") is None:
            raise NewsroomError(
                "For a newsroom on a server install Galley with its extra: pip install 'galley[postgres]'."
            )
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise NewsroomError(f"Galley keeps newsrooms in SQLite or PostgreSQL, not in {url.get_backend_name()}.")


def _refuse_circle(path: Path) -> None:
    """Raises NewsroomError for a link that leads back to itself: nothing can be looked at or put there."""
    try:
        path.stat()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NewsroomError(f"{path} is a link that leads back to itself: name another file.") from error


def _expanded(text: str) -> Path:
    """The path with the home folder in the place of its `~`; a person who is not known here has none."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def plain_url(url: URL) -> str:
    """An address on a server as a person writes it, without its password."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string(hide_password=False)


def _masked(text: str) -> str:
    """An address that cannot be read, without what may be a password in it."""
    return re.sub(r"(?<=://)[^@]*@", "…@", text)


def make_engine(url: URL) -> Engine:
    """An engine whose transactions begin as `session(write=…)` asks. Nothing is opened yet."""
    if url.get_backend_name() == "postgresql":
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "begin", _begin_on_server)
        return engine
    file = OpenedFile(Path(str(url.database)))
    engine = create_engine(url, creator=file.connect, execution_options={_FILE: file}, hide_parameters=True)
    event.listen(engine, "connect", partial(_prepare, file))
    event.listen(engine, "begin", _begin)
    return engine


def make_bare_engine(url: URL) -> Engine:
    """An engine that sets nothing up and keeps no connection, for work on a newsroom as a whole.

    Its transactions are the driver's own. A file that is missing, or has vanished meanwhile, is not made by it either.
    """
    if url.get_backend_name() == "postgresql":
        return create_engine(url, poolclass=NullPool, hide_parameters=True)
    opening = partial(connect_existing, Path(str(url.database)))
    return create_engine(url, creator=opening, poolclass=NullPool, hide_parameters=True)


_FILE = "galley_file"
"""Option of an engine: its OpenedFile; and of a connection of it, in `info`: the number of the file it leads to."""


def file_of(engine: Engine) -> OpenedFile | None:
    """The file an engine works in; None on a server."""
    return engine.get_execution_options().get(_FILE)


def _prepare(file: OpenedFile, connection: sqlite3.Connection, record: Any) -> None:
    """Take transactions into our own hands: the driver's own would start too late and lose updates."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    record.info[_FILE] = file.number()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("galley_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


_ONE_WRITER = 0x67616C6C
"""Number of the lock that whoever writes on a server takes first: writers follow one another, as on SQLite."""


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get("galley_write", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})")
        connection.exec_driver_sql("NOTIFY galley")


def begin_alone(connection: Connection) -> None:
    """Begin a transaction of a bare engine in which nobody else writes."""
    on_server = connection.dialect.name != "sqlite"
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})" if on_server else "BEGIN IMMEDIATE")


def session(engine: Engine) -> AbstractContextManager[Session]:
    """One transaction that only reads. Raises what `writing_session` raises of a database."""
    return _transaction(engine, Session)


def writing_session(engine: Engine) -> AbstractContextManager[WritingSession]:
    """One transaction that writes, committed when the block ends and rolled back when it raises.

    Raises Displaced when the newsroom's file is another than the one that was opened, before and behind the commit,
    and NewsroomError when the database is busy, full, read-only or away, or is given a value no database takes;
    Stale when another program has changed the same at the same moment. What the database itself says gets no further.
    """
    return _transaction(engine, WritingSession)


def is_moved(connection: Connection) -> bool:
    """Whether the newsroom in this file was moved to a server."""
    on_server = connection.dialect.name != "sqlite"
    return not on_server and connection.exec_driver_sql("PRAGMA user_version").scalar() == MOVED


def moved_sentence(place: str) -> str:
    """What whoever works in such a file is told."""
    return f"The newsroom in {place} was moved to a server: open it there."


def mark_moved(connection: Connection) -> None:
    """Say in the file, within the transaction under way, that its newsroom is on a server from now on."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {MOVED}")


@contextmanager
def _transaction(engine: Engine, kind: type[_Session]) -> Iterator[_Session]:
    write = kind is WritingSession
    file = file_of(engine)
    if file is not None and file.check():
        engine.dispose()  # its connections lead to the file that lost its name
    try:
        with (
            engine.connect().execution_options(galley_write=write) as connection,
            connection.begin(),
            kind(bind=connection, expire_on_commit=False) as inner,
        ):
            yield inner
            inner.flush()
            number = connection.info.get(_FILE)
            if write and file is not None:
                file.check_connection(number)
        if write and file is not None:
            file.check_connection(number)
    except OperationalError as error:
        raise fault(error, engine.url) from error
    except (IntegrityError, StaleDataError, ObjectDeletedError) as error:
        raise _clash(error, engine.url) from error
    except PoolTimeout as error:
        raise NewsroomError(f"{engine.url.database} is busy: too many questions wait for it. Try again.") from error
    except (UnicodeEncodeError, OverflowError, DataError) as error:
        raise Refused(
            "That cannot be stored: it holds half a character, one without a meaning, or a number that is too large."
        ) from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{engine.url.database} is damaged: {_NO_TEXT}.") from error
    except DBAPIError as error:
        damaged = isinstance(error.orig, sqlite3.DatabaseError)
        raise (Unreadable if damaged else NewsroomError)(explain(error, engine.url)) from error


_AT_ONCE = ("unique", "foreign key")
"""What both databases call the rules that two people break together: one slug for two stories, a story that is gone."""


def _clash(error: IntegrityError | StaleDataError | ObjectDeletedError, url: URL) -> NewsroomError:
    """What to raise when rows are not what they were read as: nobody but another program can have changed them."""
    if isinstance(error, IntegrityError) and not any(rule in str(error.orig).lower() for rule in _AT_ONCE):
        return NewsroomError(explain(error, url))
    return Stale("Somebody else changed the same at the same moment, and nothing was changed here: look again.")


_NO_TEXT = "a text in it is not what was written"
"""SQLite's own complaint about such a text cannot be read as text either, where the text is the name of a table."""

_SENTENCES = (
    ("database is locked", "{place} is busy: another program has been writing to it for {seconds:.0f} s. Try again."),
    ("disk is full", "The disk that holds {place} is full: nothing was saved. Make room and try again."),
    ("readonly database", "{place} cannot be written: it is read-only for you."),
    ("unable to open database", "{place} cannot be opened: the folder is missing or not yours to write."),
    ("not a database", "{place} is not a Galley newsroom: it is not an SQLite database."),
    ("could not decode", f"{{place}} is damaged: {_NO_TEXT}."),
    ("malformed", "{place} is damaged: the file is not what SQLite wrote."),
    ("is the server running", "The server that holds {place} does not answer: is it running, and can it be reached?"),
    ("timeout expired", "The server that holds {place} does not answer: is it running, and can it be reached?"),
    ("name or service not known", "The server of {place} cannot be found: is its name right?"),
    ("failed to resolve host", "The server of {place} cannot be found: is its name right?"),
    ('fatal: database "', "The server has no database {place}: who runs the server makes one."),
    ('fatal: role "', "The server of {place} knows nobody of that name: who runs the server makes the account."),
    ("server closed the connection", "The server that holds {place} has closed the connection."),
    ("disk i/o error", "{place} cannot be read or written: the disk reports an error."),
)


_ROOM = 64 << 10
"""Bytes without which SQLite cannot even read: it needs 32 kB beside the file for who reads and writes what."""


def is_full(folder: Path) -> bool:
    """Whether the disk that holds a folder has no room left."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def _is_read_only(folder: Path) -> bool:
    """Whether a folder is there, and neither this person's rights nor its disk let anything be written in it."""
    return folder.is_dir() and not os.access(folder, os.W_OK)


def why_not_written(error: OSError | sqlite3.Error, folder: Path) -> str:
    """What keeps a file from being written into a folder, in words that follow a colon."""
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or "disk is full" in str(error) or is_full(folder):
        return f"the disk that holds {folder} is full"
    return one_line(error.strerror or error) if isinstance(error, OSError) else one_line(error)


_NO_ENTRY = ("no password supplied", "password authentication failed", "no password was provided")


def fault(error: DatabaseError, url: URL) -> NewsroomError:
    """What to raise of a database that cannot be reached or written."""
    if url.get_backend_name() != "sqlite" and any(part in str(error.orig).lower() for part in _NO_ENTRY):
        wrong = "does not take that password" if url.password else "asks for a password"
        sentence = f"{plain_url(url)} {wrong}: run “galley login” at a terminal, which keeps it."
        return NeedsPassword(sentence, given=bool(url.password))
    return NewsroomError(explain(error, url))


def explain(error: DBAPIError, url: URL) -> str:
    """A database's complaint as one sentence for the user."""
    name = url.database or "the newsroom"  # a server's address may name none
    place = f"{name} on {url.host}" if url.host else name
    found = str(error.orig or error)
    if "disk i/o error" in found.lower() and is_full(Path(str(url.database)).parent):
        return f"The disk that holds {place} is full: even to read, Galley needs a little room there."
    if "unable to open database" in found.lower() and _is_read_only(Path(str(url.database)).parent):
        return f"{place} cannot be opened: its folder is read-only for you, and even to read, Galley writes beside it."
    for part, sentence in _SENTENCES:
        if part in found.lower():
            return sentence.format(place=place, seconds=BUSY_SECONDS)
    told = found.partition("DETAIL:")[0]  # behind it a server repeats the whole row, text and all
    return f"The database {place} reports: {one_line(told)}"
