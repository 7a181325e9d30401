"""Cards: what lists and the board show of stories, read in one query."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from db.models import AccountRow, ClaimRow, DeskRow, SignOffRow, StoryRow
from db.stages import Move, Stage
from db.values import Claim, SignOff

_SAME = (
    "id", "slug", "kicker", "headline", "dek", "byline", "dateline", "ednote", "language", "version", "content_hash",
    "words", "pictures", "changed", "due", "target_lines", "lines", "layout", "exported", "corrections", "last_note",
)  # fmt: skip
"""Columns that a card shows as they are."""

_HOLDER, _SIGNER = aliased(AccountRow, name="holder"), aliased(AccountRow, name="signer")

_COLUMNS: dict[str, Any] = {name: getattr(StoryRow, name) for name in _SAME} | {
    "stage": StoryRow.stage,
    "stage_before": StoryRow.stage_before,
    "last_move": StoryRow.last_move,
    "desk": DeskRow.name,
    "writer": AccountRow.login,
    "writer_name": AccountRow.name,
    "held_login": _HOLDER.login,
    "held_name": _HOLDER.name,
    "held_since": ClaimRow.since,
    "held_until": ClaimRow.until,
    "signed_revision": SignOffRow.revision,
    "signed_hash": SignOffRow.content_hash,
    "signed_at": SignOffRow.at,
    "signed_alone": SignOffRow.alone,
    "signature": SignOffRow.signature,
    "signer_login": _SIGNER.login,
    "signer_name": _SIGNER.name,
    "signer_initials": _SIGNER.initials,
}


def cards_query() -> Select[Any]:
    """A query for stories with their desk, writer, claim and sign-off; narrow and order it as needed."""
    return (
        select(*(column.label(name) for name, column in _COLUMNS.items()))
        .select_from(StoryRow)
        .join(DeskRow, col(StoryRow.desk_id) == DeskRow.id)
        .join(AccountRow, col(StoryRow.writer_id) == AccountRow.id)
        .join(ClaimRow, col(ClaimRow.story_id) == StoryRow.id, isouter=True)
        .join(_HOLDER, col(ClaimRow.account_id) == _HOLDER.id, isouter=True)
        .join(SignOffRow, col(StoryRow.sign_off_id) == SignOffRow.id, isouter=True)
        .join(_SIGNER, col(SignOffRow.account_id) == _SIGNER.id, isouter=True)
    )


def card_values(session: Session, query: Select[Any], now: datetime) -> Iterator[dict[str, Any]]:
    """The fields of a `StoryCard` for each row of the query; claims whose lease has run out are none."""
    for row in session.connection().execute(query):
        yield {name: getattr(row, name) for name in _SAME} | {
            "stage": Stage(row.stage),
            "stage_before": Stage(row.stage_before) if row.stage_before else None,
            "last_move": Move(row.last_move) if row.last_move else None,
            "desk": row.desk,
            "writer": row.writer,
            "writer_name": row.writer_name,
            "claim": _claim(row, now),
            "sign_off": _sign_off(row),
        }


def _claim(row: Any, now: datetime) -> Claim | None:
    if row.held_until is None or row.held_until <= now:
        return None
    return Claim(row.held_login, row.held_name, row.held_since, row.held_until)


def _sign_off(row: Any) -> SignOff | None:
    if row.signed_hash is None:
        return None
    return SignOff(
        revision=row.signed_revision, content_hash=row.signed_hash, login=row.signer_login, name=row.signer_name,
        initials=row.signer_initials, at=row.signed_at, alone=row.signed_alone, signature=row.signature,
    )  # fmt: skip
