"""Each colour is on its plates in its share; what overprints leaves the others alone, what knocks out takes them."""

import pytest
from pikepdf import Array, Dictionary, Name

from tests.exports.pdf.plates.conftest import SIDE, SPOT, Leaf, inks

ALL = f"0 0 {SIDE} {SIDE} re f "
"""A square over the whole page."""
CYAN = f"1 0 0 0 k {ALL}"


@pytest.mark.parametrize(
    ("operators", "found"),
    [
        (ALL, {"Black": 100}),
        (f"0.2 0.4 0.6 0.8 k {ALL}", {"Cyan": 20, "Magenta": 40, "Yellow": 60, "Black": 80}),
        (f"0.5 g {ALL}", {"Black": 50}),
        (f"{CYAN} 0 0 0 0 k {ALL}", {}),
        (f"{CYAN} 0 1 0 0 k {ALL}", {"Magenta": 100}),
        (f"{CYAN} /Over gs 0 1 0 0 k {ALL}", {"Cyan": 100, "Magenta": 100}),
        (f"{CYAN} /Over gs 0 0 0 0 k {ALL}", {"Cyan": 100}),
        (f"{CYAN} /Over gs 0.5 g {ALL}", {"Black": 50}),
        (f"{CYAN} q /Over gs Q 0 0 0 1 k {ALL}", {"Black": 100}),
        (f"/Spot cs 0.7 scn {ALL}", {SPOT: 70}),
        (f"{CYAN} /Spot cs 0.7 scn {ALL}", {SPOT: 70}),
        (f"{CYAN} /Over gs /Spot cs 0.7 scn {ALL}", {"Cyan": 100, SPOT: 70}),
        (f"/Spot cs 1 scn {ALL} /Over gs 0 0 1 0 k {ALL}", {"Yellow": 100, SPOT: 100}),
        (f"/Spot cs 1 scn {ALL} 0 0 1 0 k {ALL}", {"Yellow": 100}),
        (f"/Two cs 0.3 0.6 scn {ALL}", {"Cyan": 30, SPOT: 60}),
        (f"{CYAN} /Half gs 0 1 0 0 k {ALL}", {"Cyan": 50, "Magenta": 50}),
        (f"0.5 0 0 0 k {ALL} /Mul gs 0.5 0.5 0 0 k {ALL}", {"Cyan": 75, "Magenta": 50}),
        (
            f"{CYAN} /Over gs 0 1 0 0 k 0 0 0 1 K 100 w 0 0 {SIDE} {SIDE} re B",
            {"Cyan": 100, "Magenta": 100, "Black": 100},
        ),
        (f"1 0 0 0 K 100 w 0 30 m {SIDE} 30 l S", {"Cyan": 100}),
    ],
)
def test_every_plate_carries_its_ink(leaf: Leaf, operators: str, found: dict[str, int]) -> None:
    assert inks(leaf.parted(f"/Spot cs {operators}" if SPOT in found else operators)) == found


def test_registration_is_on_every_plate(leaf: Leaf) -> None:
    every = leaf.add("/ColorSpace", leaf.spot("All"))
    found = inks(leaf.parted(f"/Spot cs 0 scn 0 0 1 1 re f {every} cs 1 scn {ALL}"))
    assert found == dict.fromkeys(("Cyan", "Magenta", "Yellow", "Black", SPOT), 100)


def test_a_form_begins_in_the_colour_of_who_calls_it_and_is_parted_for_each(leaf: Leaf) -> None:
    entries = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, SIDE, SIDE])}
    form = leaf.add("/XObject", leaf.stream(ALL.encode(), entries))
    assert inks(leaf.parted(f"1 0 0 0 k {form} Do /Over gs 0 0 1 0 k {form} Do")) == {"Cyan": 100, "Yellow": 100}


def test_a_form_that_calls_itself_ends(leaf: Leaf) -> None:
    entries = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, SIDE, SIDE])}
    form = leaf.stream(f"{ALL} /Self Do".encode(), entries)
    form["/Resources"] = Dictionary({"/XObject": Dictionary({"/Self": form})})
    assert inks(leaf.parted(f"{leaf.add('/XObject', form)} Do")) == {"Black": 100}


@pytest.mark.parametrize(("paint", "chosen"), [(1, "/Pattern cs {} scn"), (2, "/Coloured cs 0 1 0 0 {} scn")])
def test_patterns_are_parted(leaf: Leaf, paint: int, chosen: str) -> None:
    leaf.page.obj.Resources.ColorSpace["/Coloured"] = Array([Name.Pattern, Name.DeviceCMYK])
    entries = {
        "/Type": Name.Pattern, "/PatternType": 1, "/PaintType": paint, "/TilingType": 1, "/BBox": Array([0, 0, 9, 9]),
        "/XStep": 9, "/YStep": 9, "/Resources": Dictionary(),
    }  # fmt: skip
    name = leaf.add("/Pattern", leaf.stream(b"0 1 0 0 k 0 0 9 9 re f" if paint == 1 else b"0 0 9 9 re f", entries))
    assert inks(leaf.parted(f"{chosen.format(name)} {ALL}")) == {"Magenta": 100}


def test_text_that_overprints_is_not_on_other_plates_and_text_that_knocks_out_is_white_there(leaf: Leaf) -> None:
    font = {"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name("/ZapfDingbats")}
    name, full = leaf.add("/Font", Dictionary(font)), "<6E>"
    text = f"BT {name} 100 Tf -10 -10 Td 0 0 0 1 k {full} Tj ET"
    assert inks(leaf.parted(CYAN + text)) == {"Black": 100}
    assert inks(leaf.parted(f"{CYAN} /Over gs {text}")) == {"Cyan": 100, "Black": 100}
