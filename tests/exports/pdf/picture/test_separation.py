"""Colour to ink: the same inks from any file, grey in black alone, profiles followed where they fit."""

from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms

from exports.pdf.picture.separation import to_inks
from exports.profiles import open_profile
from resources import resource
from tests.exports.pdf.picture.test_pictures import (
    BRICK_INKS,
    GREY,
    SIZE,
    brick,
    close,
    ink,
    linear_rgb,
    packed,
    printed,
)

GREY_BLACK = 98


def lab() -> Image.Image:
    srgb, cielab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    turned = ImageCms.applyTransform(brick(), ImageCms.buildTransform(srgb, cielab, "RGB", "LAB"))
    assert turned is not None
    return turned


COLOURED = {
    "PNG": lambda: packed(brick(), "PNG"),
    "PNG with a palette": lambda: packed(brick().quantize(16), "PNG"),
    "JPEG": lambda: packed(brick(), "JPEG", quality=95),
    "progressive JPEG": lambda: packed(brick(), "JPEG", quality=95, progressive=True),
    "WebP": lambda: packed(brick(), "WEBP", lossless=True),
    "TIFF": lambda: packed(brick(), "TIFF"),
    "TIFF by LZW": lambda: packed(brick(), "TIFF", compression="tiff_lzw"),
    "TIFF in Lab": lambda: packed(lab(), "TIFF"),
}


@pytest.mark.parametrize("kind", COLOURED)
def test_a_colour_gets_the_same_inks_from_any_file(kind: str) -> None:
    assert close(ink(printed(COLOURED[kind]())), BRICK_INKS)


def deep(mode: str) -> Image.Image:
    """Grey in 16 bits."""
    order = "big" if mode == "I;16B" else "little"
    return Image.frombytes(mode, SIZE, (GREY * 257).to_bytes(2, order) * (SIZE[0] * SIZE[1]))


GREYS = {
    "PNG": lambda: packed(Image.new("L", SIZE, GREY), "PNG"),
    "PNG of 16 bits": lambda: packed(deep("I;16"), "PNG"),
    "TIFF of 16 bits": lambda: packed(deep("I;16"), "TIFF"),
    "TIFF of 16 bits, the high byte first": lambda: packed(deep("I;16B"), "TIFF"),
    "TIFF of floating point": lambda: packed(Image.new("F", SIZE, GREY / 255), "TIFF"),
    "JPEG in colour that is grey all over": lambda: packed(Image.new("RGB", SIZE, (GREY,) * 3), "JPEG", quality=95),
}


@pytest.mark.parametrize("kind", GREYS)
def test_a_grey_is_printed_in_black_alone_from_any_file(kind: str) -> None:
    image = printed(GREYS[kind]())
    assert image.mode == "L"
    assert close(ink(image), (GREY_BLACK,))


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_without_a_profile_are_printed_as_they_are(kind: str) -> None:
    """Adobe's JPEG holds them turned round; that is for the reader of the file to undo."""
    inks = (10, 150, 200, 20)
    data = packed(Image.new("CMYK", SIZE, inks), kind, **({"quality": 95} if kind == "JPEG" else {}))
    assert (b"Adobe" in data) == (kind == "JPEG")
    assert close(ink(printed(data)), inks)


@lru_cache
def lightness_of(press: Path) -> tuple[list[float], list[float], float]:
    """L* by the press's profile of 52 greys in a colour picture and in a grey one, and of its black alone."""
    ramp = Image.frombytes("L", (52, 1), bytes(range(0, 256, 5)))
    spot = Image.new("RGB", (52, 2), (200, 30, 40))
    spot.paste(ramp.convert("RGB"))
    coloured = to_inks(spot, None, press, 400).crop((0, 0, 52, 1))
    alone = to_inks(ramp, None, press, 400)
    blank = Image.new("L", ramp.size)
    black = Image.merge("CMYK", (blank, blank, blank, ImageChops.invert(alone)))
    full = Image.new("CMYK", (1, 1), (0, 0, 0, 255))
    measured = [measure(inks, press) for inks in (coloured, black, full)]
    return measured[0], measured[1], measured[2][0]


