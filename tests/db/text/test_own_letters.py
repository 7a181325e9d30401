"""Letters with marks that are letters of their own in some languages."""

import pytest

from db.text.folding import fold
from db.text.own_letters import ALPHABETS, own_spellings, own_words
from db.text.search_hits import Hits
from db.text.search_query import parse


@pytest.mark.parametrize("tag", ALPHABETS)
def test_each_own_letter_is_one_that_folding_merges_with_others(tag: str) -> None:
    assert all(fold(letter) != letter == letter.lower() for letter in ALPHABETS[tag])


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("sv-SE", "Hår har HA\u030aR hå\u00adret ǻn Zoë", {"hår", "håret", "ån"}),
        ("pl", "łódź", {"łódź", "łodz", "lódz", "lodź", "łódz", "łodź", "lódź"}),
        ("vi", "tấm ma má", {"tâm"}), ("en-GB", "Malmö", set()), ("ru", "ра\u0301йон ёлка", {"район"}),
    ],
)  # fmt: skip
def test_words_are_told_with_the_letters_of_their_language_alone(language: str, text: str, words: set[str]) -> None:
    assert own_words(text, language) == words


def test_a_word_of_many_own_letters_has_few_forms() -> None:
    assert len(own_words("áéíóúýðþæö", "is")) == 11


def test_plain_letters_are_spelled_in_one_way() -> None:
    assert own_spellings("harbour", ("harbour",)) == own_spellings("Τρίτη", ("τριτη",)) == ()


@pytest.mark.parametrize(("language", "hits"), [("sv", ["hår"]), ("en", ["har", "hår"])])
def test_hits_are_marked_where_the_letter_stands_that_was_typed(language: str, hits: list[str]) -> None:
    text = "har hår"
    assert [text[start:end] for start, end in Hits(parse("hår")).places(text, language=language)] == hits
    assert [text[start:end] for start, end in Hits(parse("hår har")).places(text, language=language)] == ["har", "hår"]
