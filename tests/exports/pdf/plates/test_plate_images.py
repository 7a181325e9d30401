"""Pictures of every kind carry on each plate what their numbers say."""

import io

import pytest
from pikepdf import Array, Name, String
from PIL import Image

from exports.pdf.plates import plate_images
from exports.pdf.plates.plate_images import AS_LIGHT, SCALED, UNPARTED
from tests.exports.pdf.plates.conftest import SIDE, SPOT, Leaf, inks

CYAN = f"1 0 0 0 k 0 0 {SIDE} {SIDE} re f "


def jpeg(mode: str, colour: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (2, 2), colour).save(out, "JPEG", quality=100)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "space", "bits", "more", "found"),
    [
        (bytes([255, 51, 0, 102]) * 4, Name.DeviceCMYK, 8, {}, {"Cyan": 100, "Magenta": 20, "Black": 40}),
        (bytes([255, 0, 51, 0, 0, 0, 102, 0]) * 4, Name.DeviceCMYK, 16, {}, {"Cyan": 100, "Magenta": 20, "Black": 40}),
        (bytes([0, 204, 255, 153]) * 4, Name.DeviceCMYK, 8, {"Decode": Array([1, 0] * 4)},
         {"Cyan": 100, "Magenta": 20, "Black": 40}),
        (bytes([102]) * 4, Name.DeviceGray, 8, {}, {"Black": 60}),
        (bytes([102]) * 4, Name.DeviceGray, 8, {"Decode": Array([1, 0])}, {"Black": 40}),
        (b"\0\0", Name.DeviceGray, 1, {}, {"Black": 100}),
        (b"\xc0\xc0", Array([Name.Indexed, Name.DeviceCMYK, 1, String(bytes([0] * 4 + [255, 0, 0, 51]))]), 1, {},
         {"Cyan": 100, "Black": 20}),
        (jpeg("L", 102), Name.DeviceGray, 8, {"Filter": Name.DCTDecode}, {"Black": 60}),
        (jpeg("CMYK", (255, 51, 0, 102)), Name.DeviceCMYK, 8,
         {"Filter": Name.DCTDecode, "Decode": Array([1, 0] * 4)}, {"Cyan": 100, "Magenta": 20, "Black": 40}),
    ],
)  # fmt: skip
def test_a_picture_is_on_its_plates(leaf: Leaf, data, space, bits, more, found) -> None:
    shown = leaf.image(data, space, bits, **more)
    assert inks(leaf.parted(CYAN + shown)) == found


def test_a_picture_in_spot_colours_is_on_their_plates_and_knocks_out_the_others(leaf: Leaf) -> None:
    one, two = leaf.image(bytes([153]) * 4, leaf.spot()), leaf.image(bytes([51, 153]) * 4, leaf.two())
    assert inks(leaf.parted(CYAN + one)) == {SPOT: 60}
    assert inks(leaf.parted(f"{CYAN} /Over gs {one}")) == {"Cyan": 100, SPOT: 60}
    assert inks(leaf.parted(CYAN + two)) == {"Cyan": 20, SPOT: 60}


def test_a_picture_in_light_becomes_ink_and_says_so(leaf: Leaf) -> None:
    pages = leaf.parted(leaf.image(bytes([0, 0, 0]) * 4, Name.DeviceRGB))
    assert sum(inks(pages).values()) > 250
    assert pages.notes == (AS_LIGHT,)


def test_a_picture_that_cannot_be_parted_is_on_the_black_plate_and_says_so(leaf: Leaf) -> None:
    pages = leaf.parted(leaf.image(bytes([0] * 6) * 2, Name.DeviceRGB, 4))
    assert set(inks(pages)) == {"Black"}
    assert pages.notes == (UNPARTED,)


def test_a_stencil_is_in_the_colour_of_the_page_and_a_veil_stays(leaf: Leaf) -> None:
    stencil = leaf.image(b"\0\0", None, 1, ImageMask=True)
    assert inks(leaf.parted(f"0 0 0.5 0 k {stencil}")) == {"Yellow": 50}
    veil = leaf.stream(bytes([128]) * 4, _grey())
    veiled = leaf.image(bytes([0, 255, 0, 0]) * 4, Name.DeviceCMYK, SMask=veil)
    assert inks(leaf.parted(CYAN + veiled)) == {"Cyan": 50, "Magenta": 50}


def _grey() -> dict[str, object]:
    return {
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": 2, "/Height": 2, "/BitsPerComponent": 8,
        "/ColorSpace": Name.DeviceGray,
    }  # fmt: skip


@pytest.mark.parametrize(
    "picture",
    [
        b"/CS /CMYK ID " + bytes([255, 51, 0, 0]),
        b"/CS [/I /CMYK 0 <FF330000>] ID \0",
        b"/CS /CMYK /F /AHx ID FF330000>",
    ],
)
def test_a_picture_among_the_operators_is_parted(leaf: Leaf, picture: bytes) -> None:
    inline = b"q 60 0 0 60 0 0 cm BI /W 1 /H 1 /BPC 8 " + picture + b" EI Q"
    assert inks(leaf.parted(inline)) == {"Cyan": 100, "Magenta": 20}


def test_large_pictures_are_scaled_down_together_and_say_so(leaf: Leaf, monkeypatch) -> None:
    monkeypatch.setattr(plate_images, "_MOST_PIXELS", 3)
    pages = leaf.parted(leaf.image(bytes([255, 0, 0, 0, 0, 0, 0, 0]) * 2, Name.DeviceCMYK))
    assert inks(pages) == {"Cyan": 50}
    assert pages.notes == (SCALED,)
