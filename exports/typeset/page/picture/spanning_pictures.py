"""Pictures set apart from the text, over one column or several: at the head of the last columns, or the foot of the
first. Counted in grid lines of the type area.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.typeset.page.picture.pictures import Box

LEAST_BODY = 4
"""Grid lines a page must have left under a head or a picture, or over one."""


@dataclass(frozen=True, slots=True)
class SpanningPicture:
    """A picture set apart on a page."""

    index: int
    """Index of its block."""
    box: Box
    first: int
    """The first of the columns it stands over."""
    row: int = 0
    """The grid line its own first one is."""
    at_foot: bool = False

    @property
    def columns(self) -> range:
        """The columns it stands over."""
        return range(self.first, self.first + self.box.columns)


def pictures_for_page(
    waiting: Sequence[tuple[int, Box]], tops: Sequence[int], depth: int, *, force: bool
) -> list[SpanningPicture]:
    """Pictures that go on a page whose columns begin on `tops`, of those waiting (blocks and boxes).

    The first stands at the head of the last columns, or nowhere unless `force`d; those after it side by side at the
    foot of the first ones, as long as there is room.
    """
    found: list[SpanningPicture] = []
    heads, left = list(tops), 0
    for number, (index, box) in enumerate(waiting):
        if not number:
            spanning = SpanningPicture(index, box, len(tops) - box.columns, tops[-1])
            if not force and tops[-1] + box.rows + LEAST_BODY > depth:
                break
            for column in spanning.columns:
                heads[column] += box.rows + 1
        else:
            spanning = SpanningPicture(index, box, left, at_foot=True)
            if any(
                column >= len(tops) or heads[column] + LEAST_BODY + box.rows + 1 > depth for column in spanning.columns
            ):
                break
            left += box.columns
        found.append(spanning)
    return found


def tops_below(pictures: Sequence[SpanningPicture], tops: Sequence[int]) -> list[int]:
    """The first grid line of text in each column, under the picture at its head if one is there."""
    under = list(tops)
    for one in pictures:
        for column in () if one.at_foot else one.columns:
            under[column] = one.row + one.box.rows + 1
    return under


def reserved(pictures: Sequence[SpanningPicture], columns: int, *, jump: bool) -> list[int]:
    """Grid lines at the foot of each column that are a picture's; it leaves one free where a jump line stands."""
    lines = [0] * columns
    for one in pictures:
        for column in one.columns if one.at_foot else ():
            raised = jump and columns - 1 in one.columns and column < columns - 1
            lines[column] = one.box.rows + 1 + raised
    return lines
