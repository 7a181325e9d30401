"""Cards: what lists and the board show of stories, read in one query whose statement is made once and kept."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from sys import intern
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, null, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from db.document import Document, stored_blocks, stored_texts
from db.stages import Move, Stage
from db.store.tables import AccountRow, ClaimRow, CommentRow, DeskRow, HoldRow, RevisionRow, SignOffRow, StoryRow
from db.values import Claim, Hold, SignOff, Story, StoryCard

_HOLDER, _SIGNER = aliased(AccountRow, name="holder"), aliased(AccountRow, name="signer")
_SIGNED_DESK = aliased(DeskRow, name="signed_desk")
_KEEPER = aliased(AccountRow, name="keeper")
"""Who holds a story back."""

_NAMES = tuple(StoryCard.__dataclass_fields__)
_ELSEWHERE: dict[str, Any] = {
    "desk": DeskRow.name,
    "writer": AccountRow.login,
    "writer_name": AccountRow.name,
    "claim": null(),
    "sign_off": null(),
    "hold": null(),
    "open_comments": (
        select(func.count())
        .select_from(CommentRow)
        .where(col(CommentRow.story_id) == StoryRow.id, col(CommentRow.thread_id).is_(None), ~col(CommentRow.resolved))
        .correlate(StoryRow)
        .scalar_subquery()
    ),
}
"""Fields of a card that are no columns of the story; what is null here is made of the columns behind them all."""
_HELD = (_HOLDER.login, _HOLDER.name, ClaimRow.since, ClaimRow.until)
"""In the order of the fields of `Claim`."""
_SIGNED = (
    SignOffRow.revision, SignOffRow.content_hash, _SIGNER.login, _SIGNER.name, _SIGNER.initials, SignOffRow.at,
    SignOffRow.alone, SignOffRow.signature, SignOffRow.layout, SignOffRow.due, func.coalesce(_SIGNED_DESK.name, ""),
)  # fmt: skip
"""In the order of the fields of `SignOff`."""
_HELD_BACK = (_KEEPER.name, HoldRow.at, HoldRow.until, HoldRow.reason)
"""In the order of the fields of `Hold`."""

_ASKED_AT_ONCE = 500
"""Stories asked for by number in one query: far below what SQLite takes."""

_ID_AT = _NAMES.index("id")
_HELD_AT = len(_NAMES)
_SIGNED_AT = _HELD_AT + len(_HELD)
_HELD_BACK_AT = _SIGNED_AT + len(_SIGNED)
_BODY_AT = _HELD_BACK_AT + len(_HELD_BACK)
_CLAIM, _SIGN_OFF, _HOLD, _STAGE, _BEFORE, _MOVE = map(
    _NAMES.index, ("claim", "sign_off", "hold", "stage", "stage_before", "last_move")
)

_REPEATED = tuple(map(_NAMES.index, ("desk", "kind", "writer", "writer_name", "byline", "language", "layout")))
"""Words that many cards have in common: they are kept once."""


@cache
def cards_query(*, bodies: bool = False) -> Select[Any]:
    """A query for stories with their desk, writer, claim and sign-off, in the order of the fields of `StoryCard`.

    With `bodies` the body of the newest revision stands behind them. Narrow and order it as needed, and keep what
    comes of it: naming forty columns takes longer than reading fifty rows.
    """
    shown = [_ELSEWHERE[name] if name in _ELSEWHERE else getattr(StoryRow, name) for name in _NAMES]
    columns = [*shown, *_HELD, *_SIGNED, *_HELD_BACK, *([RevisionRow.body] if bodies else [])]
    query = (
        select(*(column.label(f"column_{number}") for number, column in enumerate(columns)))
        .select_from(StoryRow)
        .join(DeskRow, col(StoryRow.desk_id) == DeskRow.id)
        .join(AccountRow, col(StoryRow.writer_id) == AccountRow.id)
        .join(ClaimRow, col(ClaimRow.story_id) == StoryRow.id, isouter=True)
        .join(_HOLDER, col(ClaimRow.account_id) == _HOLDER.id, isouter=True)
        .join(SignOffRow, col(StoryRow.sign_off_id) == SignOffRow.id, isouter=True)
        .join(_SIGNER, col(SignOffRow.account_id) == _SIGNER.id, isouter=True)
        .join(_SIGNED_DESK, col(SignOffRow.desk_id) == _SIGNED_DESK.id, isouter=True)
        .join(HoldRow, col(StoryRow.hold_id) == HoldRow.id, isouter=True)
        .join(_KEEPER, col(HoldRow.account_id) == _KEEPER.id, isouter=True)
    )
    newest = (col(RevisionRow.story_id) == StoryRow.id) & (col(RevisionRow.number) == StoryRow.version)
    return query.join(RevisionRow, newest) if bodies else query


def named_rows(connection: Connection, numbers: Sequence[int], *, bodies: bool) -> Iterator[Row[Any]]:
    """The rows of `cards_query` of the stories with these numbers, in their order; none for one that is not there."""
    for first in range(0, len(numbers), _ASKED_AT_ONCE):
        some = numbers[first : first + _ASKED_AT_ONCE]
        rows = {row[_ID_AT]: row for row in connection.execute(_query_of_named(bodies=bodies), {"numbers": some})}
        yield from (rows[number] for number in some if number in rows)


@cache
def _query_of_named(*, bodies: bool) -> Select[Any]:
    return cards_query(bodies=bodies).where(col(StoryRow.id).in_(bindparam("numbers", expanding=True)))


def card_of(row: Sequence[Any], now: datetime) -> StoryCard:
    """The card of a row of `cards_query`; a claim whose lease has run out is none, nor a hold whose time is over."""
    return StoryCard.of(_fields(row, now))


def story_of(row: Sequence[Any], now: datetime) -> Story:
    """The story of a row with its body. Raises Unreadable when that is no document."""
    return Story.of([*_fields(row, now), body_of(row)])


def texts_of(row: Sequence[Any]) -> tuple[str, str]:
    """The text and the cutlines of a row that has a body. Raises Unreadable when that is no document."""
    return stored_texts(row[_BODY_AT])


def block_texts_of(row: Sequence[Any]) -> tuple[str, ...]:
    """The text of each block of a row that has a body. Raises Unreadable when that is no document."""
    return tuple(text for _is_picture, text in stored_blocks(row[_BODY_AT]))


def body_of(row: Sequence[Any]) -> Document:
    """The body of a row that has one. Raises Unreadable when that is no document."""
    return Document.from_json(row[_BODY_AT])


def _fields(row: Sequence[Any], now: datetime) -> list[Any]:
    values = list(row[:_HELD_AT])
    for place in _REPEATED:
        if isinstance(values[place], str):
            values[place] = intern(values[place])
    values[_STAGE] = _STAGES[values[_STAGE]]
    values[_BEFORE] = _STAGES.get(values[_BEFORE])
    values[_MOVE] = _MOVES.get(values[_MOVE])
    until = row[_SIGNED_AT - 1]
    if until is not None and until > now:
        values[_CLAIM] = Claim(*row[_HELD_AT:_SIGNED_AT])
    if row[_SIGNED_AT] is not None:
        values[_SIGN_OFF] = SignOff(*row[_SIGNED_AT:_HELD_BACK_AT])
    held, until = row[_HELD_BACK_AT], row[_HELD_BACK_AT + 2]
    if held is not None and (until is None or until > now):
        values[_HOLD] = Hold(*row[_HELD_BACK_AT:_BODY_AT])
    return values


_STAGES: dict[str | None, Stage] = {str(stage): stage for stage in Stage}
_MOVES: dict[str | None, Move] = {str(move): move for move in Move}
