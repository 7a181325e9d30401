"""Pictures made ready for the plates: cropped, sized, sharpened, turned to ink and packed as JPEG."""

import io
import struct
import warnings
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from db.errors import NewsroomError
from db.picture.bands import LARGE, Rows, Whole, bands_of
from db.picture.size import MAX_PIXELS
from db.values import PICTURE_FORMATS, Original, short_hash
from exports.formats import Format
from exports.pdf.picture.grey_levels import Depth, is_deep, may_reach_beyond, usual_depth
from exports.typeset.sheet import PlacedPicture
from exports.units import PER_INCH

if TYPE_CHECKING:
    from PIL import Image

Crop = tuple[float, float, float, float]

OVERSIZE = 2
"""A picture keeps at most this many times the resolution the format wants; more only makes the file larger."""

_STRIP = 64
"""Rows of the result handled at a time, so that a large picture never lies in memory twice."""

_REACH = 3
"""Pixels of the result from which a pixel of it still takes colour, and one to spare."""

_RADIUS, _THRESHOLD = 0.7, 2
"""Radius and threshold of the unsharp mask, pixels and levels: it makes up for what scaling down softens."""

_EXIF_ORIENTATION = 0x0112

_TURNS: Final[dict[int, Callable[[Crop], Crop]]] = {
    2: lambda c: (1 - c[2], c[1], 1 - c[0], c[3]),
    3: lambda c: (1 - c[2], 1 - c[3], 1 - c[0], 1 - c[1]),
    4: lambda c: (c[0], 1 - c[3], c[2], 1 - c[1]),
    5: lambda c: (c[1], c[0], c[3], c[2]),
    6: lambda c: (c[1], 1 - c[2], c[3], 1 - c[0]),
    7: lambda c: (1 - c[3], 1 - c[2], 1 - c[1], 1 - c[0]),
    8: lambda c: (1 - c[3], c[0], 1 - c[1], c[2]),
}
"""A crop of the upright picture as a crop of the stored pixels, by EXIF orientation (Exif 2.32, 4.6.4)."""


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture as it goes into the file: a JPEG in inks, or in black alone."""

    data: bytes
    width: int
    height: int
    grey: bool


class Kept:
    """The newest results up to a number of bytes: proofs made at each change turn a picture to ink once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[tuple[object, ...], PrintPicture] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[object, ...], make: Callable[[], PrintPicture]) -> PrintPicture:
        """The result kept under this key, or a new one."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > 1 and sum(len(held.data) for held in self._held.values()) > self._most:
                self._held.popitem(last=False)
        return made


_KEPT: Final = Kept(48 << 20)


def print_picture(placed: PlacedPicture, original: Original | None, fmt: Format) -> PrintPicture:
    """A placed picture ready for print in a format.

    At most twice the format's resolution, at most its ink limit, grey pictures in black alone. Raises
    NewsroomError that names the picture when its original is missing or broken.
    """
    if original is None:
        name = placed.alt or short_hash(placed.sha256)
        raise NewsroomError(f"The original of the picture {name} is missing: add it again or take it out.")
    most = OVERSIZE * fmt.min_ppi / PER_INCH
    size = (max(1, ceil(placed.width * most)), max(1, ceil(placed.height * most)))
    changed = fmt.profile.stat().st_mtime_ns
    key = (original.sha256, placed.crop, size, fmt.profile, changed, fmt.ink_limit, fmt.jpeg_quality, fmt.sharpen)
    return _KEPT.get(key, lambda: _make(original, placed.crop, size, fmt))


def is_broken(original: Original, fmt: Format) -> bool:
    """Whether an original cannot be printed: it is made ready as for print, coarsely, once in each printing condition.

    So whatever stops its export is known before anybody approves it.
    """
    return _judged(original, fmt) is None


def lost_profile(original: Original, fmt: Format) -> bool:
    """Whether an original has a colour profile that cannot be used: its colours are printed as if it had none."""
    found = _judged(original, fmt)
    return found is not None and found.lost


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came of making a picture ready: whether its profile could not be used."""

    lost: bool


_JUDGED: Final[dict[tuple[str, Path, float], _Judged | None]] = {}
"""What was found of originals by their hash, press and ink limit: the bytes of a hash never change."""

_MOST_JUDGED = 4096
"""Originals: more than a newsroom prints in a month, and a small entry each."""

_GLANCE = (256, 256)
"""Pixels: enough to go through every step, few enough that a JPEG is read at an eighth of its size."""


def _judged(original: Original, fmt: Format) -> _Judged | None:
    """What is found of an original; None when it cannot be printed."""
    key = (original.sha256, fmt.profile, fmt.ink_limit)
    if key not in _JUDGED:
        if len(_JUDGED) >= _MOST_JUDGED:
            _JUDGED.clear()
        try:
            _JUDGED[key] = _Judged(_read(original, (0.0, 0.0, 1.0, 1.0), _GLANCE, fmt)[1])
        except NewsroomError:
            _JUDGED[key] = None
    return _JUDGED[key]


def _make(original: Original, crop: Crop, size: tuple[int, int], fmt: Format) -> PrintPicture:
    return _packed(_read(original, crop, size, fmt)[0], fmt.jpeg_quality)


_DAMAGES = (
    OSError, EOFError, ValueError, SyntaxError, TypeError, KeyError, IndexError, ArithmeticError, struct.error,
    zlib.error,
)  # fmt: skip
"""What Pillow's readers raise of bytes that are not what they claim to be, each its own."""


