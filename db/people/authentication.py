"""Authentication: whether a password is that of an account, and how long the next try waits after wrong ones."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, select

from db import keys
from db.errors import Refused
from db.store.tables import AccountRow, EventRow
from db.values import Account

HASHER = PasswordHasher(keys.TIME_COST, keys.MEMORY_KIB, keys.LANES, type=Type.ID)
"""RFC 9106, section 4, the second recommended option (low memory)."""

FREE_TRIES = 10
"""Wrong passwords in a row before the next try has to wait."""
_LONGEST_WAIT = timedelta(minutes=5)
"""Some three hundred tries a day, which find no password; longer would keep out the person it belongs to."""
_DOUBLINGS = 20
"""After which a wait is far over the longest: more would only make numbers without end."""


@dataclass(frozen=True)
class Proof:
    """Whether a password is the one of an account as it was stored when it was tried.

    The key that opens proves the password: deriving from it takes long on purpose, and so is done once. The hash is
    asked only when none opens, to tell a wrong password from a damaged key.
    """

    key: keys.Key | None
    right: bool
    is_closed: bool
    """Whether there is a key that did not open."""

    @classmethod
    def of(cls, stored: tuple[str, str, str], password: str) -> "Proof":
        """A password tried on what is stored of an account."""
        hashed, sealed, public = stored
        key = keys.unseal(sealed, public, password) if sealed else None
        return cls(key, key is not None or _is_password(hashed, password), bool(sealed) and key is None)


def stored_secret(row: AccountRow) -> tuple[str, str, str]:
    """Hash of its password, sealed key and public key."""
    return row.password_hash, row.sealed_key, row.public_key


def _is_password(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def refuse_too_soon(session: Session, account: Account, now: datetime) -> int:
    """Wrong passwords since the last right one. Raises Refused while the next try has to wait."""
    tries, last = _wrong_tries(session, account.id, account.login)
    wait = _wait(tries, last, now)
    if wait > timedelta():
        seconds = math.ceil(wait.total_seconds())
        raise Refused(f"Too many wrong passwords for {account.login}: try again in {seconds} s.")
    return tries


def _wait(tries: int, last: EventRow | None, now: datetime) -> timedelta:
    """How long the next try has to wait: a second after ten wrong ones, and twice as long after each more.

    A last try further ahead than anybody waits was made by a clock that went wrong; it keeps nobody out.
    """
    if tries < FREE_TRIES or last is None or last.at - now > _LONGEST_WAIT:
        return timedelta()
    pause = min(2 ** min(tries - FREE_TRIES, _DOUBLINGS), _LONGEST_WAIT.total_seconds())
    return last.at + timedelta(seconds=pause) - now


def _wrong_tries(session: Session, account_id: int, login: str) -> tuple[int, EventRow | None]:
    """Wrong passwords since the last right one, and the newest of them."""
    own = and_(col(EventRow.account_id) == account_id, col(EventRow.action).in_(("sign in", "change password")))
    by_chief = and_(col(EventRow.note) == login, col(EventRow.action) == "reset password")
    ended = select(func.max(EventRow.number)).where(or_(own, by_chief))
    since = session.exec(ended).first() or 0
    wrong = session.exec(
        select(EventRow)
        .where(EventRow.action == "wrong password", EventRow.account_id == account_id, col(EventRow.number) > since)
        .order_by(col(EventRow.number).desc())
    ).all()
    return len(wrong), wrong[0] if wrong else None
