"""What a question finds in a text, and what is put in its place."""

import time

import pytest

from desktop.editor.find.query import FindQuery


def found(query: FindQuery, text: str) -> list[str]:
    """What stands at the places, cut by UTF-16 offsets."""
    written = text.encode("utf-16-le")
    return [written[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in query.matches(text)]


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        (FindQuery("pier"), "Pier, piers and PIER", ["Pier", "pier", "PIER"]),
        (FindQuery("pier", case=True), "Pier, piers and PIER", ["pier"]),
        (FindQuery("pier", whole=True), "Pier, piers and PIER", ["Pier", "PIER"]),
        (FindQuery("район"), "Район, района", ["Район", "район"]),
        (FindQuery("don't"), "don’t and don't", ["don’t", "don't"]),
        (FindQuery('"go"'), "“Go” «go»", ["“Go”", "«go»"]),
        (FindQuery("a-b c"), "a–b\u00a0c", ["a–b\u00a0c"]),
        (FindQuery("a.b"), "a.b axb", ["a.b"]),
        (FindQuery("a.b", regex=True), "a.b axb", ["a.b", "axb"]),
        (FindQuery(r"\bÉ\w+", regex=True), "Émile et été", ["Émile", "été"]),
        (FindQuery("🐑b"), "🐑🐑b", ["🐑b"]),
        (FindQuery("x*", regex=True), "axxb", ["xx"]),
        (FindQuery("b\ufffcc|c", regex=True), "b\ufffcc", []),
        (FindQuery(""), "anything", []),
    ],
)
def test_places_are_found(query: FindQuery, text: str, places: list[str]) -> None:
    assert found(query, text) == places


def test_groups_of_a_regular_expression_stand_in_the_replacement() -> None:
    query = FindQuery(r"(\w+) (\w+)", regex=True)
    assert [one.replacement for one in query.matches("Wu Jing", r"\2, \1 [\0]")] == ["Jing, Wu [Wu Jing]"]
    assert [one.replacement for one in FindQuery("Wu").matches("Wu", r"\1")] == [r"\1"]


def test_what_is_no_regular_expression_says_why_and_finds_nothing() -> None:
    query = FindQuery("(", regex=True)
    assert query.fault.startswith("That is no regular expression: ")
    assert found(query, "(") == []


def test_an_expression_that_would_take_for_ever_is_given_up() -> None:
    began = time.process_time()
    found(FindQuery("(a+)+b", regex=True), "a" * 5_000)
    assert time.process_time() - began < 10
