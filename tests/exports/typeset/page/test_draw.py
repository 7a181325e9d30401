"""Pages drawn: grounds of boxes in one piece, rules in the middle of the gutters."""

from dataclasses import replace

import pytest

from exports.typeset import set_story
from exports.typeset.sheet import Rule
from tests.exports.conftest import WORDS, make_story, small_format
from tests.exports.typeset.page.test_elements import box, set_as, tints


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


def test_column_rules_stand_in_the_middle_of_the_gutters() -> None:
    fmt = set_as(column_rules=True)
    (sheet,) = set_story(make_story(WORDS, WORDS), fmt, {})
    (rule,) = [item for item in sheet.items if isinstance(item, Rule) and item.x0 == item.x1]
    assert rule.x0 == pytest.approx(fmt.column_x(1) - fmt.gutter / 2)
    assert rule.width >= 0.25


def test_lines_have_numbers_where_the_format_wants_them_alone() -> None:
    plain, numbered = (
        set_story(make_story(WORDS), replace(small_format(), numbered=wanted), {})[0] for wanted in (False, True)
    )
    assert len(numbered.items) == len(plain.items) + len(plain.lines)
