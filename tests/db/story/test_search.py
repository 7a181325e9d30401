"""Finding stories: words, phrases, beginnings, Chinese, filters; newest first; and no input does harm."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from db.document import Block, BlockKind, Document, PictureUse, Span
from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import Move
from db.story import search
from db.text.search_hits import Hits
from db.text.search_query import FILTERS, parse
from db.values import Story, StoryText
from tests.db.conftest import START, Clock, People


@pytest.fixture
def stories(newsroom: Newsroom, people: People, clock: Clock) -> dict[str, Story]:
    """Some stories to look for, an hour apart."""
    made = {}
    for slug, headline, body, desk, login in (
        ("ferry", "Ferry closes", "The harbour ferry will close. Café owners object.", "City", "rita"),
        (
            "pilots",
            "Pilots stay",
            "Harbour pilots vote to stay; 吴静 said the harbour board was wrong.",
            "City",
            "otto",
        ),
        ("rowers", "Rowers win", "The harbours of the north. A harbour race, a race.", "Sport", "rita"),
        ("cruise", "柳溪河游船延长夜航时间", "从下周一起，游船的末班时间将推迟。", "City", "otto"),
    ):
        text = StoryText(
            slug=slug, headline=headline, byline=f"By {login.title()}", body=Document.from_paragraphs([body])
        )
        made[slug] = newsroom.stories.create(
            text, desk=desk, actor=people[login], due=START + timedelta(days=len(made))
        )
        clock.pass_by(hours=1)
    return made


def found(newsroom: Newsroom, asked: str, **options: object) -> list[str]:
    """The slugs that a search finds, in order."""
    return [hit.card.slug for hit in newsroom.search.find(asked, **options).hits]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("harbour", ["rowers", "pilots", "ferry"]),
        ("HARBOUR", ["rowers", "pilots", "ferry"]),
        ("cafe", ["ferry"]),
        ("harbour pilots", ["pilots"]),
        ('"harbour race"', ["rowers"]),
        ('"race harbour"', []),
        ("pil*", ["pilots"]),
        ("pil", []),
        ("吴静", ["pilots"]),
        ("游船", ["cruise"]),
        ("船", ["cruise"]),
        ("船游", []),
        ("柳溪河游船延长夜航", ["cruise"]),
        ("harbour desk:sport", ["rowers"]),
        ("by:otto", ["cruise", "pilots"]),
        ("stage:edit", []),
        ("stage:dra* harbour", ["rowers", "pilots", "ferry"]),
        ("desk:sp*", ["rowers"]),
        ("by:ott*", ["cruise", "pilots"]),
        ("by:rit*", ["rowers", "ferry"]),
        ("slug:row*", ["rowers"]),
        ("slug:ferry", ["ferry"]),
        ("due:2026-11-24*", ["pilots"]),
        ("desk:%*", []),
        ("stage:draft ferry", ["ferry"]),
        ("due:2026-11-24", ["pilots"]),
        ("after:2026-11-23", ["cruise", "rowers", "pilots", "ferry"]),
        ("before:2026-11-23", []),
        ("after:rubbish", []),
        ("after:0001-01-01", []),
        ("due:9999-12-31", []),
        ("", ["cruise", "rowers", "pilots", "ferry"]),
        ("harbour -pilots", ["rowers", "ferry"]),
        ("-harbour", ["cruise"]),
        ("-desk:city", ["rowers"]),
        ("-by:otto -desk:sport", ["ferry"]),
        ("café OR 吴静", ["pilots", "ferry"]),
        ('"harbour race" OR "harbour ferry"', ["rowers", "ferry"]),
        ("headline:win OR close*", ["rowers", "ferry"]),
        ("OR", ["cruise", "rowers", "pilots", "ferry"]),
        ("harbour OR", ["rowers", "pilots", "ferry"]),
        ("“harbour race”", ["rowers"]),
        ("by：otto", ["cruise", "pilots"]),
        ("CAFE\u0301", ["ferry"]),
        ('headline:"ferry clo"', ["ferry"]),
        ("headline:pilots byline:otto", ["pilots"]),
        ("headline:harbour", []),
        ('"close cafe"', ["ferry"]),
        ('"owners object harbour"', []),
    ],
)
def test_what_is_asked_is_found_newest_first(newsroom: Newsroom, stories, asked: str, slugs: list[str]) -> None:
    assert found(newsroom, asked) == slugs


def test_the_best_come_first_when_asked_for(newsroom: Newsroom, stories: dict[str, Story]) -> None:
    assert found(newsroom, "pilots", relevance=True) == ["pilots"]
    assert set(found(newsroom, "harbour", relevance=True)) == {"rowers", "pilots", "ferry"}


def test_only_the_newest_that_pass_the_filters_are_ranked(
    newsroom: Newsroom, stories: dict[str, Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_RANKED_AT_MOST", 1)
    assert found(newsroom, "harbour", relevance=True) == ["rowers"]
    assert found(newsroom, "harbour desk:city", relevance=True) == ["pilots"]


def test_the_newest_text_alone_is_found(newsroom: Newsroom, people, stories: dict[str, Story]) -> None:
    ferry = stories["ferry"]
    text = ferry.text.with_(body=Document.from_paragraphs(["The bridge opens."]))
    newsroom.stories.save(ferry.id, text, actor=people["rita"], base=ferry.version)
    assert found(newsroom, "harbour") == ["rowers", "pilots"]
    assert found(newsroom, "bridge") == ["ferry"]


def test_a_working_copy_is_not_found(newsroom: Newsroom, people, stories: dict[str, Story]) -> None:
    ferry = stories["ferry"]
    newsroom.stories.keep(ferry.id, ferry.text.with_(dek="Zeppelin"), actor=people["rita"], base=1)
    assert found(newsroom, "zeppelin") == []


def test_the_source_is_found_by_plain_words_and_by_its_filter(newsroom, people, stories: dict[str, Story]) -> None:
    ferry = stories["ferry"]
    newsroom.stories.save(ferry.id, ferry.text.with_(source="Harbour Wire"), actor=people["rita"], base=1)
    assert (
        found(newsroom, "wire")
        == found(newsroom, "source:wire")
        == found(newsroom, 'source:"harbour wire"')
        == ["ferry"]
    )
    assert found(newsroom, "source:café") == []
    (hit,) = newsroom.search.find("wire").hits
    assert [piece.text for piece in hit.snippet if piece.hit] == ["Wire"]


def test_stages_and_cutlines_are_searched(newsroom: Newsroom, people, stories: dict[str, Story]) -> None:
    picture = Block(
        kind=BlockKind.PICTURE, spans=(Span(text="A gull on the mole."),), picture=PictureUse(sha256="ab" * 32)
    )
    pilots = stories["pilots"]
    text = pilots.text.with_(body=Document(blocks=(*pilots.body.blocks, picture)))
    newsroom.stories.save(pilots.id, text, actor=people["otto"], base=1)
    newsroom.moves.make(Move.SUBMIT, pilots.id, actor=people["otto"], problems=[])
    assert found(newsroom, "gull stage:edit") == ["pilots"]


def test_a_snippet_marks_the_hits(newsroom: Newsroom, stories: dict[str, Story]) -> None:
    (hit,) = newsroom.search.find("race desk:sport").hits
    assert [piece.text for piece in hit.snippet if piece.hit] == ["race", "race"]
    assert "".join(piece.text for piece in hit.snippet) == "The harbours of the north. A harbour race, a race."


def test_pages_follow_one_another_by_key(newsroom: Newsroom, stories: dict[str, Story]) -> None:
    first = newsroom.search.find("harbour", limit=2)
    second = newsroom.search.find("harbour", limit=2, after=first.after)
    assert [hit.card.slug for hit in (*first.hits, *second.hits)] == ["rowers", "pilots", "ferry"]
    assert second.after is None


def test_saved_searches_are_one_s_own_or_shared(newsroom: Newsroom, people: People) -> None:
    newsroom.search.save("Mine", "by:rita", actor=people["rita"])
    newsroom.search.save("All", "stage:edit", actor=people["nora"], shared=True)
    assert newsroom.search.saved("rita") == {"All": "stage:edit", "Mine": "by:rita"}
    assert newsroom.search.saved("otto") == {"All": "stage:edit"}
    newsroom.search.forget("Mine", actor=people["rita"])
    assert newsroom.search.saved("rita") == {"All": "stage:edit"}


def test_a_saved_search_has_a_name_and_asks_something(newsroom: Newsroom, people: People) -> None:
    for name, asked in ((" ", "ferry"), ("Ferries", " ")):
        with pytest.raises(Refused):
            newsroom.search.save(name, asked, actor=people["rita"])
    newsroom.search.save("Ferries", "ferry", actor=people["rita"])
    with pytest.raises(NotFound, match="no shared search “Ferries”"):
        newsroom.search.forget("Ferries", actor=people["rita"], shared=True)
    assert newsroom.search.saved("rita") == {"Ferries": "ferry"}


ANYTHING = st.characters(categories=["L", "N", "P", "S", "Z", "C"])
"""Every character there is, control characters and halves of pairs included."""
SYNTAX = st.sampled_from(
    [*(f"{name}:" for name in FILTERS), '"', "*", ":", "(", "^", " AND ", " NEAR/2 ", "🚢", "港口", "\0", "\udcff"]
)
LONG = st.tuples(st.text(ANYTHING, min_size=1, max_size=50), st.integers(1, 10_000)).map(
    lambda part: (part[0] * part[1])[:10_000]
)
ASKED = st.one_of(
    st.text(ANYTHING, max_size=60), st.lists(st.one_of(SYNTAX, st.text(ANYTHING, max_size=5))).map("".join), LONG
)


SHOWN = 200
"""Characters of a text in which hits are marked."""


@settings(max_examples=300, deadline=None)
@given(ASKED)
def test_anything_up_to_ten_kilobytes_is_understood(asked: str) -> None:
    query = parse(asked)
    assert all(word for term in query.terms for word in term.words)
    assert all(one.name in FILTERS for one in query.filters)
    Hits(query).places(asked[:SHOWN])


@example("due:0001-01-01")
@example("due:9999-12-31")
@example("after:9999-12-31 before:0001-01-01")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ASKED)
def test_any_input_is_safe(newsroom: Newsroom, stories: dict[str, Story], asked: str) -> None:
    newsroom.search.find(asked)
    newsroom.search.find(asked, relevance=True)


def test_ten_kilobytes_of_rubbish_are_safe(newsroom: Newsroom) -> None:
    assert found(newsroom, '"AND (NEAR/2 * 🚢 ' * 600) == []


def test_days_are_those_of_the_newsrooms_zone(newsroom: Newsroom, stories: dict[str, Story], people: People) -> None:
    newsroom.settings.set(TIME_ZONE, "Pacific/Pago_Pago", actor=people["carl"])
    assert found(newsroom, "due:2026-11-23") == ["pilots"]
    assert found(newsroom, "due:2026-11-24") == ["rowers"]


@pytest.mark.parametrize("odd", [None, 7, "budget", ["a", "b"], {"a": 7, "b": ["c"], "d": "budget"}])
def test_an_odd_setting_breaks_nobodys_searches(newsroom, people, odd: object) -> None:
    nora = people["nora"]
    newsroom.search.save("mine", "ferry", actor=nora)
    newsroom.settings.set("searches", odd, actor=nora)
    assert newsroom.search.saved("nora") == {"mine": "ferry"} | ({"d": "budget"} if isinstance(odd, dict) else {})
    newsroom.search.save("ours", "pier", actor=nora, shared=True)
    assert newsroom.search.saved("rita")["ours"] == "pier"


@pytest.mark.parametrize(
    "odd, said",
    [
        (None, []),
        ({"d": "budget"}, []),
        (7, ["What is kept as saved searches is none; saving one takes its place."]),
        ({"b": ["c"], "d": "budget"}, ["The saved search “b” cannot be read; save it anew."]),
    ],
)
def test_a_saved_search_that_cannot_be_read_is_named(newsroom, people, odd: object, said: list[str]) -> None:
    nora = people["nora"]
    newsroom.settings.set("searches:nora", odd, actor=nora)
    assert newsroom.search.unreadable("nora") == said
    assert newsroom.search.is_own("d", "nora") is isinstance(odd, dict)
    newsroom.search.save("mine", "ferry", actor=nora)
    assert newsroom.search.unreadable("nora") == []


def test_a_server_is_given_the_words_with_the_statement_and_plans_it_for_them(newsroom: Newsroom, kind: str) -> None:
    asked = list[str]()

    def listen(_connection, _cursor, statement, *_others) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    newsroom.search.find("harbour -pilots")
    event.remove(Engine, "before_cursor_execute", listen)
    (found,) = (statement for statement in asked if "story_search" in statement)
    assert [word in found for word in ("harbour", "pilots")] == [kind == "postgresql"] * 2
