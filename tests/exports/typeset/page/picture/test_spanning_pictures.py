"""Pictures over several columns: at the head of the last and the foot of the first, each once, in no text's way."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, PictureUse, Span
from db.values import Picture, Story
from exports.formats import MM, Format, load_format
from exports.typeset import StoryLayout, measure, set_run_in, set_story
from exports.typeset.sheet import PlacedPicture, Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

HIGH = Picture(sha256="a" * 64, name="mole.jpg", width=800, height=1200, mode="RGB", size=1)
WIDE = Picture(sha256="b" * 64, name="quay.jpg", width=1200, height=600, mode="RGB", size=1)
ORIGINALS = {picture.sha256: picture for picture in (HIGH, WIDE)}
SIX = small_format(trim_width=200 * MM, trim_height=120 * MM, columns=6)


def picture(columns: int, original: Picture = WIDE, cutline: str = "The quay.") -> Block:
    used = PictureUse(sha256=original.sha256, credit="Nora Berg", columns=columns)
    return Block(kind=BlockKind.PICTURE, spans=(Span(text=cutline),), picture=used)


def pictures(sheet: Sheet) -> list[PlacedPicture]:
    return [item for item in sheet.items if isinstance(item, PlacedPicture)]


def test_a_second_picture_stands_over_its_columns_at_the_foot_of_the_first_ones() -> None:
    fmt = load_format("tabloid")
    (sheet,) = set_story(make_story(WORDS, picture(2), *[WORDS] * 30, picture(3), *[WORDS] * 9), fmt, ORIGINALS)
    first, second = pictures(sheet)
    assert (first.x, first.width) == pytest.approx((fmt.column_x(3), fmt.span_width(2)))
    assert (second.x, second.width) == pytest.approx((fmt.column_x(0), fmt.span_width(3)))
    over = max(line.y for line in sheet.lines if line.column < 3)
    assert fmt.baseline < second.y - over < 2 * fmt.baseline
    foot = max(line.y for line in sheet.lines)
    assert foot - 3 * fmt.baseline < second.y + second.height < foot


def test_a_picture_comes_on_the_page_of_its_text() -> None:
    story = make_story(WORDS, picture(2), *[WORDS] * 80, picture(3), *[WORDS] * 20)
    pages = set_story(story, load_format("tabloid"), ORIGINALS)
    assert [len(pictures(page)) for page in pages] == [1, 1]


def test_a_picture_at_the_foot_of_all_columns_stands_above_the_jump_line() -> None:
    fmt = load_format("tabloid")
    story = make_story(WORDS, picture(2), WORDS, picture(5), *[WORDS] * 60)
    first, _ = set_story(story, fmt, ORIGINALS)
    at_foot = max(pictures(first), key=lambda one: one.y)
    low = at_foot.y + at_foot.height
    over = [max(line.y for line in first.lines if line.column == column) for column in range(5)]
    assert all(at_foot.y - y > fmt.baseline for y in over)
    jump = next(run for run in first.items if isinstance(run, Run) and run.glyphs[0][4] == "C" and run.size == 6)
    assert low + fmt.styles.credit.size < jump.y
    assert "".join(glyph[4] for glyph in jump.glyphs) == "Continued on page 2"


def test_one_for_which_there_is_too_little_text_stands_in_its_column() -> None:
    fmt = load_format("magazine-a4")
    (sheet,) = set_story(make_story("It rained.", picture(2), picture(2)), fmt, ORIGINALS)
    assert [round(one.width) for one in pictures(sheet)] == [round(fmt.measure), round(fmt.span_width(2))]


def test_measuring_counts_the_lines_under_all_of_them() -> None:
    fmt, texts = load_format("tabloid"), [WORDS] * 30
    without = measure(make_story(*texts), fmt, ORIGINALS).lines
    story = make_story(WORDS, picture(2), *texts[1:], picture(3))
    boxes = StoryLayout(story, fmt, ORIGINALS).spanning
    assert list(boxes) == [1, 31]
    expected = without + sum(box.rows * box.columns for box in boxes.values())
    assert measure(story, fmt, ORIGINALS).lines == expected


BLOCKS = st.lists(
    st.one_of(
        st.just(WORDS), st.just("It rained."), st.builds(picture, st.integers(1, 6), st.sampled_from([HIGH, WIDE]))
    ), max_size=30,
)  # fmt: skip


def clear_of_text(sheet: Sheet, fmt: Format) -> bool:
    """Whether no line of text, and no other picture, reaches into a picture."""
    placed = pictures(sheet)
    for one, other in combinations(placed, 2):
        if min(one.x + one.width, other.x + other.width) - max(one.x, other.x) > 1:
            assert one.y >= other.y + other.height or other.y >= one.y + one.height
    for one in placed:
        assert fmt.top < one.y and one.y + one.height < fmt.trim_height - fmt.bottom + 0.1
        for line in sheet.lines:
            beside = line.x + fmt.measure < one.x + 1 or line.x > one.x + one.width - 1
            assert beside or line.y < one.y or line.y - 0.7 * fmt.styles.body.size > one.y + one.height - 0.1
    return True


@settings(max_examples=40, deadline=None)
@example([*["It rained."] * 2, picture(3), picture(6, HIGH), *[WORDS] * 7, picture(1, HIGH), *[WORDS] * 5], False)
@given(BLOCKS, st.booleans())
def test_every_picture_is_on_paper_once_and_in_no_text_s_way(blocks: list[Block | str], run_in: bool) -> None:
    story = make_story(*blocks)
    stories: list[Story] = [make_story(*[WORDS] * 5), story] if run_in else [story]
    sheets = set_run_in(stories, SIX, ORIGINALS) if run_in else set_story(story, SIX, ORIGINALS)
    shown = sorted(one.sha256 for sheet in sheets for one in pictures(sheet))
    assert shown == sorted(block.picture.sha256 for block in story.body.blocks if block.picture)
    assert all(clear_of_text(sheet, SIX) for sheet in sheets)
    number = len(stories) - 1
    lines = [line for sheet in sheets for line in sheet.lines if line.story == number and line.text.strip()]
    words = " ".join(line.text for line in lines).replace("- ", "-").split()
    assert "".join(words).replace("-", "") == "".join(story.body.body_text.split()).replace("-", "")
