"""Pictures of every kind that arrives come out in the right inks, the right way up."""

import hashlib
import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, TiffImagePlugin, TiffTags

from db.errors import NewsroomError
from db.picture.bands import Whole
from db.picture.pixels import inspect
from db.values import Original
from exports.formats import Format, load_format
from exports.pdf.picture.pictures import PrintPicture, _shrunk, is_broken, lost_profile, print_picture
from exports.typeset.sheet import PlacedPicture

SIZE = (60, 40)
BRICK = (200, 80, 40)
BRICK_INKS = (0, 163, 196, 49)
"""sRGB BRICK on the tabloid's paper, as the profile has it, every ink of 255."""
GREY = 120

TABLOID = replace(load_format("tabloid"), sharpen=0, jpeg_quality=95)


def packed(image: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def printed(data: bytes) -> Image.Image:
    """A file as it is printed, 60 points wide."""
    known = inspect(data, "picture")
    original = Original(known.sha256, "picture", known.width, known.height, known.mode, len(data), data=data)
    placed = PlacedPicture(original.sha256, 0, 0, 60, 60 * known.height / known.width)
    return Image.open(io.BytesIO(print_picture(placed, original, TABLOID).data))


def ink(image: Image.Image) -> tuple[int, ...]:
    """The inks in the middle of a printed picture, of 255."""
    middle = image.getpixel((image.width // 2, image.height // 2))
    return middle if isinstance(middle, tuple) else (middle,)


def close(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Equal but for the rounding of JPEG and of one conversion more."""
    return len(found) == len(wanted) and all(abs(a - b) <= 3 for a, b in zip(found, wanted, strict=True))


def brick() -> Image.Image:
    return Image.new("RGB", SIZE, BRICK)


HALF = tuple(round((value * 128 + 255 * 127) / 255) for value in BRICK)


def test_what_can_be_seen_through_is_laid_on_white() -> None:
    seen = brick()
    seen.putalpha(128)
    flat = Image.new("RGB", SIZE, HALF)
    assert close(ink(printed(packed(seen, "PNG"))), ink(printed(packed(flat, "PNG"))))


@pytest.mark.parametrize(
    "image", [Image.new("LA", SIZE, (GREY, 0)), Image.new("RGBA", SIZE, (*BRICK, 0))], ids=["grey", "colour"]
)
def test_what_is_not_there_is_paper(image: Image.Image) -> None:
    found = printed(packed(image, "PNG"))
    assert (found.mode, ink(found)) == ("L", (255,))


def test_a_colour_named_as_the_clear_one_is_paper() -> None:
    found = printed(packed(brick(), "PNG", transparency=BRICK))
    assert (found.mode, ink(found)) == ("L", (255,))


def arrow() -> Image.Image:
    """Black at the top left alone: each way of turning it can be told from the others."""
    image = Image.new("L", SIZE, 255)
    image.paste(0, (0, 0, 20, 10))
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_upright_however_the_camera_was_held(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = printed(packed(arrow(), kind, exif=exif))
    wanted = arrow()
    wanted.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(wanted)
    assert image.size == upright.size
    corners = [(5, 5), (image.width - 5, 5), (5, image.height - 5), (image.width - 5, image.height - 5)]
    assert [image.getpixel(at) < 128 for at in corners] == [upright.getpixel(at) < 128 for at in corners]


def test_a_picture_scaled_in_strips_shows_no_seams() -> None:
    """Row by row as near to the picture scaled whole as rounding allows."""
    noise = Image.effect_noise((400, 2500), 60)
    box, wanted = (10.5, 20.25, 390.0, 2480.75), (130, 700)
    strips, whole = _shrunk(Whole(noise), box, wanted), noise.resize(wanted, Image.Resampling.BICUBIC, box)
    assert not any(ImageChops.difference(strips, whole).histogram()[3:])


CLEAR = (3, 3, 3)


def noise(mode: str, size: tuple[int, int] = (90, 700)) -> Image.Image:
    """A picture with another value in each pixel and channel."""
    grey = [Image.effect_noise(size, 90).transpose(turn) for turn in list(Image.Transpose)[:4:3] * 2]
    if mode in ("L", "P", "I;16"):
        return grey[0].quantize(64) if mode == "P" else grey[0] if mode == "L" else deep_noise(size)
    merged = Image.merge(mode, grey[: len(Image.new(mode, (1, 1)).getbands())])
    if mode == "RGB":
        merged.paste(CLEAR, (20, 200, 70, 600))
    return merged


def deep_noise(size: tuple[int, int]) -> Image.Image:
    return Image.frombytes(
        "I;16", size, bytes(range(251)) * (size[0] * size[1] * 2 // 251) + bytes(2 * size[0] * size[1] % 251)
    )


def placed(image: Image.Image, fmt: Format = TABLOID, width: float = 60) -> PrintPicture:
    """A picture as it goes into a file, so many points wide and high."""
    data = packed(image, "PNG")
    original = Original(hashlib.sha256(data).hexdigest(), "picture", *image.size, image.mode, len(data), data=data)
    return print_picture(PlacedPicture(original.sha256, 0, 0, width, width), original, fmt)


def test_a_picture_keeps_twice_the_wanted_resolution_and_no_more() -> None:
    large, small = (
        placed(Image.new("L", (900, 900), GREY), width=72),
        placed(Image.new("L", (200, 200), GREY), width=72),
    )
    assert (large.width, large.height) == (2 * TABLOID.min_ppi, 2 * TABLOID.min_ppi)
    assert small.width == 200


def test_edges_are_sharpened_as_much_as_the_format_says() -> None:
    edge = Image.new("L", (400, 400), 90)
    edge.paste(170, (201, 0, 400, 400))
    spread = []
    for percent in (0, 60, 150):
        made = placed(edge, replace(TABLOID, sharpen=percent))
        darkest, lightest = Image.open(io.BytesIO(made.data)).getextrema()
        spread.append(lightest - darkest)
    assert spread[0] < spread[1] < spread[2]


def test_the_quality_of_jpeg_is_the_format_s() -> None:
    sizes = [len(placed(noise("RGB"), replace(TABLOID, jpeg_quality=quality)).data) for quality in (50, 75, 95)]
    assert sizes == sorted(set(sizes))


def linear_rgb() -> bytes:
    """sRGB's colours without its curve."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for tag in (b"rTRC", b"gTRC", b"bTRC"):
        entry = profile.index(tag)
        at, size = (int.from_bytes(profile[entry + step : entry + step + 4], "big") for step in (4, 8))
        profile[at : at + size] = (b"curv" + bytes(size))[:size]
    return bytes(profile)


@pytest.mark.parametrize(
    "other", [{"crop": (0.0, 0.0, 0.5, 1.0)}, {"fmt": replace(TABLOID, ink_limit=120)}], ids=["crop", "ink limit"]
)
def test_a_picture_printed_otherwise_is_made_anew(other: dict[str, Any]) -> None:
    image = Image.merge("RGB", (Image.linear_gradient("L"), Image.new("L", (256, 256), 10), Image.new("L", (256, 256))))
    data = packed(image, "PNG")
    original = Original(hashlib.sha256(data).hexdigest(), "picture", 256, 256, "RGB", len(data), data=data)
    box = PlacedPicture(original.sha256, 0, 0, 60, 60)
    first = print_picture(box, original, TABLOID)
    again = print_picture(box._replace(crop=other.get("crop", box.crop)), original, other.get("fmt", TABLOID))
    assert first is print_picture(box, original, TABLOID)
    assert first.data != again.data


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_a_picture_whose_profile_is_cut_short_is_printed_without_and_said_so(share: float) -> None:
    profile = linear_rgb()
    data = packed(brick(), "PNG", icc_profile=profile[: int(len(profile) * share)])
    assert close(ink(printed(data)), BRICK_INKS)
    original = Original(hashlib.sha256(data).hexdigest(), "brick.png", *SIZE, "RGB", len(data), data=data)
    assert lost_profile(original, TABLOID)
    assert not is_broken(original, TABLOID)


def tagged(tag: int, value: object) -> bytes:
    """A TIFF of bricks in which a tag holds something else than it should."""
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    directory.tagtype[tag] = TiffTags.ASCII if isinstance(value, str) else TiffTags.LONG
    directory[tag] = value
    return packed(brick(), "TIFF", tiffinfo=directory)


@pytest.mark.parametrize(("tag", "value"), [(0x0112, "upright"), (0x8773, 7)], ids=["orientation", "profile"])
def test_a_tag_that_holds_something_else_is_no_harm(tag: int, value: object) -> None:
    assert close(ink(printed(tagged(tag, value))), BRICK_INKS)


def test_what_cannot_be_printed_is_known_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(Image.new("RGB", (31, 17), BRICK), "PNG")
    original = Original(hashlib.sha256(data).hexdigest(), "brick.png", 31, 17, "RGB", len(data), data=data)
    monkeypatch.setattr("exports.pdf.picture.separation.to_inks", lambda *_: {}["no way to these inks"])
    with pytest.raises(NewsroomError, match=r"brick\.png is broken"):
        print_picture(PlacedPicture(original.sha256, 0, 0, 60, 60), original, TABLOID)
    assert is_broken(original, TABLOID)
