"""Whole stories on pages: everything is there once, in order, on the grid, inside the measure."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, PictureUse, Span, paragraph
from db.values import Picture
from exports.formats import Format, format_names, load_format
from exports.typeset import measure, set_story
from exports.typeset.sheet import PlacedPicture, Run, Sheet, Tint
from tests.exports.conftest import WORDS, make_story, small_format

TEXTS = st.lists(
    st.text(alphabet=st.sampled_from("aeiounrstlmd ,.-–—’“”\u00ad\u00a0的新闻，。fi"), min_size=1, max_size=400),
    max_size=6,
)


def set_lines(sheets: list[Sheet]) -> list[str]:
    return [line.text for sheet in sheets for line in sheet.lines]


def unspaced(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_character_of_the_body_is_set_once_and_in_order(texts: list[str]) -> None:
    sheets = set_story(make_story(*texts), small_format(), {})
    assert unspaced("".join(set_lines(sheets))) == unspaced("".join(texts))


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_glyphs_on_paper_spell_the_story(texts: list[str]) -> None:
    story = make_story(*texts, headline="", byline="", desk="")
    sheets = set_story(story, replace(small_format(), columns=1), {})
    runs = (item for sheet in sheets for item in sheet.items if isinstance(item, Run) and item.size == 9)
    shown = "".join(glyph[4] for run in runs for glyph in run.glyphs if glyph[4] != "\u00ad")
    for jump in range(1, len(sheets)):
        shown = shown.replace(f"{story.slug} — from page {jump}", "")
    assert unspaced(shown) == unspaced("".join(texts))


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_body_baseline_is_on_the_grid(texts: list[str]) -> None:
    fmt = small_format()
    for sheet in set_story(make_story(*texts), fmt, {}):
        for line in sheet.lines:
            assert ((line.y - fmt.top) / fmt.baseline) % 1 == pytest.approx(0, abs=1e-6)


def right_edges(sheet: Sheet) -> list[float]:
    edges = []
    for item in sheet.items:
        if isinstance(item, Run):
            spaces = sum(glyph[4] == " " for glyph in item.glyphs)
            width = sum(glyph[1] for glyph in item.glyphs) + item.tracking * len(item.glyphs) + item.space * spaces
            edges.append(item.x + width * item.scale * item.size / 1000)
    return edges


def test_no_line_is_wider_than_its_column_but_for_what_hangs() -> None:
    fmt = small_format()
    (sheet,) = set_story(make_story(WORDS, WORDS, headline="", byline=""), fmt, {})
    for edge in right_edges(sheet):
        column_ends = [fmt.column_x(column) + fmt.measure for column in range(fmt.columns)]
        assert any(edge <= end + 5 for end in column_ends)


def test_a_word_wider_than_the_column_is_cut_rather_than_run_off_the_page() -> None:
    fmt = small_format()
    for sheet in set_story(make_story("x" * 10_000, headline="", byline=""), fmt, {}):
        assert max(right_edges(sheet)) <= fmt.trim_width - fmt.right + 5


def full_lines(sheet: Sheet, fmt: Format) -> list[float]:
    ends = [fmt.column_x(column) + fmt.measure for column in range(fmt.columns)]
    return [min(abs(edge - end) for end in ends) for edge in right_edges(sheet)]


def test_justified_lines_end_at_the_columns_edge() -> None:
    fmt = replace(small_format(), setting=small_format().setting.model_copy(update={"hang": 0.0}))
    (sheet,) = set_story(make_story(WORDS, headline="", byline="", desk=""), fmt, {})
    flush = sum(distance < 0.05 for distance in full_lines(sheet, fmt))
    assert flush == len(sheet.lines) - 1


@pytest.mark.parametrize("count", range(2, 14))
def test_no_paragraph_leaves_a_single_line_at_a_columns_head_or_foot(count: int) -> None:
    fmt = small_format()
    sheets = set_story(make_story(*[WORDS] * count), fmt, {})
    columns: dict[tuple[int, int, int], int] = {}
    for page, sheet in enumerate(sheets):
        for line in sheet.lines:
            key = (line.block, page, line.column)
            columns[key] = columns.get(key, 0) + 1
    assert min(columns.values()) >= 2


@pytest.mark.parametrize("before", range(1, 12))
def test_a_subhead_never_stands_at_a_columns_foot(before: int) -> None:
    text = " ".join(WORDS.split()[: 4 + before * 3])
    story = make_story(*[text] * 3, paragraph("What comes next", BlockKind.SUBHEAD), WORDS, WORDS)
    for sheet in set_story(story, small_format(), {}):
        for line, following in zip(sheet.lines, sheet.lines[1:], strict=False):
            if line.text == "What comes next":
                assert following.column == line.column


def test_columns_balance() -> None:
    (sheet,) = set_story(make_story(*[WORDS] * 12), load_format("tabloid"), {})
    depths: dict[int, int] = {}
    for line in sheet.lines:
        depths[line.column] = depths.get(line.column, 0) + 1
    assert len(depths) >= 4
    assert max(depths.values()) - min(depths.values()) <= 1


def test_a_long_story_flows_on_with_jump_lines_both_ways() -> None:
    sheets = set_story(make_story(*[WORDS] * 30), small_format(), {})
    assert len(sheets) > 1
    texts = [
        "".join(glyph[4] for item in sheet.items if isinstance(item, Run) for glyph in item.glyphs) for sheet in sheets
    ]
    assert "Continued on page 2" in texts[0]
    assert "from page 1" in texts[1]
    assert "Continued" not in texts[-1]


def test_an_empty_story_is_an_empty_page() -> None:
    story = make_story(headline="", byline="")
    assert len(set_story(story, small_format(), {})) == 1
    assert measure(story, small_format(), {}).lines == 0


PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
USE = Block(
    kind=BlockKind.PICTURE, spans=(Span(text="The quay at dawn."),),
    picture=PictureUse(sha256="c" * 64, credit="Nora Berg", columns=2),
)  # fmt: skip


def test_a_picture_stands_at_the_head_of_the_last_columns_in_whole_grid_lines() -> None:
    fmt = load_format("tabloid")
    (sheet,) = set_story(make_story(*[WORDS] * 20, USE), fmt, {PICTURE.sha256: PICTURE})
    (placed,) = [item for item in sheet.items if isinstance(item, PlacedPicture)]
    assert placed.width == pytest.approx(fmt.span_width(2))
    beside = [line.y for line in sheet.lines if line.x >= placed.x]
    assert min(beside) > placed.y + placed.height
    left, top, right, bottom = placed.crop
    assert (placed.width / placed.height) == pytest.approx(
        PICTURE.width * (right - left) / (PICTURE.height * (bottom - top)), rel=1e-6
    )


def test_a_lost_picture_leaves_a_grey_box() -> None:
    (sheet,) = set_story(make_story(WORDS, USE), load_format("tabloid"), {})
    assert any(isinstance(item, Tint) for item in sheet.items)


@pytest.mark.parametrize("name", format_names())
def test_every_shipped_format_sets_every_kind_of_block(name: str) -> None:
    kinds = [paragraph(f"{kind.value} {WORDS}", kind) for kind in BlockKind if kind is not BlockKind.PICTURE]
    story = make_story(*kinds, USE, kicker="Harbour", dek="A dek that says what comes", dateline="SUZHOU, Jiangsu")
    sheets = set_story(story, load_format(name), {PICTURE.sha256: PICTURE})
    assert unspaced("".join(set_lines(sheets))).startswith("paragraphThe")
    blocks = {line.block for sheet in sheets for line in sheet.lines}
    assert blocks >= set(range(len(kinds))) - {3}


def test_the_dateline_runs_into_the_lede() -> None:
    (sheet,) = set_story(make_story(WORDS, dateline="Suzhou, Jiangsu", byline=""), load_format("tabloid"), {})
    text = "".join(glyph[4] for item in sheet.items if isinstance(item, Run) for glyph in item.glyphs)
    assert "SUZHOU, Jiangsu — The" in text
    assert sheet.lines[0].start == 0
    assert WORDS.startswith(sheet.lines[0].text)


def test_a_line_break_typed_in_a_paragraph_ends_the_line() -> None:
    (sheet,) = set_story(make_story("One short line\u2028and another"), small_format(), {})
    assert [line.text for line in sheet.lines] == ["One short line", "and another"]


HOSTILE = [
    "x" * 10_000,
    "\u200b\u202e\u2066" * 500, "e" + "\u0301" * 200, "😀" * 300, "-" * 3000, "“" * 500, "的" * 4000,
    "\u00ad" * 900, "a " * 5000, "x-" * 4000, "\u05d0\u0378 a" * 500, "\ud800 \udfff a" * 300,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:2]))
def test_hostile_text_ends_in_pages_in_bounded_time(text: str) -> None:
    started = time.process_time()
    sheets = set_story(make_story(text, headline=text[:200], dek=text[:300]), small_format(), {})
    assert sheets
    assert time.process_time() - started < 10


def test_fit_counts_lines_and_where_the_cut_falls() -> None:
    fmt = load_format("galley")
    lines = measure(make_story(WORDS, WORDS), fmt, {}).lines
    fit = measure(make_story(WORDS, WORDS, target_lines=lines - 3), fmt, {})
    assert (fit.over, fit.depth_mm) == (3, pytest.approx(lines * 11 / 72 * 25.4, abs=0.01))
    assert fit.cut is not None
    assert fit.cut[0] == 1
    assert fit.advice[0].startswith("Cut 3 lines, about ")
    assert measure(make_story(WORDS, target_lines=90), fmt, {}).over < 0


def test_chinese_paragraphs_are_set_in_squares_without_forbidden_line_starts() -> None:
    text = "港口委员会周二晚上投票决定，尽管工程师认为码头不安全、雷达塔无法修复，但旧引航站整个冬季仍将开放。" * 4
    sheets = set_story(make_story(text, language="zh-CN"), small_format(), {})
    lines = set_lines(sheets)
    assert all(line[0] not in "，。、；：" for line in lines)
    assert "".join(lines) == text


def test_the_same_story_is_set_the_same() -> None:
    story = make_story(*[WORDS] * 5)
    assert set_story(story, small_format(), {}) == set_story(story, small_format(), {})
