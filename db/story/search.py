"""Full-text search over body, cutlines and the searched fields, on SQLite's FTS5 and PostgreSQL's tsvector.

Newest first by default, which needs no ranking; by relevance within a cap, because ranking the commonest words would
take seconds. Han characters are indexed one by one and searched as phrases, so names of two characters are found.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Select, bindparam, column, func, literal_column, or_, select, text
from sqlmodel import Session, col

from db.document import Document
from db.errors import NotFound, Refused
from db.fields import FIELDS_BY_NAME, SEARCHED
from db.settings import SEARCHES, Settings, change_within
from db.store.search_index import LONGEST_WORD, WEIGHTS
from db.store.tables import AccountRow, DeskRow, SettingRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.cards import body_of, card_of, cards_query
from db.text.search_query import Query, day, hit_pattern, parse, with_other_value
from db.values import Account, StoryCard
from db.visible_text import has_visible_text

PAGE = 50
"""Hits of a page: more than a screen shows, and read in a few milliseconds."""
_NO_END = 2**31 - 1
"""Above the number of any story: the largest that PostgreSQL's integer holds."""
_RANKED_AT_MOST = 2_000
"""Stories that are ranked; when more match, the newest of them. Ranking a common word's million takes two seconds."""
_FIRST_DAY, _LAST_DAY = date(1, 1, 3), date(9999, 12, 28)
"""Days that begin and end in any zone within what a datetime holds."""
_SNIPPET_CONTEXT = 60
"""Characters of a snippet on each side of its first hit."""

_MATCH = {
    "sqlite": "SELECT rowid AS id FROM story_search WHERE story_search MATCH :words",
    "postgresql": "SELECT story_id AS id FROM story_search WHERE words @@ CAST(:words AS tsquery)",
}
"""The stories that hold the words, by database."""
_RANK = {
    "sqlite": f"SELECT rowid AS id, bm25(story_search, {', '.join(map(str, WEIGHTS))}) AS score FROM story_search "
    "WHERE story_search MATCH :words",
    "postgresql": "SELECT story_id AS id, -ts_rank(words, CAST(:words AS tsquery)) AS score FROM story_search "
    "WHERE words @@ CAST(:words AS tsquery)",
}
"""The stories that hold the words, with a score: the better, the lower. A hit in the headline counts most."""

_EXACT: dict[str, Any] = {"stage": StoryRow.stage, "desk": DeskRow.name, "kind": StoryRow.kind}
"""Filters that ask for all of what stands there."""


@dataclass(frozen=True)
class SnippetPart:
    """A stretch of a snippet."""

    text: str
    hit: bool = False


@dataclass(frozen=True)
class Hit:
    """A story that was found, and where."""

    card: StoryCard
    snippet: tuple[SnippetPart, ...] = ()


@dataclass(frozen=True)
class Found:
    """One page of hits. `after` asks for the next page; None when this was the last."""

    hits: tuple[Hit, ...]
    after: int | None = None


