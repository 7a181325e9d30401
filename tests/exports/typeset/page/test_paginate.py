"""Stories one below the other on shared pages."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import paragraph
from exports.formats import load_format
from exports.typeset import set_run_in
from exports.typeset.sheet import Rule, Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

COUNTS = st.lists(st.integers(1, 9), min_size=1, max_size=5)


def texts(sheet: Sheet) -> str:
    return "".join(glyph[4] for item in sheet.items if isinstance(item, Run) for glyph in item.glyphs)


def test_two_short_stories_share_a_page_with_a_rule_between_them() -> None:
    stories = [make_story(WORDS, WORDS, headline=name) for name in ("One", "Two")]
    (sheet,) = set_run_in(stories, load_format("tabloid"), {})
    first = [line.y for line in sheet.lines if line.story == 0]
    second = [line.y for line in sheet.lines if line.story == 1]
    rules = [item.y0 for item in sheet.items if isinstance(item, Rule)]
    assert any(max(first) < y < min(second) for y in rules)
    assert "One" in texts(sheet) and "Two" in texts(sheet)


def test_a_story_that_does_not_fit_flows_on_with_jump_lines_both_ways() -> None:
    fmt = load_format("tabloid")
    stories = [make_story(*[WORDS] * 30, headline="One"), make_story(*[WORDS] * 40, headline="Two")]
    first, second = set_run_in(stories, fmt, {})
    assert {line.story for line in first.lines} == {0, 1}
    assert "Continued on page 2" in texts(first)
    assert "Two — from page 1" in texts(second)


def test_a_story_does_not_begin_where_only_its_head_would_fit() -> None:
    fmt = load_format("tabloid")
    for count in range(44, 60):
        sheets = set_run_in([make_story(*[WORDS] * count), make_story(*[WORDS] * 6)], fmt, {})
        for sheet in sheets:
            begun = {line.column for line in sheet.lines if line.story == 1 and line.number < 4}
            rows = [line for line in sheet.lines if line.story == 1]
            assert not begun or len(rows) >= 6


def test_no_stories_make_no_pages() -> None:
    assert set_run_in([], small_format(), {}) == []


@settings(max_examples=30, deadline=None)
@given(COUNTS)
def test_every_word_of_every_story_is_set_once_in_order_on_the_grid(counts: list[int]) -> None:
    fmt = small_format()
    stories = [
        make_story(*(paragraph(f"{number} {at} {WORDS}") for at in range(count))) for number, count in enumerate(counts)
    ]
    sheets = set_run_in(stories, fmt, {})
    lines = [line for sheet in sheets for line in sheet.lines]
    for number, story in enumerate(stories):
        shown = " ".join(line.text for line in lines if line.story == number)
        assert "".join(shown.split()) == "".join(" ".join(block.text for block in story.body.blocks).split())
    assert [line.story for line in lines] == sorted(line.story for line in lines)
    for line in lines:
        assert ((line.y - fmt.top) / fmt.baseline) % 1 == pytest.approx(0, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(COUNTS)
def test_stories_do_not_stand_on_one_another(counts: list[int]) -> None:
    sheets = set_run_in([make_story(*[WORDS] * count) for count in counts], load_format("tabloid"), {})
    for sheet in sheets:
        spans: dict[int, list[float]] = {}
        for line in sheet.lines:
            spans.setdefault(line.story, []).append(line.y)
        ordered = [spans[number] for number in sorted(spans)]
        assert all(max(above) < min(below) for above, below in itertools.pairwise(ordered))
