"""What a board shows: the numbers of each column's stories in their order, and the cards of those that are looked at.

A column may hold a hundred thousand stories. Of each its number and its length are read, eight bytes; a card, which
takes two hundred times as much, only where somebody looks.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select
from sqlmodel import Session, col

from db.stages import Stage
from db.store.tables import AccountRow, ClaimRow, DeskRow, EventRow, StoryRow
from db.store.unit_of_work import Database
from db.story.cards import card_of, named_rows, texts_of
from db.story.search import Search
from db.story.snippets import SnippetPart, snippet_of
from db.text.search_hits import Hits
from db.text.search_query import parse
from db.values import StoryCard

_FETCHED_AT_ONCE = 1_000
"""Rows of a long list that are in memory at once, each a hundred times as large as what is kept of it."""
_RANKED = 500
"""Stories that are put in order by how well they match: more than anybody looks through."""


class CardOrder(StrEnum):
    """The order of the stories in a column."""

    DUE = "due"
    CHANGED = "changed"
    SLUG = "slug"
    LENGTH = "length"
    RELEVANCE = "relevance"


@dataclass(frozen=True)
class CardGroup:
    """All that decides which lists a story stands in."""

    stage: Stage
    desk: str
    writer: str
    """Login of the writer."""
    holder: str = ""
    """Login of who has claimed it, or empty."""
    exported: bool = False

    @classmethod
    def of(cls, card: StoryCard) -> "CardGroup":
        """The group of a card."""
        holder = card.claim.login if card.claim else ""
        return cls(card.stage, card.desk, card.writer, holder, card.exported is not None)


@dataclass(frozen=True)
class CardFilter:
    """What a story must be to be taken into a list. What is not named may be anything."""

    stages: tuple[Stage, ...] = ()
    desks: tuple[str, ...] = ()
    writer: str = ""
    holder: str = ""
    exported: bool | None = None

    def takes(self, group: CardGroup) -> bool:
        """Whether the stories of a group are taken: the same as `_condition` says to the database."""
        return (
            (not self.stages or group.stage in self.stages)
            and (not self.desks or group.desk in self.desks)
            and self.writer in ("", group.writer)
            and self.holder in ("", group.holder)
            and self.exported in (None, group.exported)
        )


AnyOf = tuple[CardFilter, ...]
"""Filters of which one must take a story."""


def takes(filters: AnyOf, group: CardGroup) -> bool:
    """Whether any of some filters takes the stories of a group."""
    return any(one.takes(group) for one in filters)


@dataclass(frozen=True)
class CardQuestion:
    """What is to be listed."""

    columns: tuple[tuple[AnyOf, ...], ...]
    """Of each column the filters that its stories must all pass."""
    order: CardOrder = CardOrder.DUE
    search: str = ""
    """What the stories must hold, in the language of the search; empty for anything."""
    login: str = ""
    """Login of the person who asks: of claims, theirs alone are counted."""


@dataclass(frozen=True)
class ListMark:
    """How things stood when lists were read. As long as it is the same they need not be read again."""

    question: object
    """CardQuestion, or that of another list."""
    record: int
    """Number of the newest record of the log."""
    replaced: int
    """How often the newsroom's file had been put in the place of another."""
    held: frozenset[int]
    """Numbers of the stories that the person has claimed: claims leave no record."""


@dataclass(frozen=True)
class ColumnList:
    """The stories of a column in their order: their numbers, and how many words each has."""

    numbers: "array[int]" = field(default_factory=lambda: array("i"))
    words: "array[int]" = field(default_factory=lambda: array("i"))

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True)
class Tally:
    """Number and words of the stories of a group."""

    group: CardGroup
    writer_name: str
    stories: int
    words: int


@dataclass(frozen=True)
class CardListing:
    """What was asked for, and how many stories there are of each group, in the whole newsroom."""

    mark: ListMark
    columns: tuple[ColumnList, ...]
    tallies: tuple[Tally, ...]
    found: tuple[Tally, ...] = ()
    """Of the stories that hold what is searched for."""


