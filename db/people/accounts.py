"""The people of the newsroom: who they are, how they sign in, and the key each signs with."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlmodel import Session, col, select

from db import keys
from db.acts import Act
from db.errors import NotFound, Refused
from db.language_codes import tidy_language
from db.people.authentication import HASHER, Proof, refuse_too_soon, stored_secret
from db.people.desks import active_desk
from db.people.names import tidy_address, tidy_initials, tidy_name
from db.stages import Role
from db.store.sessions import Sessions
from db.store.tables import AccountDeskRow, AccountKeyRow, AccountRow, DeskRow
from db.store.unit_of_work import LAST_RESET, Database, UnitOfWork, own_change
from db.text.folding import folded_name
from db.values import Account, SignedIn

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")

LEAST_PASSWORD = 6
"""Characters of a password."""

_TIDY: dict[str, Callable[[str], str]] = {
    "name": partial(tidy_name, whose="an account"), "initials": tidy_initials, "email": tidy_address,
    "language": tidy_language,
}  # fmt: skip
"""What is named of an account as it is stored; each raises Refused for what will not do."""


class Accounts:
    """Who may do what. Accounts are deactivated, never deleted: the log names them."""

    def __init__(self, database: Database, sessions: Sessions) -> None:
        self._database = database
        self._sessions = sessions

    def all(self, *, active_only: bool = False) -> list[Account]:
        """Everybody, in the order they came."""
        with self._database.reading() as session:
            rows = session.exec(select(AccountRow).order_by(col(AccountRow.id))).all()
            desks = _desks_by_account(session)
            return [account_value(row, desks.get(row.id or 0, ())) for row in rows if row.active or not active_only]

    def get(self, login: str) -> Account:
        """The account of that login, in whatever case it is typed. Raises NotFound."""
        with self._database.reading() as session:
            return _value(session, _need(session, login))

    def has_password(self, login: str) -> bool:
        """Whether this person must give a password to sign in. Raises NotFound."""
        with self._database.reading() as session:
            return bool(_need(session, login).password_hash)

    def with_password(self) -> frozenset[str]:
        """The logins of all who must give a password to sign in."""
        with self._database.reading() as session:
            return frozenset(session.exec(select(AccountRow.login).where(col(AccountRow.password_hash) != "")))

    def add(
        self,
        *,
        login: str,
        name: str,
        role: Role,
        password: str = "",
        initials: str = "",
        email: str = "",
        desks: tuple[str, ...] = (),
        language: str = "en",
        actor: Account | None,
    ) -> Account:
        """A new account; only a chief makes one, save the first. Without a password it has no key to sign with.

        Raises Refused or NotFound with the reason.
        """
        if not _LOGIN.fullmatch(login):
            raise Refused(f"“{login}” cannot be a login: use up to 32 lower-case letters, digits, dots and hyphens.")
        name = tidy_name(name, "an account")
        initials = tidy_initials(initials) or initials_of(name)
        email, language = tidy_address(email), tidy_language(language)
        secret = _Secret.of(password) if password else None
        with self._database.change(actor, Act.ADD_ACCOUNT) as unit:
            session = unit.session
            taken = session.exec(select(AccountRow.login)).all()
            if login in taken:
                raise Refused(f"The login {login} is taken.")
            row = AccountRow(
                login=login, name=name, role=role, initials=initials, email=email, language=language, created=unit.now,
            )  # fmt: skip
            session.add(row)
            session.flush()
            if secret is not None:
                secret.give(unit, row, "given" if actor else "")
            _set_desks(unit, row, desks)
            unit.seal(row)
            unit.record("add account", note=login)
            unit.touch("accounts")
            session.flush()
            return _value(session, row)

    def sign_in(self, login: str, password: str = "") -> SignedIn:
        """Let a person in, their signing key unsealed; who has no password has no key either.

        Raises NotFound for an unknown login, Refused for a wrong password, an account that is not active, or after
        ten wrong ones in a row for a while that grows. Wrong tries are recorded.
        """
        with self._database.reading() as session:
            row = _need(session, login)
            if not row.active:
                raise Refused(f"The account {login} is not active: ask the chief.")
            found = _Admission.of(session, row, None)
        if row.password_hash or row.sealed_key:
            found = self._try(found.account, password)
        return self._sessions.begin(found.account, found.key, reset=found.reset)

    def change_password(self, login: str, old: str, new: str) -> SignedIn:
        """Another password of one's own; the key stays, and the first one makes it. Returns a session with it.

        Raises Refused for a wrong old one, or a new one too short.
        """
        signed_in = self.sign_in(login, old)
        secret = _Secret.of(new, signed_in.key)
        with self._database.change(signed_in, Act.CHANGE_PASSWORD) as unit:
            row = _need(unit.session, login)
            if signed_in.key is None and row.sealed_key:
                raise Refused(f"{login} was given a password meanwhile: sign in with it.")
            secret.give(unit, row, "")
            unit.seal(row)
            unit.record("change password", note=row.login)
        return self._sessions.begin(signed_in, secret.key, reset=signed_in.reset)

    def reset_password(self, login: str, new: str, *, actor: Account) -> None:
        """Another password for who forgot theirs, by the chief. The old key cannot be opened: a new one is made."""
        secret = _Secret.of(new)
        with self._database.change(actor, Act.RESET_PASSWORD) as unit:
            row = _need(unit.session, login)
            secret.give(unit, row, "reset")
            unit.seal(row)
            unit.record("reset password", note=row.login)
            unit.touch("accounts")

    def change(
        self,
        login: str,
        *,
        actor: Account,
        name: str | None = None,
        role: Role | None = None,
        initials: str | None = None,
        email: str | None = None,
        desks: tuple[str, ...] | None = None,
        language: str | None = None,
        active: bool | None = None,
    ) -> Account:
        """Change what is named of an account, by the chief; empty initials are made of the name.

        Raises Refused for the last active chief, and for a name, address or language that will not do.
        """
        given: dict[str, Any] = {
            "name": name, "role": role, "initials": initials, "email": email, "language": language, "active": active,
        }  # fmt: skip
        wanted = {
            field: _TIDY[field](value) if field in _TIDY else value
            for field, value in given.items()
            if value is not None
        }
        with self._database.change(actor, Act.CHANGE_ACCOUNT) as unit:
            row = _need(unit.session, login)
            if wanted.get("initials") == "":
                wanted["initials"] = initials_of(wanted.get("name", row.name))
            for field, value in wanted.items():
                setattr(row, field, value)
            if desks is not None:
                _set_desks(unit, row, desks)
            unit.session.flush()
            _refuse_without_chief(unit.session)
            unit.seal(row)
            unit.record("change account", note=row.login)
            unit.touch("accounts")
            return _value(unit.session, row)

    def _try(self, account: Account, password: str) -> "_Admission":
        """One try, made and counted in one transaction: tries made side by side follow one another.

        The password is proven before that, for it takes long on purpose; what was proven too soon after too many wrong
        ones is told to nobody. Raises Refused when it is wrong, has to wait or does not open the key.
        """
        while True:
            with self._database.reading() as session:
                stored = stored_secret(_need(session, account.login))
                refuse_too_soon(session, account, self._database.clock())
            proof = Proof.of(stored, password)
            with own_change(self._database, account) as unit:
                row = _need(unit.session, account.login)
                if stored_secret(row) != stored:
                    continue  # they were given another password meanwhile
                tries = refuse_too_soon(unit.session, account, unit.now)
                if tries or not proof.right:
                    unit.record("sign in" if proof.right else "wrong password", note=account.login)
                admission = _Admission.of(unit.session, row, proof.key)
            if not proof.right:
                raise Refused(f"That is not the password of {account.login}.")
            if proof.is_closed:
                raise Refused("The signing key does not open with this password.")
            return admission


def initials_of(name: str) -> str:
    """The first letters of the words of a name, at most three, in capitals."""
    return "".join(word[0] for word in name.split())[:3].upper()


def account_value(row: AccountRow, desks: tuple[str, ...] = ()) -> Account:
    """The plain value of an account's row."""
    return Account(
        id=row.id or 0, login=row.login, name=row.name, initials=row.initials, role=Role(row.role), email=row.email,
        desks=tuple(desks), language=row.language, active=row.active,
    )  # fmt: skip


