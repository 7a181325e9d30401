"""Seals: the log holds the hash of every row that must not change behind its back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
    HoldRow,
    PictureRow,
    RevisionRow,
    SettingRow,
    SignOffRow,
    StoryCheckRow,
    StoryRow,
)

SEALED: tuple[type[SQLModel], ...] = (
    AccountRow, AccountKeyRow, AccountDeskRow, DeskRow, SettingRow, StoryRow, RevisionRow, SignOffRow, ExportRow,
    CommentRow, PictureRow, HoldRow, StoryCheckRow,
)  # fmt: skip
"""The tables whose every row the log vouches for.

The log itself is chained, and the bytes of pictures are named by their hash. No record, and so not sealed, are working
copies (what is being typed), choices still to be made between two revisions, what people have looked over, what they
suggest, claims (a lease of 90 s), notices (told once, from what the log says; read or not) and judgements of remarks
(what a person does not want to be told again).
"""

MEASURED = {(StoryRow, "lines")}
"""Columns that are not sealed: how deep a text is, which is measured anew whenever it is looked at."""

LATER: dict[tuple[type[SQLModel], str], Any] = {
    (StoryRow, "kind"): "",
    (DeskRow, "retired"): False,
    (StoryRow, "hold_id"): None,
    (AccountKeyRow, "origin"): "",
    (AccountKeyRow, "given_by"): None,
    (SignOffRow, "layout"): "",
    (SignOffRow, "due"): None,
    (SignOffRow, "desk_id"): None,
    (PictureRow, "alt"): "",
    (ExportRow, "signature"): "",
    (ExportRow, "public_key"): "",
    **{(table, one.name): one.default for table in (StoryRow, RevisionRow) for one in STORY_FIELDS if one.later},
}
"""Columns that came when rows were sealed already, and what stands in those rows since: with that in it, a row has the
seal it would have without the column.
"""

SEALED_LATER = "seal"
"""The action of a record that vouches for rows that were there before it."""

NO_ROW = "-"
"""Stands for the hash of a row that is not there: of one taken out, or before one was put in."""


@dataclass(frozen=True)
class Seal:
    """The state of one row that a record vouches for."""

    name: str
    """`table/key`."""
    state: str
    """Hash of the row as the change left it, or `NO_ROW`."""
    earlier: str = ""
    """Hash of the row as the change found it, or `NO_ROW`; empty in records from before this was kept."""

    def __str__(self) -> str:
        return f"{self.name}={self.state}<{self.earlier}" if self.earlier else f"{self.name}={self.state}"


def name_of(row: SQLModel) -> str:
    """`table/key`, which names a row in the whole newsroom."""
    mapper = inspect(type(row))
    keys = "-".join(quote(str(getattr(row, column.key)), safe="") for column in mapper.primary_key)
    return f"{mapper.local_table.name}/{keys}"


def digest(row: SQLModel) -> str:
    """SHA-256 over the sealed columns of a row in their canonical form."""
    return digest_of(type(row), {name: getattr(row, name) for name in _columns(type(row))})


def digest_of(table: type[SQLModel], values: Mapping[str, Any]) -> str:
    """SHA-256 over the sealed columns of the row of a table that has these values."""
    sealed = {name: _plain(values[name]) for name in _columns(table) if _is_sealed(table, name, values[name])}
    return sha256_hex(canonical_json(sealed))


def _is_sealed(table: type[SQLModel], name: str, value: Any) -> bool:
    column = (table, name)
    return column not in MEASURED and not (column in LATER and value == LATER[column])


def pack(seals: Iterable[Seal]) -> str:
    """Seals as a record of the log holds them."""
    return " ".join(map(str, seals))


def unpack(text: str) -> Iterator[Seal]:
    """The seals that `pack` wrote."""
    for packed in text.split():
        name, _, states = packed.partition("=")
        state, _, earlier = states.partition("<")
        yield Seal(name, state, earlier)


def is_as_sealed(session: Session, story: StoryRow) -> bool:
    """Whether a story's row, as it is in the database, is what the newest record that vouches for it says."""
    name = name_of(story)
    sealing = or_(col(EventRow.story_id) == story.id, col(EventRow.action) == SEALED_LATER)
    query = select(EventRow.sealed).where(sealing, col(EventRow.sealed).contains(f"{name}="))
    newest = session.exec(query.order_by(col(EventRow.number).desc()).limit(1)).first()
    states = {seal.name: seal.state for seal in unpack(newest or "")}
    return states.get(name) == digest(story)


def _columns(table: type[SQLModel]) -> list[str]:
    return [column.key for column in inspect(table).columns]


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