@dataclass(frozen=True)
class CardBatch:
    """Some cards, and where in them stands what is searched for."""

    cards: tuple[StoryCard, ...] = ()
    snippets: Mapping[int, Sequence[SnippetPart]] = field(default_factory=dict)


class CardLists:
    """Lists of the stories of a newsroom, and their cards."""

    def __init__(self, database: Database, search: Search) -> None:
        self._database, self._search = database, search

    def read(self, question: CardQuestion, since: ListMark | None = None) -> CardListing | None:
        """What is asked for; None when it would be the same as at the mark `since`."""
        ranks = self._ranks(question)
        with self._database.reading() as session:
            mark = list_mark(session, self._database, question, question.login)
            if mark == since:
                return None
            columns = tuple(self._column(session, question, one, ranks) for one in question.columns)
            found = self._tallies(session, mark, question.login, question.search) if question.search else ()
            return CardListing(mark, columns, self._tallies(session, mark, question.login, ""), found)

    def cards(self, numbers: Collection[int], search: str = "") -> CardBatch:
        """The cards of these stories as they stand now, those that there are, with the hits of a search."""
        query, found, snippets = parse(search), list[StoryCard](), dict[int, Sequence[SnippetPart]]()
        hits = Hits(query) if query.terms else None
        now = self._database.clock()
        with self._database.reading() as session:
            for row in named_rows(session.connection(), sorted(set(numbers)), bodies=hits is not None):
                card = card_of(row, now)
                found.append(card)
                if hits is not None and (snippet := snippet_of(card, *texts_of(row), hits)):
                    snippets[card.id] = snippet
        return CardBatch(tuple(found), snippets)

    def _ranks(self, question: CardQuestion) -> dict[int, int]:
        """Of the stories that match best the place of each, where they are wanted in that order."""
        if question.order is not CardOrder.RELEVANCE or not question.search:
            return {}
        found = self._search.find(question.search, limit=_RANKED, relevance=True, snippets=False)
        return {hit.card.id: place for place, hit in enumerate(found.hits)}

    def _column(
        self, session: Session, question: CardQuestion, filters: Sequence[AnyOf], ranks: Mapping[int, int]
    ) -> ColumnList:
        now, dialect = self._database.clock(), session.get_bind().dialect.name
        story: Any = StoryRow
        query: Select[Any] = select(story.id, story.words).where(*(_condition(one, now) for one in filters))
        query = query.order_by(*_order(question.order, dialect))
        if question.search:
            query = self._search.narrowed(session, query, question.search)
        found = ColumnList()
        with session.connection().execute(query) as rows:
            for part in rows.partitions(_FETCHED_AT_ONCE):
                found.numbers.extend(row[0] for row in part)
                found.words.extend(row[1] for row in part)
        return _ranked_list(found, ranks) if ranks else found

    def _tallies(self, session: Session, mark: ListMark, login: str, search: str) -> tuple[Tally, ...]:
        """Numbers and words of all groups, the stories that the person holds apart from the others."""
        queries = [_sums(), _facts().where(col(StoryRow.id).in_(sorted(mark.held)))]
        if search:
            queries = [self._search.narrowed(session, one, search) for one in queries]
        sums, own = (session.connection().execute(one).all() for one in queries)
        counted = Counter[tuple[Any, ...]]()
        for stage, desk, writer, number, out, length, length_out in sums:
            for exported, stories, words in ((False, number - out, length - length_out), (True, out, length_out)):
                counted[stage, desk, writer, exported, "", "stories"] = int(stories)
                counted[stage, desk, writer, exported, "", "words"] = int(words)
        for stage, desk, writer, exported, words in own:
            for holder, sign in (("", -1), (login, 1)):
                counted[stage, desk, writer, exported is not None, holder, "stories"] += sign
                counted[stage, desk, writer, exported is not None, holder, "words"] += sign * words
        return tuple(_named_tallies(session.connection(), counted))


