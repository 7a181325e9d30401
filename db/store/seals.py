"""Seals: the log holds the hash of every row that must not change behind its back."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from sqlalchemy import inspect, or_
from sqlmodel import Session, SQLModel, col, select

from db.document import canonical_json, sha256_hex
from db.fields import STORY_FIELDS
from db.store.tables import (
    AccountDeskRow,
    AccountKeyRow,
    AccountRow,
    CommentRow,
    DeskRow,
    EventRow,
    ExportRow,
    PictureRow,
    RevisionRow,
    SettingRow,
    SignOffRow,
    StoryRow,
)

SEALED: tuple[type[SQLModel], ...] = (
    AccountRow, AccountKeyRow, AccountDeskRow, DeskRow, SettingRow, StoryRow, RevisionRow, SignOffRow, ExportRow,
    CommentRow, PictureRow,
)  # fmt: skip
"""The tables whose every row the log vouches for.

The log itself is chained, and the bytes of pictures are named by their hash. No record, and so not sealed, are working
copies (what is being typed), choices still to be made between two revisions, claims (a lease of 90 s) and notices (told
once, from what the log says; read or not).
"""

MEASURED = {(StoryRow, "lines")}
"""Columns that are not sealed: how deep a text is, which is measured anew whenever it is looked at."""

LATER: dict[tuple[type[SQLModel], str], Any] = {
    (StoryRow, "kind"): "",
    (AccountKeyRow, "origin"): "",
    (AccountKeyRow, "given_by"): None,
    (ExportRow, "signature"): "",
    (ExportRow, "public_key"): "",
    **{(table, one.name): one.default for table in (StoryRow, RevisionRow) for one in STORY_FIELDS if one.later},
}
"""Columns that came when rows were sealed already, and what stands in those rows since: with that in it, a row has the
seal it would have without the column.
"""

SEALED_LATER = "seal"
"""The action of a record that vouches for rows that were there before it."""

_REMOVED = "-"


def seal_of(row: SQLModel) -> str:
    """`table/key=hash` over the columns of a row that is in the database."""
    return f"{name_of(row)}={digest(row)}"


def name_of(row: SQLModel) -> str:
    """`table/key`, which names a row in the whole newsroom."""
    mapper = inspect(type(row))
    keys = "-".join(quote(str(getattr(row, column.key)), safe="") for column in mapper.primary_key)
    return f"{mapper.local_table.name}/{keys}"


def digest(row: SQLModel) -> str:
    """SHA-256 over the sealed columns of a row in their canonical form."""
    values = {name: _plain(getattr(row, name)) for name in _columns(row) if _is_sealed(row, name)}
    return sha256_hex(canonical_json(values))


def _is_sealed(row: SQLModel, name: str) -> bool:
    column = (type(row), name)
    return column not in MEASURED and not (column in LATER and getattr(row, name) == LATER[column])


def pack(rows: Iterable[SQLModel], gone: Iterable[str] = ()) -> str:
    """The seals of some rows, as a record of the log holds them, behind the names of rows that were taken out."""
    return " ".join((*(f"{name}={_REMOVED}" for name in gone), *map(seal_of, rows)))


def unpack(text: str) -> Iterator[tuple[str, str]]:
    """Name and hash of each seal that `pack` wrote; the hash is empty for a row that was taken out."""
    for seal in text.split():
        name, _, found = seal.partition("=")
        yield name, "" if found == _REMOVED else found


def is_as_sealed(session: Session, story: StoryRow) -> bool:
    """Whether a story's row, as it is in the database, is what the newest record that vouches for it says."""
    name = name_of(story)
    sealing = or_(col(EventRow.story_id) == story.id, col(EventRow.action) == SEALED_LATER)
    query = select(EventRow.sealed).where(sealing, col(EventRow.sealed).contains(f"{name}="))
    newest = session.exec(query.order_by(col(EventRow.number).desc()).limit(1)).first()
    return newest is not None and dict(unpack(newest))[name] == digest(story)


def _columns(row: SQLModel) -> list[str]:
    return [column.key for column in inspect(type(row)).columns]


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
