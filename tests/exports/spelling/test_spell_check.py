"""Unknown words of a story, and which of them count in it."""

from collections import Counter

import pytest

from exports.spelling.dictionary_files import DictionaryFiles
from exports.spelling.hunspell_library import open_dictionary
from exports.spelling.known_names import KnownNames
from exports.spelling.spell_check import SpellCheck


@pytest.fixture(scope="module")
def check(small_files: DictionaryFiles) -> SpellCheck:
    return SpellCheck("en-GB", open_dictionary(small_files), KnownNames(["Anna Lind"], ["paywall"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The harbour dues rise", []),
        ("The harber dues rize", ["harber", "rize"]),
        ("Lind and Lind’s paywall and the café", []),
        ("Lindt’s dues", ["Lindt"]),
        ("well-known co-opperate", ["opperate"]),
        ("don’t dont", ["dont"]),
    ],
)
def test_words_that_nobody_knows_are_found(check: SpellCheck, text: str, words: list[str]) -> None:
    found = check.unknown(text)
    assert [one.word for one in found] == words
    assert [text[one.start : one.end] for one in found] == words


def counted(check: SpellCheck, text: str) -> list[str]:
    found = check.unknown(text)
    used = Counter(one.word for one in found)
    return [one.word for one in found if one.counts(used)]


def test_a_capitalised_word_that_is_used_three_times_is_a_name(check: SpellCheck) -> None:
    assert counted(check, "Zorba and Zorba") == ["Zorba", "Zorba"]
    assert counted(check, "Zorba and Zorba and Zorba’s harber") == ["harber"]
    assert counted(check, "harber harber harber") == ["harber"] * 3


def test_a_near_miss_of_a_known_name_counts_however_often_it_is_used(check: SpellCheck) -> None:
    assert counted(check, "Lindt and Lindt and Lindt") == ["Lindt"] * 3


def test_the_known_name_is_suggested_first(check: SpellCheck) -> None:
    assert check.suggest("Lindt")[0] == "Lind"
    assert check.suggest("recieve") == ("receive",)
