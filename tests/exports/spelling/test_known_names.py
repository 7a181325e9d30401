"""Names that a newsroom knows, their endings, and what is a letter off from one."""

import pytest

from exports.spelling.known_names import KnownNames, is_near

NAMES = KnownNames(["Anna Lind", "Østergaard*", "Rua São Bento"], ["paywall", "eBay"])


@pytest.mark.parametrize("word", ["Lind", "LIND", "Østergaards", "Bento", "paywall", "Paywall", "eBay"])
def test_a_known_name_is_known(word: str) -> None:
    assert NAMES.knows(word)


@pytest.mark.parametrize("word", ["lind", "Lindt", "paywal", "Oster", "Ebay"])
def test_another_is_not(word: str) -> None:
    assert not NAMES.knows(word)


@pytest.mark.parametrize(("word", "near"), [("Lindt", "Lind"), ("Lnid", "Lind"), ("Ostergaard", "Østergaard")])
def test_a_near_miss_names_what_was_meant(word: str, near: str) -> None:
    assert NAMES.near(word) == near


@pytest.mark.parametrize("word", ["lindt", "Lindtt", "Lundt", "Paywal", "Lind"])
def test_small_words_and_those_further_off_are_no_near_miss(word: str) -> None:
    assert NAMES.near(word) == ""


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("Lind", "Lindt", True), ("Lind", "Lnid", True), ("Lind", "Land", True), ("Lind", "ind", True),
     ("Lind", "Lind", False), ("Lind", "Lnidt", False), ("Lind", "Ldin", False)],
)  # fmt: skip
def test_words_a_letter_apart(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is is_near(other, one) is near
