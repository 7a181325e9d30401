"""Pictures made to do harm, and broken ones: each is a picture or refused in a sentence, whatever it says of itself."""

import io
import struct
import zlib
from random import Random

import pytest
from PIL import Image

from db.errors import Unreadable
from db.picture.pixels import inspect
from db.sandbox import sandboxed
from db.values import Picture


def picture(form: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(out, form, **more)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def png(width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def tiff(*entries: tuple[int, int, int, int]) -> bytes:
    """A picture of one pixel with some more tags: number, type, count, value."""
    plain = [
        (256, 3, 1, 1), (257, 3, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1),
        (278, 3, 1, 1), (279, 4, 1, 1),
    ]  # fmt: skip
    told = sorted({entry[0]: entry for entry in (*plain, *entries)}.values())
    directory = b"".join(struct.pack("<HHII", *entry) for entry in told)
    return b"II*\0\x0c\0\0\0\x80\0\0\0" + struct.pack("<H", len(told)) + directory + bytes(4)


def seen(data: bytes) -> Picture | str:
    """What another process makes of a picture, or why it refuses it."""
    try:
        return sandboxed(inspect, data, "quay", name="quay")
    except Unreadable as refused:
        return str(refused)


def lying_jpeg() -> bytes:
    """It says it has two hundred million pixels, and has some thousand."""
    data = bytearray(picture("JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", 16_000, 12_000)
    return bytes(data)


ROWS = chunk(b"IDAT", zlib.compress(bytes(4 * 3)))
BOMB = zlib.compress(bytes(80 << 20), 9)
XMP = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><x>&b;&b;&b;</x>"
HOSTILE = {
    "a size that is a lie": png(12_000, 12_000, ROWS),
    "a part longer than the file": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 0x7FFFFFFF) + b"IHDR" + bytes(40),
    "text that unpacks to much": png(1, 1, chunk(b"zTXt", b"Comment\0\0" + BOMB), ROWS),
    "a profile that unpacks to much": png(1, 1, chunk(b"iCCP", b"x\0\0" + BOMB), ROWS),
    "pixels that unpack to too much": png(1, 1, chunk(b"IDAT", BOMB)),
    "entities": png(1, 1, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP), ROWS),
    "broken Exif": png(1, 1, chunk(b"eXIf", b"II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x02\0" * 9), ROWS),
    "a turn that is a text": tiff((274, 2, 4, 0x00787878)),
    "a turn that is a fraction": tiff((274, 5, 1, 8)),
    "a profile outside the file": tiff((34675, 7, 0x7FFFFFF0, 0x7FFFFFF0)),
    "rows outside the file": tiff((273, 4, 1, 0x7FFFFFF0)),
    "a million tags": b"II*\0\x08\0\0\0\xff\xff" + struct.pack("<HHII", 256, 3, 1, 1) * 65_535,
    "a directory that leads to itself": tiff()[:-4] + struct.pack("<I", 12),
    "a lying JPEG": lying_jpeg(),
    "a lying WebP": b"RIFF\xff\xff\xff\x7fWEBPVP8X\x0a\0\0\0\x10\0\0\0\xfe\x3f\0\xfe\x3f\0",
    "an animated GIF": picture("GIF"),
    "nothing": b"",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_picture_made_to_do_harm_is_read_or_refused_in_a_sentence(data: bytes) -> None:
    found = seen(data)
    assert isinstance(found, Picture) or (found.startswith("quay ") and "\n" not in found)


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("JPEG", "CMYK"), ("TIFF", "RGB"), ("WEBP", "RGB")])
def test_a_picture_cut_short_or_with_bytes_changed_is_read_or_refused(form: str, mode: str) -> None:
    data, dice = picture(form, mode=mode), Random(form)
    for _ in range(60):
        broken = bytearray(data[: dice.choice([len(data), dice.randrange(len(data))])])
        for _ in range(dice.randrange(6) if broken else 0):
            broken[dice.randrange(min(len(broken), 400))] = dice.randrange(256)
        try:
            assert inspect(bytes(broken), "quay").width > 0
        except Unreadable as refused:
            assert str(refused).startswith("quay ")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_a_large_picture_is_read_to_its_end_in_parts(form: str) -> None:
    data = picture(form, (4_000, 2_500), "L", **({"compression": "tiff_lzw"} if form == "TIFF" else {}))
    found = seen(data)
    assert isinstance(found, Picture)
    assert (found.width, found.height) == (4_000, 2_500)
    assert "that can be read" in str(seen(data[: len(data) * 2 // 3]))


@pytest.mark.parametrize("form", ["JPEG", "TIFF", "PNG"])
def test_a_picture_on_its_side_is_as_wide_as_it_is_looked_at(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = inspect(picture(form, (60, 40), exif=exif), "quay")
    assert (found.width, found.height) == (40, 60)


def test_a_picture_of_nearly_two_hundred_megapixels_is_read() -> None:
    out = io.BytesIO()
    Image.new("L", (13_600, 13_600), 128).save(out, "JPEG", quality=10)
    found = seen(out.getvalue())
    assert isinstance(found, Picture)
    assert found.width * found.height > 180_000_000


@pytest.mark.parametrize(("sampled", "mode", "most"), [(2, "RGB", 60), (0, "RGB", 30), (2, "L", 90), (0, "CMYK", 22)])
def test_a_progressive_picture_too_large_for_memory_is_refused_by_its_name(sampled: int, mode: str, most: int) -> None:
    data = bytearray(picture("JPEG", (60, 40), mode, progressive=True, subsampling=sampled))
    size = data.index(b"\xff\xc2") + 5
    data[size : size + 4] = struct.pack(">HH", most * 100 + 100, 10_000)
    with pytest.raises(Unreadable, match=f"quay is a progressive JPEG of 10000 .* {most} megapixels are read"):
        inspect(bytes(data), "quay")
    data[size : size + 4] = struct.pack(">HH", most * 100 - 100, 10_000)
    assert "progressive" not in str(seen(bytes(data)))
