"""Drop caps of other openings: which letters grow, and what becomes of the words behind them."""

import pytest

from db.document import Block, Span
from exports.typeset import set_story
from exports.typeset.sheet import Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

FORMAT = small_format()
FORMAT = small_format(setting=FORMAT.setting.model_copy(update={"drop_cap": 3}))


def page(*spans: Span, face: str = "serif") -> Sheet:
    body = FORMAT.styles.body.model_copy(update={"face": face})
    fmt = small_format(setting=FORMAT.setting, styles=FORMAT.styles.model_copy(update={"body": body}))
    return set_story(make_story(Block(spans=spans), headline="", byline="", desk=""), fmt, {})[0]


def large(sheet: Sheet) -> str:
    """The letters that have grown."""
    runs = [item for item in sheet.items if isinstance(item, Run) and item.size > 20]
    return "".join(glyph[4] for run in runs for glyph in run.glyphs)


@pytest.mark.parametrize(("opening", "grown"), [("Порт ", "П"), ("Ωρα ", "Ω"), ("““T", "T"), ("“““T", ""), ("7 ", "7")])
def test_letters_of_europe_and_figures_grow_behind_two_marks_at_the_most(opening: str, grown: str) -> None:
    assert large(page(Span(text=opening + WORDS))) == grown


def test_lines_know_which_text_they_show_behind_a_quotation_mark() -> None:
    text = f"“{WORDS}”"
    assert "".join(line.text for line in page(Span(text=text)).lines).replace(" ", "") == text.replace(" ", "")


def test_text_with_bold_italics_of_its_own_keeps_them() -> None:
    sheet = page(Span(text="The harbour board "), Span(text="never", bold=True, italic=True), Span(text=WORDS * 2))
    faces = {item.face for item in sheet.items if isinstance(item, Run)}
    assert FORMAT.styles.body.face_for(bold=True, italic=True) in faces
    assert not any(face.endswith("+smcp") for face in faces)


def test_words_that_capitals_would_make_longer_stay_as_they_are() -> None:
    sheet = page(Span(text=f"Große Straßen {WORDS}"), face="sans")
    assert sheet.lines[0].text.startswith("Große")
    assert "ß" in "".join(glyph[4] for item in sheet.items if isinstance(item, Run) for glyph in item.glyphs)
