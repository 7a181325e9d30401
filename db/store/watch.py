"""Notices what other programs change in the same newsroom."""

import select
import sqlite3
from threading import Lock
from typing import Any

from sqlalchemy import Engine

from db.errors import Displaced, NewsroomError
from db.store.engine import MOVED, file_of, moved_sentence
from db.store.opened_file import FileNumber, OpenedFile
from db.values import Change

_PARTS = ("stories", "working", "claims", "accounts", "desks", "pictures", "settings", "inbox", "comments",
          "suggestions")  # fmt: skip
ANYTHING = Change(parts=frozenset(_PARTS))
"""The database tells that something changed, not what: everything shown is read again."""

_CONNECT_SECONDS = 2
"""The server is waited for so long: libpq knows no less, and the next poll tries again."""


class ChangeWatch:
    """Asks SQLite's `data_version`, which moves when another connection commits (sqlite.org, PRAGMA data_version).

    On PostgreSQL it listens: every write notifies, its own included (postgresql.org, LISTEN).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._listener: Any = None
        self._version = -1
        self._led_to: FileNumber | None = None
        """Number of the file that the connection leads to."""
        self._seen: tuple[int, int] | None = None
        """How often the file was replaced, and its `data_version`, when this was last asked."""

    def poll(self) -> Change | None:
        """`ANYTHING` when the newsroom changed since the last call, by whomever; else None. Never waits.

        Raises NewsroomError when the server does not answer, and Displaced when the file is another or its newsroom
        was moved to a server; later calls try again.
        """
        with self._lock:
            file = file_of(self._engine)
            if file is None:
                return ANYTHING if self._heard() else None
            if file.check():
                self._engine.dispose()
            seen = (file.replaced, self._data_version(file))
            changed = self._seen not in (None, seen)
            self._seen = seen
        return ANYTHING if changed else None

    def close(self) -> None:
        """Give the connection back."""
        with self._lock:
            for connection in filter(None, (self._connection, self._listener)):
                connection.close()
            self._connection = self._listener = None

    def _data_version(self, file: OpenedFile) -> int:
        if self._connection is not None and self._led_to != file.number():
            self._connection.close()
            self._connection = None
        try:
            if self._connection is None:
                self._connection, self._led_to = file.connect(), file.number()
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            (mark,) = self._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.Error as error:
            raise NewsroomError(f"The newsroom cannot be read: {error}.") from error
        if mark == MOVED:
            raise Displaced(moved_sentence(str(self._engine.url.database)))
        return int(version)

    def _heard(self) -> bool:
        """Whether anybody wrote. After a broken connection it is taken that somebody did."""
        import psycopg

        try:
            if self._listener is None:
                self._listener = self._listen()
                return self._version != -1
            self._version = 0
            return _notified(self._listener.pgconn)
        except psycopg.OperationalError as error:
            if self._listener is not None:
                self._listener.close()
            self._listener = None
            raise NewsroomError("The newsroom's server does not answer; Galley tries again.") from error

    def _listen(self) -> Any:
        import psycopg

        _, address = self._engine.dialect.create_connect_args(self._engine.url)
        connection = psycopg.connect(**(dict(address) | {"autocommit": True, "connect_timeout": _CONNECT_SECONDS}))
        connection.execute("LISTEN galley")
        return connection


def _notified(connection: Any) -> bool:
    """Whether notices have come in on libpq's connection. Raises OperationalError when it is broken.

    The socket itself is looked at: psycopg's own iterator stays silent when the server has died.
    """
    while select.select([connection.socket], [], [], 0)[0]:
        connection.consume_input()
    heard = False
    while connection.notifies() is not None:
        heard = True
    return heard
