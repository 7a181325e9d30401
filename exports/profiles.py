"""ICC profiles of printing conditions: whether one can be printed with, told without drawing anything."""

import io
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from db.errors import NewsroomError
from db.input_files import need_file, read_input
from exports import cache_sizes

if TYPE_CHECKING:
    from PIL import ImageCms

LARGEST: Final = 20_000_000
"""Bytes of a profile: the largest that presses give out are some 9 MB."""

_HEADER, _COUNT, _MOST_TAGS = 128, 4, 1_000
"""Bytes of the header and of the number of tags behind it (ICC.1:2010, 7.2 and 7.3); more tags than any profile has."""
_ENTRY: Final = struct.Struct(">4sII")
"""A tag: its signature, where it lies, and how long it is."""
_LEAST_TABLE = 32
"""Bytes that the head of a table takes (ICC.1:2010, 10.8): one of less is none."""
SIZE, DEVICE_CLASS, COLOUR_SPACE = slice(0, 4), slice(12, 16), slice(16, 20)
CONNECTION_SPACE, SIGNATURE = slice(20, 24), slice(36, 40)
"""Fields of the header (ICC.1:2010, 7.2)."""
_NEEDED: Final = {b"A2B0": "from its inks to colours (A2B0)", b"B2A0": "from colours to its inks (B2A0)"}
_CLASSES: Final = {
    b"scnr": "a camera or scanner", b"mntr": "a screen", b"prtr": "a printing press", b"link": "two devices in one",
    b"spac": "a colour space", b"abst": "an effect", b"nmcl": "named colours",
}  # fmt: skip


def check_profile(path: Path) -> None:
    """Whether a file is the whole CMYK profile of a press, with tables both ways (ICC.1:2010, 7.2 and 8.3).

    Raises NewsroomError that names the file and what is wrong with it.
    """
    need_file(path)
    why = _fault(path, path.stat().st_mtime_ns)
    if why:
        raise NewsroomError(f"{path.name} cannot be used to print: {why}.")


_PROBE = (200, 30, 30)
"""The colour tried out: a strong red, which every table of inks has to work for."""


def try_profile(path: Path) -> None:
    """`check_profile`, and a colour turned to ink and back with it. Raises NewsroomError like that."""
    from PIL import Image, ImageCms

    check_profile(path)
    red = Image.new("RGB", (1, 1), _PROBE)
    rgb, intent = ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC
    try:
        press = open_profile(path)
        ink = ImageCms.applyTransform(red, ImageCms.buildTransform(rgb, press, "RGB", "CMYK", intent)) or red
        ImageCms.applyTransform(ink, ImageCms.buildTransform(press, rgb, "CMYK", "RGB", intent))
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise NewsroomError(f"{path.name} cannot be used to print: its tables cannot be read ({error}).") from error


def open_profile(path: Path) -> "ImageCms.ImageCmsProfile":
    """A profile as the colour engine takes it: by its bytes, since a path need not be text. Raises Unreadable."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(io.BytesIO(read_input(path, LARGEST)))


@lru_cache(maxsize=cache_sizes.FORMATS)
def _fault(path: Path, _changed: int) -> str:
    """Why a profile is of no use; empty for a sound one."""
    return profile_fault(read_input(path, LARGEST))


def profile_fault(data: bytes) -> str:
    """What is wrong with the bytes of a press profile; empty when nothing is."""
    return next(_faults(data), "")


def _faults(data: bytes) -> Iterator[str]:
    if len(data) < _HEADER + _COUNT or data[SIGNATURE] != b"acsp":
        yield "it is not an ICC profile"
        return
    said = int.from_bytes(data[SIZE], "big")
    if said != len(data):
        yield f"it says it is {said} bytes long, and is {len(data)}"
    if data[DEVICE_CLASS] != b"prtr":
        yield f"it is the profile of {_CLASSES.get(data[DEVICE_CLASS], 'something else')}, not of a printing press"
    if data[COLOUR_SPACE] != b"CMYK":
        yield f"its colours are {_name(data[COLOUR_SPACE])}, not CMYK"
    if data[CONNECTION_SPACE] not in (b"Lab ", b"XYZ "):
        yield f"its colours are tied to {_name(data[CONNECTION_SPACE])}, not to Lab or XYZ"
    tags = dict(_tags(data))
    for tag, meaning in _NEEDED.items():
        start, size = tags.get(tag, (0, 0))
        if tag not in tags:
            yield f"it has no table {meaning}"
        elif size < _LEAST_TABLE or start < _HEADER or start + size > len(data):
            yield f"its table {meaning} lies outside the file"


def _tags(data: bytes) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Each tag with where it lies and how long it is."""
    count = min(int.from_bytes(data[_HEADER : _HEADER + _COUNT], "big"), _MOST_TAGS)
    for number in range(count):
        at = _HEADER + _COUNT + number * _ENTRY.size
        if at + _ENTRY.size > len(data):
            return
        tag, start, size = _ENTRY.unpack_from(data, at)
        yield tag, (start, size)


def _name(raw: bytes) -> str:
    return raw.decode("ascii", "replace").strip() or "nothing"
