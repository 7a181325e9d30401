"""Slopes of colours are slopes of each ink."""

import pytest
from pikepdf import Array, Dictionary, Name

from exports.pdf.plates.plate_shadings import NETS
from tests.exports.pdf.plates.conftest import SIDE, SPOT, Leaf, inks


def slope(leaf: Leaf, space: object, first: list[float], last: list[float]) -> Dictionary:
    way = {"/FunctionType": 2, "/Domain": Array([0, 1]), "/C0": Array(first), "/C1": Array(last), "/N": 1}
    return Dictionary(
        {"/ShadingType": 2, "/ColorSpace": space, "/Coords": Array([0, 0, SIDE, 0]), "/Function": Dictionary(way)}
    )


def near(found: dict[str, int], wanted: dict[str, int]) -> bool:
    return found.keys() == wanted.keys() and all(abs(found[name] - wanted[name]) <= 2 for name in wanted)


def test_a_slope_goes_from_ink_to_ink_also_as_a_pattern(leaf: Leaf) -> None:
    given = slope(leaf, Name.DeviceCMYK, [1, 0, 0, 0], [0, 0, 1, 0])
    name = leaf.add("/Shading", given)
    pattern = leaf.add("/Pattern", Dictionary({"/PatternType": 2, "/Shading": given}))
    for operators in (f"{name} sh", f"/Pattern cs {pattern} scn 0 0 {SIDE} {SIDE} re f"):
        pages = leaf.parted(operators)
        assert near(inks(pages), {"Cyan": 50, "Yellow": 50})
        assert near(inks(pages, SIDE // 4), {"Cyan": 75, "Yellow": 25})


def test_a_slope_in_a_spot_colour_leaves_the_others_alone_where_it_overprints(leaf: Leaf) -> None:
    name = leaf.add("/Shading", slope(leaf, leaf.spot(), [0], [1]))
    under = f"1 0 0 0 k 0 0 {SIDE} {SIDE} re f"
    assert near(inks(leaf.parted(f"{under} {name} sh")), {SPOT: 50})
    assert near(inks(leaf.parted(f"{under} /Over gs {name} sh")), {"Cyan": 100, SPOT: 50})


def test_a_field_of_colours_has_its_inks_where_they_are(leaf: Leaf) -> None:
    entries = {"/FunctionType": 4, "/Domain": Array([0, 1, 0, 1]), "/Range": Array([0, 1] * 4)}
    turned = leaf.stream(b"{0 0}", entries)
    field = Dictionary({"/ShadingType": 1, "/ColorSpace": Name.DeviceCMYK, "/Function": turned})
    field["/Matrix"] = Array([SIDE, 0, 0, SIDE, 0, 0])
    pages = leaf.parted(f"{leaf.add('/Shading', field)} sh")
    assert near(inks(pages, SIDE // 4, SIDE // 4), {"Cyan": 25, "Magenta": 75})


@pytest.mark.parametrize("kind", [4, 6])
def test_a_net_of_colours_is_said_to_be_shown_as_a_whole(leaf: Leaf, kind: int) -> None:
    net = leaf.stream(b"", {"/ShadingType": kind, "/ColorSpace": Name.DeviceCMYK, "/BitsPerCoordinate": 8})
    assert leaf.parted(f"{leaf.add('/Shading', net)} sh").notes == (NETS,)
