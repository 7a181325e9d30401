"""Level feet: the last columns of a story end most evenly, and a shorter one stands behind the deeper ones."""

from itertools import combinations, pairwise
from random import Random

import pytest

from exports.typeset.page.column.column_balance import least_uneven, unevenness
from exports.typeset.page.column.columns import balance
from exports.typeset.page.column.rows import BLANK, FREE, HYPHEN, Row
from tests.exports.typeset.page.column.test_columns import paragraphs


def feet(*lengths: int, columns: int) -> list[int]:
    """Where balanced columns of such paragraphs end."""
    found = balance(paragraphs(*lengths), [0] * columns, 40)
    return [column.foot for column in found or ()]


def test_a_short_column_stands_behind_the_deeper_ones() -> None:
    assert feet(3, 3, 3, 4, 8, columns=4) == [6, 5, 5, 5]
    assert feet(4, 4, 8, 4, 4, columns=3) == [8, 8, 8]
    assert feet(2, 2, 2, 2, 2, 2, 2, columns=4) == [4, 4, 4, 2]


def test_feet_that_differ_by_a_line_are_level_wherever_the_shorter_column_stands() -> None:
    assert feet(3, 3, 4, 6, 3, columns=3) == [6, 7, 6]


def test_a_picture_at_the_foot_counts_as_part_of_its_column() -> None:
    found = balance(paragraphs(*[4] * 6), [0, 0, 0], 40, reserved=[4, 4, 0])
    assert [column.foot + column.reserved for column in found or ()] == [12, 10, 10]


@pytest.mark.parametrize("seed", range(20))
def test_no_other_division_in_good_places_is_less_uneven(seed: int) -> None:
    chance = Random(seed)
    rows = paragraphs(*(chance.randint(2, 7) for _ in range(8)))
    rows = [row._replace(keep=HYPHEN) if row.keep == FREE and chance.random() < 0.2 else row for row in rows]
    rooms = [-(-len(rows) // 3) + 1] * 3
    ends = [end for end in range(1, len(rows)) if rows[end - 1].keep == FREE]
    all_of_them = [
        unevenness(rows, rooms, list(pairwise((0, *chosen, len(rows)))))
        for chosen in combinations(ends, 2)
        if all(end - start <= room for room, (start, end) in zip(rooms, pairwise((0, *chosen, len(rows))), strict=True))
    ]
    found = least_uneven(rows, rooms, 0, 1000.0)
    assert (found.cost if found else 1000.0) == pytest.approx(min(all_of_them, default=1000.0))


def test_spaces_that_grow_make_a_column_level() -> None:
    rows = [*paragraphs(4), BLANK, *paragraphs(4), *paragraphs(5, 5)]
    assert unevenness(rows, [10, 10], [(0, 9), (9, 19)]) < unevenness(rows, [10, 10], [(0, 9), (10, 19)]) + 1
    assert unevenness(rows, [10, 10], [(0, 9), (9, 19)]) < 1


def test_the_search_ends_whatever_the_text() -> None:
    found = least_uneven([Row()] * 500, [44] * 12, 0, 1e9)
    assert found
    assert found.ends[-1] == 500
