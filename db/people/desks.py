"""The teams stories belong to."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from db.acts import Act
from db.errors import NotFound, Refused
from db.people.names import tidy_name
from db.stages import Stage
from db.store.tables import DeskRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.text.folding import find_name
from db.values import Account

Rename = Callable[[UnitOfWork, str, str], None]
"""Gives what names a desk its new name, in the change that renames it: the name it had, and the one it gets."""


MOVED_STAGES = (Stage.DRAFT, Stage.EDIT)
"""Where the stories of a desk that is retired go to another one. An approved one keeps its desk, which was signed."""


class Desks:
    """The teams stories belong to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.followers: list[Rename] = []
        """What else of the newsroom calls desks by their names."""

    def all(self) -> list[str]:
        """Names of those that take stories, in the order they were made."""
        with self._database.reading() as session:
            return _active(session)

    def retired(self) -> list[str]:
        """Names of those that take no more stories, in the order they were made."""
        with self._database.reading() as session:
            return list(session.exec(_NAMES.where(col(DeskRow.retired))))

    def ever(self) -> list[str]:
        """Names of all that there have been, in the order they were made, retired ones too: each keeps its place."""
        with self._database.reading() as session:
            return list(session.exec(_NAMES))

    def moved_stories(self, name: str) -> int:
        """Number of the stories that another desk would get if this one was retired. Raises NotFound."""
        with self._database.reading() as session:
            return session.exec(_count_of(need_desk(session, name))).one()

    def need(self, name: str) -> str:
        """A desk as its name is written, in whatever case and with whatever accents it is typed. Raises NotFound."""
        with self._database.reading() as session:
            return need_desk(session, name).name

    def add(self, name: str, *, actor: Account | None) -> str:
        """A new desk; made by a chief, or by the program itself. Raises Refused for a bad name or one that is taken."""
        name = tidy_name(name, "a desk")
        with self._database.change(actor, Act.ADD_DESK) as unit:
            if found := find_desk(unit.session, name):
                raise Refused(_TAKEN[found.retired].format(desk=found.name))
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
                raise Refused(_TAKEN[other.retired].format(desk=other.name))
            if row.name != new:
                _rename(unit, row, new, self.followers)
        return new

    def retire(self, name: str, *, actor: Account, into: str = "", stories: int = 0) -> int:
        """Take no more stories for a desk; its stories in Draft and Edit go to the desk `into`. Number of them.

        Its approved, printed and spiked stories keep it, and people and limits have it again when it is taken back.
        Raises NotFound for a desk that is not there, Refused when it is retired already or the last one, and when
        `stories` is not the number of those that go: whoever retires a desk knows what that moves.
        """
        with self._database.change(actor, Act.RETIRE_DESK) as unit:
            row = active_desk(unit.session, name)
            if _active(unit.session) == [row.name]:
                raise Refused(f"{row.name} is the only desk: a newsroom needs one.")
            moved = unit.session.exec(_count_of(row)).one()
            if moved != stories:
                raise Refused(f"The desk {row.name} has {moved:,} stories in Draft and Edit, not {stories:,}.")
            note = f"{row.name} → {_move_stories(unit, row, into)}" if moved else row.name
            _set_retired(unit, row, note)
        return moved

    def take_back(self, name: str, *, actor: Account) -> str:
        """Have a retired desk take stories again; its name. Raises NotFound, Refused for one that is not retired."""
        with self._database.change(actor, Act.RETIRE_DESK) as unit:
            row = need_desk(unit.session, name)
            if not row.retired:
                raise Refused(f"The desk {row.name} is not retired.")
            _set_retired(unit, row, note=row.name)
        return row.name


_NAMES = select(DeskRow.name).order_by(col(DeskRow.id))

_TAKEN = {
    False: "There is a desk called {desk} already.",
    True: "There is a desk called {desk} already, which is retired: take it back.",
}
"""Why a desk cannot have the name of another one, by whether that is retired."""


def _active(session: Session) -> list[str]:
    return list(session.exec(_NAMES.where(~col(DeskRow.retired))))


def _stories_that_go(desk: DeskRow) -> tuple[Any, Any]:
    return col(StoryRow.desk_id) == desk.id, col(StoryRow.stage).in_(MOVED_STAGES)


def _count_of(desk: DeskRow) -> SelectOfScalar[int]:
    return select(func.count()).select_from(StoryRow).where(*_stories_that_go(desk))


def _move_stories(unit: UnitOfWork, desk: DeskRow, into: str) -> str:
    other = active_desk(unit.session, into)
    if other.id == desk.id:
        raise Refused(f"The stories of {desk.name} go to another desk.")
    going = select(StoryRow).where(*_stories_that_go(desk)).order_by(col(StoryRow.id))
    for story in unit.session.exec(going).all():
        story.desk_id, story.changed = other.id or 0, unit.now
        unit.record("plan", story)
        unit.touch("stories", story.id)
    return other.name


def _set_retired(unit: UnitOfWork, row: DeskRow, note: str) -> None:
    row.retired = not row.retired
    unit.seal(row)
    unit.record("retire desk" if row.retired else "take back desk", note=note)
    for part in ("desks", "stories", "accounts"):
        unit.touch(part)


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
        known = ", ".join(_active(session)) or "none yet"
        raise NotFound(f"There is no desk “{name}”; the desks are: {known}.")
    return desk


def active_desk(session: Session, name: str) -> DeskRow:
    """The desk of that name, for stories and people to come. Raises NotFound, and Refused for a retired one."""
    desk = need_desk(session, name)
    if desk.retired:
        raise Refused(f"The desk {desk.name} is retired: choose another one, or take it back.")
    return desk
