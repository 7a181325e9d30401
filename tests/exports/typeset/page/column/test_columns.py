"""Where columns end: pure counting of rows."""

import pytest

from exports.typeset.page.column.columns import Column, balance, feathered, fill
from exports.typeset.page.column.rows import BLANK, FREE, HYPHEN, KEEP, SOLID, UNDER, Row


def paragraphs(*lengths: int) -> list[Row]:
    """Rows of paragraphs: no column end behind the first row or before the last."""
    return [
        Row(keep=KEEP if number != length - 1 and number in (0, length - 2) else FREE)
        for length in lengths
        for number in range(length)
    ]


@pytest.mark.parametrize("lengths", [(3, 3, 3, 3, 3, 3), (7, 3, 3, 3, 7), (2, 2, 2, 3, 3, 3, 2)])
def test_balanced_columns_are_deeper_rather_than_part_what_keeps_together(lengths: tuple[int, ...]) -> None:
    rows = paragraphs(*lengths)
    for columns in range(2, 7):
        found = balance(rows, [0] * columns, 40)
        assert found
        assert found[-1].end == len(rows)
        ends = [column.end for column in found if column.start < column.end < len(rows)]
        assert all(rows[end - 1].keep < KEEP for end in ends)


def test_they_are_no_deeper_than_they_must() -> None:
    found = balance(paragraphs(*[4] * 6), [0] * 3, 40)
    assert found
    assert [column.end - column.start for column in found] == [8, 8, 8]


def test_a_column_that_ends_short_takes_an_empty_line_at_its_lowest_spaces() -> None:
    rows = [*paragraphs(3), BLANK, *paragraphs(3), BLANK, *paragraphs(3)]
    column = Column(2, 0, len(rows))
    assert feathered(rows, column, column.foot).gaps == frozenset()
    assert feathered(rows, column, column.foot + 1).gaps == {7}
    longer = feathered(rows, column, column.foot + 5)
    assert longer.gaps == {3, 7}
    assert longer.foot == column.foot + 2
    assert list(longer.lines())[-1] == (len(rows) - 1, longer.foot - 1)
    assert dict(longer.lines())[3] == 2 + 3 + 1


def test_spaces_under_a_box_grow_after_the_others() -> None:
    rows = [*paragraphs(3), BLANK, *paragraphs(3), UNDER, *paragraphs(3)]
    column = Column(0, 0, len(rows))
    assert feathered(rows, column, column.foot + 1).gaps == {3}
    assert feathered(rows, column, column.foot + 2).gaps == {3, 7}


def test_a_line_is_left_free_under_the_last_column_for_the_jump_line() -> None:
    found = fill(paragraphs(*[4] * 9), [0, 0], 8, jump=True)
    assert [column.foot for column in found] == [8, 6]


def test_what_is_never_parted_and_goes_into_no_column_is_left_for_the_next_page() -> None:
    rows = [*[Row()] * 5, *[Row(keep=SOLID)] * 25]
    assert [column.end for column in fill(rows, [0, 0], 10, force=True)] == [5, 5]
    assert [column.end for column in fill(rows[5:], [0, 0], 10, force=True)] == [10, 10]


def test_a_column_ends_inside_what_keeps_together_where_nothing_else_goes_in() -> None:
    assert [column.end for column in fill([Row(keep=KEEP)] * 12, [0, 0], 6)] == [6, 12]


def test_some_lines_of_text_stand_over_a_picture_at_the_foot() -> None:
    found = balance(paragraphs(*[2] * 5), [0, 0, 0], 40, reserved=[10, 0, 0])
    assert found
    assert found[0].end == 4


def rows_of(ends: str) -> list[Row]:
    """Rows by how well a column ends behind each: `.` well, `-` in a hyphen, `k` not at all; `s` is a space."""
    kinds = {".": Row(), "-": Row(keep=HYPHEN), "k": Row(keep=KEEP), "s": BLANK}
    return [kinds[end] for end in ends]


def test_columns_that_begin_lower_have_as_much_less_room() -> None:
    found = balance(paragraphs(2, 2), [0, 2], 40)
    assert [(column.start, column.end) for column in found or ()] == [(0, 4), (4, 4)]


def test_a_picture_at_the_foot_of_a_column_takes_room_from_it() -> None:
    found = balance(paragraphs(2, 2), [0, 0], 40, reserved=[3, 0])
    assert [column.end for column in found or ()] == [2, 4]


@pytest.mark.parametrize(
    ("ends", "columns", "lengths"),
    [
        ("k.k.k.k.kk.k.k-k-....k.k-...k.", 4, [8, 7, 8, 7]),
        ("k..-...k-k......k.kk.kk-", 6, [3, 4, 4, 5, 5, 3]),
        ("k..-.k.k.k-k..-..-k.k..k.k....k.sk---.--k-", 4, [11, 11, 10, 9]),
    ],
)
def test_columns_end_in_hyphens_only_where_they_would_else_not_be_level(
    ends: str, columns: int, lengths: list[int]
) -> None:
    found = balance(rows_of(ends), [0] * columns, 40)
    assert [column.end - column.start for column in found or ()] == lengths


@pytest.mark.parametrize(
    ("ends", "columns", "lengths"),
    [
        ("k.-..ks.", 2, [4, 4]),
        ("kkkk.-k-.", 3, [5, 3, 1]),
        ("kkk..-.-k.", 4, [4, 3, 3, 0]),
        (".-..kk..", 3, [4, 3, 1]),
        (".-....k.", 4, [2, 2, 2, 2]),
    ],
)
def test_columns_are_deeper_only_where_that_is_worth_its_lines(ends: str, columns: int, lengths: list[int]) -> None:
    """The first as shallow as they can be; then each a line deeper, and no more, for feet that are more even."""
    found = balance(rows_of(ends), [0] * columns, 40)
    assert [column.end - column.start for column in found or ()] == lengths
