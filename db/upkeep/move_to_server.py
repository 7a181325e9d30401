"""Moving a newsroom from its file to a PostgreSQL server: copied, compared table by table, and only then used.

Nobody else writes in the file meanwhile: programs that try keep what is typed in their journals. It is left as it is,
but for a mark that lets nobody write in it any more. A move that was interrupted leaves an unfinished copy, which the
next one begins anew.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, func, insert, select, text
from sqlalchemy.exc import DataError, OperationalError
from sqlmodel import Session, SQLModel, col

from db.errors import NewsroomError, Refused, one_line
from db.settings import Settings
from db.store.engine import database_url, fault, make_engine, mark_moved
from db.store.migrate import bring_up_to_date
from db.store.search_index import reindex
from db.store.tables import SettingRow
from db.store.unit_of_work import Database
from db.upkeep.backup import back_up_before
from db.values import Progress, no_progress, sub_progress

UNFINISHED = "unfinished_move"
"""Setting of a copy that is not whole yet."""
_AT_ONCE = 500
"""Rows that are read and sent together: with more the memory grows, with fewer the way to the server tells."""
_BACKED_UP, _COPIED = 0.3, 0.8
"""How much of the move is done with the backup, and with the copy; the rest is comparing."""


@dataclass(frozen=True)
class Moved:
    """What was copied."""

    counts: dict[str, int]
    """Rows by table."""
    backup: Path | None = None
    """The backup that was made before."""


def move_to(newsroom: Database, place: str, progress: Progress = no_progress) -> Moved:
    """Copy a newsroom into an empty database on a server, and check that every table there has the same content.

    The newsroom is backed up first; in its file everything can still be read, and nothing changed. Done again, it only
    compares. Raises Refused when the target holds another newsroom, or this one with changes made there, NewsroomError
    when the copy is not the same, or file or server cannot be read or written.
    """
    url = database_url(place)
    if url.get_backend_name() != "postgresql":
        raise Refused("A newsroom is moved to a server: give a postgresql:// address.")
    bring_up_to_date(url)
    target = make_engine(url)
    kept = back_up_before(newsroom, "move", sub_progress(progress, 0, _BACKED_UP))
    tables = SQLModel.metadata.sorted_tables
    try:
        with newsroom.engine.connect() as reading, target.connect() as there:
            source = reading.execution_options(galley_write=True)
            if _is_there(source, there, tables):
                counts = _counts(source, tables)
            else:
                _begin_copy(there, tables)
                counts = _copy(source, there, tables, sub_progress(progress, _BACKED_UP, _COPIED))
                _check(source, there, tables)
                _finish(there, tables)
                there.commit()
            mark_moved(source)
            source.commit()
    except OperationalError as error:
        raise fault(error, newsroom.engine.url if isinstance(error.orig, sqlite3.Error) else url) from error
    finally:
        target.dispose()
    progress(1.0)
    return Moved(counts, kept)


def _is_there(source: Connection, there: Connection, tables: list[Table]) -> bool:
    """Whether the whole newsroom is there already. Raises Refused for one with people of its own.

    A copy that was not finished is nobody's: it is begun anew.
    """
    if _setting(there, UNFINISHED) or there.execute(text("SELECT 1 FROM account LIMIT 1")).first() is None:
        return False
    same = _setting(there, "identity") == _setting(source, "identity")
    if same and all(_hash(source, table) == _hash(there, table) for table in tables):
        return True
    raise Refused("There is a newsroom at that address already: name an empty database.")


def refuse_unfinished(newsroom: Database) -> None:
    """Raises Refused for a copy that is not whole: what is written there would be gone with the next try."""
    if Settings(newsroom).get(UNFINISHED):
        raise Refused(f"The move to {newsroom.url} was not finished: run “galley move-to” again where it came from.")


def _setting(connection: Connection, key: str) -> Any:
    return connection.execute(select(SettingRow.value).where(col(SettingRow.key) == key)).scalar()


def _counts(source: Connection, tables: list[Table]) -> dict[str, int]:
    return {table.name: source.execute(select(func.count()).select_from(table)).scalar_one() for table in tables}


def _begin_copy(there: Connection, tables: list[Table]) -> None:
    """Empty the target and mark it as unfinished, for good before anything is copied."""
    there.execute(text("DELETE FROM story_search"))
    for table in reversed(tables):
        there.execute(table.delete())
    there.execute(insert(SettingRow).values(key=UNFINISHED, value=True))
    there.commit()


def _copy(source: Connection, there: Connection, tables: list[Table], progress: Progress) -> dict[str, int]:
    counts = _counts(source, tables)
    total, done = sum(counts.values()) or 1, 0
    for table in tables:
        for rows in _pages(source, table):
            try:
                there.execute(insert(table), rows)
            except DataError as error:
                raise NewsroomError(
                    f"The server does not take a value in the table {table.name}: {one_line(error.orig)}. "
                    "It was changed by something other than Galley; galley audit looks for it."
                ) from error
            done += len(rows)
            progress(done / total)
    return counts


def _pages(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table in the order of its key, some at a time; those that hold files one by one."""
    at_once = 1 if any(isinstance(column.type, LargeBinary) for column in table.columns) else _AT_ONCE
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=at_once)
    result = source.execute(query)
    while rows := result.fetchmany(at_once):
        yield [dict(row._mapping) for row in rows]


def _check(source: Connection, there: Connection, tables: list[Table]) -> None:
    """Every table must have the same rows, every picture the same bytes."""
    for table in tables:
        ours, theirs = _hash(source, table), _hash(there, table, leave_out=UNFINISHED)
        if ours != theirs:
            raise NewsroomError(f"The copy of the table {table.name} is not the same: nothing was changed here.")


def _hash(connection: Connection, table: Table, leave_out: str = "") -> str:
    """SHA-256 over all rows of a table, in an order of our own: servers sort text differently."""
    digests = []
    for rows in _pages(connection, table):
        for row in rows:
            if table.name == "setting" and row["key"] == leave_out:
                continue
            plain = {name: _comparable(value) for name, value in row.items()}
            digests.append(hashlib.sha256(repr(sorted(plain.items())).encode()).digest())
    return hashlib.sha256(b"".join(sorted(digests))).hexdigest()


def _comparable(value: object) -> str:
    """A value in words that say the same on both sides; of a file its hash."""
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else str(value)


def _finish(there: Connection, tables: list[Table]) -> None:
    """Index the texts, let numbers go on behind the highest, and take the mark away."""
    with Session(bind=there) as session:
        reindex(session)
        for table in tables:
            if "id" in table.c or table.name == "event":
                key = "id" if "id" in table.c else "number"
                session.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', '{key}'), "
                        f"(SELECT coalesce(max({key}), 0) + 1 FROM {table.name}), false)"
                    )
                )
        session.execute(SQLModel.metadata.tables["setting"].delete().where(col(SettingRow.key) == UNFINISHED))
        session.flush()
        session.commit()
