"""Pictures: originals kept unchanged under the hash of their bytes, with what they say of themselves."""

import hashlib
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageFile, UnidentifiedImageError

from db.document import Document
from db.errors import NotFound, Unreadable
from db.metadata import said_by
from db.models import PictureDataRow, PictureRow
from db.values import PICTURE_FORMATS, Account, Original, Picture

if TYPE_CHECKING:
    from db.newsroom import Newsroom

MAX_PIXELS = 200_000_000
MAX_BYTES = 200 * 1024 * 1024

_ORIENTATION = 0x0112
"""Exif 2.32, orientation: from 5 on the picture lies on its side, and is looked at turned."""


class Pictures:
    """The picture store."""

    def __init__(self, newsroom: "Newsroom") -> None:
        self._newsroom = newsroom

    def add(self, source: Path | bytes, *, name: str = "", actor: Account | None) -> Picture:
        """Store an original; the same bytes are stored once. Raises Unreadable when it is no picture we take."""
        data, name = _read(source, name)
        picture = inspect(data, name)
        with self._newsroom.change(actor) as writing:
            kept = writing.session.get(PictureRow, picture.sha256)
            if kept is not None:
                return _value(kept)
            row = PictureRow(**vars(picture), added=writing.now)
            writing.session.add(row)
            writing.seal(row)
            writing.session.flush()
            writing.session.add(PictureDataRow(sha256=picture.sha256, data=data))
            writing.record("add picture", note=name, details=picture.sha256)
            writing.touch("pictures")
        return picture

    def get(self, sha256: str) -> Picture:
        """What is known of a stored picture. Raises NotFound."""
        with self._newsroom.reading() as session:
            row = session.get(PictureRow, sha256)
            if row is None:
                raise NotFound(f"The picture {sha256[:12]} is not in this newsroom.")
            return _value(row)

    def original(self, sha256: str) -> Original:
        """A stored picture with its bytes. Raises NotFound."""
        with self._newsroom.reading() as session:
            row, data = session.get(PictureRow, sha256), session.get(PictureDataRow, sha256)
            if row is None or data is None:
                raise NotFound(f"The picture {sha256[:12]} is not in this newsroom.")
            return Original(**vars(_value(row)), data=data.data)

    def of(self, document: Document) -> dict[str, Original]:
        """The originals a body uses, by hash; those that are missing are left out, for preflight to name."""
        found = {}
        for use in document.pictures:
            try:
                found[use.sha256] = self.original(use.sha256)
            except NotFound:
                continue
        return found


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
    width, height = image.size if image.getexif().get(_ORIENTATION, 1) < 5 else image.size[::-1]
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(), name=name, width=width, height=height, mode=image.mode,
        size=len(data), **said_by(image),
    )  # fmt: skip


def _read(source: Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "The picture"
    try:
        return source.read_bytes(), name or source.name
    except OSError as error:
        raise Unreadable(f"{source} cannot be read: {error.strerror}.") from error


def _value(row: PictureRow) -> Picture:
    names = ("sha256", "name", "width", "height", "mode", "size", "caption", "credit", "taken")
    return Picture(**{name: getattr(row, name) for name in names})
