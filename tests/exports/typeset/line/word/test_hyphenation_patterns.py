"""Hyphenation patterns: read quickly, they divide every word as pyphen does."""

import random
import re

import pyphen
import pytest

from exports.typeset.line.word.hyphenation import Hyphenator
from exports.typeset.line.word.hyphenation_patterns import patterns

LANGUAGES = sorted({path: name for name, path in pyphen.LANGUAGES.items()}.values())


def _words_of(language: str) -> list[str]:
    """Made of the letters of the language's own patterns, so that many of them are met."""
    encoding, _, text = pyphen.LANGUAGES[language].read_bytes().partition(b"\n")
    letters = re.findall(r"[^\W\d_]+", re.sub(r"\d", "", text.decode(encoding.decode().strip())))
    rng = random.Random(language)
    return ["".join(rng.choices(letters, k=3))[:24] for _ in range(300)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_divided_as_pyphen_divides_them(language: str) -> None:
    found, known = patterns(language), pyphen.Pyphen(lang=language, left=0, right=0)
    assert found is not None
    for word in _words_of(language):
        expected = [int(position) for position in known.hd.positions(word) if not position.data]
        assert found.positions(word) == expected, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_languages_divide_something(language: str) -> None:
    found = patterns(language)
    assert found is not None and any(found.positions(word) for word in _words_of(language))


def test_a_language_without_patterns_has_none() -> None:
    assert patterns("xx") is None
    assert Hyphenator("xx").divide("typesetting") == (("typesetting", False),)


def test_a_regional_language_falls_back_on_its_own() -> None:
    assert patterns("fr-CA") is not None
    assert patterns("en-US") is not patterns("en-GB")
    assert patterns("en-GB").positions("photography") != patterns("en-US").positions("photography")


def test_a_word_that_changes_its_letters_when_divided_stays_whole_there() -> None:
    pieces = Hyphenator("hu-HU").divide("asszonnyal")
    assert "".join(text for text, _ in pieces) == "asszonnyal"
    assert not any(text.endswith(("as", "ass")) for text, hyphen in pieces if hyphen)
