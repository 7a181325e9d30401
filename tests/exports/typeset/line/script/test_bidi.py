"""Arabic and Hebrew: from right to left, joined, from the right edge on; numbers and Latin inside run as they do."""

import pytest

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.lines import Line, justified, set_paragraph
from exports.typeset.line.script.bidi import in_visual_order, runs_right_to_left
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.shaping import missing_characters

FORMAT = load_format("tabloid")
BODY = justified(FORMAT.styles.body, FORMAT.setting, "ar")
ARABIC = "صوت مجلس الميناء مساء الثلاثاء على إبقاء محطة المرشدين القديمة مفتوحة طوال فصل الشتاء"
HEBREW = "מועצת הנמל הצביעה ביום שלישי בערב להשאיר את תחנת הנתבים הישנה פתוחה לאורך החורף"


def lines_of(text: str, indent: float = 0.0) -> tuple[Line, ...]:
    return set_paragraph((Span(text=text),), BODY.indented(indent), FORMAT.measure)


def shown(line: Line) -> str:
    """What a line shows from left to right."""
    return "".join(glyph[4] for run in line.runs for glyph in run.glyphs)


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_words_stand_from_right_to_left(text: str) -> None:
    first = lines_of(text)[0]
    count = len(shown(first).split())
    assert shown(first)[::-1].split()[0] == text.split()[0]
    assert shown(first)[::-1].split() == text.split()[:count]


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_lines_fill_the_measure_and_the_last_ends_at_the_left(text: str) -> None:
    *full, last = lines_of(text * 2)
    for line in full:
        assert line.runs[0].x == pytest.approx(0, abs=0.01)
        assert line.width == pytest.approx(FORMAT.measure, abs=0.05)
    assert last.runs[0].x > 1
    assert last.width == pytest.approx(FORMAT.measure, abs=0.05)


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_nothing_hangs_over_and_no_letters_stand_apart(text: str) -> None:
    *full, _ = lines_of(", ".join(text.split() * 2))
    for line in full:
        assert line.runs[0].x == pytest.approx(0, abs=0.01)
        assert line.width == pytest.approx(FORMAT.measure, abs=0.05)
        assert {run.tracking for run in line.runs} == {0.0}


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_a_line_of_a_latin_paragraph_that_holds_no_latin_runs_leftwards_too(text: str) -> None:
    whole = f"The board said: {text}"
    line = lines_of(whole)[2]
    words = whole[line.start : line.end].split()
    assert not any(word.isascii() for word in words)
    assert shown(line)[::-1].split() == words


def test_the_first_line_is_indented_at_the_right() -> None:
    assert lines_of(HEBREW, indent=9.0)[0].width == pytest.approx(FORMAT.measure - 9, abs=0.05)


def test_numbers_and_latin_inside_run_from_left_to_right() -> None:
    text = shown(lines_of("בשנת 1946 נבנה Creek House כאן")[0])
    assert "1946" in text
    assert "Creek House" in text
    assert text.index("Creek") < text.index("1946")


def test_a_hebrew_phrase_inside_english_is_turned_as_a_whole() -> None:
    text = "He said שלום רב and left"
    assert not runs_right_to_left(text)
    assert shown(lines_of(text)[0]) == f"He said {'שלום רב'[::-1]} and left"


def test_arabic_letters_are_joined() -> None:
    joined = [glyph[0] for glyph in face("arabic").shape("محطة", (), "rtl")]
    alone = [face("arabic").shape(letter, (), "rtl")[0][0] for letter in "محطة"]
    assert set(joined).isdisjoint(alone[:-1])


def test_brackets_are_turned_with_the_text() -> None:
    placed = in_visual_order([("hebrew", "(שלום)")], right_to_left=True)
    assert placed == [("hebrew", "(שלום)", "rtl")]
    assert face("serif").shape("(", (), "rtl")[0][0] == face("serif").shape(")")[0][0]


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_no_character_is_missing(text: str) -> None:
    assert missing_characters("serif", text) == set()


def test_every_character_is_set_once() -> None:
    text = f"{ARABIC} (1946) Creek House، {HEBREW}."
    glyphs = "".join(shown(line) for line in lines_of(text))
    assert sorted(glyphs.replace(" ", "")) == sorted(text.replace(" ", ""))


def test_what_keeps_letters_apart_has_no_place_of_its_own_and_moves_nothing() -> None:
    text = "می\u200cخواهم 12"
    assert in_visual_order([("arabic", text)], right_to_left=True) == [
        ("arabic", "12", "ltr"),
        ("arabic", text[:-2], "rtl"),
    ]


@pytest.mark.parametrize(("opened", "closed"), [("\u2067", "\u2069"), ("\u202b", "\u202c"), ("\u202e", "\u202c")])
def test_what_is_opened_in_one_line_is_open_in_the_next(opened: str, closed: str) -> None:
    text = f"Say {opened}{'אב abc ' * 30}{closed} end"
    lines = lines_of(text)
    assert len(lines) > 3
    for line in lines[1:-1]:
        words = text[line.start : line.end].split()
        turned = [word if word == "abc" and opened != "\u202e" else word[::-1] for word in words[::-1]]
        assert shown(line).split() == turned
