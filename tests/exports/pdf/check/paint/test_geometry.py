"""Places on a page: matrices, boxes, and whether they meet."""

import pytest

from exports.pdf.check.paint.geometry import (
    UNIT,
    Box,
    apply,
    around,
    grown,
    matrix_of,
    meet,
    moved,
    scale_of,
    shared,
    times,
)

TURNED = (0.0, 1.0, -1.0, 0.0, 5.0, 0.0)
"""A quarter turn to the left about the origin, then five to the right."""

LARGER = (2.0, 0.0, 0.0, 3.0, 0.0, 0.0)


def test_a_point_moves_as_one_matrix_after_another_says() -> None:
    assert apply(times(LARGER, TURNED), 1, 1) == apply(TURNED, *apply(LARGER, 1, 1)) == (2, 2)
    assert times(TURNED, UNIT) == times(UNIT, TURNED) == TURNED


def test_a_turned_box_lies_in_the_box_round_it() -> None:
    assert moved(TURNED, (0, 0, 2, 1)) == (4, 0, 5, 2)
    assert around([(3, 1), (1, 4), (2, 2)]) == (1, 1, 3, 4)


def test_a_matrix_enlarges_by_the_root_of_what_it_does_to_areas() -> None:
    assert scale_of(LARGER) == pytest.approx(6**0.5)
    assert scale_of(TURNED) == 1


@pytest.mark.parametrize(
    ("other", "common"),
    [
        (None, (0, 0, 10, 10)),
        ((5, 5, 20, 20), (5, 5, 10, 10)),
        ((10, 0, 20, 10), (10, 0, 10, 10)),
        ((10.1, 0, 20, 10), None),
        ((2, 2, 3, 3), (2, 2, 3, 3)),
    ],
)
def test_boxes_share_what_lies_in_both_an_edge_too(other: Box | None, common: Box | None) -> None:
    assert shared((0, 0, 10, 10), other) == common
    if other:
        assert meet((0, 0, 10, 10), other) == (common is not None)


def test_a_box_grows_on_all_sides() -> None:
    assert grown((0, 0, 10, 10), 2) == (-2, -2, 12, 12)


def test_five_numbers_are_no_matrix() -> None:
    assert matrix_of([1, 0, 0, 1, 4, 5, 6]) == (1, 0, 0, 1, 4, 5)
    with pytest.raises(ValueError, match="not enough"):
        matrix_of([1, 0, 0, 1, 4])
