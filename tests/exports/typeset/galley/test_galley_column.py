"""The body in one endless column: the lines of its pages, counted at every key."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, Span, paragraph
from db.values import Story
from exports.formats import Format, load_format
from exports.typeset import StoryLayout, fit_of, sheets_of
from exports.typeset.galley.body_setting import body_setting
from exports.typeset.galley.galley_column import GalleyColumn
from exports.typeset.line.lines import set_paragraph
from exports.typeset.page.block.block_rows import row_setter
from exports.typeset.sheet import Run
from tests.bench.texts import stories
from tests.exports.conftest import WORDS, make_story

STORY = make_story(
    WORDS, paragraph("Why the quay", BlockKind.SUBHEAD), WORDS, paragraph(WORDS, BlockKind.BULLET),
    paragraph("“It will hold”", BlockKind.PULL_QUOTE), paragraph("A box", BlockKind.BOX), WORDS, dateline="Suzhou",
)  # fmt: skip


def column_of(story: Story, fmt: Format) -> GalleyColumn:
    """The galley of a story as its pages have it."""
    column = GalleyColumn(fmt, story.language)
    column.run_in(byline=story.byline, dateline=story.dateline)
    column.fill(story.body.blocks)
    column.adopt(body_setting(StoryLayout(story, fmt, {})))
    return column


def lines_of(column: GalleyColumn) -> dict[int, list[tuple[int, int, int]]]:
    """Number, first and last place of each counted line of each block."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for number in range(len(column)):
        for line in column.shown(number).lines:
            if line.number >= 0:
                place = column.first_number(number) + line.number, line.start, line.end
                found.setdefault(number, []).append(place)
    return found


@pytest.mark.parametrize("name", ["tabloid", "magazine-a4", "galley"])
@pytest.mark.parametrize("story", [STORY, *stories(2)], ids=["kinds", "first", "second"])
def test_lines_and_their_numbers_are_those_of_the_pages(story: Story, name: str) -> None:
    fmt = load_format(name)
    paper: dict[int, list[tuple[int, int, int]]] = {}
    for sheet in sheets_of(StoryLayout(story, fmt, {})):
        for line in sheet.lines:
            paper.setdefault(line.block, []).append((line.number, line.start, line.end))
    assert lines_of(column_of(story, fmt)) == paper


def test_what_is_forgotten_is_set_again_and_what_is_shown_stays(tabloid: Format) -> None:
    column = column_of(STORY, tabloid)
    before, shown = lines_of(column), column.shown(0)
    column.forget()
    assert row_setter.cache_info().currsize <= 1
    assert set_paragraph.cache_info().currsize == 0
    assert column.shown(0) is shown
    column.fill(STORY.body.blocks)
    column.adopt(body_setting(StoryLayout(STORY, tabloid, {})))
    assert lines_of(column) == before


@pytest.mark.parametrize("target", [None, 5, 40, 1000])
def test_length_and_cut_are_those_of_the_fit(target: int | None, tabloid: Format) -> None:
    column = column_of(STORY, tabloid)
    lines_of(column)
    fit = fit_of(StoryLayout(replace(STORY, target_lines=target), tabloid, {}))
    assert (column.lines, column.cut(target)) == (fit.lines, fit.cut)


def test_a_key_sets_its_own_paragraph_alone(tabloid: Format) -> None:
    column = column_of(STORY, tabloid)
    before = [column.shown(number) for number in range(len(column))]
    column.replace(2, 1, [paragraph(WORDS + " And more.")])
    after = [column.shown(number) for number in range(len(column))]
    assert [one is other for one, other in zip(before, after, strict=True)] == [n != 2 for n in range(len(column))]


def test_length_is_right_with_the_key_that_makes_another_line(tabloid: Format) -> None:
    column = column_of(STORY, tabloid)
    lines_of(column)
    longer = [*STORY.body.blocks[:2], paragraph(WORDS * 2), *STORY.body.blocks[3:]]
    column.replace(2, 1, longer[2:3])
    assert column.lines == fit_of(StoryLayout(make_story(*longer, dateline="Suzhou"), tabloid, {})).lines


def test_what_follows_a_new_subhead_begins_flush(tabloid: Format) -> None:
    column = column_of(make_story(WORDS, WORDS, WORDS), tabloid)
    assert column.shown(2).lines[0].left > 0
    column.replace(1, 1, [paragraph("Now", BlockKind.SUBHEAD)])
    assert column.shown(2).lines[0].left == 0


def test_a_dateline_is_painted_and_no_text_of_the_block(tabloid: Format) -> None:
    first = column_of(STORY, tabloid).shown(0)
    (run,) = [item for item in first.painted if isinstance(item, Run) and item.glyphs[0][4] == "S"]
    assert "".join(glyph[4] for glyph in run.glyphs) == "SUZHOU — "
    assert first.lines[0].start == 0
    assert first.lines[0].left == pytest.approx(run.x + sum(glyph[1] for glyph in run.glyphs) * 0.009, abs=4)


def test_a_large_first_letter_is_painted_and_the_text_keeps_its_place() -> None:
    first = column_of(make_story(WORDS * 2, dateline=""), load_format("magazine-a4")).shown(0)
    assert first.lines[0].hidden == 1
    assert "+smcp" in first.lines[0].faces[0].face
    assert first.lines[1].left == first.lines[0].left > 20


def test_an_empty_paragraph_has_a_line_to_write_in_that_is_not_counted(tabloid: Format) -> None:
    with_empty = column_of(make_story(WORDS, Block(), WORDS), tabloid)
    without = column_of(make_story(WORDS, WORDS), tabloid)
    lines_of(with_empty)
    lines_of(without)
    assert (with_empty.lines, with_empty.rows) == (without.lines, without.rows + 1)


def test_words_are_counted_as_the_body_counts_them(tabloid: Format) -> None:
    column = column_of(STORY, tabloid)
    assert column.words == STORY.body.words
    column.replace(0, 1, [Block(spans=(Span(text="Two words"),))])
    assert column.words == STORY.body.words - STORY.body.blocks[0].text.count(" ") + 1
