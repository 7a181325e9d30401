"""Grey of more than eight bits: its values in eight, the darkest black and the lightest white where they lie beyond."""

import struct

import pytest
from PIL import Image, ImageChops

from exports.pdf.picture import pictures
from tests.exports.pdf.picture.test_pictures import SIZE, packed, printed


def halves(mode: str, dark: float, light: float) -> Image.Image:
    """A picture that is dark in its upper half and light in its lower one."""
    image = Image.new(mode, SIZE, dark)
    image.paste(light, (0, SIZE[1] // 2, *SIZE))
    return image


def tiff(mode: str, dark: float, light: float) -> bytes:
    """The same as a TIFF of several strips."""
    return packed(halves(mode, dark, light), "TIFF", tiffinfo={278: 10})


def without_sign(dark: int, light: int) -> bytes:
    """The same in integers of 32 bits without a sign, of which Pillow writes none."""
    signed, unsigned = (struct.pack("<HHIHH", 339, 3, 1, kind, 0) for kind in (2, 1))
    return tiff("I", dark, light - 2**32).replace(signed, unsigned)


BEYOND = {
    "floating point to 255": (lambda: tiff("F", 60, 255), 60, 255),
    "floating point from below nothing": (lambda: tiff("F", -3, -1), 0, 128),
    "floating point with a hole": (lambda: tiff("F", float("inf"), 9), 255, 255),
    "32 bits": (lambda: tiff("I", 500_000_000, 2_000_000_000), 64, 255),
    "32 bits with a sign": (lambda: tiff("I", -2_000_000_000, 2_000_000_000), 0, 255),
    "32 bits without a sign": (lambda: without_sign(1_000_000_000, 4_000_000_000), 64, 255),
}
"""Pictures whose values are not the usual ones, and the greys of their halves among 255."""


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", BEYOND)
def test_grey_beyond_the_usual_values_is_scaled_by_its_darkest_and_lightest(
    kind: str, *, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "LARGE", 1 if large else 10**9)
    monkeypatch.setattr(pictures, "_KEPT", pictures.Kept(0))
    monkeypatch.setattr("db.picture.bands._ROWS", 10)
    file, *greys = BEYOND[kind]
    image, wanted = printed(file()), printed(packed(halves("L", *greys), "PNG"))
    assert ImageChops.difference(image, wanted).getextrema()[1] <= 4


@pytest.mark.parametrize(("mode", "dark", "light"), [("F", 0.2, 0.6), ("I", 13107, 39321)])
def test_grey_within_the_usual_values_keeps_them(mode: str, dark: float, light: float) -> None:
    image, wanted = printed(tiff(mode, dark, light)), printed(packed(halves("L", 51, 153), "PNG"))
    assert ImageChops.difference(image, wanted).getextrema()[1] <= 4
