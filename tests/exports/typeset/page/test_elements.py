"""The elements of a page besides plain paragraphs: boxes, end marks, rules, and what hostile text does to them."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, paragraph
from exports.formats import Format, format_names, load_format
from exports.typeset import StoryLayout, measure, set_story
from exports.typeset.line.lines import Line, LineSettings, set_plain
from exports.typeset.line.word.faces import face
from exports.typeset.page import paginate
from exports.typeset.page.heading import head
from exports.typeset.sheet import Run, Sheet, Tint
from tests.exports.conftest import WORDS, make_story, small_format


def tints(sheets: list[Sheet]) -> list[Tint]:
    return [item for sheet in sheets for item in sheet.items if isinstance(item, Tint)]


def box(text: str) -> Block:
    return paragraph(text, BlockKind.BOX)


def set_as(**changes: object) -> Format:
    fmt = small_format()
    return replace(fmt, setting=fmt.setting.model_copy(update=changes))


def shown(sheets: list[Sheet]) -> str:
    runs = [item for sheet in sheets for item in sheet.items if isinstance(item, Run)]
    return "".join(glyph[4] for run in runs for glyph in run.glyphs)


def unspaced(text: str) -> str:
    return "".join(text.split())


def test_a_dateline_has_no_drop_cap() -> None:
    fmt = replace(small_format(), setting=small_format().setting.model_copy(update={"drop_cap": 3}))
    for dateline, grown in (("", True), ("North Quay", False)):
        (sheet,) = set_story(make_story(f"{WORDS} {WORDS}", dateline=dateline, headline="", byline=""), fmt, {})
        body = fmt.styles.body.size
        assert any(isinstance(item, Run) and item.size > 2 * body for item in sheet.items) is grown


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
    moved = {BlockKind.BOX}, {BlockKind.PULL_QUOTE}
    for kinds in (*moved, {*BlockKind}.difference(*moved)):
        shown = "".join(line.text for line in lines if blocks[line.block].kind in kinds)
        assert unspaced(shown) == unspaced("".join(block.text for block in blocks if block.kind in kinds))
    assert [line.number for line in lines] == sorted(line.number for line in lines)
    on_grid = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER, BlockKind.BOX)
    for line in lines:
        if blocks[line.block].kind in on_grid:
            assert ((line.y - fmt.top) / fmt.baseline + 0.5) % 1 == pytest.approx(0.5, abs=0.1 / fmt.baseline)


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

    def counted(text: str, settings: LineSettings, width: float) -> tuple[Line, ...]:
        if len(text) > 1500:
            sets.add((settings.style.size, width))
        return set_plain(text, settings, width)

    for module in (head, paginate):
        monkeypatch.setattr(module, "set_plain", counted)
    fmt = load_format(name)
    set_story(make_story(WORDS, **{place: "q" * 3000}), fmt, {})
    assert 1 <= len(sets) <= max(3, fmt.columns)


@pytest.mark.parametrize("name", format_names())
def test_measuring_and_setting_count_the_same_lines(name: str) -> None:
    story = make_story(*[WORDS] * 7, box(WORDS), paragraph(WORDS, BlockKind.PULL_QUOTE), WORDS)
    sheets = set_story(story, load_format(name), {})
    fit = measure(story, load_format(name), {})
    assert fit.pages == len(sheets)
    assert fit.lines == sheets[-1].lines[-1].number
