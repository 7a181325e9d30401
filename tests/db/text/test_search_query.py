"""What is typed into the search field, understood."""

from dataclasses import replace
from datetime import date

import pytest

from db.text.search_query import Filter, Query, Term, day, parse


def test_a_query_is_understood() -> None:
    asked = parse('Harbour "old quay" pil* desk:"City" per-cent foo:bar -Gull naïve OR 船 -stage:dra*')
    assert asked == Query(
        (
            (Term(("harbour",)),), (Term(("old", "quay")),), (Term(("pil",), prefix=True),), (Term(("per", "cent")),),
            (Term(("foo", "bar")),), (Term(("naive",)), Term(("船",), prefix=True)),
        ),
        (Term(("gull",)),),
        (Filter("desk", "City"), Filter("stage", "dra", begun=True, negated=True)),
    )  # fmt: skip


@pytest.mark.parametrize("typed", ['"old quay"', "“old quay”", "„old quay“", "«old quay»", "＂Old Quay＂", '"old quay'])
def test_quotation_marks_of_any_kind_make_a_phrase(typed: str) -> None:
    assert parse(typed).groups == ((Term(("old", "quay")),),)


@pytest.mark.parametrize(
    ("typed", "spelled"), [("Müller", "mueller"), ("A\u030arhus", "aarhus"), ("TROMSØ", "tromsoe")]
)
def test_an_umlaut_or_a_ring_is_looked_for_spelled_out_too(typed: str, spelled: str) -> None:
    ((_term, other),) = parse(typed).groups
    assert other == Term((spelled,))
    assert parse(spelled).groups == ((other,),)


def test_what_is_spelled_out_stays_in_its_field_and_is_left_out_too() -> None:
    ((typed, spelled),) = parse("headline:Bär").groups
    assert replace(typed, own=()) == Term(("bar",), prefix=True, field="headline")
    assert spelled == Term(("baer",), prefix=True, field="headline")
    assert [term.words for term in parse("-Bär").without] == [("bar",), ("baer",)]


def test_words_of_a_field_may_go_on() -> None:
    assert parse("Headline:Ferr").groups == ((Term(("ferr",), prefix=True, field="headline"),),)


@pytest.mark.parametrize("typed", ["—", "OR", "OR*", "-", "--", "* *", "headline:*", "\0", ""])
def test_what_has_no_word_asks_for_nothing(typed: str) -> None:
    assert parse(typed).empty


@pytest.mark.parametrize(
    ("value", "found"),
    [("today", date(2026, 11, 24)), ("yesterday", date(2026, 11, 23)), ("tomorrow", date(2026, 11, 25)),
     ("2026-01-31", date(2026, 1, 31)), ("2026-02-31", None), ("soon", None), ("", None)],
)  # fmt: skip
def test_a_day_is_named_or_written_out(value: str, found: date | None) -> None:
    assert day(value, date(2026, 11, 24)) == found
