"""The teams stories belong to."""

from collections.abc import Callable, Iterable

from sqlmodel import Session, col, select

from db.acts import Act
from db.errors import NotFound, Refused
from db.people.names import tidy_name
from db.store.tables import DeskRow
from db.store.unit_of_work import Database, UnitOfWork
from db.text.folding import find_name
from db.values import Account

Rename = Callable[[UnitOfWork, str, str], None]
"""Gives what names a desk its new name, in the change that renames it: the name it had, and the one it gets."""


class Desks:
    """The teams stories belong to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.followers: list[Rename] = []
        """What else of the newsroom calls desks by their names."""

    def all(self) -> list[str]:
        """Their names, in the order they were made."""
        with self._database.reading() as session:
            return list(session.exec(select(DeskRow.name).order_by(col(DeskRow.id))))

    def need(self, name: str) -> str:
        """A desk as its name is written, in whatever case and with whatever accents it is typed. Raises NotFound."""
        with self._database.reading() as session:
            return need_desk(session, name).name

    def add(self, name: str, *, actor: Account | None) -> str:
        """A new desk; made by a chief, or by the program itself. Raises Refused for a bad name or one that is taken."""
        name = tidy_name(name, "a desk")
        with self._database.change(actor, Act.ADD_DESK) as unit:
            if find_desk(unit.session, name):
                raise Refused(f"There is a desk called {name} already.")
            row = DeskRow(name=name)
            unit.session.add(row)
            unit.seal(row)
            unit.record("add desk", note=name)
            unit.touch("desks")
        return name

    def rename(self, name: str, new: str, *, actor: Account) -> str:
        """Give a desk another name, which is given back; its stories, people, limits and saved searches follow.

        Raises NotFound for a desk that is not there, Refused when the name is empty or another desk's.
        """
        new = tidy_name(new, "a desk")
        with self._database.change(actor, Act.RENAME_DESK) as unit:
            row, other = need_desk(unit.session, name), find_desk(unit.session, new)
            if other is not None and other.id != row.id:
                raise Refused(f"There is a desk called {other.name} already.")
            if row.name != new:
                _rename(unit, row, new, self.followers)
        return new


def _rename(unit: UnitOfWork, row: DeskRow, new: str, followers: Iterable[Rename]) -> None:
    old, row.name = row.name, new
    unit.seal(row)
    for follow in followers:
        follow(unit, old, new)
    unit.record("rename desk", note=f"{old} → {new}")
    for part in ("desks", "stories", "settings", "accounts"):
        unit.touch(part)


def find_desk(session: Session, name: str) -> DeskRow | None:
    """The desk of that name, in whatever case and with whatever accents it is typed; one spelled just so goes first."""
    desks = session.exec(select(DeskRow).order_by(col(DeskRow.id))).all()
    number = find_name([desk.name for desk in desks], name)
    return None if number is None else desks[number]


def need_desk(session: Session, name: str) -> DeskRow:
    """The desk of that name. Raises NotFound, naming the desks there are."""
    desk = find_desk(session, name)
    if desk is None:
        known = ", ".join(session.exec(select(DeskRow.name).order_by(col(DeskRow.id)))) or "none yet"
        raise NotFound(f"There is no desk “{name}”; the desks are: {known}.")
    return desk
