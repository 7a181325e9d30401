"""Large pictures read band by band: as those read whole, and never in memory whole."""

import io
import subprocess
import sys

import pytest
from PIL import Image, ImageChops

from db.errors import NewsroomError
from db.values import Original
from exports.pdf.picture import pictures
from exports.pdf.picture.pictures import is_broken, print_picture
from exports.typeset.sheet import PlacedPicture
from tests.exports.pdf.picture.test_pictures import CLEAR, TABLOID, noise, packed

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
