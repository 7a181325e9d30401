"""Sign-offs and exports: what is signed, with whose key, and whether a signature still holds."""

from datetime import UTC
from typing import Any

from sqlmodel import Session, col, select

from db.document import canonical_json
from db.errors import Refused
from db.keys import Key, is_signed
from db.store.tables import AccountKeyRow, AccountRow, ExportRow, SettingRow, SignOffRow
from db.store.unit_of_work import UnitOfWork
from db.values import SignedIn

FOUR_EYES = "four_eyes"
"""Setting: whether an editor may not approve a story of their own."""


def message_of(row: SignOffRow) -> bytes:
    """The bytes an approval signs: which text of which story, what is printed beside it, who, when.

    One from before what is printed beside the text was signed names no format, and signs the rest.
    """
    values: dict[str, Any] = {
        "story": row.story_id, "revision": row.revision, "content_hash": row.content_hash, "account": row.account_id,
        "at": row.at.isoformat(), "alone": row.alone,
    }  # fmt: skip
    if row.layout:
        due = row.due.astimezone(UTC).isoformat() if row.due else None
        values |= {"layout": row.layout, "due": due, "desk": row.desk_id}
    return canonical_json(values).encode()


def export_message(row: ExportRow) -> bytes:
    """The bytes an export signs: which file holds which approved text, in which form, who wrote it, when."""
    values = {
        "story": row.story_id, "revision": row.revision, "content_hash": row.content_hash, "sign_off": row.sign_off_id,
        "account": row.account_id, "at": row.at.isoformat(), "file": row.file_name, "sha256": row.sha256,
        "kind": row.kind, "layout": row.layout, "flavour": row.flavour,
    }  # fmt: skip
    return canonical_json({"export": values}).encode()


def holds(session: Session, row: SignOffRow) -> bool:
    """Whether a sign-off carries the signature of its account, by any key that account has had."""
    return signing_key(session, row) is not None


def signing_key(session: Session, row: SignOffRow) -> AccountKeyRow | None:
    """The key of its account that a sign-off was signed with; None when it carries the signature of none."""
    message = message_of(row)
    return next(
        (key for key in _keys(session, row.account_id) if is_signed(message, row.signature, key.public_key)), None
    )


def key_note(session: Session, key: AccountKeyRow | None) -> str:
    """What is to be known of a key that was made when somebody else chose the password; empty for any other."""
    if key is not None and key.origin == "open":
        return "signed with a key that lay unsealed in the newsroom: whoever could read its file could sign with it"
    if key is None or key.origin != "reset":
        return ""
    by = session.get(AccountRow, key.given_by) if key.given_by else None
    return f"signed with a key made when {by.name if by else 'the chief'} reset the password on {key.made:%Y-%m-%d}"


def export_holds(session: Session, row: ExportRow) -> bool:
    """Whether an export carries the signature of its account, by the key it names."""
    known = {key.public_key for key in _keys(session, row.account_id)}
    return row.public_key in known and is_signed(export_message(row), row.signature, row.public_key)


def is_signed_by(session: Session, account_id: int, message: bytes, signature: str) -> bool:
    """Whether a signature of a message was made with a key that an account has had."""
    return any(is_signed(message, signature, key.public_key) for key in _keys(session, account_id))


def four_eyes_rule(session: Session) -> bool:
    """Whether the newsroom keeps the four-eyes rule."""
    row = session.get(SettingRow, FOUR_EYES)
    return bool(row.value) if row else True


def key_of(unit: UnitOfWork, what: str) -> Key:
    """The key of who is acting, to sign `what`. Raises Refused for who has no password: they have none."""
    actor = unit.actor
    if not isinstance(actor, SignedIn) or actor.key is None:
        login = actor.login if actor else "nobody"
        raise Refused(f"{login} has no password, and so no key to sign {what} with: set one, and sign in with it.")
    return actor.key


def _keys(session: Session, account_id: int) -> list[AccountKeyRow]:
    return list(session.exec(select(AccountKeyRow).where(col(AccountKeyRow.account_id) == account_id)))
