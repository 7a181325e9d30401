"""The index of full-text search: each story's newest text, folded, in SQLite's FTS5 or PostgreSQL's tsvector and text.

Words and their folding are ours (`db/text`), so that both databases hold the same words; each is only asked where
they stand. The index holds nothing that the revisions do not hold. A migration that changes what is searched drops the
table, and the index is made anew when all migrations are done.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, inspect, text
from sqlmodel import Session, col, select

from db.document import Document
from db.fields import SEARCHED
from db.store.tables import RevisionRow, StoryRow
from db.text.own_letters import alphabet_of, own_words, tag_of
from db.text.search_words import tokens
from db.values import Progress, StoryText, no_progress

LONGEST_WORD, _LAST_PLACE, _MOST_PLACES = 500, 16_383, 256
"""Limits of PostgreSQL's tsvector (postgresql.org, “Limitations” of text search): a word, of which it takes 2,047 bytes
and ours is counted in characters of up to four; a place in a text; and the places of one word. Places only rank there.
"""
_MOST_BYTES = 900_000
"""Bytes of a tsvector, which takes 1,048,575: words of a text of several hundred thousand are left out behind them."""
_BYTES_OF_WORD, _BYTES_OF_PLACE = 8, 2
"""What a word takes in a tsvector beside its letters, and what each of its places takes."""

_ROWS_AT_A_TIME = 500
"""Texts that are read at a time when all are indexed: those of a hundred thousand stories would fill the memory."""

_TOLD_EVERY = 100
"""Texts after which progress is told: some tenths of a second."""

_FIELDS = tuple(one.name for one in SEARCHED)
COLUMNS = (*_FIELDS, "body", "cutlines")
"""The parts of a story that are searched, in the order in which the index holds them."""
_OWN = "own"
"""The column behind them in FTS5: a story's language, and its words with letters of their own."""
WEIGHTS = (*(one.weight for one in SEARCHED), 1, 1)
"""Weights of a hit, by column."""
_CLASSES = dict(zip(sorted(set(WEIGHTS), reverse=True), "ABCD", strict=False))
"""The letters by which PostgreSQL tells weights apart; it has four."""
CLASS_WEIGHTS = "{" + ",".join(str(weight / max(WEIGHTS)) for weight in sorted(_CLASSES)) + "}"
"""The weight of each of those letters, the last letter first, as `ts_rank` asks for them."""

_PLACES = ", ".join(f":{name}" for name in COLUMNS)
_TABLE = {
    "sqlite": (f"CREATE VIRTUAL TABLE story_search USING fts5({', '.join((*COLUMNS, _OWN))}, tokenize = 'ascii')",),
    "postgresql": (
        "CREATE TABLE story_search (story_id INTEGER PRIMARY KEY REFERENCES story (id), words TSVECTOR NOT NULL, "
        "lines TEXT NOT NULL)",
        "CREATE INDEX story_search_words ON story_search USING gin (words)",
    ),
}
"""The statements that make the empty index, by database. FTS5's tokenizer `ascii` leaves all but ASCII as it is."""
_INSERT_SQLITE = f"INSERT INTO story_search (rowid, {', '.join((*COLUMNS, _OWN))}) VALUES (:id, {_PLACES}, :{_OWN})"
_UPSERT_POSTGRES = (
    "INSERT INTO story_search (story_id, words, lines) VALUES (:id, CAST(:words AS tsvector), :lines) "
    "ON CONFLICT (story_id) DO UPDATE SET words = excluded.words, lines = excluded.lines"
)


def make_index(session: Session, progress: Progress = no_progress) -> None:
    """Make the index where there is none, and put every story's newest text into it."""
    if inspect(session.connection()).has_table("story_search"):
        return
    for statement in _TABLE[session.get_bind().dialect.name]:
        session.connection().execute(text(statement))
    reindex(session, progress)


def reindex(session: Session, progress: Progress = no_progress) -> None:
    """Put every story's newest text into the index; a page of them is in memory at a time."""
    connection = session.connection()
    total = connection.execute(select(func.count()).select_from(StoryRow)).scalar_one()
    columns = [getattr(RevisionRow, name) for name in ("story_id", "body", "language", *_FIELDS)]
    newest = (col(RevisionRow.story_id) == StoryRow.id) & (col(RevisionRow.number) == StoryRow.version)
    query = select(*columns).where(newest).execution_options(yield_per=_ROWS_AT_A_TIME)
    for done, (story_id, body, language, *values) in enumerate(connection.execute(query)):
        fields = dict(zip(_FIELDS, values, strict=True))
        index(session, story_id, StoryText(body=Document.from_json(body), language=language, **fields))
        if done % _TOLD_EVERY == 0:
            progress(done / total)
    if total:
        progress(1.0)


def index(session: Session, story_id: int, content: StoryText) -> None:
    """Put a story's newest text into the index, in the transaction that writes it."""
    parts = (*(getattr(content, name) for name in _FIELDS), content.body.body_text, content.body.cutlines)
    words = [tokens(part) for part in parts]
    own = _own_tokens(parts, content.language)
    connection = session.connection()
    if session.get_bind().dialect.name == "sqlite":
        connection.execute(text("DELETE FROM story_search WHERE rowid = :id"), {"id": story_id})
        columns = dict(zip((*COLUMNS, _OWN), map(" ".join, (*words, own)), strict=True))
        connection.execute(text(_INSERT_SQLITE), {"id": story_id} | columns)
    else:
        values = {"id": story_id, "words": _tsvector(words, own), "lines": _lines(words)}
        connection.execute(text(_UPSERT_POSTGRES), values)


def _lines(parts: Sequence[Sequence[str]]) -> str:
    """A line for each part, with a space on both sides of each word: words stand together where LIKE finds them so."""
    return "\n".join(f" {' '.join(words)} " for words in parts)


def language_token(tag: str) -> str:
    """What the index holds of a story in a language that has letters of its own; no word of a text has its sign."""
    return f"§{tag}"


def _own_tokens(parts: Iterable[str], language: str) -> list[str]:
    """The language of a story and its words with letters of their own; none when its language has no such letters."""
    if not alphabet_of(language):
        return []
    return [language_token(tag_of(language)), *sorted(own_words("\n".join(parts), language))]


def _tsvector(parts: Sequence[Sequence[str]], own: Sequence[str]) -> str:
    """The words of a text as PostgreSQL holds them, with their places and the weight of the part they stand in.

    Those with letters of their own have no place: only whether they are there is asked.
    """
    places: dict[str, dict[int, str]] = {}
    at = 0
    for weight, words in zip(WEIGHTS, parts, strict=True):
        for word in words:
            at = min(at + 1, _LAST_PLACE)
            places.setdefault(word[:LONGEST_WORD], {}).setdefault(at, _CLASSES[weight])
    kept = [f"'{word[:LONGEST_WORD]}'" for word in own]
    room = _MOST_BYTES - sum(len(word.encode()) + _BYTES_OF_WORD for word in own)
    for word, found in places.items():
        shown = dict(list(found.items())[:_MOST_PLACES])
        room -= len(word.encode()) + _BYTES_OF_WORD + _BYTES_OF_PLACE * len(shown)
        if room < 0:
            break
        kept.append(f"'{word}':{','.join(f'{place}{weight}' for place, weight in shown.items())}")
    return " ".join(kept)
