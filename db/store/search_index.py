"""The index of full-text search: each story's newest text, in SQLite's FTS5 or as PostgreSQL's tsvector.

It holds nothing that the revisions do not hold. A migration that changes what is searched drops the table, and the
index is made anew when all migrations are done.
"""

from collections.abc import Iterable

from sqlalchemy import inspect, text
from sqlmodel import Session, col, select

from db.document import Document
from db.fields import SEARCHED
from db.store.tables import RevisionRow, StoryRow
from db.text.search_query import spaced, tokens
from db.values import StoryText

LONGEST_WORD, _LAST_PLACE, _MOST_PLACES = 500, 16_383, 256
"""Limits of PostgreSQL's tsvector (postgresql.org, “Limitations” of text search): a word, of which it takes 2,047 bytes
and ours is counted in characters of up to four; a place in a text; and the places of one word.
"""
_GAP = 2
"""Places between two parts of a text: a phrase asks for words one place apart, and never spans them."""

_ROWS_AT_A_TIME = 500
"""Texts that are read at a time when all are indexed: those of a hundred thousand stories would fill the memory."""

_FIELDS = tuple(one.name for one in SEARCHED)
_COLUMNS = (*_FIELDS, "body", "cutlines")
WEIGHTS = (*(one.weight for one in SEARCHED), 1, 1)
"""Weights of a hit, by column."""
_PLACES = ", ".join(f":{name}" for name in _COLUMNS)
_TABLE = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE story_search USING fts5({', '.join(_COLUMNS)}, "
        "tokenize = 'unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        "CREATE TABLE story_search (story_id INTEGER PRIMARY KEY REFERENCES story (id), words TSVECTOR NOT NULL)",
        "CREATE INDEX story_search_words ON story_search USING gin (words)",
    ),
}
"""The statements that make the empty index, by database."""
_INSERT_SQLITE = f"INSERT INTO story_search (rowid, {', '.join(_COLUMNS)}) VALUES (:id, {_PLACES})"
_UPSERT_POSTGRES = (
    "INSERT INTO story_search (story_id, words) VALUES (:id, CAST(:words AS tsvector)) "
    "ON CONFLICT (story_id) DO UPDATE SET words = excluded.words"
)


def make_index(session: Session) -> None:
    """Make the index where there is none, and put every story's newest text into it."""
    if inspect(session.connection()).has_table("story_search"):
        return
    for statement in _TABLE[session.get_bind().dialect.name]:
        session.connection().execute(text(statement))
    reindex(session)


def reindex(session: Session) -> None:
    """Put every story's newest text into the index."""
    columns = [getattr(RevisionRow, name) for name in ("story_id", "body", *_FIELDS)]
    newest = (col(RevisionRow.story_id) == StoryRow.id) & (col(RevisionRow.number) == StoryRow.version)
    query = select(*columns).where(newest).execution_options(yield_per=_ROWS_AT_A_TIME)
    for story_id, body, *values in session.connection().execute(query):
        index(session, story_id, StoryText(body=Document.from_json(body), **dict(zip(_FIELDS, values, strict=True))))


def index(session: Session, story_id: int, content: StoryText) -> None:
    """Put a story's newest text into the index, in the transaction that writes it."""
    cutlines = " ".join(block.text for block in content.body.blocks if block.picture)
    parts = (*(getattr(content, name) for name in _FIELDS), content.body.body_text, cutlines)
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
        at += _GAP
    kept = ((word, sorted(set(found))[:_MOST_PLACES]) for word, found in places.items())
    return " ".join(f"'{word}':{','.join(map(str, found))}" for word, found in kept)