class Search:
    """The search of a newsroom."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings

    def find(
        self, asked: str, *, after: int | None = None, limit: int = PAGE, relevance: bool = False, snippets: bool = True
    ) -> Found:
        """The stories that hold all that is asked, newest first, a page at a time by the last story's number.

        With `relevance` the best first, of the newest 2,000 that match, and in one page.
        """
        query = parse(asked)
        ranked = relevance and bool(query.terms)
        with self._database.reading() as session:
            rows = self._rows(session, query, after, limit + 1, ranked=ranked, bodies=snippets)
        more, now = len(rows) > limit and not ranked, self._database.clock()
        pattern = hit_pattern(query) if snippets else None
        hits = []
        for row in rows[:limit]:
            card = card_of(row, now)
            hits.append(Hit(card, _snippet(card, body_of(row), pattern) if pattern else ()))
        return Found(tuple(hits), hits[-1].card.id if more else None)

    def _rows(
        self, session: Session, query: Query, after: int | None, limit: int, *, ranked: bool, bodies: bool
    ) -> Sequence[Any]:
        """The rows of the stories that are asked for.

        The index gives the newest first, so that of a common word only as many are read as are shown or ranked.
        """
        dialect = session.get_bind().dialect.name
        wanted = self._filtered(_search_query(dialect, words=bool(query.terms), ranked=ranked, bodies=bodies), query)
        values: dict[str, Any] = {"after": _NO_END if ranked or after is None else after, "most": limit}
        if query.terms:
            values["words"] = _fts5_query(query) if dialect == "sqlite" else _tsquery(query)
        if ranked:
            wanted, values = _ranked(wanted, limit), values | {"most": _RANKED_AT_MOST}
        return session.connection().execute(wanted, values).all()

    def _filtered(self, wanted: Select[Any], query: Query) -> Select[Any]:
        """The query of a search with its filters; their days are those of the newsroom's zone."""
        if not query.filters:
            return wanted
        now = self._database.clock().astimezone(self._settings.zone)
        return wanted.where(*(_filter(name, value, now) for name, value in query.filters))

    def saved(self, login: str) -> dict[str, str]:
        """The searches a person has saved, and the shared ones, by name."""
        shared, own = (self._settings.get(key) for key in _both(login))
        return {**_readable(shared), **_readable(own)}

    def is_own(self, name: str, login: str) -> bool:
        """Whether a person has saved a search of that name for themselves."""
        return name in _readable(self._settings.get(f"{SEARCHES}:{login}"))

    def unreadable(self, login: str) -> list[str]:
        """A sentence for each saved search of a person, and each shared one, that `saved` leaves out."""
        return [sentence for key in _both(login) for sentence in _why_unreadable(self._settings.get(key))]

    def save(self, name: str, asked: str, *, actor: Account, shared: bool = False) -> None:
        """Keep a search under a name, for oneself or for all. Raises Refused when either is empty."""
        if not has_visible_text(name):
            raise Refused("Give the saved search a name.")
        if not asked.strip():
            raise Refused("Say what the saved search looks for.")
        self._settings.edit(
            _whose(actor, shared), lambda known: {**_readable(known), name.strip(): asked.strip()}, actor=actor
        )

    def forget(self, name: str, *, actor: Account, shared: bool = False) -> None:
        """Keep a search no more. Raises NotFound when there is none of that name."""

        def change(found: object) -> dict[str, str]:
            known = _readable(found)
            if name not in known:
                raise NotFound(f"There is no {'shared' if shared else 'own'} search “{name}”.")
            return {other: text for other, text in known.items() if other != name}

        self._settings.edit(_whose(actor, shared), change, actor=actor)


def follow_desk(unit: UnitOfWork, old: str, new: str) -> None:
    """Saved searches of a desk look for it under its new name; what else is in their setting stays."""

    def change(found: object) -> object:
        known = {name: with_other_value(asked, "desk", old, new) for name, asked in _readable(found).items()}
        return {**found, **known} if isinstance(found, dict) else found

    keys = select(col(SettingRow.key)).where(col(SettingRow.key).startswith(SEARCHES))
    for (key,) in unit.session.connection().execute(keys).all():
        change_within(unit, key, change)


def _readable(found: object) -> dict[str, str]:
    """The searches that a setting holds; what else is in it, of an odd program perhaps, keeps nobody from searching."""
    if not isinstance(found, dict):
        return {}
    return {name: asked for name, asked in found.items() if isinstance(name, str) and isinstance(asked, str)}


def _why_unreadable(found: object) -> list[str]:
    """What a setting holds that is no search, a sentence each."""
    if found is not None and not isinstance(found, dict):
        return ["What is kept as saved searches is none; saving one takes its place."]
    odd = (found or {}).keys() - _readable(found).keys()
    return [f"The saved search “{name}” cannot be read; save it anew." for name in sorted(map(str, odd))]


def _both(login: str) -> tuple[str, str]:
    """The settings that hold the shared searches and those of a person."""
    return SEARCHES, f"{SEARCHES}:{login}"


def _whose(actor: Account, shared: bool) -> str:
    """The setting that holds the searches of all, or of a person."""
    return SEARCHES if shared else f"{SEARCHES}:{actor.login}"


