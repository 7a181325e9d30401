"""Pages of 30 × 40 mm with six grid lines, whose every line and box can be counted by eye."""

import pytest

from db.document import BlockKind, paragraph
from exports.formats import MM, Format
from exports.typeset import set_story
from exports.typeset.sheet import Rule, Run, Sheet, Tint
from tests.exports.conftest import make_story, small_format

TINY = small_format(trim_width=30 * MM, trim_height=40 * MM, columns=1)
TWO = small_format(trim_width=55 * MM, trim_height=40 * MM, columns=2)


def pages(*blocks: object, fmt: Format = TINY) -> list[Sheet]:
    return set_story(make_story(*blocks, headline="", byline="", desk=""), fmt, {})


def grid(sheet: Sheet, fmt: Format = TINY) -> list[str]:
    """What stands on each of the six grid lines, columns parted by a bar."""
    rows = [[""] * fmt.columns for _ in range(6)]
    for line in sheet.lines:
        rows[round((line.y - fmt.top) / fmt.baseline) - 1][line.column] = line.text
    return ["|".join(row) for row in rows]


def test_six_lines_stand_on_six_grid_lines() -> None:
    (sheet,) = pages("One two", "Three four", "Five six")
    assert grid(sheet) == ["One two", "Three four", "Five six", "", "", ""]
    assert [line.y - TINY.top for line in sheet.lines] == pytest.approx([11, 22, 33])


def test_the_second_paragraph_is_set_in() -> None:
    (sheet,) = pages("One two", "Three four")
    lefts = [run.x - TINY.left for run in sheet.items if isinstance(run, Run)]
    assert lefts == pytest.approx([0, TINY.setting.indent], abs=0.01)


def test_two_columns_are_level() -> None:
    (sheet,) = pages(*["One two"] * 8, fmt=TWO)
    assert grid(sheet, TWO)[:5] == [*["One two|One two"] * 4, "|"]


def test_a_subhead_has_an_empty_line_over_it() -> None:
    (sheet,) = pages("One two", "Three four", paragraph("Half", BlockKind.SUBHEAD), "Five six")
    assert grid(sheet) == ["One two", "Three four", "", "Half", "Five six", ""]


def test_a_box_stands_on_its_tint_with_an_empty_line_over_and_under_its_text() -> None:
    (sheet,) = pages("One two", paragraph("Box", BlockKind.BOX))
    assert grid(sheet) == ["One two", "", "", "Box", "", ""]
    (tint,) = [item for item in sheet.items if isinstance(item, Tint)]
    assert (tint.x, tint.width) == pytest.approx((TINY.left, TINY.measure))
    assert tint.y + tint.height - TINY.top == pytest.approx(5 * 11)
    assert 2 * 11 < tint.y - TINY.top < 3 * 11


def test_what_does_not_fit_goes_on_under_a_jump_line() -> None:
    first, second = pages(*["One two"] * 8)
    assert grid(first) == [*["One two"] * 5, ""]
    assert grid(second) == ["", "", *["One two"] * 3, ""]


def test_a_correction_stands_under_a_hairline() -> None:
    (sheet,) = pages("One two", paragraph("Mended", BlockKind.CORRECTION))
    assert grid(sheet) == ["One two", "", "Mended", "", "", ""]
    rule = [item for item in sheet.items if isinstance(item, Rule)][-1]
    assert 11 < rule.y0 - TINY.top < 22
