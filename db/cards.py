"""Cards: what lists and the board show of stories, read in one query."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
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

_SHOWN: dict[str, Any] = {name: getattr(StoryRow, name) for name in _SAME} | {
    "desk": DeskRow.name,
    "writer": AccountRow.login,
    "writer_name": AccountRow.name,
}
_MOVED: dict[str, Any] = {
    "stage": StoryRow.stage,
    "stage_before": StoryRow.stage_before,
    "last_move": StoryRow.last_move,
}
_HELD: dict[str, Any] = {
    "held_login": _HOLDER.login,
    "held_name": _HOLDER.name,
    "held_since": ClaimRow.since,
    "held_until": ClaimRow.until,
}
_SIGNED: dict[str, Any] = {
    "signed_revision": SignOffRow.revision,
    "signed_hash": SignOffRow.content_hash,
    "signer_login": _SIGNER.login,
    "signer_name": _SIGNER.name,
    "signer_initials": _SIGNER.initials,
    "signed_at": SignOffRow.at,
    "signed_alone": SignOffRow.alone,
    "signature": SignOffRow.signature,
}
"""In the order of the fields of `SignOff`."""

_COLUMNS = _SHOWN | _MOVED | _HELD | _SIGNED
_MOVED_AT = len(_SHOWN)
_HELD_AT = _MOVED_AT + len(_MOVED)
_SIGNED_AT = _HELD_AT + len(_HELD)


@cache
def cards_query() -> Select[Any]:
    """A query for stories with their desk, writer, claim and sign-off; narrow and order it as needed.

    Made once: naming forty columns takes longer than reading fifty rows.
    """
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
    for row in session.connection().execute(query).all():
        values = dict(zip(_SHOWN, row, strict=False))
        stage, before, move = row[_MOVED_AT:_HELD_AT]
        values["stage"], values["stage_before"] = _STAGES[stage], _STAGES.get(before)
        values["last_move"] = _MOVES.get(move)
        values["claim"] = _claim(now, *row[_HELD_AT:_SIGNED_AT])
        values["sign_off"] = SignOff(*row[_SIGNED_AT:]) if row[_SIGNED_AT] is not None else None
        yield values


_STAGES: dict[str | None, Stage] = {str(stage): stage for stage in Stage}
_MOVES: dict[str | None, Move] = {str(move): move for move in Move}


def _claim(now: datetime, login: str, name: str, since: datetime, until: datetime | None) -> Claim | None:
    return None if until is None or until <= now else Claim(login, name, since, until)
