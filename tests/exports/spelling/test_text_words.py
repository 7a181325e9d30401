"""Which stretches of a text are words that a dictionary may know."""

import pytest

from exports.spelling.text_words import text_words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Don’t ‘quote’ well-known words.", "en-GB", ["Don't", "quote", "well-known", "words"]),
        ("Write to anna.lind@paper.org or www.paper.org/a-b", "en-GB", ["Write", "to", "or"]),
        ("See paper.co.uk, @anna, #dues and A4 or 3rd", "en-GB", ["See", "and", "or"]),
        ("UNESCO and the MPs of NATO’s HARBOURS", "en-GB", ["and", "the", "of", "HARBOURS"]),
        ("Москва and 北京 and Ελλάδα", "en-GB", ["and", "and"]),
        ("Москва и Paris", "ru", ["Москва", "и"]),
        ("so\u00adft", "en-GB", ["soft"]),
        ("می\u200cروم", "fa", ["می\u200cروم"]),
        ("", "en-GB", []),
    ],
)
def test_words_of_a_text(text: str, language: str, words: list[str]) -> None:
    assert [word.text for word in text_words(text, language)] == words


def test_a_word_knows_its_place() -> None:
    text = "the so\u00adft dues"
    assert [text[word.start : word.end] for word in text_words(text, "en")] == ["the", "so\u00adft", "dues"]
