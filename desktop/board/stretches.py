"""Rows that follow one another, as stretches: a selection of a hundred thousand rows is of few of them."""

from collections.abc import Iterable


def stretches(rows: Iterable[int]) -> list[tuple[int, int]]:
    """First and last row of each stretch, of rows that come in their order."""
    found = list[tuple[int, int]]()
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
