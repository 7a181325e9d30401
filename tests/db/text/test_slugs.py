"""Slugs as they are spelled, and fields made tidy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Refused
from db.text.slugs import MAX_SLUG, slug_from, tidy_text
from db.values import StoryText


def test_a_field_is_stored_on_one_line_without_what_cannot_be_stored() -> None:
    assert tidy_text(StoryText(headline=" Two\nlines\ud800 ")).headline == "Two lines\ufffd"


def test_a_headline_of_a_thousand_words_is_refused() -> None:
    with pytest.raises(Refused, match="headline"):
        tidy_text(StoryText(headline="word " * 1000))


@given(st.text(max_size=80))
def test_a_suggested_slug_is_always_one_that_is_taken(words: str) -> None:
    text = tidy_text(replace(StoryText(), slug=slug_from(words)))
    assert text.slug and text.slug == slug_from(words)


@pytest.mark.parametrize(
    ("words", "slug"),
    [("The ferry is back", "ferry-back"), ("Café d'Or: open", "cafe-dor-open"), ("渡轮", "story"),
     ("Łódź, Straße", "lodz-strasse"),
     ("A of the", "story"), ("One two three four", "one-two-three"), ("x" * 60, "x" * MAX_SLUG)],
)  # fmt: skip
def test_a_slug_is_made_of_the_first_telling_words(words: str, slug: str) -> None:
    assert slug_from(words) == slug


def test_a_note_keeps_its_lines() -> None:
    assert tidy_text(StoryText(ednote=" one\r\ntwo\0 \n")).ednote == "one\ntwo\ufffd"
