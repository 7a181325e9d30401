"""Full-text search over body, cutlines and the searched fields, on SQLite's FTS5 and PostgreSQL's tsvector.

Newest first by default, which needs no ranking; by relevance within a cap, because ranking the commonest words would
take seconds. What is typed is folded as the index was (`db/text`), and so are the names that filters compare.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    String,
    TextClause,
    and_,
    bindparam,
    column,
    false,
    not_,
    or_,
    select,
    text,
    true,
)  # fmt: skip
from sqlmodel import Session, col

from db.errors import NotFound, Refused
from db.settings import SEARCHES, Settings, change_within
from db.stages import Stage
from db.store.search_index import CLASS_WEIGHTS, COLUMNS, LONGEST_WORD, WEIGHTS, language_token
from db.store.tables import AccountRow, DeskRow, SettingRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.cards import card_of, named_rows, texts_of
from db.story.snippets import SnippetPart, snippet_of
from db.text.folding import fold, folded_name
from db.text.own_letters import OwnSpelling
from db.text.search_hits import Hits
from db.text.search_query import MOST_WORDS, Filter, Query, Term, day, parse, with_other_value
from db.text.search_words import question, tokens
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

_FOUND = {
    "sqlite": "SELECT rowid AS id{score} FROM story_search WHERE story_search MATCH :words{lines}",
    "postgresql": "SELECT story_id AS id{score} FROM story_search WHERE words @@ CAST(:words AS tsquery){lines}",
}
"""The stories that hold the words, by database; on PostgreSQL its lines say which of them stand together."""
_SCORE = {
    "sqlite": f", bm25(story_search, {', '.join(map(str, WEIGHTS))}, 0) AS score",
    "postgresql": f", -ts_rank('{CLASS_WEIGHTS}', words, CAST(:words AS tsquery), 1) AS score",
}
"""A score: the better, the lower. A hit in the headline counts most, one in a short story more than in a long one."""

Groups = tuple[tuple[Term, ...], ...]
"""Of each group one term must be there."""


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
        ranked = relevance and bool(query.groups)
        with self._database.reading() as session:
            rows = self._rows(session, query, after, limit + 1, ranked=ranked, bodies=snippets)
        more, now = len(rows) > limit and not ranked, self._database.clock()
        hits = Hits(query) if snippets and query.terms else None
        found = []
        for row in rows[:limit]:
            card = card_of(row, now)
            found.append(Hit(card, snippet_of(card, *texts_of(row), hits) if hits else ()))
        return Found(tuple(found), found[-1].card.id if more else None)

    def _rows(
        self, session: Session, query: Query, after: int | None, limit: int, *, ranked: bool, bodies: bool
    ) -> Sequence[Any]:
        """The rows of the stories that are asked for, in the order in which they are shown.

        The index gives the newest first, so that of a common word only as many are read as are shown or ranked.
        """
        dialect = session.get_bind().dialect.name
        shape = _shape(dialect, query.groups)
        wanted = _search_query(dialect, shape, ranked=ranked, filtered=bool(query.filters or query.without))
        wanted = self._filtered(session, wanted, query)
        values: dict[str, Any] = {"after": _NO_END if ranked or after is None else after, "most": limit}
        if query.groups:
            values |= _values(dialect, query.groups)
        if ranked:
            wanted, values = _ranked(wanted, limit), values | {"most": _RANKED_AT_MOST}
        numbers = session.connection().execute(wanted, values).scalars().all()
        return list(named_rows(session.connection(), numbers, bodies=bodies))

    def _filtered(self, session: Session, wanted: Select[Any], query: Query) -> Select[Any]:
        """The query of a search with its filters; their days are those of the newsroom's zone."""
        for term in query.without:
            wanted = wanted.where(col(StoryRow.id).not_in(_holding(session, ((term,),))))
        if not query.filters:
            return wanted
        now = self._database.clock().astimezone(self._settings.zone)
        return wanted.where(*(_condition(session, one, now) for one in query.filters))

    def narrowed(self, session: Session, wanted: Select[Any], asked: str) -> Select[Any]:
        """A query for stories, of those alone that hold all that is asked, or whose writer is called so."""
        query = parse(asked)
        if query.groups:
            holds = col(StoryRow.id).in_(_holding(session, query.groups))
            wanted = wanted.where(or_(holds, col(StoryRow.writer_id).in_(_people_called(session, query.groups))))
        return self._filtered(session, wanted, query)

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


def _whose(actor: Account | None, shared: bool) -> str:
    """The setting that holds the searches of all, or of a person; the gateway refuses nobody's."""
    return SEARCHES if shared or actor is None else f"{SEARCHES}:{actor.login}"


_QUERIES_KEPT = 64
"""Statements that are kept: people search for one word, two, or a phrase, and few other shapes come twice."""
Shape = tuple[tuple[str, ...], ...]
"""Of each group of terms whose words must be looked for in the lines, too, the fields: what a statement is made for."""


