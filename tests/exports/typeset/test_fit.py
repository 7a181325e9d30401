"""How much space a story takes, and what would make it fit."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, Document, paragraph
from db.values import Story
from exports.formats import load_format
from exports.typeset import StoryLayout, measure, set_story
from exports.typeset.line.lines import set_paragraph
from exports.typeset.sheet import Fit
from tests.exports.conftest import WORDS, make_story, small_format

WIDE = load_format("magazine-a4")
KINDS = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER, BlockKind.BOX)
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


@pytest.mark.parametrize("by", [0, 13, -13])
def test_nothing_is_offered_for_a_story_that_fits_or_must_be_cut(by: int) -> None:
    assert measure(with_target(make_story(*SENTENCES), by), WIDE, {}).copyfit == ()


def last_lines(story: Story, fit: Fit) -> list[float]:
    """How long the last lines are of the paragraphs that are offered, in the order in which they are."""
    body = StoryLayout(story, WIDE, {}).body
    ends = {block: row.line.width for block, row in zip(body.blocks, body.rows, strict=True) if row.line}
    return [ends[offer.block] for offer in fit.copyfit]


def test_a_short_last_line_is_taken_in_first_and_a_full_one_made_to_run_over() -> None:
    texts = [" ".join(f"{WORDS} {WORDS}".split()[start : start + 40 + n]) for n in range(8) for start in (0, 3, 5)]
    story, longer = with_target(make_story(*texts), 12), with_target(make_story(*SENTENCES), -2)
    taken_in, run_over = (last_lines(one, measure(one, WIDE, {})) for one in (story, longer))
    assert len(taken_in) > 3
    assert taken_in == sorted(taken_in)
    assert run_over == sorted(run_over, reverse=True)
    assert min(run_over) > max(taken_in)


def test_advice_names_blocks_in_their_order() -> None:
    story = with_target(make_story(*SENTENCES), -3)
    assert [offer.block for offer in measure(story, WIDE, {}).copyfit] == [9, 15, 8]
    assert measure(story, WIDE, {}).advice[1] == "Blocks 9, 10, 16 can each be loosened by a line."


def test_advice_says_how_many_words_the_lines_are_worth() -> None:
    story = with_target(make_story(*SENTENCES), 5)
    words = round(5 * story.words / measure(story, WIDE, {}).lines)
    assert measure(story, WIDE, {}).advice[0] == f"Cut 5 lines, about {words} words."
    assert measure(with_target(story, -1), WIDE, {}).advice[0].startswith("There is room for 1 line, about ")


def test_a_paragraph_of_two_lines_is_offered_too() -> None:
    story = with_target(make_story(*[" ".join(WORDS.split()[:13])] * 3), -1)
    (offer,) = measure(story, WIDE, {}).copyfit
    assert StoryLayout(story, WIDE, {}).body.blocks.count(offer.block) == 2


@pytest.mark.parametrize("lines", [-1, 1])
@pytest.mark.parametrize(("kind", "drop_cap"), [*((kind, 0) for kind in KINDS), (BlockKind.PARAGRAPH, 3)])
def test_running_text_of_each_kind_is_offered_and_gives_what_it_is_asked_for(
    kind: BlockKind, drop_cap: int, lines: int
) -> None:
    fmt = replace(WIDE, setting=WIDE.setting.model_copy(update={"drop_cap": drop_cap}))
    offered = 0
    for count in range(60, 130, 5):
        text = " ".join(" ".join([WORDS] * 4).split()[:count])
        story = make_story(paragraph(text, kind), byline="")
        natural = measure(story, fmt, {}).lines
        for offer in measure(replace(story, target_lines=natural + lines), fmt, {}).copyfit:
            offered += 1
            assert measure(with_looseness(story, offer.block, lines), fmt, {}).lines == natural + lines
    assert offered


def test_depth_is_told_in_millimetres_and_inches_of_a_column() -> None:
    fmt = load_format("galley")
    fit = measure(make_story(*SENTENCES), fmt, {})
    assert fit.column_inches == pytest.approx(fit.lines * fmt.baseline / 72, abs=0.005)
    assert fit.depth_mm == pytest.approx(25.4 * fit.lines * fmt.baseline / 72, abs=0.005)


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
