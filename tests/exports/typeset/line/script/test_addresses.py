"""Addresses: told by their shape, parted at their own signs, and no measure of a paragraph's script."""

import pytest

from exports.typeset.line.script.addresses import is_address, without_addresses
from exports.typeset.line.script.cjk import mostly_squares
from exports.typeset.line.word.hyphenation import hyphenator


@pytest.mark.parametrize(
    "word",
    [
        "https://www.example.org/a?b=c", "www.example.org", "(example.org/news/today),", "press.office@example.org.",
        "@harbourboard", "#PilotsStay!", "mailto:desk@example.org",
    ],
)  # fmt: skip
def test_addresses_and_handles_are_told_by_their_shape(word: str) -> None:
    assert is_address(word)


@pytest.mark.parametrize("word", ["end.Next", "e.g.", "U.S.", "12:30", "and/or", "C#", "@", "Ltd.", "3.5", "a@b"])
def test_other_words_with_such_signs_are_none(word: str) -> None:
    assert not is_address(word)


def test_an_address_parts_behind_its_own_signs_without_a_hyphen() -> None:
    pieces = hyphenator("en-US").divide("https://example.org/harbour-board?utm=news&b=c")
    assert [text for text, _ in pieces] == [
        "https://", "example.", "org/", "harbour-", "board?", "utm=", "news&", "b=", "c",
    ]  # fmt: skip
    assert not any(hyphen for _, hyphen in pieces)


@pytest.mark.parametrize("word", ["24/7", "1/2", "2026/27", "non\u2011stop"])
def test_figures_round_a_stroke_and_what_is_typed_not_to_break_stay_whole(word: str) -> None:
    assert [text for text, _ in hyphenator("en-US").divide(word)] == [word]


def test_a_paragraph_with_an_address_is_in_the_script_of_the_rest() -> None:
    text = "记者从www.example.org/newsroom/2026/11/24/harbour/board了解到，港口开放。"
    assert without_addresses(text) == "记者从了解到，港口开放。"
    assert mostly_squares(text)
