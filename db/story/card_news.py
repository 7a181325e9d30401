"""What has become of cards since they were read: a board reads again what changed, not every story of the newsroom."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select
from sqlmodel import col

from db.store.tables import ClaimRow, EventRow, StoryRow
from db.store.unit_of_work import Database
from db.story.cards import card_of, cards_query
from db.values import StoryCard

_OF_ALL = ("change account", "rename desk")
"""Acts that show on the cards of many stories, and name none."""
_ASKED_AT_ONCE = 500
"""Stories asked for by number in one query: far below what SQLite takes."""


@dataclass(frozen=True)
class CardMark:
    """How far cards were read."""

    record: int
    """Number of the newest record of the log."""
    replaced: int
    """How often the newsroom's file had been put in the place of another."""


@dataclass(frozen=True)
class CardNews:
    """Cards as they stand now."""

    cards: Sequence[StoryCard]
    mark: CardMark
    whole: bool
    """Whether these are the cards of all stories, and not only those that others have changed."""


def read_card_news(database: Database, since: CardMark | None, also: Collection[int] = ()) -> CardNews:
    """The cards that are others since they were read, or all when they never were.

    The log names the stories that changed. What leaves no record is asked for, too: claims that are held now, and the
    stories named `also`, whose claim may have run out or whose depth may be known by now.
    """
    with database.reading() as session:
        connection = session.connection()
        mark = CardMark(connection.execute(select(func.max(col(EventRow.number)))).scalar() or 0, database.replaced)
        changed = _changed(connection, since, mark)
        if changed is None:
            return CardNews(list(_cards(connection, cards_query(), database.clock())), mark, whole=True)
        held = connection.execute(select(col(ClaimRow.story_id))).scalars()
        numbers = sorted({*changed, *also, *held})
        return CardNews(list(_named(connection, numbers, database.clock())), mark, whole=False)


def _changed(connection: Connection, since: CardMark | None, mark: CardMark) -> set[int] | None:
    """The stories that the log names since then; None when any may be another."""
    if since is None or since.replaced != mark.replaced or since.record > mark.record:
        return None
    later = col(EventRow.number) > since.record
    found = connection.execute(select(col(EventRow.story_id), col(EventRow.action)).where(later)).all()
    if any(action in _OF_ALL for _, action in found):
        return None
    return {number for number, _ in found if number is not None}


def _named(connection: Connection, numbers: Sequence[int], now: datetime) -> Iterator[StoryCard]:
    for first in range(0, len(numbers), _ASKED_AT_ONCE):
        yield from _cards(connection, _query_of_named(), now, numbers=numbers[first : first + _ASKED_AT_ONCE])


def _cards(connection: Connection, query: Select[Any], now: datetime, **values: object) -> Iterator[StoryCard]:
    """One by one: the rows of a hundred thousand stories are not held beside their cards."""
    return (card_of(row, now) for row in connection.execute(query, values))


@cache
def _query_of_named() -> Select[Any]:
    return cards_query().where(col(StoryRow.id).in_(bindparam("numbers", expanding=True)))