@lru_cache(_QUERIES_KEPT)
def _search_query(dialect: str, shape: Shape | None, *, ranked: bool, filtered: bool) -> Select[Any]:
    """The query for the numbers of stories, newest first, without its filters; with `ranked` the scores come behind.

    `shape` is None when no words are asked for. Kept, because building one takes longer than finding the stories. The
    cards are read in a second step: PostgreSQL would join those of all stories before it looks for a page of them.
    """
    number: Any = col(StoryRow.id)
    wanted = select(number)
    if shape is not None:
        columns = [column("id", Integer), *([column("score", Float)] if ranked else [])]
        found = _found(dialect, shape, ranked=ranked).columns(*columns).subquery("found")
        number = found.c.id
        wanted = select(*found.c)
        if filtered:
            wanted = wanted.join(StoryRow, number == StoryRow.id)
    newest = wanted.where(number < bindparam("after", type_=Integer)).order_by(number.desc())
    return newest.limit(bindparam("most", type_=Integer))


def _found(dialect: str, shape: Shape, *, ranked: bool) -> TextClause:
    """The statement that finds the numbers of stories by their words."""
    lines = "".join(
        f" AND ({' OR '.join(_stands(field, f'line_{group}_{at}') for at, field in enumerate(fields))})"
        for group, fields in enumerate(shape)
        if fields
    )
    found = text(_FOUND[dialect].format(score=_SCORE[dialect] if ranked else "", lines=lines))
    return found if dialect == "sqlite" else found.bindparams(_IN_PLAIN)


_IN_PLAIN = bindparam("words", type_=String, literal_execute=True)
"""The words are part of a statement on PostgreSQL, so that it is planned for how common they are. A prepared one is
planned once for any words: a rare one was looked for in a hundred thousand stories, one after the other."""


def _stands(field: str, name: str) -> str:
    """The condition that words stand together in a field's line, or in any; the value is given under a name.

    As a place and no pattern: PostgreSQL takes a pattern for one that hardly any line has, and reads all lines then.
    """
    where = f"split_part(lines, chr(10), {COLUMNS.index(field) + 1})" if field else "lines"
    return f"strpos({where}, :{name}) > 0"


def _shape(dialect: str, groups: Groups) -> Shape | None:
    """The shape of what is asked for. FTS5 is told of phrases and fields in its own language."""
    if not groups:
        return None
    if dialect == "sqlite":
        return ()
    return tuple(tuple(term.field for term in group) if any(map(_needs_line, group)) else () for group in groups)


def _needs_line(term: Term) -> bool:
    """Whether PostgreSQL's index alone cannot tell: words side by side, of one field, or longer than it takes."""
    return len(term.words) > 1 or bool(term.field) or len(term.words[0]) > LONGEST_WORD


def _values(dialect: str, groups: Groups) -> dict[str, str]:
    """The values of a statement of that shape."""
    if dialect == "sqlite":
        return {"words": " AND ".join(f"({' OR '.join(map(_fts5, group))})" for group in groups)}
    lines = {
        f"line_{number}_{at}": f" {' '.join(term.words)}{'' if term.prefix else ' '}"
        for number, group in enumerate(groups)
        for at, term in enumerate(group)
        if any(map(_needs_line, group))
    }
    return {"words": " & ".join(f"({' | '.join(map(_tsquery, group))})" for group in groups)} | lines


def _fts5(term: Term) -> str:
    """A term in FTS5's language. Words hold no quotation mark, so nothing in them can be taken for syntax."""
    asked = f'{f"{term.field} : " if term.field else ""}"{" ".join(term.words)}"{" *" if term.prefix else ""}'
    for own in term.own:
        languages = " OR ".join(f'"{language_token(tag)}"' for tag in own.languages)
        words = " AND ".join(f'"{word}"{" *" if goes_on else ""}' for word, goes_on in _own_words(term, own))
        asked = f"({asked} NOT (({languages}) NOT ({words})))"
    return asked


def _tsquery(term: Term) -> str:
    """A term in PostgreSQL's language, its words cut as those of the index are."""
    *firsts, last = (f"'{word[:LONGEST_WORD]}'" for word in term.words)
    asked = " & ".join((*firsts, last + (":*" if term.prefix else "")))
    for own in term.own:
        languages = " | ".join(f"'{language_token(tag)}'" for tag in own.languages)
        words = (f"'{word[:LONGEST_WORD]}'{':*' if goes_on else ''}" for word, goes_on in _own_words(term, own))
        asked += f" & (!({languages}) | ({' & '.join(words)}))"
    return asked


def _own_words(term: Term, own: OwnSpelling) -> Iterator[tuple[str, bool]]:
    """The words of a term that have letters of their own, and of each whether it may go on."""
    *firsts, last = own.words
    yield from ((word, False) for word in firsts)
    yield last, term.prefix and own.last