@cache
def _search_query(dialect: str, *, words: bool, ranked: bool, bodies: bool) -> Select[Any]:
    """The query of a search without its filters, the newest first; with `ranked` each story's score comes last.

    Kept, because building one takes longer than finding the stories.
    """
    wanted = cards_query(bodies=bodies)
    number: Any = col(StoryRow.id)
    if words:
        columns = [column("id", Integer), *([column("score", Float)] if ranked else [])]
        found = text((_RANK if ranked else _MATCH)[dialect]).columns(*columns).subquery("found")
        wanted, number = wanted.join(found, found.c.id == StoryRow.id), found.c.id
        wanted = wanted.add_columns(found.c.score) if ranked else wanted
    newest = wanted.where(number < bindparam("after", type_=Integer)).order_by(number.desc())
    return newest.limit(bindparam("most", type_=Integer))


def _ranked(wanted: Select[Any], limit: int) -> Select[Any]:
    """The best of the stories that a ranked query gives, best first."""
    newest = wanted.subquery("newest")
    return select(newest).order_by(newest.c.score, newest.c[0].desc()).limit(limit)


def _filter(name: str, value: str, now: datetime) -> ColumnElement[bool]:
    """The condition of a filter; with a star behind it, its value may go on, as where somebody is still typing it."""
    begun, value = value.endswith("*"), value.rstrip("*")
    if name in _EXACT:
        return _equals(_EXACT[name], value, begun=begun)
    if name == "by":
        return or_(_contains("byline", value), _equals(AccountRow.login, value, begun=begun))
    if name in FIELDS_BY_NAME:
        return _contains(name, value)
    return _on_day(name, value, now)


def _equals(what: Any, value: str, *, begun: bool) -> ColumnElement[bool]:
    small = func.lower(what)
    return small.startswith(value, autoescape=True) if begun else small == value


def _contains(name: str, value: str) -> ColumnElement[bool]:
    """Whether these words stand in a field, with underscores for spaces."""
    like = f"%{value.replace('%', '').replace('_', ' ')}%"
    return func.lower(getattr(StoryRow, name)).like(like)


def _on_day(name: str, value: str, now: datetime) -> ColumnElement[bool]:
    """By days in the zone of `now`: `after:` and `before:` look at the last change, `due:` at when a story is due."""
    found = day(value, now.date())
    if found is None or not _FIRST_DAY <= found <= _LAST_DAY:
        return literal_column("1") == literal_column("0")
    next_day = found + timedelta(days=1)
    start, end = (datetime.combine(one, time(), now.tzinfo).astimezone(UTC) for one in (found, next_day))
    if name == "after":
        return col(StoryRow.changed) >= start
    if name == "before":
        return col(StoryRow.changed) < start
    return (col(StoryRow.due) >= start) & (col(StoryRow.due) < end)


def _fts5_query(query: Query) -> str:
    """The query in FTS5's language. Words hold letters and digits alone, so nothing in them can be taken for syntax."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in query.terms)


def _tsquery(query: Query) -> str:
    """The query in PostgreSQL's language, its words cut as those of the index are."""
    terms = (
        " <-> ".join(word[:LONGEST_WORD] for word in term.words) + (":*" if term.prefix else "") for term in query.terms
    )
    return " & ".join(f"({term})" for term in terms)


def _snippet(card: StoryCard, body: Document, pattern: re.Pattern[str]) -> tuple[SnippetPart, ...]:
    """The first hit with what stands around it, all hits marked."""
    for candidate in (body.body_text, *(getattr(card, one.name) for one in SEARCHED)):
        first = pattern.search(candidate)
        if first:
            start, end = max(0, first.start() - _SNIPPET_CONTEXT), min(len(candidate), first.end() + _SNIPPET_CONTEXT)
            return tuple(_snippet_parts(candidate, pattern, start, end))
    return ()


def _snippet_parts(whole: str, pattern: re.Pattern[str], start: int, end: int) -> Iterator[SnippetPart]:
    at = start
    if start:
        yield SnippetPart("… ")
    for match in pattern.finditer(whole, start, end):
        if match.start() > at:
            yield SnippetPart(_on_one_line(whole[at : match.start()]))
        yield SnippetPart(_on_one_line(match[0]), hit=True)
        at = match.end()
    if at < end:
        yield SnippetPart(_on_one_line(whole[at:end]))
    if end < len(whole):
        yield SnippetPart(" …")


def _on_one_line(part: str) -> str:
    return part.replace("\n", " ").replace("\u2028", " ")
