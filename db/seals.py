"""Seals: the log holds the hash of every row that must not change behind its back."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlmodel import SQLModel

from db.document import canonical_json, sha256_hex
from db.models import AccountKeyRow, AccountRow, ExportRow, RevisionRow, SignOffRow

SEALED: tuple[type[SQLModel], ...] = (AccountRow, AccountKeyRow, RevisionRow, SignOffRow, ExportRow)
"""The tables whose every row the log vouches for."""


def seal_of(row: SQLModel) -> str:
    """`table/key=hash` over all columns of a row that is in the database."""
    return f"{name_of(row)}={digest(row)}"


def name_of(row: SQLModel) -> str:
    """`table/key`, which names a row in the whole newsroom."""
    mapper = inspect(type(row))
    keys = "-".join(str(getattr(row, column.key)) for column in mapper.primary_key)
    return f"{mapper.local_table.name}/{keys}"


def digest(row: SQLModel) -> str:
    """SHA-256 over all columns of a row in their canonical form."""
    return sha256_hex(canonical_json({column.key: _plain(getattr(row, column.key)) for column in _columns(row)}))


def pack(rows: Iterable[SQLModel]) -> str:
    """The seals of some rows, as a record of the log holds them."""
    return " ".join(seal_of(row) for row in rows)


def unpack(text: str) -> Iterator[tuple[str, str]]:
    """Name and hash of each seal that `pack` wrote."""
    for seal in text.split():
        name, _, found = seal.partition("=")
        yield name, found


def _columns(row: SQLModel) -> Any:
    return inspect(type(row)).columns


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
