"""Rows of a column: spaces that are left out at its head, and items that say whose text they are."""

from exports.typeset.line.lines import Line
from exports.typeset.page.column.rows import BLANK, FREE, KEEP, UNDER, Row, field_rows, of_block, skip_space
from exports.typeset.sheet import Rule, SetLine


def test_a_column_begins_with_the_first_row_that_shows() -> None:
    rows = [Row(), BLANK, UNDER, Row(), BLANK]
    assert [skip_space(rows, start) for start in range(6)] == [0, 3, 3, 3, 5, 5]


def test_spaces_keep_with_what_follows_them_and_one_grows_last() -> None:
    assert (BLANK.space, BLANK.keep, BLANK.under) == (True, KEEP, False)
    assert (UNDER.space, UNDER.keep, UNDER.under) == (True, KEEP, True)


def test_a_field_in_the_columns_says_whose_text_its_lines_are() -> None:
    lines = [Line((), 40.0, 0, 6, False), Line((), 30.0, 7, 10, False)]
    rows = field_rows("byline", "By Ana Rui", lines)
    shown = [item for row in rows for item in row.items if isinstance(item, SetLine)]
    assert [(item.field, item.text, item.block) for item in shown] == [("byline", "By Ana", -1), ("byline", "Rui", -1)]
    assert {row.keep for row in rows} == {FREE}


def test_only_lines_that_say_nothing_of_it_become_a_block_s() -> None:
    rule, own, other = Rule(0, 0, 9, 0), SetLine(0, 0, 0, 9, "own", -1), SetLine(0, 0, 0, 9, "other", 2)
    assert of_block([rule, own, other], 7) == (rule, own._replace(block=7), other)
