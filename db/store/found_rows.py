"""Sealed rows as a change found them: what was done to them past Galley is not vouched for with what is done now."""

from typing import Any

from sqlalchemy import event, inspect
from sqlmodel import Session, SQLModel

from db.store import seals

_Key = tuple[Any, ...]


class FoundRows:
    """The states that the rows of one session had when it first read them, and those its records have vouched for."""

    def __init__(self) -> None:
        self._read: dict[_Key, dict[str, Any]] = {}
        self._states: dict[_Key, str] = {}

    def seal(self, row: SQLModel) -> seals.Seal:
        """The seal of a row as it is now, which names its state before; from now on that is its state before."""
        return self._follow(row, seals.digest(row))

    def seal_removed(self, row: SQLModel) -> seals.Seal:
        """The seal of a row that is taken out."""
        return self._follow(row, seals.NO_ROW)

    def _follow(self, row: SQLModel, state: str) -> seals.Seal:
        key = _key_of(row)
        earlier = self._states.get(key) or self._state_when_read(type(row), key)
        self._states[key] = state
        return seals.Seal(seals.name_of(row), state, earlier)

    def _state_when_read(self, table: type[SQLModel], key: _Key) -> str:
        read = self._read.get(key)
        return seals.digest_of(table, read) if read is not None else seals.NO_ROW

    def note_read(self, row: SQLModel) -> None:
        """Remember a row. Only the first time counts: it may have been changed when it is read again."""
        key = _key_of(row)
        if isinstance(row, seals.SEALED) and key not in self._states:
            self._read.setdefault(key, dict(vars(row)))

    def note_inserted(self, row: SQLModel) -> None:
        """Remember that there was no such row."""
        self._states.setdefault(_key_of(row), seals.NO_ROW)


class WritingSession(Session):
    """A session that remembers the sealed rows it finds."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.found = FoundRows()


# on the class, once: listeners of each session would take a third of the time that keeping what is typed takes
event.listen(WritingSession, "loaded_as_persistent", lambda session, row: session.found.note_read(row))
event.listen(WritingSession, "pending_to_persistent", lambda session, row: session.found.note_inserted(row))


def _key_of(row: SQLModel) -> _Key:
    return (type(row), *(inspect(row).identity or ()))