def measure(inks: Image.Image, press: Path) -> list[float]:
    """L* of inks on their paper."""
    lab = ImageCms.createProfile("LAB")
    turned = ImageCms.applyTransform(
        inks, ImageCms.buildTransform(open_profile(press), lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    )
    assert turned is not None
    return [value * 100 / 255 for value in turned.getchannel("L").tobytes()]


PROFILES = [resource(f"icc/{name}.icc") for name in ("ISOcoated_v2_300_bas", "SNAP2007_newsprint_240")]


@pytest.mark.parametrize("press", PROFILES, ids=lambda path: path.stem)
def test_a_grey_picture_is_as_dark_as_a_colour_one_as_far_as_black_alone_goes(press: Path) -> None:
    coloured, alone, darkest = lightness_of(press)
    apart = [abs(grey - max(colour, darkest)) for colour, grey in zip(coloured, alone, strict=True)]
    assert max(apart) <= 2
    assert (alone[0], alone[-1]) == (pytest.approx(darkest, abs=0.5), 100)


@pytest.mark.parametrize("press", PROFILES, ids=lambda path: path.stem)
def test_shadows_of_a_grey_picture_keep_their_steps(press: Path) -> None:
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    blacks = to_inks(ramp, None, press, 400).tobytes()
    assert list(blacks) == sorted(blacks)
    assert len(set(blacks[:64])) >= 6


def test_a_gray_profile_is_followed() -> None:
    """A linear grey of 120 is far lighter than one on sRGB's curve."""
    light = ink(printed(packed(Image.new("L", SIZE, GREY), "PNG", icc_profile=linear_gray())))[0]
    assert light > GREY_BLACK + 30


def test_a_profile_of_another_kind_of_colour_is_not_followed() -> None:
    data = packed(brick(), "PNG", icc_profile=linear_gray())
    assert close(ink(printed(data)), BRICK_INKS)


def linear_gray() -> bytes:
    """The smallest profile of a grey without a curve (ICC.1:2001-04, 6.3.1.1)."""
    white = b"XYZ \0\0\0\0" + b"".join(round(v * 65536).to_bytes(4, "big") for v in (0.9642, 1, 0.8249))
    curve = b"curv\0\0\0\0" + (0).to_bytes(4, "big")
    words = b"desc\0\0\0\0" + (5).to_bytes(4, "big") + b"gray\0" + bytes(4 + 4 + 2 + 1 + 67)
    parts, start = b"", 128 + 4 + 3 * 12
    table = (3).to_bytes(4, "big")
    for name, data in ((b"desc", words), (b"wtpt", white), (b"kTRC", curve)):
        padded = data + bytes(-len(data) % 4)
        table += name + (start + len(parts)).to_bytes(4, "big") + len(data).to_bytes(4, "big")
        parts += padded
    head = bytearray(128)
    head[0:4] = (128 + len(table) + len(parts)).to_bytes(4, "big")
    head[8:12], head[12:16], head[16:20], head[20:24] = b"\x02\x10\0\0", b"prtr", b"GRAY", b"XYZ "
    head[36:40] = b"acsp"
    head[68:80] = white[8:]
    return bytes(head) + table + parts


def test_a_grey_in_colours_of_a_profile_is_as_light_as_that_says() -> None:
    """A linear grey of 120 is far lighter than one on sRGB's curve, in three channels as in one."""
    grey, coloured = Image.new("L", SIZE, GREY), Image.new("RGB", SIZE, (GREY,) * 3)
    wanted = ink(printed(packed(grey, "PNG", icc_profile=linear_gray())))
    assert close(ink(printed(packed(coloured, "PNG", icc_profile=linear_rgb()))), wanted)