def _value(session: Session, row: AccountRow) -> Account:
    return account_value(row, _desks_by_account(session, row.id).get(row.id or 0, ()))


def _need(session: Session, login: str) -> AccountRow:
    row = session.exec(select(AccountRow).where(AccountRow.login == folded_name(login))).first()
    if row is None:
        raise NotFound(f"There is no account “{login}” in this newsroom.")
    return row


@dataclass(frozen=True)
class _Secret:
    """A password as it is stored, and the key it seals. Made before anything is locked: that takes long on purpose."""

    hashed: str
    sealed: str
    key: keys.Key

    @classmethod
    def of(cls, password: str, key: keys.Key | None = None) -> "_Secret":
        """Those of a password, with a new key where there is none yet. Raises Refused for one that is too short."""
        key = key or keys.new_key()
        return cls(HASHER.hash(long_enough(password)), key.seal(password), key)

    def give(self, unit: UnitOfWork, row: AccountRow, origin: str) -> None:
        """Let an account have them; a key it did not have yet is written down with where it came from."""
        row.password_hash, row.sealed_key = self.hashed, self.sealed
        if row.public_key != self.key.public:
            _give_key(unit, row, self.key, origin)


@dataclass(frozen=True)
class _Admission:
    """What a session begins with, as it was in the transaction in which the password was proven.

    Read later, the newest reset could be one that was made since: a session with the old password would outlast it.
    """

    account: Account
    key: keys.Key | None
    reset: int

    @classmethod
    def of(cls, session: Session, row: AccountRow, key: keys.Key | None) -> "_Admission":
        """The account of a row as it is now."""
        return cls(_value(session, row), key, _last_reset(session, row))


