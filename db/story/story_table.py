"""The list of a view: the numbers of its stories in the order of any column, the first of them at once.

A list may hold a million stories. What it is sorted by and what decides whether a story belongs to it stand together in
an index, which is walked in its order: a screenful is there in a moment, and the rest follows without the stories
themselves being read.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, select
from sqlmodel import Session, col

from db.stages import Stage
from db.store.tables import AccountRow, DeskRow, StoryRow
from db.store.unit_of_work import Database
from db.story.card_lists import AnyOf, ListMark, filter_conditions, list_mark
from db.story.search import Search

_FETCHED_AT_ONCE = 5_000
"""Rows that are in memory at once: a million numbers are read in two hundred steps, with turns for others between."""


_TAKEN_APART = 64_000
"""Characters of a joined list that are taken apart at once: all of them would take thirty times as much memory."""


class TableColumn(StrEnum):
    """What a list can be sorted by."""

    SLUG = "slug"
    HEADLINE = "headline"
    STAGE = "stage"
    DESK = "desk"
    KIND = "kind"
    WRITER = "writer"
    WORDS = "words"
    OVER = "over"
    """Lines over the length that was planned."""
    DUE = "due"
    CHANGED = "changed"


@dataclass(frozen=True)
class TableQuestion:
    """What is to be listed, and in which order."""

    filters: tuple[AnyOf, ...]
    """Filters that each story must pass, all of them."""
    column: TableColumn = TableColumn.CHANGED
    descending: bool = True
    search: str = ""
    """What the stories must hold, in the language of the search; empty for anything."""
    login: str = ""
    """Login of the person who asks."""


@dataclass(frozen=True)
class TableListing:
    """The first stories of a list, or all of them."""

    mark: ListMark
    numbers: "array[int]"
    complete: bool
    """Whether these are all."""


@dataclass(frozen=True)
class _Part:
    """Stories that stand together in a list, and their order among themselves."""

    order: tuple[Any, ...]
    condition: ColumnElement[bool] | None = None
    last: bool = False
    """Whether it ends the list in both directions: what has nothing in that column."""


class StoryTable:
    """Lists of the stories of a newsroom."""

    def __init__(self, database: Database, search: Search, kinds: Callable[[], Sequence[str]]) -> None:
        self._database, self._search, self._kinds = database, search, kinds

    def read(self, question: TableQuestion, most: int, since: ListMark | None = None) -> TableListing | None:
        """The first stories that are asked for, at most so many; None when they would be those of the mark `since`."""
        with self._database.reading() as session:
            mark = list_mark(session, self._database, question, question.login)
            if mark == since:
                return None
            numbers = self._numbers(session, question, most)
            return TableListing(mark, numbers[:most], complete=len(numbers) <= most)

    def read_all(self, question: TableQuestion) -> TableListing:
        """All stories that are asked for."""
        with self._database.reading() as session:
            mark = list_mark(session, self._database, question, question.login)
            return TableListing(mark, self._numbers(session, question, None), complete=True)

    def _numbers(self, session: Session, question: TableQuestion, most: int | None) -> "array[int]":
        """The stories in their order; of a list that is longer than `most` one more."""
        found = array("i")
        for part in self._parts(session, question):
            left = None if most is None else most + 1 - len(found)
            if left == 0:
                break
            query = self._query(session, question, part)
            if left is None and _is_sqlite(session):
                found.extend(_numbers_at_once(session, query))
                continue
            with session.connection().execute(query.limit(left)) as rows:
                for some in rows.partitions(_FETCHED_AT_ONCE):
                    found.extend([row[0] for row in some])
        return found

    def _query(self, session: Session, question: TableQuestion, part: _Part) -> Select[Any]:
        now, columns = self._database.clock(), _walked(session)
        wanted = [or_(*(and_(True, *filter_conditions(one, now, columns)) for one in any_of))
                  for any_of in question.filters]  # fmt: skip
        wanted += [part.condition] if part.condition is not None else []
        order = [one.desc() if question.descending else one for one in part.order]
        query: Select[Any] = select(col(StoryRow.id)).where(*wanted).order_by(*order)
        return self._search.narrowed(session, query, question.search) if question.search else query

    def _parts(self, session: Session, question: TableQuestion) -> list[_Part]:
        """The parts of the list in their order."""
        parts = list(_PARTS[question.column](session, self._kinds))
        filled = [part for part in parts if not part.last]
        return (filled[::-1] if question.descending else filled) + [part for part in parts if part.last]


_S: Any = StoryRow
_BESIDE = (_S.stage, _S.desk_id, _S.writer_id, _S.exported, _S.id)
"""What stands behind what is sorted by, in each index: the order among stories that have the same there."""
_Kinds = Callable[[], Sequence[str]]


def _walked(session: Session) -> Any:
    """The columns to filter by. SQLite takes an index of what is filtered by, and sorts, unless it is kept from it."""
    return _Unindexed() if _is_sqlite(session) else StoryRow


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _numbers_at_once(session: Session, query: Select[Any]) -> Iterator[int]:
    """The numbers of a long list, put together by SQLite: by rows, Python's lock would change hands a million times.

    The limit keeps SQLite from thinking that the order within an aggregate is of no account.
    """
    ordered = query.limit(-1).subquery()
    joined = session.connection().execute(select(func.group_concat(ordered.c.id))).scalar() or ""
    begin = 0
    while begin < len(joined):
        end = joined.find(",", begin + _TAKEN_APART)
        end = len(joined) if end < 0 else end
        yield from map(int, joined[begin:end].split(","))
        begin = end + 1


class _Unindexed:
    """The columns of stories as SQLite looks for no index of."""

    stage, desk_id, writer_id, exported = (
        literal_column(f"+story.{name}", _S.__table__.c[name].type)
        for name in ("stage", "desk_id", "writer_id", "exported")
    )
    id = _S.id


def _whole(*columns: Any) -> Callable[[Session, _Kinds], Iterator[_Part]]:
    """A list in one part."""
    return lambda _session, _kinds: iter([_Part((*columns, *_BESIDE))])


def _filled(value: Any) -> Callable[[Session, _Kinds], Iterator[_Part]]:
    """A list whose stories may have nothing in the column: those stand last, the newest first."""
    empty = _Part((_S.changed, *_BESIDE), value.is_(None), last=True)
    return lambda _session, _kinds: iter([_Part((value, *_BESIDE), value.is_not(None)), empty])


def _by_stage(_session: Session, _kinds: _Kinds) -> Iterator[_Part]:
    for stage in Stage:
        yield _Part((_S.changed, _S.id), _S.stage == stage.value)


def _by_desk(session: Session, _kinds: _Kinds) -> Iterator[_Part]:
    for number in session.connection().execute(select(col(DeskRow.id)).order_by(DeskRow.name)).scalars():
        yield _Part((_S.stage, _S.changed, _S.id), _S.desk_id == number)


def _by_writer(session: Session, _kinds: _Kinds) -> Iterator[_Part]:
    people = select(col(AccountRow.id)).order_by(AccountRow.name, AccountRow.login)
    for number in session.connection().execute(people).scalars():
        yield _Part((_S.changed, _S.stage, _S.desk_id, _S.exported, _S.id), _S.writer_id == number)


def _by_kind(_session: Session, kinds: _Kinds) -> Iterator[_Part]:
    """Those of a kind that is offered no more stand together."""
    known = sorted(kinds())
    for kind in known:
        yield _Part((_S.changed, *_BESIDE), _S.kind == kind)
    yield _Part((_S.kind, _S.changed, *_BESIDE), _S.kind.not_in([*known, ""]))
    yield _Part((_S.changed, *_BESIDE), _S.kind == "", last=True)


_PARTS: dict[TableColumn, Callable[[Session, _Kinds], Iterator[_Part]]] = {
    TableColumn.SLUG: _whole(_S.slug),
    TableColumn.HEADLINE: _whole(_S.headline),
    TableColumn.STAGE: _by_stage,
    TableColumn.DESK: _by_desk,
    TableColumn.KIND: _by_kind,
    TableColumn.WRITER: _by_writer,
    TableColumn.WORDS: _whole(_S.words),
    TableColumn.OVER: _filled(_S.lines - _S.target_lines),
    TableColumn.DUE: _filled(_S.due),
    TableColumn.CHANGED: _whole(_S.changed),
}
"""How a list is sorted by each column."""
