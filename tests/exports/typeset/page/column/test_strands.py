"""Strands: which blocks are to give a line so that columns end level."""

from exports.typeset.page.column.rows import BLANK
from exports.typeset.page.column.strands import Strand, level_strands
from tests.exports.typeset.page.column.test_columns import paragraphs


def block(lines: int, *others: int) -> list[Strand]:
    """A paragraph of so many lines, which may have others."""
    return [Strand(paragraphs(count), count - lines) for count in (lines, *others)]


def test_nothing_is_asked_where_columns_are_level_by_themselves() -> None:
    assert level_strands([block(4, 5), block(4, 3)], [4, 4], whole=True) == {}


def test_the_paragraph_that_makes_columns_level_is_asked_for_a_line() -> None:
    blocks = [block(3), block(3, 4), block(3), block(3)]
    assert level_strands(blocks, [7, 6], whole=True) in ({}, {1: 1})
    assert level_strands([block(3, 4), block(3), block(3), block(3), block(3)], [5, 5, 5], whole=True) is None


def test_as_few_as_can_be_are_asked() -> None:
    blocks = [block(6, 5), block(3, 2), block(3), block(3)]
    found = level_strands(blocks, [8, 6], whole=True)
    assert found is not None
    assert len(found) == 1


def test_a_space_at_the_head_of_a_column_takes_no_line() -> None:
    blocks = [block(4), [Strand([BLANK, *paragraphs(4)])]]
    assert level_strands(blocks, [4, 4], whole=True) == {}


def test_a_space_grows_before_a_paragraph_is_asked() -> None:
    blocks = [block(3, 4), [Strand([BLANK, *paragraphs(3)])], block(8)]
    assert level_strands(blocks, [8, 8], whole=True) == {}


def test_what_does_not_go_on_a_page_is_left() -> None:
    assert level_strands([block(4), block(4), block(40)], [4, 4], whole=False) == {}


def test_columns_end_less_level_where_that_is_asked_for() -> None:
    blocks = [block(3), block(3), block(3)]
    assert level_strands(blocks, [5, 5, 5], whole=True) is None
    assert level_strands(blocks, [5, 5, 5], whole=True, level=2) == {}


def test_a_column_without_text_is_not_level_but_where_it_has_no_room() -> None:
    assert level_strands([block(6)], [6, 0], whole=True) == {}
    assert level_strands([block(6)], [6, 2], whole=True) is None
