"""The byline as it is printed."""

import pytest

from exports.typeset.page.byline import byline_as_set


@pytest.mark.parametrize(
    ("byline", "language", "printed"),
    [
        ("Marta Lind", "en-GB", "By Marta Lind"), ("Marta Lind", "de-DE", "Von Marta Lind"),
        ("Marta Lind", "fr", "Par Marta Lind"), ("Von Marta Lind", "en-US", "Von Marta Lind"),
        ("Par Marta Lind", "fr", "Par Marta Lind"), ("Марта Линд", "en-US", "Марта Линд"), ("林玛", "en", "林玛"),
        ("Marta Lind", "zh-CN", "Marta Lind"), ("Marta Lind", "", "Marta Lind"), ("", "en", ""),
    ],
)  # fmt: skip
def test_a_byline_begins_with_the_word_its_language_has_for_it(byline: str, language: str, printed: str) -> None:
    assert byline_as_set(byline, language) == printed
