"""What a picture's bytes say of it: its size, its colours, and its own words. Pillow reads it."""

import hashlib
import io
import warnings

from PIL import Image, ImageFile, UnidentifiedImageError

from db.errors import Unreadable
from db.picture.metadata import said_by
from db.picture.size import MAX_BYTES
from db.values import PICTURE_FORMATS, Picture

MAX_PIXELS = 200_000_000

_ORIENTATION = 0x0112
"""Exif 2.32, orientation: from 5 on the picture lies on its side, and is looked at turned."""


def inspect(data: bytes, name: str) -> Picture:
    """What a picture's bytes say of it. Raises Unreadable for what is no picture, too large, or of another format."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is over {MAX_BYTES >> 20} MB: too large for a picture.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as image:
                return _facts(image, data, name)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unreadable(f"{name} is not a JPEG, PNG, TIFF or WebP picture that can be read.") from error


def _facts(image: ImageFile.ImageFile, data: bytes, name: str) -> Picture:
    if image.width * image.height > MAX_PIXELS:
        raise Unreadable(f"{name} has {image.width} × {image.height} pixels: more than Galley opens.")
    image.load()
    turned = image.getexif().get(_ORIENTATION)
    width, height = image.size[::-1] if isinstance(turned, int) and turned >= 5 else image.size
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(), name=name, width=width, height=height, mode=image.mode,
        size=len(data), **said_by(image),
    )  # fmt: skip