def _ranked_list(found: ColumnList, ranks: Mapping[int, int]) -> ColumnList:
    """The stories that match best first, by their places; the others as they stood."""
    rows = sorted(range(len(found)), key=lambda row: ranks.get(found.numbers[row], len(ranks)))
    numbers, words = (array("i", [values[row] for row in rows]) for values in (found.numbers, found.words))
    return ColumnList(numbers, words)


def _sums() -> Select[Any]:
    """Number and words of the stories of each stage, desk and writer, and of those of them that were exported."""
    group: Any = (col(StoryRow.stage), col(StoryRow.desk_id), col(StoryRow.writer_id))
    exported, words = col(StoryRow.exported), col(StoryRow.words)
    words_out = func.sum(case((exported.is_not(None), words), else_=0))
    return select(*group, func.count(), func.count(exported), func.sum(words), words_out).group_by(*group)


def _facts() -> Select[Any]:
    """The same of each story by itself."""
    story: Any = StoryRow
    return select(story.stage, story.desk_id, story.writer_id, story.exported, story.words)


def _named_tallies(connection: Connection, counted: Counter[tuple[Any, ...]]) -> Iterator[Tally]:
    names = select(col(AccountRow.id), col(AccountRow.login), col(AccountRow.name))
    desks = {row[0]: row[1] for row in connection.execute(select(col(DeskRow.id), col(DeskRow.name)))}
    people = {number: (login, name) for number, login, name in connection.execute(names)}
    for (*key, what), number in counted.items():
        if what == "stories" and number:
            stage, desk, writer, exported, holder = key
            login, name = people[writer]
            group = CardGroup(Stage(stage), desks[desk], login, holder, exported)
            yield Tally(group, name, number, counted[*key, "words"])


def _held_by(login: str, now: datetime) -> Select[Any]:
    """The numbers of the stories that a person has claimed."""
    query = select(col(ClaimRow.story_id)).join(AccountRow, col(AccountRow.id) == ClaimRow.account_id)
    return query.where(col(AccountRow.login) == login, col(ClaimRow.until) > now)


def list_mark(session: Session, database: Database, question: object, login: str) -> ListMark:
    """How things stand for a list that a person asks for."""
    connection = session.connection()
    record = connection.execute(select(func.max(col(EventRow.number)))).scalar() or 0
    held = connection.execute(_held_by(login, database.clock())).scalars()
    return ListMark(question, record, database.replaced, frozenset(held))


def _condition(filters: AnyOf, now: datetime) -> ColumnElement[bool]:
    """The condition that one of some filters takes a story."""
    return or_(*(and_(True, *filter_conditions(one, now, StoryRow)) for one in filters))


def filter_conditions(wanted: CardFilter, now: datetime, story: Any) -> Iterator[ColumnElement[bool]]:
    """The conditions of a filter on the columns of a story."""
    if wanted.stages:
        yield story.stage.in_(map(str, wanted.stages))
    if wanted.desks:
        yield story.desk_id.in_(select(col(DeskRow.id)).where(col(DeskRow.name).in_(wanted.desks)))
    if wanted.writer:
        yield story.writer_id.in_(select(col(AccountRow.id)).where(col(AccountRow.login) == wanted.writer))
    if wanted.holder:
        yield story.id.in_(_held_by(wanted.holder, now))
    if wanted.exported is not None:
        yield story.exported.is_not(None) if wanted.exported else story.exported.is_(None)


def _order(order: CardOrder, dialect: str) -> Iterable[ColumnElement[Any]]:
    """What stories are sorted by; slugs as their characters are numbered, which PostgreSQL must be told."""
    slug: Any = col(StoryRow.slug) if dialect == "sqlite" else col(StoryRow.slug).collate("C")
    number, changed, due = col(StoryRow.id), col(StoryRow.changed).desc(), col(StoryRow.due)
    orders: dict[CardOrder, tuple[Any, ...]] = {
        CardOrder.DUE: (due.is_(None), due, changed, number),
        CardOrder.CHANGED: (changed, number),
        CardOrder.SLUG: (slug, number),
        CardOrder.LENGTH: (col(StoryRow.words).desc(), slug, number),
        CardOrder.RELEVANCE: (changed, number),
    }
    return orders[order]
