"""How much space a story takes, and what would make it fit."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, Document
from db.values import Story
from exports.formats import load_format
from exports.typeset import measure, set_story
from exports.typeset.line.lines import set_paragraph
from tests.exports.conftest import WORDS, make_story, small_format

WIDE = load_format("magazine-a4")
SENTENCES = [" ".join((f"{WORDS} {WORDS}").split()[: 44 + number]) for number in range(16)]


def with_target(story: Story, by: int) -> Story:
    """The story with a target so many lines under its length."""
    return replace(story, target_lines=measure(story, WIDE, {}).lines - by)


def with_looseness(story: Story, index: int, lines: int) -> Story:
    blocks = list(story.body.blocks)
    blocks[index] = blocks[index].model_copy(update={"looseness": lines})
    return replace(story, body=Document(blocks=tuple(blocks)))


@pytest.mark.parametrize(("by", "lines"), [(2, -1), (-2, 1)])
def test_what_copyfit_offers_brings_the_story_a_line_nearer_to_its_target(by: int, lines: int) -> None:
    story = with_target(make_story(*SENTENCES), by)
    fit = measure(story, WIDE, {})
    assert 1 <= len(fit.copyfit) <= 2
    for offer in fit.copyfit:
        assert offer.lines == lines
        assert measure(with_looseness(story, offer.block, lines), WIDE, {}).lines == fit.lines + lines
        assert str(offer.block + 1) in fit.advice[1]
        assert -0.03 <= offer.tracking[0] <= offer.tracking[1] <= 0.03


@pytest.mark.parametrize("by", [0, 40])
def test_nothing_is_offered_for_a_story_that_fits_or_must_be_cut(by: int) -> None:
    assert measure(with_target(make_story(*SENTENCES), by), WIDE, {}).copyfit == ()


@pytest.mark.parametrize("dateline", ["", "NORTH QUAY"])
@pytest.mark.parametrize("over", [1, 3])
def test_the_cut_falls_before_the_first_line_that_is_too_much(dateline: str, over: int) -> None:
    story, fmt = make_story(WORDS, dateline=dateline), load_format("galley")
    lines = [line.text for sheet in set_story(story, fmt, {}) for line in sheet.lines]
    cut = measure(replace(story, target_lines=len(lines) - over), fmt, {}).cut
    assert cut is not None
    assert story.body.blocks[cut[0]].text[cut[1] :].split() == " ".join(lines[-over:]).split()


def test_a_paragraph_already_tightened_is_not_offered_again() -> None:
    story = with_target(make_story(*SENTENCES), 2)
    first = measure(story, WIDE, {}).copyfit[0].block
    again = measure(with_looseness(story, first, -1), WIDE, {})
    assert first not in [offer.block for offer in again.copyfit]


def test_a_keystroke_sets_one_paragraph_anew() -> None:
    story = make_story(*(f"{number} {WORDS}" for number in range(60)))
    fmt = small_format()
    measure(story, fmt, {})
    before = set_paragraph.cache_info().misses
    blocks = (*story.body.blocks[:30], Block(spans=story.body.blocks[31].spans[:1]), *story.body.blocks[31:])
    measure(replace(story, body=Document(blocks=blocks)), fmt, {})
    typed = blocks[30].model_copy(update={"spans": make_story(f"x30 {WORDS}").body.blocks[0].spans})
    measure(replace(story, body=Document(blocks=(*blocks[:30], typed, *blocks[31:]))), fmt, {})
    assert set_paragraph.cache_info().misses == before + 1


def test_pages_are_counted_as_they_are_set() -> None:
    assert measure(make_story(*[WORDS] * 40), small_format(), {}).pages > 3


def test_a_box_counts_the_grid_lines_it_covers() -> None:
    fmt = small_format()
    plain = measure(make_story(WORDS, WORDS), fmt, {}).lines
    boxed = make_story(WORDS, Block(kind=BlockKind.BOX, spans=make_story("Short.").body.blocks[0].spans), WORDS)
    assert measure(boxed, fmt, {}).lines == plain + 1 + 4
