"""Sign-offs: what an approval signs, and whether a sign-off still holds."""

from sqlmodel import Session, col, select

from db.document import canonical_json
from db.keys import is_signed
from db.store.tables import AccountKeyRow, SignOffRow


def message_of(row: SignOffRow) -> bytes:
    """The bytes an approval signs: which text of which story, who, when."""
    values = {
        "story": row.story_id, "revision": row.revision, "content_hash": row.content_hash, "account": row.account_id,
        "at": row.at.isoformat(), "alone": row.alone,
    }  # fmt: skip
    return canonical_json(values).encode()


def holds(session: Session, row: SignOffRow) -> bool:
    """Whether a sign-off carries the signature of its account, by any key that account has had."""
    keys = session.exec(select(AccountKeyRow.public_key).where(col(AccountKeyRow.account_id) == row.account_id))
    return any(is_signed(message_of(row), row.signature, key) for key in keys)
