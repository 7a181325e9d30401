"""A page becomes a small file of its plates, as large as its paper."""

import pytest

from db.errors import Unreadable
from exports.formats import load_format
from exports.pdf.plates import separate as module
from exports.pdf.plates.separate import TOO_MANY, separate
from tests.exports.pdf.plates.conftest import SPOT, Leaf
from tests.press.conftest import printed


def test_our_own_page_has_four_plates_and_the_profile_of_its_press() -> None:
    pages = separate(printed("tabloid", "x4").data, 0)
    assert [plate.name for plate in pages.plates] == ["Cyan", "Magenta", "Yellow", "Black"]
    assert pages.profile == load_format("tabloid").profile.read_bytes()
    assert pages.notes == ()


def test_spot_colours_are_plates_by_name_with_the_inks_that_stand_for_them(leaf: Leaf) -> None:
    plate = leaf.parted("/Spot cs 1 scn 0 0 9 9 re f").plates[-1]
    assert (plate.name, plate.is_process) == (SPOT, False)
    assert plate.ink == pytest.approx((0, 1, 0.8, 0))


def test_more_spot_colours_than_a_press_has_are_left_out_and_said(leaf: Leaf, monkeypatch) -> None:
    monkeypatch.setattr(module, "MOST_SPOTS", 0)
    pages = leaf.parted("")
    assert [plate.name for plate in pages.plates] == ["Cyan", "Magenta", "Yellow", "Black"]
    assert pages.notes == (TOO_MANY,)


def test_a_page_that_is_not_there_is_refused(leaf: Leaf) -> None:
    with pytest.raises(Unreadable, match="no page 2"):
        separate(leaf.data(""), 1)
