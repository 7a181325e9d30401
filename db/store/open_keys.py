"""Takes out the signing keys that lay unsealed in older newsrooms: those of accounts without a password."""

from datetime import UTC, datetime

from sqlmodel import col, select

from db.store import log, seals
from db.store.found_rows import WritingSession
from db.store.tables import AccountKeyRow, AccountRow

LAST_WITH_OPEN_KEYS = "0012"
"""The last tables in which an account without a password had a key."""
_UNSEALED = "open$"
"""How the stored form of a key began that nothing sealed."""


def remove_open_keys(session: WritingSession) -> None:
    """Take out every unsealed key, mark its public half as one that lay open, and record that.

    What was signed with it goes on holding, and says so. Its account has no key until it has a password.
    """
    for account in session.exec(select(AccountRow).where(col(AccountRow.sealed_key).startswith(_UNSEALED))).all():
        held = session.exec(
            select(AccountKeyRow).where(
                AccountKeyRow.account_id == account.id, AccountKeyRow.public_key == account.public_key
            )
        ).all()
        for key in held:
            key.origin = "open"
        account.sealed_key = account.public_key = ""
        session.flush()
        record = log.new_record(at=datetime.now(UTC), action="remove open key", account_id=account.id)
        record.note, record.sealed = account.login, seals.pack(map(session.found.seal, [account, *held]))
        log.append(session, record)
    session.flush()
