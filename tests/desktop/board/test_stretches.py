"""Rows that follow one another."""

from desktop.board.stretches import stretches


def test_rows_that_follow_one_another_are_one_stretch() -> None:
    assert stretches([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]
    assert stretches([]) == []
