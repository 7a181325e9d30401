"""Heights of the rows of a long list: where each begins, and which lies at a height, without adding all of them up."""

from array import array
from bisect import bisect_right
from itertools import accumulate

_BLOCK = 128
"""Rows whose heights are added up together: of a hundred thousand rows some eight hundred sums, and few within one."""


class RowHeights:
    """Every row has the usual height until its own is set."""

    def __init__(self, number: int, usual: int) -> None:
        self._heights = array("i", [usual]) * number
        self._sums = [usual * min(_BLOCK, number - first) for first in range(0, number, _BLOCK)]
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def __setitem__(self, row: int, height: int) -> None:
        if height != self._heights[row]:
            self._sums[row // _BLOCK] += height - self._heights[row]
            self._heights[row] = height
            self._tops = None

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self._begins()[-1]

    def top(self, row: int) -> int:
        """Where a row begins."""
        block = row // _BLOCK
        return self._begins()[block] + sum(self._heights[block * _BLOCK : row])

    def row_at(self, height: int) -> int:
        """The row that lies there: the first above all rows, the last below them; -1 when there is none."""
        if not self._heights:
            return -1
        block = min(max(bisect_right(self._begins(), height) - 1, 0), len(self._sums) - 1)
        row, top = block * _BLOCK, self._begins()[block]
        last = min(row + _BLOCK, len(self)) - 1
        while row < last and top + self._heights[row] <= height:
            top += self._heights[row]
            row += 1
        return row

    def _begins(self) -> list[int]:
        """Where each block begins, and where the last ends."""
        if self._tops is None:
            self._tops = list(accumulate(self._sums, initial=0))
        return self._tops
