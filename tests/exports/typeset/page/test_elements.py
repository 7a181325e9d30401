"""The elements of a page besides plain paragraphs: boxes, end marks, rules, and what hostile text does to them."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, PictureUse, Span, paragraph
from db.values import Picture
from exports.formats import MM, Format, format_names, load_format
from exports.typeset import StoryLayout, measure, set_story
from exports.typeset.line.lines import Line, LineManner, set_plain
from exports.typeset.line.word.faces import face
from exports.typeset.page import paginate
from exports.typeset.page.heading import head
from exports.typeset.sheet import PlacedPicture, Rule, Run, Sheet, Tint
from tests.exports.conftest import WORDS, make_story, small_format

PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)


def box(text: str) -> Block:
    return paragraph(text, BlockKind.BOX)


def picture(cutline: str, **use: object) -> Block:
    used = PictureUse.model_validate({"sha256": PICTURE.sha256, **use})
    return Block(kind=BlockKind.PICTURE, spans=(Span(text=cutline),), picture=used)


def set_as(**changes: object) -> Format:
    fmt = small_format()
    return replace(fmt, setting=fmt.setting.model_copy(update=changes))


def tints(sheets: list[Sheet]) -> list[Tint]:
    return [item for sheet in sheets for item in sheet.items if isinstance(item, Tint)]


def shown(sheets: list[Sheet]) -> str:
    runs = [item for sheet in sheets for item in sheet.items if isinstance(item, Run)]
    return "".join(glyph[4] for run in runs for glyph in run.glyphs)


def unspaced(text: str) -> str:
    return "".join(text.split())


def test_neighbouring_paragraphs_of_a_box_stand_on_one_tint() -> None:
    fmt = replace(small_format(), columns=1)
    (sheet,) = set_story(make_story(WORDS[:90], box("Seven ships."), box("Two quays."), headline=""), fmt, {})
    (tint,) = tints([sheet])
    inside = [line.text for line in sheet.lines if tint.y < line.y < tint.y + tint.height]
    assert inside == ["Seven ships.", "Two quays."]
    assert tint.ink[3] <= 0.15
    assert tint.width == pytest.approx(fmt.measure)


def test_boxes_with_text_between_them_are_two() -> None:
    fmt = replace(small_format(), columns=1)
    assert len(tints(set_story(make_story(box("One."), "Between.", box("Two.")), fmt, {}))) == 2


def test_a_box_begins_and_ends_on_the_grid() -> None:
    fmt = replace(small_format(), columns=1)
    (tint,) = tints(set_story(make_story(WORDS, box("Seven ships.")), fmt, {}))
    assert ((tint.y + tint.height - fmt.top) / fmt.baseline) % 1 == pytest.approx(0, abs=1e-6)


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


def test_column_rules_stand_in_the_middle_of_the_gutters() -> None:
    fmt = set_as(column_rules=True)
    (sheet,) = set_story(make_story(WORDS, WORDS), fmt, {})
    (rule,) = [item for item in sheet.items if isinstance(item, Rule) and item.x0 == item.x1]
    assert rule.x0 == pytest.approx(fmt.column_x(1) - fmt.gutter / 2)
    assert rule.width >= 0.25


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


def test_a_dateline_has_no_drop_cap() -> None:
    fmt = replace(small_format(), setting=small_format().setting.model_copy(update={"drop_cap": 3}))
    for dateline, grown in (("", True), ("North Quay", False)):
        (sheet,) = set_story(make_story(f"{WORDS} {WORDS}", dateline=dateline, headline="", byline=""), fmt, {})
        body = fmt.styles.body.size
        assert any(isinstance(item, Run) and item.size > 2 * body for item in sheet.items) is grown


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


def test_a_single_column_has_nothing_to_end_level_with() -> None:
    story = make_story(*[WORDS] * 3, paragraph("What comes next", BlockKind.SUBHEAD), *[WORDS] * 20)
    pages = StoryLayout(story, load_format("galley"), {}).pages
    assert len(pages) > 1
    assert not any(column.gaps for page in pages for part in page.parts for column in part.columns)


def letter_of(sheets: list[Sheet], letter: str) -> Run:
    """The largest run that is this letter alone."""
    runs = [item for item in sheets[0].items if isinstance(item, Run) and [g[4] for g in item.glyphs] == [letter]]
    return max(runs, key=lambda run: run.size)


def test_a_drop_cap_stands_on_the_baseline_of_its_last_line_and_reaches_the_capitals_of_the_first() -> None:
    fmt = set_as(drop_cap=3)
    sheets = set_story(make_story(WORDS, headline="", byline="", desk=""), fmt, {})
    cap = letter_of(sheets, "T")
    first, _, third, fourth = sheets[0].lines[:4]
    assert cap.y == pytest.approx(third.y)
    high = cap.size * face(cap.face).facts.cap_height / 1000
    assert third.y - high == pytest.approx(first.y - 9 * face("serif").facts.cap_height / 1000, abs=0.01)
    assert first.x > fourth.x == fmt.column_x(0)
    glyph = face(cap.face).hb_font.get_glyph_extents(cap.glyphs[0][0])
    inked = (glyph.x_bearing + glyph.width) * face(cap.face).per_unit * cap.size / 1000
    assert first.x - cap.x - inked == pytest.approx(0.3 * 9, abs=0.01)


def test_the_first_words_after_a_drop_cap_are_small_capitals_and_none_is_lost() -> None:
    sheets = set_story(make_story(WORDS, headline="", byline="", desk=""), set_as(drop_cap=2), {})
    small = [item for item in sheets[0].items if isinstance(item, Run) and item.face == "serif+smcp"]
    assert "".join(glyph[4] for run in small for glyph in run.glyphs).strip() == "he harbour board"
    assert unspaced(shown(sheets)) == unspaced(WORDS)


def test_they_are_capitals_where_the_face_has_no_small_ones() -> None:
    fmt = set_as(drop_cap=2)
    body = fmt.styles.body.model_copy(update={"face": "sans"})
    fmt = replace(fmt, styles=fmt.styles.model_copy(update={"body": body}))
    sheets = set_story(make_story(WORDS, headline="", byline="", desk=""), fmt, {})
    assert "HE HARBOUR BOARD voted" in shown(sheets)
    assert " ".join(line.text for line in sheets[0].lines).startswith("The harbour board voted")


def test_a_quotation_mark_before_a_drop_cap_keeps_its_size_and_hangs() -> None:
    fmt = set_as(drop_cap=3)
    sheets = set_story(make_story(f"“{WORDS}", headline="", byline="", desk=""), fmt, {})
    quote = next(item for item in sheets[0].items if isinstance(item, Run) and item.glyphs[0][4] == "“")
    assert quote.size == fmt.styles.body.size
    assert quote.x < fmt.column_x(0)
    assert letter_of(sheets, "T").x == pytest.approx(fmt.column_x(0), abs=1.5)


@pytest.mark.parametrize("text", ["港口委员会周二晚上投票决定。" * 8, "— a dash", "Two words.", "", "م" * 300])
def test_no_drop_cap_where_it_would_not_look_right(text: str) -> None:
    plain = set_story(make_story(text), small_format(), {})
    assert set_story(make_story(text), set_as(drop_cap=3), {}) == plain


@pytest.mark.parametrize("headline", ["Pilots stay", "Long-awaited wetland park reopens after months", "x" * 300, ""])
def test_a_jump_line_says_whence_the_story_comes_in_one_line_however_narrow_the_page(headline: str) -> None:
    fmt = load_format("galley")
    _, second, *_ = set_story(make_story(*[WORDS] * 20, headline=headline), fmt, {})
    assert "from page 1" in shown([second]).lower()


KINDS = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.PICTURE])
BLOCKS = st.builds(paragraph, st.sampled_from([WORDS, WORDS[:60], "Short.", "港口的新闻，。" * 9]), KINDS)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=10), st.booleans())
def test_whatever_the_blocks_every_character_is_on_paper_once_in_order(blocks: list[Block], mark: bool) -> None:
    fmt = set_as(end_mark=mark, column_rules=mark, drop_cap=3 * mark)
    sheets = set_story(make_story(*blocks), fmt, {})
    lines = [line for sheet in sheets for line in sheet.lines]
    moved = (BlockKind.BOX, BlockKind.PULL_QUOTE)
    for still in (True, False):
        shown = "".join(line.text for line in lines if still != (blocks[line.block].kind in moved))
        assert unspaced(shown) == unspaced("".join(block.text for block in blocks if still != (block.kind in moved)))
    assert [line.number for line in lines] == sorted(line.number for line in lines)
    on_grid = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER, BlockKind.BOX)
    for line in lines:
        if blocks[line.block].kind in on_grid:
            assert ((line.y - fmt.top) / fmt.baseline + 0.5) % 1 == pytest.approx(0.5, abs=0.1 / fmt.baseline)


def test_several_pictures_are_all_on_the_page_with_cutline_and_credit() -> None:
    story = make_story(*[WORDS] * 9, picture("At dawn.", credit="Berg", columns=2), picture("At dusk.", credit="Lo"))
    sheets = set_story(story, load_format("tabloid"), {PICTURE.sha256: PICTURE})
    assert sum(isinstance(item, PlacedPicture) for sheet in sheets for item in sheet.items) == 2
    text = shown(sheets)
    assert all(words in text for words in ("At dawn.", "Berg", "At dusk.", "Lo"))


def test_a_picture_with_no_room_under_its_head_is_not_lost() -> None:
    fmt = small_format()
    story = make_story(WORDS, picture("Wide.", columns=2), headline=WORDS, dek=WORDS)
    sheets = set_story(story, fmt, {PICTURE.sha256: PICTURE})
    assert "Wide." in shown(sheets)
    for sheet in sheets:
        for item in sheet.items:
            if isinstance(item, PlacedPicture):
                assert item.y + item.height <= fmt.trim_height - fmt.bottom + 0.1


HOSTILE = ["x" * 10_000, "\u200b\u202e\u2066" * 500, "e" + "\u0301" * 200, "😀" * 300, "的" * 4000, "a " * 5000]


@pytest.mark.parametrize("name", ["galley", "tabloid"])
@pytest.mark.parametrize("place", ["headline", "kicker", "dek", "byline", "dateline"])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:2]))
def test_hostile_text_in_a_field_is_all_on_paper_inside_the_page(text: str, place: str, name: str) -> None:
    fmt = load_format(name)
    started = time.process_time()
    sheets = set_story(make_story(WORDS, **{place: text}), fmt, {})
    assert time.process_time() - started < 10
    below = [item.y for sheet in sheets for item in sheet.items if isinstance(item, Run)]
    assert max(below) <= fmt.trim_height - fmt.bottom + 0.1
    assert shown(sheets).upper().count(text[0].upper()) >= text.count(text[0]) * (text[0] > "!" and text[0] < "\u2000")


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("place", ["headline", "kicker", "dek", "byline"])
def test_a_field_of_three_thousand_characters_without_a_space_is_set_few_times(
    place: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sets = set()

    def counted(text: str, manner: LineManner, width: float) -> tuple[Line, ...]:
        if len(text) > 1500:
            sets.add((manner.style.size, width))
        return set_plain(text, manner, width)

    for module in (head, paginate):
        monkeypatch.setattr(module, "set_plain", counted)
    set_story(make_story(WORDS, **{place: "q" * 3000}), load_format(name), {})
    assert 1 <= len(sets) <= 3


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:2]))
def test_hostile_text_in_a_cutline_is_all_on_paper_inside_the_page(text: str) -> None:
    fmt = load_format("tabloid")
    sheets = set_story(make_story(WORDS, picture(text, credit=text[:300])), fmt, {PICTURE.sha256: PICTURE})
    below = [item.y for sheet in sheets for item in sheet.items if isinstance(item, Run)]
    assert max(below) <= fmt.trim_height - fmt.bottom + 0.1


@pytest.mark.parametrize("name", format_names())
def test_measuring_and_setting_count_the_same_lines(name: str) -> None:
    story = make_story(*[WORDS] * 7, box(WORDS), paragraph(WORDS, BlockKind.PULL_QUOTE), WORDS)
    sheets = set_story(story, load_format(name), {})
    fit = measure(story, load_format(name), {})
    assert fit.pages == len(sheets)
    assert fit.lines == sheets[-1].lines[-1].number


@pytest.mark.parametrize("baseline", [11, 24])
def test_every_line_of_a_very_long_pull_quote_stands_on_the_page(baseline: float) -> None:
    fmt = small_format(baseline=baseline, trim_height=140 * MM)
    story = make_story(WORDS, paragraph(" ".join([WORDS] * 4), BlockKind.PULL_QUOTE), WORDS)
    for sheet in set_story(story, fmt, {}):
        places = sorted((line.column, line.y) for line in sheet.lines)
        assert all(fmt.top < y <= fmt.trim_height - fmt.bottom + 0.5 for _, y in places)
        assert all(upper + 8 < lower for (first, upper), (second, lower) in pairwise(places) if first == second)


def test_a_picture_leaves_room_for_jump_lines_on_the_smallest_page() -> None:
    fmt = small_format(trim_width=40 * MM, trim_height=43 * MM, columns=1)
    high = Picture(sha256="c" * 64, name="mole.jpg", width=800, height=1600, mode="RGB", size=1)
    for sheet in set_story(make_story(WORDS, picture("The mole at dawn."), WORDS), fmt, {high.sha256: high}):
        pictures = [item.y + item.height for item in sheet.items if isinstance(item, PlacedPicture)]
        lowest = max([*pictures, *(item.y for item in sheet.items if isinstance(item, Run))])
        assert lowest < fmt.trim_height - fmt.bottom + 0.1


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
