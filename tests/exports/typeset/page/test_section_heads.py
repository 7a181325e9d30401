"""Section heads: the commonest desks have a name in the language of the page."""

import pytest

from exports.typeset.line.word.shaping import missing_characters
from exports.typeset.page.furniture import _JUMPS
from exports.typeset.page.section_heads import _NAMED, _SECTIONS, section_head


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


def test_capitals_of_greek_have_no_accents() -> None:
    assert section_head("City", "el") == "ΠΟΛΗ"
    assert section_head("Προϊόντα", "el-GR") == "ΠΡΟΪΟΝΤΑ"


@pytest.mark.parametrize("language", sorted(_SECTIONS))
def test_each_language_names_every_section_in_characters_that_are_printed(language: str) -> None:
    names = _SECTIONS[language].split(", ")
    assert len(names) == len(_NAMED)
    assert not any(missing_characters("sans-bold", section_head(desk, language)) for desk in _NAMED)


def test_a_page_that_has_jump_lines_in_its_language_has_section_heads_in_it() -> None:
    assert {*_JUMPS} - {"en"} <= {*_SECTIONS}