def long_enough(password: str) -> str:
    """The password, when it has as many characters as one needs. Raises Refused."""
    if len(password) < LEAST_PASSWORD:
        raise Refused(f"A password needs at least {LEAST_PASSWORD} characters.")
    return password


def _refuse_without_chief(session: Session) -> None:
    """A newsroom that nobody runs could never be put right again."""
    chiefs = select(AccountRow.id).where(col(AccountRow.role) == Role.CHIEF, col(AccountRow.active))
    if session.exec(chiefs).first() is None:
        raise Refused("A newsroom needs an active chief: make somebody else one first.")


def _last_reset(session: Session, row: AccountRow) -> int:
    return int(session.exec(select(LAST_RESET).select_from(AccountRow).where(col(AccountRow.id) == row.id)).one())


def _give_key(unit: UnitOfWork, row: AccountRow, key: keys.Key, origin: str) -> None:
    row.public_key = key.public
    held = AccountKeyRow(
        account_id=row.id or 0, public_key=key.public, made=unit.now, origin=origin,
        given_by=unit.actor.id if unit.actor and origin else None,
    )  # fmt: skip
    unit.session.add(held)
    unit.seal(held)


def _set_desks(unit: UnitOfWork, row: AccountRow, desks: tuple[str, ...]) -> None:
    session = unit.session
    theirs = select(AccountDeskRow).join(DeskRow, col(AccountDeskRow.desk_id) == DeskRow.id)
    for link in session.exec(theirs.where(col(AccountDeskRow.account_id) == row.id, ~col(DeskRow.retired))).all():
        unit.remove(link)
    session.flush()
    for number in dict.fromkeys(active_desk(session, desk).id or 0 for desk in desks):
        link = AccountDeskRow(account_id=row.id or 0, desk_id=number)
        session.add(link)
        unit.seal(link)


def _desks_by_account(session: Session, account_id: int | None = None) -> dict[int, tuple[str, ...]]:
    """The desks of each that take stories; a retired one is theirs again when it is taken back."""
    query = select(AccountDeskRow.account_id, DeskRow.name).join(DeskRow, col(AccountDeskRow.desk_id) == DeskRow.id)
    query = query.where(~col(DeskRow.retired))
    if account_id is not None:
        query = query.where(AccountDeskRow.account_id == account_id)
    found: dict[int, tuple[str, ...]] = {}
    for owner, name in session.exec(query.order_by(col(DeskRow.id))):
        found[owner] = (*found.get(owner, ()), name)
    return found
