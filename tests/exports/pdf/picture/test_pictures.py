"""Pictures of every kind that arrives come out in the right inks, the right way up."""

import hashlib
import io
import struct
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, TiffImagePlugin, TiffTags

from db.errors import NewsroomError
from db.picture.bands import Whole
from db.picture.pixels import inspect
from db.values import Original
from exports.formats import Format, load_format
from exports.pdf.picture import pictures
from exports.pdf.picture.pictures import PrintPicture, _shrunk, is_broken, lost_profile, print_picture
from exports.typeset.sheet import PlacedPicture

SIZE = (60, 40)
BRICK = (200, 80, 40)
BRICK_INKS = (0, 163, 196, 49)
"""sRGB BRICK on the tabloid's paper, as the profile has it, every ink of 255."""
GREY = 120
GREY_BLACK = 157

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


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_without_a_profile_are_printed_as_they_are(kind: str) -> None:
    """Adobe's JPEG holds them turned round; that is for the reader of the file to undo."""
    inks = (10, 150, 200, 20)
    data = packed(Image.new("CMYK", SIZE, inks), kind, **({"quality": 95} if kind == "JPEG" else {}))
    assert (b"Adobe" in data) == (kind == "JPEG")
    assert close(ink(printed(data)), inks)


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


LARGE_FILES = {
    **{f"PNG {mode}": (mode, "PNG", {}) for mode in ("RGB", "L", "P", "LA", "RGBA", "I;16")},
    "PNG with a colour that is clear": ("RGB", "PNG", {"transparency": CLEAR}),
    **{f"TIFF {mode}": (mode, "TIFF", {}) for mode in ("RGB", "L", "CMYK", "RGBA", "I;16")},
    **{
        f"TIFF by {way}": ("RGB", "TIFF", {"compression": way})
        for way in ("tiff_lzw", "tiff_deflate", "packbits", "jpeg")
    },
    "TIFF by LZW and differences": ("RGB", "TIFF", {"compression": "tiff_lzw", "tiffinfo": {317: 2}}),
    "big TIFF": ("RGB", "TIFF", {"compression": "tiff_lzw", "big_tiff": True}),
}


def from_bands(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Read pictures in bands whatever their size; returns a list to which the rows of each band are added."""
    monkeypatch.setattr(pictures, "LARGE", 0)
    seen: list[int] = []
    plain = pictures._plain
    monkeypatch.setattr(pictures, "_plain", lambda image: seen.append(image.height) or plain(image))
    return seen


@pytest.mark.parametrize("kind", LARGE_FILES)
def test_a_picture_read_in_bands_is_that_read_whole(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mode, form, options = LARGE_FILES[kind]
    data = packed(noise(mode), form, **({"tiffinfo": {278: 40}} | options if form == "TIFF" else options))
    whole = sized(data)
    seen = from_bands(monkeypatch)
    assert ImageChops.difference(sized(data), whole).getbbox() is None
    banded = kind not in ("PNG I;16",)
    assert (max(seen) < 700 and sum(seen) == 700) == banded


def sized(data: bytes, crop: tuple[float, float, float, float] = (0.1, 0.2, 0.9, 0.95)) -> Image.Image:
    """A part of a picture in the size it has on paper."""
    return pictures._sized(Image.open(io.BytesIO(data)), data, crop, (40, 130), 60)


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_read_in_bands_comes_out_upright(
    form: str, orientation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ramp, exif = Image.linear_gradient("L"), Image.Exif()
    across = ramp.transpose(Image.Transpose.ROTATE_90)
    slopes = Image.merge("RGB", (ramp, across, ramp.point(lambda value: value // 2))).resize((90, 700))
    exif[0x0112] = orientation
    data = packed(slopes, form, **({"exif": exif} if form == "PNG" else {"tiffinfo": {278: 40, 274: orientation}}))
    whole = sized(data)
    seen = from_bands(monkeypatch)
    found = sized(data)
    assert found.size == whole.size
    assert max(high for _, high in ImageChops.difference(found, whole).getextrema()) <= 3
    assert max(seen) < 700


def test_a_png_that_says_at_its_end_how_it_is_turned_comes_out_upright(monkeypatch: pytest.MonkeyPatch) -> None:
    exif = Image.Exif()
    exif[0x0112] = 3
    data = packed(noise("RGB"), "PNG", exif=exif)
    at = data.index(b"eXIf") - 4
    end = at + 12 + int.from_bytes(data[at : at + 4], "big")
    moved = data[:at] + data[end:-12] + data[at:end] + data[-12:]
    from_bands(monkeypatch)
    assert ImageChops.difference(sized(moved), sized(data)).getbbox() is None


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.7, 0.97])
def test_a_large_picture_that_ends_early_is_broken(form: str, share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed(noise("RGB"), form, **({"compression": "tiff_lzw"} if form == "TIFF" else {}))
    cut = data[: int(len(data) * share)]
    from_bands(monkeypatch)
    original = Original(f"{form}{share}".ljust(64, "0"), "cut", 90, 700, "RGB", len(cut), data=cut)
    with pytest.raises(NewsroomError, match="broken"):
        print_picture(PlacedPicture(original.sha256, 0, 0, 60, 400), original, TABLOID)
    assert is_broken(original, TABLOID)


def test_a_png_with_a_wrong_byte_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(packed(noise("RGB"), "PNG"))
    data[len(data) // 2] ^= 1
    original = Original("e" * 64, "wrong", 90, 700, "RGB", len(data), data=bytes(data))
    assert is_broken(original, TABLOID)


MEASURE = """
import io, sys
from PIL import Image
from exports.pdf.picture import pictures
pictures.LARGE = int(sys.argv[1])
data = sys.stdin.buffer.read()
pictures._sized(Image.open(io.BytesIO(data)), data, (0, 0, 1, 1), (900, 600), 60)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def peak(data: bytes, large: int) -> int:
    """Kilobytes of a process of its own that makes a picture ready; in bands from so many pixels on."""
    command = [sys.executable, "-c", MEASURE, str(large)]
    return int(subprocess.run(command, input=data, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(("form", "options"), [("PNG", {"compress_level": 1}), ("TIFF", {"compression": "tiff_lzw"})])
def test_a_large_picture_never_lies_in_memory_whole(form: str, options: dict[str, object]) -> None:
    size = (6000, 4000)
    data = packed(Image.linear_gradient("L").resize(size).convert("RGB"), form, **options)
    whole = 4 * size[0] * size[1] / 1024
    assert peak(data, pictures.LARGE) < peak(data, 10 * size[0] * size[1]) - whole / 3


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


def test_a_grey_in_colours_of_a_profile_is_as_light_as_that_says() -> None:
    """A linear grey of 120 is far lighter than one on sRGB's curve, in three channels as in one."""
    grey, coloured = Image.new("L", SIZE, GREY), Image.new("RGB", SIZE, (GREY,) * 3)
    wanted = ink(printed(packed(grey, "PNG", icc_profile=linear_gray())))
    assert close(ink(printed(packed(coloured, "PNG", icc_profile=linear_rgb()))), wanted)


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
