"""The log of the newsroom: every change leaves a record that carries the hash of the one before."""

from datetime import datetime

from sqlmodel import Session, col, select

from db.document import canonical_json, sha256_hex
from db.stages import Stage
from db.store.tables import AccountRow, EventRow, LogEndRow
from db.values import Event

GENESIS = "0" * 64
"""The hash that the first record names as that of the one before it."""


def record_hash(row: EventRow) -> str:
    """The SHA-256 over all columns of a record but its own hash, in their canonical form."""
    values = {
        "number": row.number,
        "at": row.at.isoformat(),
        "account_id": row.account_id,
        "action": row.action,
        "story_id": row.story_id,
        "slug": row.slug,
        "note": row.note,
        "stage_from": row.stage_from,
        "stage_to": row.stage_to,
        "content_hash": row.content_hash,
        "details": row.details,
        "sealed": row.sealed,
        "previous": row.previous,
    }
    return sha256_hex(canonical_json(values))


def append(session: Session, row: EventRow) -> EventRow:
    """Put a record at the end of the log. The caller holds the write lock, so numbers have no gaps."""
    end = session.get(LogEndRow, 1) or _end_after_loss(session)
    row.number, row.previous = end.number + 1, end.hash
    row.hash = record_hash(row)
    session.add(row)
    end.number, end.hash = row.number, row.hash
    return row


def record_end(session: Session) -> None:
    """Say which record is the newest, in a newsroom that did not."""
    newest = _newest(session)
    session.add(LogEndRow(number=newest[0], hash=newest[1]))
    session.flush()


def _end_after_loss(session: Session) -> LogEndRow:
    """The end of a log that has none: of an empty one, or one whose end was taken away.

    Then a number is left out, for the audit to find: which records went with it nobody can tell.
    """
    number, newest = _newest(session)
    end = LogEndRow(number=number + 1 if number else 0, hash=newest)
    session.add(end)
    return end


def _newest(session: Session) -> tuple[int, str]:
    found = session.exec(select(EventRow.number, EventRow.hash).order_by(col(EventRow.number).desc()).limit(1)).first()
    return (found[0] or 0, found[1]) if found else (0, GENESIS)


def history(session: Session, story_id: int) -> list[Event]:
    """The records of one story, oldest first."""
    rows = session.exec(
        select(EventRow, AccountRow)
        .join(AccountRow, col(EventRow.account_id) == AccountRow.id, isouter=True)
        .where(EventRow.story_id == story_id)
        .order_by(col(EventRow.number))
    )
    return [_event(row, account) for row, account in rows]


def new_record(*, at: datetime, action: str, account_id: int | None) -> EventRow:
    """A record that is not in the log yet."""
    return EventRow(at=at, action=action, account_id=account_id, previous="", hash="")


def _event(row: EventRow, account: AccountRow | None) -> Event:
    return Event(
        number=row.number or 0,
        at=row.at,
        actor=account.login if account else "",
        actor_name=account.name if account else "Galley",
        action=row.action,
        slug=row.slug,
        note=row.note,
        stage_from=Stage(row.stage_from) if row.stage_from else None,
        stage_to=Stage(row.stage_to) if row.stage_to else None,
        content_hash=row.content_hash,
        hash=row.hash,
        details=row.details,
    )
