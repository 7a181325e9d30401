"""Runs the migrations of a newsroom; Alembic loads this file."""

import sqlite3

from alembic import context
from sqlalchemy import Connection, event
from sqlmodel import Session, SQLModel

import db.store.tables  # noqa: F401  the tables register themselves
from db.store.engine import begin_alone, make_bare_engine
from db.store.found_rows import WritingSession
from db.store.open_keys import LAST_WITH_OPEN_KEYS, remove_open_keys
from db.store.seal_backfill import FIRST_FULLY_SEALED, seal_older_rows
from db.store.search_index import make_index
from db.values import Progress


def run() -> None:
    """Upgrade the newsroom whose address the caller put in the configuration."""
    url = context.config.attributes["url"]
    engine = make_bare_engine(url)
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite:
        event.listen(engine, "connect", _own_transactions)
    event.listen(engine, "begin", begin_alone)
    with engine.connect() as connection:
        _migrate(connection, sqlite=sqlite)


def _own_transactions(connection: sqlite3.Connection, _record: object) -> None:
    """Foreign keys off before the transaction: rebuilding a table would delete what refers to it."""
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA secure_delete=ON")  # of a key that is taken out nothing stays in the file


def _migrate(connection: Connection, *, sqlite: bool) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        found = context.get_context().get_current_revision()
        if found == context.get_head_revision():
            return  # another program was quicker
        context.run_migrations()
        _bring_up_rows(connection, found, context.config.attributes["progress"])
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError("the migration left references to rows that are gone")


def _bring_up_rows(connection: Connection, found: str | None, progress: Progress) -> None:
    """What takes today's models, and so comes when all tables are as these are: the scripts know none of them."""
    with Session(bind=connection) as session:
        if found is not None and found < FIRST_FULLY_SEALED:
            seal_older_rows(session)
        make_index(session, progress)
    if found is not None and found <= LAST_WITH_OPEN_KEYS:
        with WritingSession(bind=connection) as session:
            remove_open_keys(session)


run()
