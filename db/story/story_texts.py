"""The texts of many stories, a page at a time: for whoever looks for more in them than the index of words holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from db.errors import Unreadable
from db.people.desks import need_desk
from db.stages import Stage
from db.store.tables import StoryRow
from db.store.unit_of_work import Database
from db.story.cards import block_texts_of, card_of, cards_query
from db.values import StoryCard

TEXTS_A_PAGE = 200
"""Texts that are read at a time: some tenths of a second of work, after which one may stop, and a megabyte."""


@dataclass(frozen=True)
class StoryScope:
    """Which stories are looked through."""

    stages: tuple[Stage, ...] = ()
    """All when none is named."""
    desk: str = ""
    """Name of their desk; empty for all."""


@dataclass(frozen=True)
class BlockTexts:
    """The words of a story: its card has the fields."""

    card: StoryCard
    blocks: tuple[str, ...]
    """The text of each block of the body, pictures with their cutlines among them; none of a damaged body."""


@dataclass(frozen=True)
class TextPage:
    """Some texts. `before` asks for the next page; None when this was the last."""

    texts: tuple[BlockTexts, ...]
    before: int | None = None


class StoryTexts:
    """The newest texts of a newsroom's stories, the newest story first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, scope: StoryScope) -> int:
        """Number of the stories that are looked through. Raises NotFound for a desk that is not there."""
        with self._database.reading() as session:
            query = _within(session, select(func.count()).select_from(StoryRow), scope)
            return int(session.connection().execute(query).scalar_one())

    def page(self, scope: StoryScope, before: int | None = None) -> TextPage:
        """The texts of the next stories. Raises NotFound for a desk that is not there."""
        with self._database.reading() as session:
            query = _within(session, cards_query(bodies=True), scope)
            if before is not None:
                query = query.where(col(StoryRow.id) < before)
            query = query.order_by(col(StoryRow.id).desc()).limit(TEXTS_A_PAGE)
            texts = tuple(self._texts(session.connection().execute(query).all()))
        return TextPage(texts, texts[-1].card.id if len(texts) == TEXTS_A_PAGE else None)

    def _texts(self, rows: Sequence[Any]) -> Iterator[BlockTexts]:
        now = self._database.clock()
        for row in rows:
            try:
                blocks = block_texts_of(row)
            except Unreadable:
                blocks = ()
            yield BlockTexts(card_of(row, now), blocks)


def _within(session: Session, query: Select[Any], scope: StoryScope) -> Select[Any]:
    """A query for stories, for those of a scope."""
    if scope.stages:
        query = query.where(col(StoryRow.stage).in_(scope.stages))
    if scope.desk:
        query = query.where(col(StoryRow.desk_id) == need_desk(session, scope.desk).id)
    return query
