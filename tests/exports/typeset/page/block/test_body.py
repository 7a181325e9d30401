"""Blocks after one another: what stands between them, which numbers they have, and what keeps together on a page."""

from itertools import pairwise, product

import pytest

from db.document import Block, BlockKind, Span, paragraph
from exports.formats import MM, load_format
from exports.typeset import StoryLayout, set_run_in, set_story
from exports.typeset.page.block.block_rows import dateline_as_set
from exports.typeset.sheet import Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

KINDS = [kind for kind in BlockKind if kind is not BlockKind.PICTURE]
ONE_COLUMN = small_format(columns=1, trim_height=200 * MM)


def texts_at(sheet: Sheet, y: float) -> str:
    runs = [item for item in sheet.items if isinstance(item, Run) and item.y == pytest.approx(y, abs=0.01)]
    return "".join(glyph[4] for run in sorted(runs, key=lambda run: run.x) for glyph in run.glyphs)


@pytest.mark.parametrize(("first", "second"), [*product(KINDS, KINDS)])
def test_blocks_of_any_two_kinds_are_parted_by_one_space_at_most(first: BlockKind, second: BlockKind) -> None:
    rows = StoryLayout(make_story(paragraph(WORDS, first), paragraph(WORDS, second)), small_format(), {}).body.rows
    assert not any(before.space and after.space for before, after in pairwise(rows))
    assert not rows[-1].space


def test_each_list_is_numbered_from_one() -> None:
    item = [paragraph("A thing", BlockKind.NUMBER)] * 2
    (sheet,) = set_story(make_story(*item, "Between.", *item), ONE_COLUMN, {})
    marks = [texts_at(sheet, line.y)[:2] for line in sheet.lines if line.text == "A thing"]
    assert marks == ["1.", "2.", "1.", "2."]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("Suzhou, Jiangsu", "SUZHOU, Jiangsu — "), ("Suzhou —", "SUZHOU — "), ("苏州", "苏州\u3000"), (" ", "")],
)
def test_a_dateline_ends_in_one_dash_or_a_wide_space(typed: str, shown: str) -> None:
    assert dateline_as_set(typed) == shown


@pytest.mark.parametrize(("marked", "face"), [(True, "serif"), (False, "serif-italic")])
def test_italic_words_of_a_correction_stand_upright(*, marked: bool, face: str) -> None:
    block = Block(kind=BlockKind.CORRECTION, spans=(Span(text="An error.", italic=marked),))
    (sheet,) = set_story(make_story(WORDS, block), ONE_COLUMN, {})
    last = sheet.lines[-1]
    assert {run.face for run in sheet.items if isinstance(run, Run) and run.y == last.y} == {face}


def test_a_story_that_begins_below_another_has_five_lines_at_least_in_its_first_column_there() -> None:
    fmt = load_format("tabloid")
    for count in range(30, 70):
        stories = [make_story(*[WORDS] * count), make_story(*[WORDS] * 30)]
        first = set_run_in(stories, fmt, {})[0]
        begun = [line for line in first.lines if line.story == 1 and line.column == 0]
        assert not begun or len(begun) >= 5, count


def test_a_story_takes_more_columns_rather_than_a_second_page() -> None:
    fmt = small_format(trim_width=200 * MM, trim_height=60 * MM, columns=5)
    pages = [set_story(make_story(*[WORDS] * count), fmt, {}) for count in range(1, 8)]
    used = [len({line.column for line in sheets[0].lines}) for sheets in pages]
    assert min(used) < 5
    assert all(columns == 5 for columns, sheets in zip(used, pages, strict=True) if len(sheets) > 1)


def test_no_line_stands_on_the_jump_line_nor_close_under_the_one_at_the_head() -> None:
    heads = [block for _ in range(20) for block in (paragraph("What comes next", BlockKind.SUBHEAD), WORDS)]
    fmt = load_format("magazine-a4")
    for count in range(6):
        first, second, *_ = set_story(make_story(*["It rained."] * count, *heads * 4), fmt, {})
        jump = max(
            item.y for item in first.items if isinstance(item, Run) and item.y < fmt.trim_height - fmt.bottom + 1
        )
        assert "Continued" in texts_at(first, jump)
        last = max(line.y for line in first.lines if line.column == fmt.columns - 1)
        assert jump - last > 0.9 * fmt.baseline
        assert min(line.y for line in second.lines) - fmt.top > 2.9 * fmt.baseline
