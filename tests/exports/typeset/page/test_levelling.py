"""Level feet: columns of any story end within a line of one another, and paragraphs give lines for that."""

from dataclasses import replace

import pytest

from db.document import Block, Document
from db.values import Story
from exports.formats import load_format
from exports.typeset import StoryLayout, measure, set_run_in, set_story
from exports.typeset.page.column.column_balance import LEVEL
from tests.bench.feet import PICTURES, made_up, unlevel_parts
from tests.exports.conftest import make_story

STORIES = made_up(300)
SAMPLE = STORIES[::15]
"""Every length of story with every number of pictures; `tests/bench/feet.py` sets all of them in all formats."""


@pytest.mark.parametrize("name", ["letter", "tabloid"])
def test_feet_of_columns_differ_by_a_line_at_the_most(name: str) -> None:
    found = [by for by, _ in unlevel_parts(SAMPLE, load_format(name))]
    assert sum(by <= LEVEL for by in found) >= 0.96 * len(found)
    assert max(found) <= 2


STUBBORN = [
    ("letter", 38), ("letter", 116), ("magazine-a4", 80), ("magazine-a4", 116), ("magazine-a4", 122), ("berliner", 38),
    ("broadsheet", 38), ("broadsheet", 175),
]  # fmt: skip
"""Stories whose boxes and pictures left feet four to twelve lines apart."""


@pytest.mark.parametrize(("name", "number"), STUBBORN)
def test_feet_are_level_where_boxes_and_pictures_leave_little_choice(name: str, number: int) -> None:
    assert max(by for by, _ in unlevel_parts([STORIES[number]], load_format(name))) <= LEVEL


def unlevel_alone(story: Story) -> int:
    """Lines by which the feet differ when every paragraph is as long as it is by itself."""
    parts = StoryLayout(story, load_format("tabloid"), PICTURES).placed.parts_from(1)
    return max(part.unlevel for part in parts)


def test_paragraphs_are_a_line_longer_or_shorter_where_that_makes_columns_level() -> None:
    fmt = load_format("tabloid")
    helped = [story for story in SAMPLE if unlevel_alone(story) > LEVEL]
    assert helped
    for story in helped:
        layout = StoryLayout(story, fmt, PICTURES)
        assert max(part.unlevel for page in layout.pages for part in page.parts) < unlevel_alone(story)


def test_what_a_person_asked_of_paragraphs_stays_as_it_was_asked() -> None:
    fmt = load_format("tabloid")
    for story in SAMPLE[:8]:
        asked = tuple(block.model_copy(update={"looseness": 1}) for block in story.body.blocks)
        loose = replace(story, body=Document(blocks=asked))
        layout = StoryLayout(loose, fmt, PICTURES)
        lines = [row.line for row in layout.body.rows if row.line]
        assert len(lines) == len([row for row in layout.placed.body.rows if row.line])


def test_the_measure_of_a_story_is_that_of_its_paragraphs_as_they_are() -> None:
    fmt = load_format("tabloid")
    for story in SAMPLE:
        layout = StoryLayout(story, fmt, PICTURES)
        boxes = sum(box.rows * box.columns for box in layout.placed.spanning.values())
        assert measure(story, fmt, PICTURES).lines == len(layout.placed.body.rows) + boxes


def test_stories_that_follow_one_another_are_level_too() -> None:
    fmt = load_format("berliner")
    plain = [replace(story, body=_text_of(story)) for story in SAMPLE if len(story.body.blocks) > 5][:6]
    for sheet in set_run_in(plain, fmt, {}):
        feet: dict[tuple[int, int], float] = {}
        for line in sheet.lines:
            feet[line.story, line.column] = max(line.y, feet.get((line.story, line.column), 0.0))
        for number in {story for story, _ in feet}:
            ends = [y for (story, _), y in feet.items() if story == number]
            assert max(ends) - min(ends) <= 2 * fmt.baseline + 0.1


def _text_of(story: Story) -> Document:
    return Document(blocks=tuple(block for block in story.body.blocks if type(block) is Block and not block.picture))


def test_a_story_of_two_lines_stands_in_as_few_columns_as_it_fills() -> None:
    (sheet,) = set_story(make_story("It rained all day."), load_format("tabloid"), {})
    assert {line.column for line in sheet.lines} == {0}


def test_a_few_lines_that_go_over_take_fewer_columns_than_a_picture_before_them() -> None:
    over = [STORIES[number] for number in (170, 266)]
    assert [by for by, _ in unlevel_parts(over, load_format("letter")) if by > LEVEL] == []
