"""What is typed into the search field, understood."""

from datetime import date

import pytest

from db.text.search_query import Query, Term, day, hit_pattern, parse, spaced, tokens


def test_a_query_is_understood() -> None:
    asked = parse('Harbour "old quay" pil* desk:"City" per-cent foo:bar')
    assert asked == Query(
        (
            Term(("harbour",)), Term(("old", "quay")), Term(("pil",), prefix=True), Term(("per", "cent")),
            Term(("foo", "bar")),
        ),
        (("desk", "city"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café owners'", ("cafe", "owners")),
        ("吴静 said", ("吴", "静", "said")),
        ("a_b", ("a", "b")),
        ("—", ()),
        ("ﬁn", ("fin",)),
    ],
)
def test_words_are_those_of_the_index(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


def test_han_characters_are_set_apart_for_the_index() -> None:
    assert spaced("the 船 sails").split() == ["the", "船", "sails"]


@pytest.mark.parametrize(
    ("value", "found"),
    [("today", date(2026, 11, 24)), ("yesterday", date(2026, 11, 23)), ("tomorrow", date(2026, 11, 25)),
     ("2026-01-31", date(2026, 1, 31)), ("2026-02-31", None), ("soon", None), ("", None)],
)  # fmt: skip
def test_a_day_is_named_or_written_out(value: str, found: date | None) -> None:
    assert day(value, date(2026, 11, 24)) == found


@pytest.mark.parametrize(
    ("asked", "text", "hits"),
    [("harb*", "Harbour, harbours", ["Harb", "harb"]), ("harbour", "harbours Harbour", ["Harbour"]),
     ('"old lane"', "Old-lane old, lane", ["Old-lane", "old, lane"]), ("船", "游船", ["船"])],
)  # fmt: skip
def test_hits_are_marked_as_whole_words_and_phrases(asked: str, text: str, hits: list[str]) -> None:
    pattern = hit_pattern(parse(asked))
    assert pattern is not None
    assert pattern.findall(text) == hits


def test_a_query_of_filters_alone_marks_nothing() -> None:
    assert hit_pattern(parse("stage:edit")) is None
