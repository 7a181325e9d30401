"""What a picture's bytes say of it: its size, its colours, and its own words. Pillow reads it."""

import hashlib
import io
import struct
import warnings
import zlib
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from db.errors import Unreadable
from db.input_files import read_input
from db.picture.bands import LARGE, bands_of
from db.picture.metadata import said_by
from db.picture.size import MAX_BYTES, MAX_PIXELS
from db.values import PICTURE_FORMATS, Picture

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
_MOST_COEFFICIENTS, _COEFFICIENT = 180_000_000, 2
"""Bytes of coefficients that a progressive JPEG may have, and of each: libjpeg holds all of them before a row can be
read, at whatever size it is read. A pixel has 1.5 where colour is halved both ways, 3 where it is not, 4 in CMYK.
"""

_ORIENTATION = 0x0112
"""Exif 2.32, orientation: from 5 on the picture lies on its side, and is looked at turned."""


_COARSE = (256, 256)
"""Pixels that a JPEG is read at: to its end, at a fraction of its size in memory."""

_DAMAGE = (
    UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, TypeError, LookupError,
    ArithmeticError, AttributeError, EOFError, RuntimeError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises where a picture, its Exif or its XMP is not what it says: it is the file's fault, not ours."""


def inspect_file(path: Path, name: str) -> Picture:
    """What a file says of the picture in it. Raises Unreadable like `inspect`, and for what is no file."""
    return inspect(read_input(path, MAX_BYTES), name)


def inspect(data: bytes, name: str) -> Picture:
    """What a picture's bytes say of it. Raises Unreadable for what is no picture, too large, or of another format."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is over {MAX_BYTES >> 20} MB: too large for a picture.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as image:
                return _facts(image, data, name)
    except _DAMAGE as error:
        raise Unreadable(f"{name} is not a JPEG, PNG, TIFF or WebP picture that can be read.") from error


def _refuse_large_progressive(image: ImageFile.ImageFile, name: str) -> None:
    """Refuse a progressive JPEG that takes more memory than a picture is given, with the sentence that says so."""
    layers = [(across, down) for _, across, down, _ in getattr(image, "layer", ())]
    finest = max((across * down for across, down in layers), default=1)
    each = _COEFFICIENT * sum(across * down for across, down in layers) / finest
    most = int(_MOST_COEFFICIENTS / (each or _COEFFICIENT))
    if image.width * image.height > most:
        raise Unreadable(
            f"{name} is a progressive JPEG of {image.width} × {image.height} pixels, which takes more memory than a"
            f" picture is given; of its kind {most // 10**6} megapixels are read. Save it as a baseline JPEG."
        )


def _facts(image: ImageFile.ImageFile, data: bytes, name: str) -> Picture:
    if image.width * image.height > MAX_PIXELS:
        raise Unreadable(f"{name} has {image.width} × {image.height} pixels: more than Galley opens.")
    if image.info.get("progressive"):
        _refuse_large_progressive(image, name)
    bands = bands_of(image, data) if image.width * image.height >= LARGE else None
    width, height = image.size
    if bands:
        bands.read_all()
    else:
        image.draft(image.mode, _COARSE if image.width * image.height >= LARGE else image.size)
        shown = image.size
        image.load()
        width, height = (width, height) if image.size == shown else (height, width)  # Pillow turns a TIFF itself
    exif = bands.exif(image) if bands else image.getexif()
    turned = exif.get(_ORIENTATION)
    if isinstance(turned, int) and turned >= 5:
        width, height = height, width
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(), name=name, width=width, height=height, mode=image.mode,
        size=len(data), **said_by(image, exif),
    )  # fmt: skip