def _read(original: Original, crop: Crop, size: tuple[int, int], fmt: Format) -> "tuple[Image.Image, bool]":
    """The crop of an original in inks, and whether its profile could not be used.

    Raises NewsroomError that names the picture when it cannot be read: the one place where a picture is opened.
    """
    from PIL import Image, ImageCms

    from exports.pdf.picture.separation import fitting_profile, is_meant_for, to_inks

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(original.data), formats=PICTURE_FORMATS) as image:
                named = image.info.get("icc_profile")
                sized = _sized(image, original.data, crop, size, fmt.sharpen)
            profile = fitting_profile(named, sized.mode)
            inks = to_inks(sized, profile, fmt.profile, fmt.ink_limit)
    except (*_DAMAGES, ImageCms.PyCMSError, Image.DecompressionBombError) as error:
        raise NewsroomError(f"The original of the picture {original.name} is broken: add it again.") from error
    return inks, bool(named) and profile is None and is_meant_for(named, sized.mode)


def _sized(image: "Image.Image", data: bytes, crop: Crop, size: tuple[int, int], sharpen: int) -> "Image.Image":
    """The crop of a picture, upright, in L, RGB or CMYK, no larger than asked for and never enlarged."""
    from PIL import ImageFilter, ImageOps

    bands = bands_of(image, data) if image.width * image.height >= LARGE else None
    if image.format == "TIFF" and not bands:
        image.load()  # Pillow turns these itself, and these alone.
    orientation = (bands.exif(image) if bands else image.getexif()).get(_EXIF_ORIENTATION, 1)
    if not isinstance(orientation, int):  # what stands there is no orientation
        orientation = 1
    if orientation in _TURNS:
        crop = _TURNS[orientation](crop)
    if orientation >= 5:
        size = (size[1], size[0])
    share = (crop[2] - crop[0], crop[3] - crop[1])
    image.draft(image.mode, (ceil(size[0] / share[0]), ceil(size[1] / share[1])))
    rows = bands or Whole(image)
    box = (crop[0] * rows.width, crop[1] * rows.height, crop[2] * rows.width, crop[3] * rows.height)
    wanted = (min(size[0], max(1, round(box[2] - box[0]))), min(size[1], max(1, round(box[3] - box[1]))))
    sized = _shrunk(rows, box, wanted, _depth_of(image, data))
    sharp = sized.filter(ImageFilter.UnsharpMask(_RADIUS, sharpen, _THRESHOLD)) if sharpen else sized
    if orientation in _TURNS:
        sharp.getexif()[_EXIF_ORIENTATION] = orientation
        ImageOps.exif_transpose(sharp, in_place=True)
    return sharp


def _shrunk(rows: Rows, box: Crop, wanted: tuple[int, int], depth: Depth | None = None) -> "Image.Image":
    """The part of a picture in a box in another size, in L, RGB or CMYK.

    Strip by strip: what is turned to another kind of colour is never the whole picture at full size.
    """
    from PIL import Image

    across, down = (box[2] - box[0]) / wanted[0], (box[3] - box[1]) / wanted[1]
    left, right = max(0, floor(box[0] - _REACH * across)), min(rows.width, ceil(box[2] + _REACH * across))
    plain = depth.in_bytes if depth else _plain
    parts = []
    for row in range(0, wanted[1], _STRIP):
        count = min(_STRIP, wanted[1] - row)
        top, bottom = box[1] + row * down, min(box[1] + (row + count) * down, box[3])
        above, below = max(0, floor(top - _REACH * down)), min(rows.height, ceil(bottom + _REACH * down))
        part = rows.part((left, above, right, below), plain)
        inner = (box[0] - left, top - above, box[2] - left, bottom - above)
        parts.append(part.resize((wanted[0], count), Image.Resampling.BICUBIC, inner, reducing_gap=2.0))
    result = Image.new(parts[0].mode, wanted)
    for number, part in enumerate(parts):
        result.paste(part, (0, number * _STRIP))
    return result


def _plain(image: "Image.Image") -> "Image.Image":
    """A picture in L, RGB or CMYK, what can be seen through laid on white."""
    if is_deep(image):
        return usual_depth(image).in_bytes(image)
    if image.mode in ("LA", "La", "RGBA", "RGBa", "PA") or "transparency" in image.info:
        return _on_white(image)
    if image.mode == "LAB":
        from exports.pdf.picture.separation import lab_to_rgb

        return lab_to_rgb(image)
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _depth_of(image: "Image.Image", data: bytes) -> Depth | None:
    """What is black and white in a picture whose values may reach beyond the usual ones; None for all others.

    A large one is read once more for it.
    """
    if not may_reach_beyond(image):
        return None
    bands = bands_of(image, data) if image.width * image.height >= LARGE else None
    return usual_depth(image).reaching(bands.each() if bands else (image,))


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image

    grey = image.mode in ("L", "LA", "La")
    seen = image.convert("RGBA")
    white = Image.new("RGB", image.size, "white")
    white.paste(seen, mask=seen.getchannel("A"))
    return white.convert("L") if grey else white


def _packed(image: "Image.Image", quality: int) -> PrintPicture:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0, icc_profile=None, exif=b"")
    return PrintPicture(out.getvalue(), image.width, image.height, image.mode == "L")
