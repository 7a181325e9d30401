"""The people of the newsroom and the desks they belong to."""

import re
from typing import TYPE_CHECKING

from argon2 import PasswordHasher, Type
from sqlalchemy import func
from sqlmodel import Session, col, select

from db.errors import NotFound, Refused
from db.models import AccountDeskRow, AccountRow, DeskRow
from db.stages import Role
from db.values import Account

if TYPE_CHECKING:
    from db.newsroom import Newsroom

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,31}")

HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4, type=Type.ID)
"""RFC 9106, section 4, the second recommended option (low memory)."""


class Desks:
    """The teams stories belong to."""

    def __init__(self, newsroom: "Newsroom") -> None:
        self._newsroom = newsroom

    def all(self) -> list[str]:
        """Their names, in the order they were made."""
        with self._newsroom.reading() as session:
            return list(session.exec(select(DeskRow.name).order_by(col(DeskRow.id))))

    def add(self, name: str, *, actor: Account | None) -> str:
        """A new desk. Raises Refused when the name is empty or taken."""
        name = " ".join(name.split())
        if not name:
            raise Refused("A desk needs a name.")
        with self._newsroom.change(actor) as writing:
            if find_desk(writing.session, name):
                raise Refused(f"There is a desk called {name} already.")
            writing.session.add(DeskRow(name=name))
            writing.record("add desk", note=name)
            writing.touch("desks")
        return name


class Accounts:
    """Who may do what."""

    def __init__(self, newsroom: "Newsroom") -> None:
        self._newsroom = newsroom

    def all(self, *, active_only: bool = False) -> list[Account]:
        """Everybody, in the order they came."""
        with self._newsroom.reading() as session:
            rows = session.exec(select(AccountRow).order_by(col(AccountRow.id))).all()
            desks = _desks_by_account(session)
            return [account_value(row, desks.get(row.id or 0, ())) for row in rows if row.active or not active_only]

    def get(self, login: str) -> Account:
        """The account of that login. Raises NotFound."""
        with self._newsroom.reading() as session:
            row = session.exec(select(AccountRow).where(AccountRow.login == login)).first()
            if row is None:
                raise NotFound(f"There is no account “{login}” in this newsroom.")
            return account_value(row, _desks_by_account(session, row.id).get(row.id or 0, ()))

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
        """A new account; only a chief makes one, save the first. Raises Refused or NotFound with the reason."""
        if not _LOGIN.fullmatch(login):
            raise Refused(f"“{login}” cannot be a login: use up to 32 lower-case letters, digits, dots and hyphens.")
        if not name.strip():
            raise Refused("An account needs a name.")
        hashed = HASHER.hash(password) if password else ""
        with self._newsroom.change(actor) as writing:
            session = writing.session
            taken = session.exec(select(AccountRow.login)).all()
            if taken and (actor is None or actor.role is not Role.CHIEF):
                raise Refused("Only the chief may add accounts.")
            if login in taken:
                raise Refused(f"The login {login} is taken.")
            row = AccountRow(
                login=login, name=name.strip(), role=role, initials=initials or initials_of(name), email=email,
                language=language, password_hash=hashed, created=writing.now,
            )  # fmt: skip
            session.add(row)
            session.flush()
            for desk in desks:
                session.add(AccountDeskRow(account_id=row.id or 0, desk_id=need_desk(session, desk).id or 0))
            writing.record("add account", note=login)
            writing.touch("accounts")
            return account_value(row, desks)


def initials_of(name: str) -> str:
    """The first letters of the words of a name, at most three, in capitals."""
    return "".join(word[0] for word in name.split())[:3].upper()


def find_desk(session: Session, name: str) -> DeskRow | None:
    """The desk of that name, whatever its case."""
    return session.exec(select(DeskRow).where(func.lower(DeskRow.name) == name.strip().lower())).first()


def need_desk(session: Session, name: str) -> DeskRow:
    """The desk of that name. Raises NotFound, naming the desks there are."""
    desk = find_desk(session, name)
    if desk is None:
        known = ", ".join(session.exec(select(DeskRow.name).order_by(col(DeskRow.id)))) or "none yet"
        raise NotFound(f"There is no desk “{name}”; the desks are: {known}.")
    return desk


def account_value(row: AccountRow, desks: tuple[str, ...] = ()) -> Account:
    """The plain value of an account's row."""
    return Account(
        id=row.id or 0, login=row.login, name=row.name, initials=row.initials, role=Role(row.role), email=row.email,
        desks=tuple(desks), language=row.language, active=row.active,
    )  # fmt: skip


def _desks_by_account(session: Session, account_id: int | None = None) -> dict[int, tuple[str, ...]]:
    query = select(AccountDeskRow.account_id, DeskRow.name).join(DeskRow, col(AccountDeskRow.desk_id) == DeskRow.id)
    if account_id is not None:
        query = query.where(AccountDeskRow.account_id == account_id)
    found: dict[int, tuple[str, ...]] = {}
    for owner, name in session.exec(query.order_by(col(DeskRow.id))):
        found[owner] = (*found.get(owner, ()), name)
    return found
