"""Section heads: the commonest desks have a name in the language of the page."""

import pytest

from exports.typeset.page.section_heads import section_head


@pytest.mark.parametrize(
    ("desk", "language", "shown"),
    [
        ("Culture", "zh-CN", "文化"), ("sports", "zh-TW", "體育"), ("City", "en-GB", "CITY"), ("Sport", "de", "SPORT"),
        ("Business", "fr-FR", "ÉCONOMIE"), ("Night desk", "de-DE", "NIGHT DESK"), ("Город", "ru", "ГОРОД"),
        ("İzmir haberi", "tr", "İZMİR HABERİ"),
    ],
)  # fmt: skip
def test_a_desk_is_named_in_the_language_of_the_page(desk: str, language: str, shown: str) -> None:
    assert section_head(desk, language) == shown