def _holding(session: Session, groups: Groups) -> Any:
    """The numbers of the stories that hold a term of each group, as part of another query."""
    dialect = session.get_bind().dialect.name
    found = _found(dialect, _shape(dialect, groups) or (), ranked=False)
    values = _values(dialect, groups).items()
    plain = dialect != "sqlite"
    given: Iterator[Any] = (
        bindparam(name, value, unique=True, literal_execute=plain and name == "words") for name, value in values
    )
    return found.bindparams(*given).columns(column("id", Integer))


def _people_called(session: Session, groups: Groups) -> list[int | None]:
    """The numbers of the accounts whose name has a term of each group."""
    accounts = session.connection().execute(select(col(AccountRow.id), col(AccountRow.name))).all()
    return [number for number, name in accounts if all(_is_called(name, group) for group in groups)]


def _is_called(name: str, group: tuple[Term, ...]) -> bool:
    """Whether a person's name has any of these words, each from its beginning."""
    known = f" {' '.join(tokens(name))} "
    return any(f" {' '.join(term.words)}{'' if term.prefix else ' '}" in known for term in group if not term.field)


def _ranked(wanted: Select[Any], limit: int) -> Select[Any]:
    """The numbers of the best of the stories that a ranked query gives, best first."""
    newest = wanted.subquery("newest")
    return select(newest.c.id).order_by(newest.c.score, newest.c.id.desc()).limit(limit)


def _condition(session: Session, asked: Filter, now: datetime) -> ColumnElement[bool]:
    """The condition of a filter."""
    met = _CONDITIONS[asked.name](session, asked) if asked.name in _CONDITIONS else _on_day(asked, now)
    return not_(met) if asked.negated else met


def _of_stage(_session: Session, asked: Filter) -> ColumnElement[bool]:
    return col(StoryRow.stage).in_([stage for stage in Stage if _is_named(stage, asked)])


def _of_desk(session: Session, asked: Filter) -> ColumnElement[bool]:
    desks = session.connection().execute(select(col(DeskRow.id), col(DeskRow.name))).all()
    return col(StoryRow.desk_id).in_([number for number, name in desks if _is_named(name, asked)])


def _of_kind(session: Session, asked: Filter) -> ColumnElement[bool]:
    """Kinds that are offered no more are asked for, too: the stories know them."""
    kinds = session.connection().execute(select(col(StoryRow.kind)).distinct()).scalars().all()
    return col(StoryRow.kind).in_([kind for kind in kinds if _is_named(kind, asked)])


def _by_person(session: Session, asked: Filter) -> ColumnElement[bool]:
    """By a byline that holds these words, or by a writer whose login or name they are.

    Writers are compared first: where they fill the page, no byline is looked up.
    """
    words, _one = question(asked.value)
    if not words:
        return false() if asked.value else true()
    accounts = session.connection().execute(select(col(AccountRow.id), col(AccountRow.login), col(AccountRow.name)))
    wanted = f" {' '.join(words)}"
    writers = [
        number for number, login, name in accounts
        if _is_named(login, asked) or wanted in f" {' '.join(tokens(name))}"
    ]  # fmt: skip
    byline = Term(words[:MOST_WORDS], prefix=True, field="byline")
    named = _holding(session, ((byline,),))
    if not writers:  # nothing needs both indexes
        return col(StoryRow.id).in_(named)
    return or_(_each(StoryRow.writer_id).in_(writers), _each(StoryRow.id).in_(named))


def _each(number: Any) -> Any:
    """A column as a sum: SQLite looks at one story after the other then, from the newest on, and stops with the page.

    Given indexed columns it would read all stories of the one and of the other, text and all, and sort them.
    """
    return col(number) + 0


_CONDITIONS: dict[str, Callable[[Session, Filter], ColumnElement[bool]]] = {
    "stage": _of_stage, "desk": _of_desk, "kind": _of_kind, "by": _by_person,
}  # fmt: skip
"""The filters that compare names, as `db/text/folding.py` does; the others ask for days."""


def _is_named(name: str, asked: Filter) -> bool:
    """Whether a name is what a filter asks for; an underscore may stand for a space."""
    known, wanted = (folded_name(one.replace("_", " ")) for one in (name, asked.value))
    return known.startswith(wanted) if asked.begun else known == wanted


def _on_day(asked: Filter, now: datetime) -> ColumnElement[bool]:
    """By days in the zone of `now`: `after:` and `before:` look at the last change, `due:` at when a story is due."""
    found = day(fold(asked.value), now.date())
    if found is None or not _FIRST_DAY <= found <= _LAST_DAY:
        return false()
    next_day = found + timedelta(days=1)
    start, end = (datetime.combine(one, time(), now.tzinfo).astimezone(UTC) for one in (found, next_day))
    if asked.name == "after":
        return col(StoryRow.changed) >= start
    if asked.name == "before":
        return col(StoryRow.changed) < start
    return and_(col(StoryRow.due).is_not(None), col(StoryRow.due) >= start, col(StoryRow.due) < end)
