"""Line breaking: fast and slow search agree; first lines of other widths; a line more or fewer on request."""

import pytest

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.lines import justified, ragged, set_paragraph
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from tests.exports.conftest import WORDS

FORMAT = load_format("tabloid")
BODY = justified(FORMAT.styles.body, FORMAT.setting, "en-US")
TEXT = (Span(text=f"{WORDS} {WORDS}"),)


def test_the_first_lines_keep_clear_of_what_stands_beside_them() -> None:
    shape = ((40.0, FORMAT.measure - 40.0),) * 3
    lines = set_paragraph(TEXT, BODY, FORMAT.measure, shape=shape)
    assert [round(line.runs[0].x) >= 37 for line in lines[:4]] == [True, True, True, False]
    assert all(line.width == pytest.approx(FORMAT.measure, abs=4) for line in lines[:-1])
    assert len(lines) > len(set_paragraph(TEXT, BODY, FORMAT.measure))


def test_a_paragraph_that_ends_beside_the_picture_ends_there() -> None:
    short = (Span(text="A few words only."),)
    lines = set_paragraph(short, BODY, FORMAT.measure, shape=((0.0, 60.0),) * 9)
    assert 1 < len(lines) < 9
    assert all(line.width <= 61 for line in lines)


def test_an_added_hyphen_stands_for_no_character_of_the_text() -> None:
    text = (Span(text="extraordinarily considerable responsibilities " * 30),)
    divided = [line for line in set_paragraph(text, BODY, FORMAT.measure) if line.hyphen]
    assert divided
    assert {line.runs[-1].glyphs[-1][4] for line in divided} == {SOFT_HYPHEN}


def test_headlines_are_never_divided() -> None:
    lines = set_paragraph((Span(text="Extraordinary responsibilities"),), ragged(FORMAT.styles.headline), 260.0)
    assert not any(line.hyphen for line in lines)
