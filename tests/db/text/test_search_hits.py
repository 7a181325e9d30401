"""Hits are marked in the text as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.search_hits import Hits
from db.text.search_query import parse

ANY = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "Cf", "Cc"]), max_size=60)


def marked(asked: str, text: str, field: str = "") -> list[str]:
    return [text[start:end] for start, end in Hits(parse(asked)).places(text, field)]


@pytest.mark.parametrize(
    ("asked", "text", "hits"),
    [("harb*", "Harbour, harbours", ["Harb", "harb"]), ("harbour", "harbours Harbour", ["Harbour"]),
     ('"old lane"', "Old-lane old, lane", ["Old-lane", "old, lane"]), ("船", "游船", ["船"]),
     ("柳溪河", "在柳溪河游", ["柳溪河"]),
     ("cafe", "Le CAFÉ, le cafe\u0301!", ["CAFÉ", "cafe\u0301"]),
     ("strasse*", "In Hauptstraße und Straßen", ["Straße"]),
     ("吴静", "吴　静说", ["吴　静"]), ("co2", "CO₂ now", ["CO₂"]),
     ("a b OR a", "a b", ["a", "b"]), ("-a b", "a b", ["b"]),
     ('"a b" b*', "a by b a b", ["b", "b", "a b"])],
)  # fmt: skip
def test_hits_are_marked_as_whole_words_and_phrases(asked: str, text: str, hits: list[str]) -> None:
    assert marked(asked, text) == hits


def test_words_of_a_field_are_marked_in_that_field_alone() -> None:
    assert marked("headline:ferry", "The ferry") == []
    assert marked("headline:ferry", "The ferry", "headline") == ["ferry"]


def test_a_query_of_filters_alone_marks_nothing() -> None:
    assert marked("stage:edit", "edit") == []


def test_the_first_places_are_those_of_the_first_line_that_has_a_hit() -> None:
    text = "İstanbul’da çay\n\nNo ferries, a ferry and a ferry.\n\nA ferry."
    places = Hits(parse("ferry")).first_places(text)
    assert [(text[start:end], start) for start, end in places] == [("ferry", 31), ("ferry", 43)]


def test_a_phrase_over_two_lines_is_marked_where_no_line_has_it() -> None:
    ((start, end),) = Hits(parse('"end start"')).first_places("The end.\n\nStart again")
    assert (start, end) == (4, 15)


@given(ANY, ANY)
def test_any_hit_lies_in_the_text(asked: str, text: str) -> None:
    done = 0
    for start, end in Hits(parse(asked)).places(text):
        assert done <= start < end <= len(text)
        done = end
