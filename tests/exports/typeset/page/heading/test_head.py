"""The head of a story: its headline fills its width in one to three even lines, within the format's range of sizes."""

import math
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.values import Story
from exports.formats import format_names, load_format
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import thai_places
from exports.typeset.page.column.rows import CAP
from exports.typeset.page.furniture import rule_rise
from exports.typeset.page.heading.head import head, headline
from exports.typeset.sheet import Run, SetLine
from tests.exports.conftest import make_story
from tests.exports.scripts import HEADLINES

STYLE = load_format("tabloid").styles.headline
WIDE = 700.0


def test_a_headline_that_would_leave_much_of_the_width_empty_shrinks_into_fewer_lines() -> None:
    size, lines = headline("The old harbour gets its temporary vocational college", STYLE, WIDE)
    assert len(lines) == 1
    assert 0.8 * STYLE.size <= size < STYLE.size
    assert lines[0].width > 0.72 * WIDE


def test_a_short_headline_keeps_its_size() -> None:
    size, lines = headline("Pilots stay", STYLE, WIDE)
    assert (size, len(lines)) == (STYLE.size, 1)


def test_lines_are_of_even_length() -> None:
    _, lines = headline("The board keeps the old pilot station open against advice", STYLE, 330.0)
    assert len(lines) > 1
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


WORD = st.sampled_from(["the", "harbour", "board", "reinsurance", "of", "Wolverhampton", "keeps", "open"])


@settings(max_examples=60, deadline=None)
@given(st.lists(WORD, min_size=1, max_size=40), st.sampled_from([130.0, 300.0, WIDE]))
def test_no_line_of_a_headline_is_wider_than_its_place_and_no_word_is_lost(words: list[str], width: float) -> None:
    text = " ".join(words)
    size, lines = headline(text, STYLE, width)
    assert 11 <= size <= STYLE.size
    assert " ".join(text[line.start : line.end] for line in lines) == text
    assert max(line.width for line in lines) <= width + 0.01


@pytest.mark.parametrize("width", [130.0, 300.0])
def test_a_headline_of_middling_length_takes_no_more_lines_than_the_format_wants(width: float) -> None:
    _, lines = headline("Pilots stay through winter", STYLE, width)
    assert len(lines) <= STYLE.lines


def test_a_line_break_typed_into_a_headline_makes_it_no_smaller() -> None:
    plain, _ = headline("Pilots stay in the harbour all winter", STYLE, 330.0)
    broken, lines = headline("Pilots stay in the\u2028harbour all winter", STYLE, 330.0)
    assert broken == plain
    assert len(lines) == 2


def broken(text: str, width: float, language: str = "en-US") -> list[str]:
    """The lines of a headline."""
    return [text[line.start : line.end] for line in headline(text, STYLE, width, language)[1]]


@pytest.mark.parametrize("width", [150.0, 260.0, 400.0])
@pytest.mark.parametrize(
    "text",
    [
        "Достопримечательности и достопримечательности", "स्वातंत्र्यसैनिकांच्यासाठी महाराष्ट्रराज्यसरकारचा निर्णय",
        "ท่าเรือเก่าจะเปิดต่อไปตลอดฤดูหนาว",
    ],
    ids=("ru", "mr", "th"),
)  # fmt: skip
def test_no_headline_is_parted_inside_a_word_or_a_thai_syllable(text: str, width: float) -> None:
    _, lines = headline(text, STYLE, width)
    ends = {text.find(" ", at) for at in range(len(text)) if " " in text} | set(thai_places(text))
    assert {line.end for line in lines[:-1]} <= ends


@pytest.mark.parametrize("language", ["te", "th", "as"])
def test_marks_over_and_under_a_headline_touch_neither_the_line_above_nor_what_is_below(language: str) -> None:
    story, fmt = make_story(headline=f"{HEADLINES[language]}\u2028{HEADLINES[language]}"), load_format("tabloid")
    first, second = (item for item in head(story, fmt, WIDE).items if isinstance(item, SetLine))
    runs = [item for item in head(story, fmt, WIDE).items if isinstance(item, Run)]
    font, size = face(runs[0].face), runs[0].size
    inks = [font.hb_font.get_glyph_extents(glyph[0]) for run in runs for glyph in run.glyphs]
    top = max(ink.y_bearing for ink in inks if ink) * font.per_unit * size / 1000
    deep = min(ink.y_bearing + ink.height for ink in inks if ink) * font.per_unit * size / 1000
    assert first.y > top - 0.12 * size
    assert second.y - first.y >= 1.25 * size - 0.01
    assert head(story, fmt, WIDE).rows * fmt.baseline > second.y - deep


def whites(story: Story, name: str) -> list[float]:
    """The white over the head, between its fields, and over the text; points from descenders to capitals."""
    fmt = load_format(name)
    made = head(story, fmt, fmt.span_width(fmt.columns))
    lines = [item for item in made.items if isinstance(item, SetLine)]
    sizes = {run.y: (run.size, face(run.face).facts.cap_height / 1000) for run in made.items if isinstance(run, Run)}
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line.field)]
    feet = [-rule_rise(fmt), *(group[-1].y + 0.22 * sizes[group[-1].y][0] for group in groups)]
    capitals = [group[0].y - math.prod(sizes[group[0].y]) for group in groups]
    text = (made.rows + 1) * fmt.baseline - CAP * fmt.styles.body.size
    return [top - foot for foot, top in zip(feet, [*capitals, text], strict=True)]


DEKS = (
    "",
    "Eleven pilots, and four retire",
    "Eleven pilots, and four retire before the spring; nobody has applied " * 3,
)


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("kicker", ["", "Harbour"])
def test_what_the_grid_leaves_is_shared_so_that_equal_things_stand_equally_far_apart(name: str, kicker: str) -> None:
    fmt = load_format(name)
    over, under_kicker, over_dek, over_text = fmt.setting.head_space
    for title in ("Pilots stay", "Pilots stay through the winter, against the advice of the engineers of the board"):
        for dek in DEKS:
            found = whites(make_story(headline=title, kicker=kicker, dek=dek), name)
            least = [over, *([under_kicker] if kicker else []), *([over_dek] if dek else []), over_text]
            assert all(white >= wanted - 0.15 for white, wanted in zip(found, least, strict=True))
            assert found[-1] - over_text <= 0.75 * fmt.baseline
