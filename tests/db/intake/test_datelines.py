"""Words that can name a place."""

import pytest

from db.intake.datelines import is_place


@pytest.mark.parametrize("place", ["Beijing", "new york", "Xi'an", "North Quay", "St. John's, Canada"])
def test_places_are_told(place: str) -> None:
    assert is_place(place)


@pytest.mark.parametrize("words", ["", "the quay", "Quay 9", "A Very Long Name Of Some Quay", "港口"])
def test_other_words_name_no_place(words: str) -> None:
    assert not is_place(words)


def test_only_a_listed_city_is_surely_one() -> None:
    assert is_place("Beijing", known=True)
    assert not is_place("North Quay", known=True)
