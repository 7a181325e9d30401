"""Lets the log of an older newsroom vouch for what it did not vouch for when it was written."""

from datetime import UTC, datetime

from sqlmodel import Session, SQLModel, col, select

from db.store import log, seals
from db.store.tables import EventRow

FIRST_FULLY_SEALED = "0006"
"""The tables from which on every sealed row has its seal from the change that writes it."""
_ROWS_PER_RECORD = 1_000
"""Rows that one record vouches for: some 100 kB of seals, which an audit reads at a time."""


def seal_older_rows(session: Session) -> None:
    """Seal every row that no record vouches for yet, in records of their own, and write the log's end down.

    What was done to those rows before cannot be found out; whatever is done from now on can.
    """
    vouched: set[str] = set()
    for sealed in session.exec(select(EventRow.sealed).where(EventRow.sealed != "").order_by(col(EventRow.number))):
        vouched.update(seal.name for seal in seals.unpack(sealed))
    log.record_end(session)
    rows = [row for table in seals.SEALED for row in session.exec(select(table)) if seals.name_of(row) not in vouched]
    for first in range(0, len(rows), _ROWS_PER_RECORD):
        _seal(session, rows[first : first + _ROWS_PER_RECORD])
    session.flush()


def _seal(session: Session, rows: list[SQLModel]) -> None:
    record = log.new_record(at=datetime.now(UTC), action=seals.SEALED_LATER, account_id=None)
    record.sealed = seals.pack(seals.Seal(seals.name_of(row), seals.digest(row)) for row in rows)
    log.append(session, record)
    session.flush()
