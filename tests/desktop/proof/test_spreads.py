"""Pages that face each other meet at their trim."""

import pytest

from desktop.proof.page_geometry import PageGeometry
from desktop.proof.spreads import lay, leaf_of
from exports.pdf.check.file_facts import PdfPage

PAGE = PageGeometry(PdfPage((("Media", (0.0, 0.0, 100.0, 120.0)), ("Trim", (10.0, 10.0, 90.0, 110.0)))))


@pytest.mark.parametrize(("page", "leaf"), [(0, (0,)), (1, (1, 2)), (2, (1, 2)), (3, (3,))])
def test_the_first_page_stands_alone_and_left_ones_lie_beside_right_ones(page: int, leaf: tuple[int, ...]) -> None:
    assert leaf_of(page, 4, spread=True) == leaf
    assert leaf_of(page, 4, spread=False) == (page,)


def test_facing_pages_meet_at_their_trim_with_what_is_beside_it_outside() -> None:
    left, right = lay([PAGE] * 3, (1, 2), cut=False)
    assert left.on_desk(PAGE.trim).right() == right.on_desk(PAGE.trim).left() == right.place.left()
    assert (left.place.width(), right.place.width()) == (90, 90)
    assert left.visible.left() == 0


def test_what_is_cut_shows_the_trim_alone() -> None:
    (laid,) = lay([PAGE], (0,), cut=True)
    assert laid.visible == PAGE.trim
    assert laid.place.topLeft().isNull()
