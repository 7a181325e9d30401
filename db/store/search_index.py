"""The index of full-text search: each story's newest text, in SQLite's FTS5 or as PostgreSQL's tsvector."""

from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session

from db.text.search_query import spaced, tokens
from db.values import StoryText

LONGEST_WORD, _LAST_PLACE = 500, 16_383
"""Limits of PostgreSQL's tsvector: a word in bytes (ours are shorter still), a place in a text."""

_COLUMNS = ("headline", "dek", "byline", "slug", "body", "cutlines")
_PLACES = ", ".join(f":{name}" for name in _COLUMNS)
_INSERT_SQLITE = f"INSERT INTO story_search (rowid, {', '.join(_COLUMNS)}) VALUES (:id, {_PLACES})"
_UPSERT_POSTGRES = (
    "INSERT INTO story_search (story_id, words) VALUES (:id, CAST(:words AS tsvector)) "
    "ON CONFLICT (story_id) DO UPDATE SET words = excluded.words"
)


def index(session: Session, story_id: int, content: StoryText) -> None:
    """Put a story's newest text into the index, in the transaction that writes it."""
    cutlines = " ".join(block.text for block in content.body.blocks if block.picture)
    parts = (content.headline, content.dek, content.byline, content.slug, content.body.body_text, cutlines)
    values = {"id": story_id} | dict(zip(_COLUMNS, map(spaced, parts), strict=True))
    connection = session.connection()
    if session.get_bind().dialect.name == "sqlite":
        connection.execute(text("DELETE FROM story_search WHERE rowid = :id"), {"id": story_id})
        connection.execute(text(_INSERT_SQLITE), values)
    else:
        connection.execute(text(_UPSERT_POSTGRES), {"id": story_id, "words": _tsvector(parts)})


def _tsvector(parts: Iterable[str]) -> str:
    """The words of a text with their places, as PostgreSQL holds them; parts stand too far apart to make a phrase."""
    places: dict[str, list[int]] = {}
    at = 0
    for part in parts:
        for word in tokens(part):
            at += 1
            places.setdefault(word[:LONGEST_WORD], []).append(min(at, _LAST_PLACE))
        at += 2
    return " ".join(f"'{word}':{','.join(map(str, sorted(set(found))[:256]))}" for word, found in places.items())
