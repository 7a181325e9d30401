"""Blocks as rows: each kind in its own way."""

from dataclasses import replace
from itertools import pairwise

import pytest

from db.document import Block, BlockKind, Span, paragraph
from exports.formats import MM, load_format
from exports.typeset import set_story
from exports.typeset.line.word.faces import face
from exports.typeset.sheet import Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format
from tests.exports.typeset.page.test_elements import box, letter_of, set_as, shown, tints, unspaced


@pytest.mark.parametrize("count", range(1, 9))
def test_a_short_box_is_never_parted(count: int) -> None:
    text = [" ".join(WORDS.split()[: 5 + 4 * number]) for number in range(count)]
    sheets = set_story(make_story(*text, box(WORDS), box("Two quays."), WORDS), small_format(), {})
    assert len(tints(sheets)) == 1


def test_a_box_longer_than_a_column_goes_on_in_the_next() -> None:
    sheets = set_story(make_story(*[box(WORDS)] * 12), small_format(), {})
    assert len(tints(sheets)) > 1
    assert unspaced("".join(line.text for sheet in sheets for line in sheet.lines)) == unspaced(WORDS * 12)


def test_the_end_mark_stands_behind_the_last_word_of_the_story() -> None:
    story = make_story("First.", "Last words.", paragraph("Corrected.", BlockKind.CORRECTION))
    text = shown(set_story(story, set_as(end_mark=True), {}))
    assert "words.\u00a0■" in text
    assert text.count("■") == 1


@pytest.mark.parametrize("end", ["", " ", "\u2028"], ids=["letter", "space", "break"])
def test_the_end_mark_stands_on_no_line_alone(end: str) -> None:
    for length in range(24, 50):
        (sheet,) = set_story(make_story("港" * length + end, headline=""), set_as(end_mark=True), {})
        assert sheet.lines[-1].text.strip()
        assert shown([sheet]).endswith("港\u00a0■")


@pytest.mark.parametrize("words", ["Corrected.", WORDS])
def test_a_correction_never_stands_alone_at_the_head_of_a_column(words: str) -> None:
    for count in range(1, 90):
        story = make_story(*[WORDS] * 4, "word " * 3 * count, paragraph(words, BlockKind.CORRECTION), headline="")
        lines = [line for sheet in set_story(story, small_format(), {}) for line in sheet.lines]
        at = next(number for number, line in enumerate(lines) if line.block == 5)
        assert lines[at - 1].column == lines[at].column, count


def test_a_correction_that_begins_a_story_keeps_with_what_follows() -> None:
    fmt = small_format()
    for count in range(1, 30):
        story = make_story(paragraph("word " * 3 * count, BlockKind.CORRECTION), *[WORDS] * 4, headline="", byline="")
        lines = set_story(story, fmt, {})[0].lines
        last = max(line.column for line in lines if line.block == 0)
        assert last in {line.column for line in lines if line.block == 1}


def test_a_paragraph_of_a_box_is_set_in_unless_it_is_the_first_or_stands_under_a_title_in_bold() -> None:
    title = Block(kind=BlockKind.BOX, spans=(Span(text="Pilots in numbers", bold=True),))
    story = make_story(WORDS, title, *[box("Eleven pilots brought in four thousand ships last year.")] * 2)
    sheets = set_story(story, small_format(), {})
    edges = [line_edge(sheets, block) for block in (1, 2, 3)]
    assert edges[0] == pytest.approx(edges[1], abs=1)
    assert edges[2] == pytest.approx(edges[1] + small_format().setting.indent, abs=1)
    untitled = set_story(make_story(WORDS, box("One thing."), box("Another thing.")), small_format(), {})
    assert line_edge(untitled, 2) == pytest.approx(line_edge(untitled, 1) + small_format().setting.indent, abs=1)


def test_the_lede_begins_flush_whatever_stands_before_it() -> None:
    quote = paragraph("Nobody asked the pilots.", BlockKind.PULL_QUOTE)
    sheets = set_story(make_story(quote, WORDS, WORDS), replace(small_format(), columns=1), {})
    assert line_edge(sheets, 1) == pytest.approx(0.0, abs=1)
    assert line_edge(sheets, 2) == pytest.approx(small_format().setting.indent, abs=1)


def line_edge(sheets: list[Sheet], block: int) -> float:
    """Where the first line of a block begins, from the left edge of its column."""
    sheet, line = next((sheet, line) for sheet in sheets for line in sheet.lines if line.block == block)
    runs = [
        item for item in sheet.items if isinstance(item, Run) and abs(item.y - line.y) < 0.01 and item.x >= line.x - 3
    ]
    return min(run.x for run in runs if run.x < line.x + line.width) - small_format().column_x(line.column)


def test_a_bullet_is_larger_than_the_text_and_level_with_its_small_letters() -> None:
    fmt = small_format()
    (sheet,) = set_story(make_story(paragraph("One thing", BlockKind.BULLET), headline="", byline=""), fmt, {})
    bullet = letter_of([sheet], "•")
    glyph = face(bullet.face).hb_font.get_glyph_extents(bullet.glyphs[0][0])
    unit = face(bullet.face).per_unit * bullet.size / 1000
    middle = sheet.lines[0].y - (bullet.y - (glyph.y_bearing + glyph.height / 2) * unit)
    assert bullet.size > fmt.styles.body.size
    assert middle == pytest.approx(0.24 * fmt.styles.body.size, abs=0.5)


@pytest.mark.parametrize("baseline", [11, 24])
def test_every_line_of_a_very_long_pull_quote_stands_on_the_page(baseline: float) -> None:
    fmt = small_format(baseline=baseline, trim_height=140 * MM)
    story = make_story(WORDS, paragraph(" ".join([WORDS] * 4), BlockKind.PULL_QUOTE), WORDS)
    for sheet in set_story(story, fmt, {}):
        places = sorted((line.column, line.y) for line in sheet.lines)
        assert all(fmt.top < y <= fmt.trim_height - fmt.bottom + 0.5 for _, y in places)
        assert all(upper + 8 < lower for (first, upper), (second, lower) in pairwise(places) if first == second)


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.BOX])
def test_figures_among_chinese_characters_are_lining(kind: BlockKind) -> None:
    fmt = load_format("magazine-a4")
    assert fmt.styles.body.figures == "oldstyle"
    found = {}
    for text in ("市教育局于11月24日宣布，港口将继续开放。", "On the 24th, in 11 rooms."):
        sheets = set_story(make_story("It rained.", paragraph(text, kind)), fmt, {})
        faces = {
            run.face
            for run in sheets[0].items
            if isinstance(run, Run) and "11" in "".join(glyph[4] for glyph in run.glyphs)
        }
        found[text[0]] = faces
    assert found == {"市": {"serif+lnum"}, "O": {"serif+onum"}}


def test_a_pull_quote_shrinks_rather_than_tear_a_word() -> None:
    text = "„Unverhältnismäßigkeit ist noch untertrieben“"
    story = make_story(WORDS, paragraph(text, BlockKind.PULL_QUOTE), WORDS, language="de")
    lines = [line.text for sheet in set_story(story, load_format("berliner"), {}) for line in sheet.lines]
    assert [line for line in lines if line in text] == ["„Unverhältnismäßigkeit", "ist noch untertrieben“"]
