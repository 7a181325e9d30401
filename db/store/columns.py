"""Columns as the tables of a newsroom have them: times in UTC, JSON, words of an enumeration, long texts."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import JSON, DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import AutoString, Field, SQLModel

from db.errors import Unreadable

Processor = Callable[[Any], Any]


def _checked_processor(process: Processor | None) -> Processor | None:
    """Reads stored values, and tells of one that Galley cannot have written: SQLite takes anything into any column."""

    def read(value: Any) -> Any:
        assert process is not None
        try:
            return process(value)
        except (ValueError, TypeError) as error:
            raise _unreadable(value) from error

    return read if process else None


def _unreadable(value: object) -> Unreadable:
    return Unreadable(f"Something other than Galley wrote “{value!s:.40}” where it cannot stand in the newsroom.")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time in UTC on every database; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times: they would be read back as another moment."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The stored moment, with its zone."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """As for any time, and a sentence for what is none."""
        return _checked_processor(super().result_processor(dialect, coltype))


class Json(TypeDecorator[Any]):
    """A value as JSON."""

    impl = JSON
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """As for any JSON, and a sentence for what is none."""
        return _checked_processor(super().result_processor(dialect, coltype))


class OneOf(TypeDecorator[str]):
    """One word of an enumeration, stored as text."""

    impl = AutoString
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self._words = frozenset(map(str, words))

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Raises Unreadable for a word that is none of them."""
        if value is not None and value not in self._words:
            raise _unreadable(value)
        return value


def time_column(**options: Any) -> Any:
    """A moment."""
    return Field(sa_type=UtcDateTime, **options)


def word_column(words: type[StrEnum], **options: Any) -> Any:
    """A word of an enumeration."""
    return Field(sa_type=cast(Any, OneOf(words)), **options)


def long_column() -> Any:
    """A text of any length."""
    return Field(sa_type=Text)


class TableRow(SQLModel):
    """A row of a table. Values are checked before they come here: what would check them again is not built."""

    model_config = {"defer_build": True}
