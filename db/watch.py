"""Notices what other programs change in the same newsroom."""

import sqlite3
from threading import Lock

from sqlalchemy import Engine

from db.values import Change

ANYTHING = Change(
    parts=frozenset({"stories", "working", "claims", "accounts", "desks", "pictures", "settings", "inbox"})
)
"""SQLite tells that something changed, not what: everything shown is read again."""


class Watch:
    """Asks SQLite's `data_version`, which moves when another connection commits (sqlite.org, PRAGMA data_version)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._version = -1

    def poll(self) -> Change | None:
        """`ANYTHING` when the file changed since the last call, by whomever; else None."""
        if self._engine.url.get_backend_name() != "sqlite":
            return None
        with self._lock:
            version = self._data_version()
            changed = self._version not in (-1, version)
            self._version = version
        return ANYTHING if changed else None

    def close(self) -> None:
        """Give the connection back."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _data_version(self) -> int:
        if self._connection is None:
            path = str(self._engine.url.database)
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
