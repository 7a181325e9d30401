"""Heights of many rows: where each begins, and which lies where."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.board.row_heights import RowHeights


@given(st.lists(st.integers(1, 300), max_size=400), st.integers(-10, 130_000))
def test_rows_lie_where_the_heights_before_them_put_them(heights: list[int], place: int) -> None:
    rows = RowHeights(len(heights), 120)
    for row, height in enumerate(heights):
        rows[row] = height
    tops = list(accumulate(heights, initial=0))
    assert (rows.total, [rows.top(row) for row in range(len(rows))]) == (tops[-1], tops[:-1])
    assert [rows[row] for row in range(len(rows))] == heights
    lies_there = sum(top <= place for top in tops[1:-1]) if heights else -1
    assert rows.row_at(place) == lies_there


@pytest.mark.parametrize("number", [1, 128, 129])
def test_a_row_has_the_usual_height_until_its_own_is_set(number: int) -> None:
    rows = RowHeights(number, 120)
    assert rows.total == 120 * number
    rows[number - 1] = 80
    assert rows.total == 120 * number - 40
