"""Feet of columns are level: boxes and their like stand a paragraph away from where a column would end short."""

from collections.abc import Collection
from itertools import pairwise

import pytest

from db.document import Block, BlockKind, PictureUse, paragraph
from db.values import Story
from exports.formats import Format, load_format
from exports.typeset import StoryLayout, set_story
from exports.typeset.page.floats import orders, shortages
from exports.typeset.sheet import Tint
from tests.exports.conftest import WORDS, make_story

MAGAZINE = load_format("magazine-a4")
BOX = [paragraph("Pilots in numbers", BlockKind.BOX), paragraph(WORDS, BlockKind.BOX), paragraph(WORDS, BlockKind.BOX)]
QUOTE = [paragraph("Nobody has applied, and nobody will", BlockKind.PULL_QUOTE)]
LIST = [paragraph(WORDS, BlockKind.NUMBER)] * 6


def short(story: Story, fmt: Format, order: range | None = None) -> int:
    """By how many lines the column that ends shortest does so, the last one of the story left out."""
    pages = StoryLayout(story, fmt, {}, order=order).pages
    return max(one for page in pages for part in page.parts for one in shortages(part))


def as_put(story: Story, fmt: Format) -> int:
    """The same with every block where it was put."""
    return short(story, fmt, range(len(story.body.blocks)))


def story_with(blocks: list[Block], before: int, after: int = 30) -> Story:
    """A story of so many paragraphs before and after some blocks."""
    return make_story(*[WORDS] * before, *blocks, *[WORDS] * after)


@pytest.mark.parametrize("name", ["magazine-a4", "letter", "tabloid", "berliner", "broadsheet"])
@pytest.mark.parametrize("blocks", [BOX, QUOTE], ids=("box", "quote"))
def test_no_column_ends_far_above_the_others_for_the_sake_of_a_box(name: str, blocks: list[Block]) -> None:
    fmt = load_format(name)
    stories = [story_with(blocks, before) for before in range(2, 24)]
    shortest = max(short(story, fmt) for story in stories)
    assert shortest <= 2
    assert max(as_put(story, fmt) for story in stories) > shortest


def order_of(story: Story) -> list[int]:
    """The blocks as they follow one another on the pages."""
    lines = [line for sheet in set_story(story, MAGAZINE, {}) for line in sheet.lines]
    return [lines[0].block, *(after.block for before, after in pairwise(lines) if after.block != before.block)]


def test_a_box_that_stands_in_nobody_s_way_stays_where_it_was_put() -> None:
    story = story_with(BOX, 2)
    assert order_of(story) == list(range(len(story.body.blocks)))


def test_a_box_moves_whole_past_paragraphs_alone_and_all_else_keeps_its_order() -> None:
    moved = 0
    for before in range(2, 16):
        story = story_with([*BOX, paragraph("What comes next", BlockKind.SUBHEAD)], before)
        order = order_of(story)
        box = list(range(before, before + 3))
        at = order.index(before)
        assert order[at : at + 3] == box
        assert [block for block in order if block not in box] == [
            number for number in range(len(story.body.blocks)) if number not in box
        ]
        moved += at != before
        tints = [item for sheet in set_story(story, MAGAZINE, {}) for item in sheet.items if isinstance(item, Tint)]
        assert len(tints) == 1
    assert moved


def test_a_box_comes_between_no_items_of_a_list_and_under_no_subhead() -> None:
    for before in range(1, 12):
        blocks = [paragraph("Pilots", BlockKind.SUBHEAD), *LIST, *BOX, paragraph("Next", BlockKind.SUBHEAD), *LIST]
        story = story_with(blocks, before)
        order = order_of(story)
        at = order.index(before + 7)
        kinds = [story.body.blocks[order[place]].kind for place in (at - 1, at + 3)]
        assert kinds[0] is not BlockKind.SUBHEAD
        assert kinds != [BlockKind.NUMBER] * 2
        assert at > 0


def test_lines_below_a_wider_space_stand_on_the_grid() -> None:
    heads = [block for _ in range(9) for block in (paragraph("What comes next", BlockKind.SUBHEAD), paragraph(WORDS))]
    wider = 0
    for count in range(1, 9):
        story = make_story(*[WORDS] * count, *heads, "word " * 9 * count, *heads)
        pages = StoryLayout(story, MAGAZINE, {}).pages
        wider += sum(len(column.gaps) for page in pages for part in page.parts for column in part.columns)
        for sheet in set_story(story, MAGAZINE, {}):
            for line in sheet.lines:
                off = (line.y - MAGAZINE.top) / MAGAZINE.baseline
                assert abs(off - round(off)) * MAGAZINE.baseline < 0.1
    assert wider > 4


@pytest.mark.parametrize("name", ["magazine-a4", "tabloid", "broadsheet"])
def test_the_last_column_is_no_stump_for_the_sake_of_a_box(name: str) -> None:
    fmt = load_format(name)
    stories = [story_with(BOX, before, after) for before in range(9, 24, 2) for after in (3, 5, 7)]
    feet = [StoryLayout(story, fmt, {}).pages[-1].parts[-1].unlevel for story in stories]
    assert max(feet) <= 2


PICTURE = Block(kind=BlockKind.PICTURE, picture=PictureUse(sha256="a" * 64))
TEXT = paragraph(WORDS)


def moved(blocks: list[Block], index: int, apart: Collection[int] = ()) -> list[tuple[int, ...]]:
    """Orders in which one of some blocks may stand elsewhere."""
    return list(orders(blocks, tuple(range(len(blocks))), index, apart))


def test_what_moves_passes_pictures_set_apart_as_if_they_were_not_there() -> None:
    blocks = [TEXT, TEXT, PICTURE, *QUOTE, TEXT, TEXT]
    assert (0, 3, 1, 2, 4, 5) in moved(blocks, 3, {2})
    assert all(order.index(2) == order.index(1) + 1 for order in moved(blocks, 3, {2}))


def test_a_quote_passes_a_picture_and_pictures_keep_their_order() -> None:
    assert (0, 4, 1, 2, 3, 5) in moved([TEXT, TEXT, PICTURE, TEXT, *QUOTE, TEXT], 4)
    assert (0, 4, 1, 2, 3, 5) not in moved([TEXT, TEXT, PICTURE, TEXT, PICTURE, TEXT], 4)


def test_a_box_may_end_a_story_and_a_quote_may_not() -> None:
    assert moved([TEXT, *BOX, TEXT], 1) == [(0, 4, 1, 2, 3)]
    assert not moved([TEXT, *QUOTE, TEXT], 1)
