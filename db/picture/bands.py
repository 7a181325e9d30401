"""Large PNG and TIFF pictures read band by band: they never lie in memory whole.

Pillow decodes a file all at once, in four bytes a pixel. A PNG is inflated here and handed to it some hundred rows at a
time, each time as a small PNG; of a TIFF some strips at a time, each time as a small TIFF.
"""

import io
import struct
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from PIL import Image
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

_ROWS = 96
"""Rows of a band, or some more."""

LARGE = 8_000_000
"""Pixels from which on a picture is read so."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK, _UINT, _DIMENSIONS, _IHDR = map(struct.Struct, (">I4s", ">I", ">II", ">IIBBBBB"))
"""Length and name of a part, its sum, width and height, and the header (ISO/IEC 15948, 5.3 and 11.2.2)."""
_IHDR_AT, _BITS = len(_SIGNATURE) + _CHUNK.size, 8
"""Where the header lies, and the bits of a channel of pictures that are read in bands."""
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Channels by the colour type of a PNG (ISO 15948, 11.2.2)."""

_FED = 1 << 16
"""Bytes inflated at a time."""

_GROWN = 16 * _FED
"""Bytes that come out at a time at most: a kilobyte may unpack to a megabyte."""

_WIDTH, _LENGTH, _OFFSETS, _PER_STRIP, _COUNTS, _PLANES = 256, 257, 273, 278, 279, 284
_LONG = 4
"""The type of a number of 32 bits."""

_KEPT: Final = (256, 258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 338, 339, 347, 529, 530, 531, 532)
"""Tags of a TIFF that say how its pixels are stored (TIFF 6.0, sections 4 to 21)."""

_UNCHECKED = bytes(4)
"""In place of a sum over the pixels of a band: they have one of their own inside, and Pillow asks for no other."""

Plain = Callable[["Image.Image"], "Image.Image"]


class Rows(Protocol):
    """A picture as it is stored, not turned upright, of which parts are asked for from its top to its foot."""

    width: int
    height: int

    def part(self, box: tuple[int, int, int, int], plain: Plain) -> "Image.Image":
        """The part in a box, in a plain kind of colour; no part begins above the one before."""


class Whole:
    """A picture that lies in memory whole."""

    def __init__(self, image: "Image.Image") -> None:
        self.width, self.height = image.size
        self._image = image

    def part(self, box: tuple[int, int, int, int], plain: Plain) -> "Image.Image":
        """The part in a box."""
        return plain(self._image.crop(box))


class Banded:
    """A picture that comes in bands, of which only those are kept that are still needed."""

    def __init__(self, size: tuple[int, int], bands: Iterator["Image.Image"], exif: bytes = b"") -> None:
        self.width, self.height = size
        self._exif = exif
        self._coming = bands
        self._held: deque[tuple[int, Image.Image]] = deque()
        self._reached = 0

    def part(self, box: tuple[int, int, int, int], plain: Plain) -> "Image.Image":
        """The part in a box, put together of the bands it lies in. Raises OSError when the file ends before it."""
        from PIL import Image

        left, top, right, bottom = box
        while self._reached < bottom:
            band = next(self._coming, None)
            if band is None:
                raise OSError("the picture ends too early")
            self._held.append((self._reached, plain(band)))
            self._reached += band.height
        while self._held[0][0] + self._held[0][1].height <= top:
            self._held.popleft()
        part = Image.new(self._held[0][1].mode, (right - left, bottom - top))
        for start, band in self._held:
            part.paste(band.crop((left, 0, right, band.height)), (0, start - top))
        return part

    def exif(self, image: "Image.Image") -> "Image.Exif":
        """What a camera says of the picture. Pillow by itself reads a PNG to its end to find it."""
        from PIL import Image

        if self._exif:
            image.info["exif"] = self._exif
        return Image.Image.getexif(image)

    def each(self) -> Iterator["Image.Image"]:
        """The bands that are still to come, none of which is kept. Raises OSError when the file ends too early."""
        return self._coming

    def read_all(self) -> None:
        """Look at every band. Raises OSError when the file ends too early."""
        deque(self._coming, maxlen=0)


def bands_of(image: "Image.Image", data: bytes) -> Banded | None:
    """A PNG or TIFF in bands; None where it is stored in another way."""
    if image.format == "PNG":
        return _png(data)
    return _tiff(image, data) if image.format == "TIFF" else None


def _png(data: bytes) -> Banded | None:
    """Eight bits a channel, not interlaced: all others are whole."""
    width, height, depth, colour, _, _, interlaced = _IHDR.unpack_from(data, _IHDR_AT)
    if depth != _BITS or interlaced or colour not in _CHANNELS:
        return None
    exif = next((bytes(body) for name, body in _chunks(data) if name == b"eXIf"), b"")
    return Banded((width, height), _png_bands(data, width, height, _CHANNELS[colour]), exif)


def _png_bands(data: bytes, width: int, height: int, channels: int) -> Iterator["Image.Image"]:
    """The bands, the next one inflated while one is looked at."""
    from PIL import Image

    stride = 1 + width * channels
    palette = b"".join(_chunk(name, bytes(body)) for name, body in _chunks(data) if name in (b"PLTE", b"tRNS"))
    reader = _BandReader(_inflated(body for name, body in _chunks(data) if name == b"IDAT"))
    above, done = b"", 0
    with ThreadPoolExecutor(1) as ahead:
        coming = ahead.submit(reader.read, min(_ROWS, height) * stride)
        while done < height:
            raw = coming.result()
            count = len(raw) // stride
            if not count:
                raise OSError("the picture ends too early")
            if done + count < height:
                coming = ahead.submit(reader.read, min(_ROWS, height - done - count) * stride)
            rows = count + bool(above)
            header = _DIMENSIONS.pack(width, rows) + data[_IHDR_AT + _DIMENSIONS.size : _IHDR_AT + _IHDR.size]
            pixels = zlib.compress(b"".join((b"\0", above, raw)) if above else raw, 0)
            parts = (_SIGNATURE, _chunk(b"IHDR", header), palette, _UINT.pack(len(pixels)), b"IDAT", pixels)
            file = b"".join((*parts, _UNCHECKED, _chunk(b"IEND", b"")))
            band = Image.open(io.BytesIO(file), formats=("PNG",))
            shown = band.crop((0, bool(above), width, rows))
            above, done = band.crop((0, rows - 1, width, rows)).tobytes(), done + count
            yield shown


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The parts of a PNG. What is compressed has a sum of its own; Pillow has looked at what stands before it."""
    at, view = len(_SIGNATURE), memoryview(data)
    while at + _CHUNK.size + _UINT.size <= len(data):
        length, name = _CHUNK.unpack_from(data, at)
        start = at + _CHUNK.size
        yield name, view[start : start + length]
        at = start + length + _UINT.size


def _chunk(name: bytes, body: bytes) -> bytes:
    return _CHUNK.pack(len(body), name) + body + _UINT.pack(zlib.crc32(name + body))


def _inflated(parts: Iterator[memoryview]) -> Iterator[bytes]:
    """What compressed parts hold, in pieces of bounded size. Raises OSError where they are damaged."""
    inflate = zlib.decompressobj()
    try:
        for part in parts:
            for at in range(0, len(part), _FED):
                waiting: bytes | memoryview = part[at : at + _FED]
                while waiting:
                    yield inflate.decompress(waiting, _GROWN)
                    waiting = inflate.unconsumed_tail
    except zlib.error as error:
        raise OSError("the picture is damaged") from error


class _BandReader:
    """Pieces of data as blocks of one length."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, count: int) -> bytes:
        """Bytes read, fewer where the data ends."""
        found, size = [self._left], len(self._left)
        while size < count and (piece := next(self._pieces, None)) is not None:
            found.append(piece)
            size += len(piece)
        whole = b"".join(found)
        self._left = whole[count:]
        return whole[:count]


def _tiff(image: "Image.Image", data: bytes) -> Banded | None:
    """In strips of all channels together: tiles, planes, and one strip for all are whole."""
    tags = image.tag_v2  # type: ignore[attr-defined]  # it is a TIFF: `Image.open` does not say so
    offsets, counts = tags.get(_OFFSETS), tags.get(_COUNTS)
    height, per_strip = tags.get(_LENGTH, 0), tags.get(_PER_STRIP, 0)
    apart = tags.get(_PLANES, 1) != 1
    if not offsets or not counts or len(offsets) != len(counts) or apart or not 0 < per_strip < height:
        return None
    if len(offsets) != -(-height // per_strip):
        return None
    return Banded((tags[_WIDTH], height), _tiff_bands(tags, data, offsets, counts))


def _tiff_bands(
    tags: "ImageFileDirectory_v2", data: bytes, offsets: tuple[int, ...], counts: tuple[int, ...]
) -> Iterator["Image.Image"]:
    from PIL import Image
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    per_strip, height = tags[_PER_STRIP], tags[_LENGTH]
    together = max(1, _ROWS // per_strip)
    for first in range(0, len(offsets), together):
        strips = range(first, min(first + together, len(offsets)))
        rows = min(len(strips) * per_strip, height - first * per_strip)
        bodies = [data[offsets[strip] : offsets[strip] + counts[strip]] for strip in strips]
        directory = ImageFileDirectory_v2(prefix=tags.prefix)
        for tag in _KEPT:
            if tag in tags:
                directory.tagtype[tag] = tags.tagtype[tag]
                directory[tag] = tags[tag]
        directory[_LENGTH], directory[_PER_STRIP] = rows, per_strip
        sizes = [len(body) for body in bodies]
        directory.tagtype[_OFFSETS] = directory.tagtype[_COUNTS] = _LONG
        directory[_COUNTS] = tuple(sizes)
        directory[_OFFSETS] = tuple(accumulate(sizes[:-1], initial=0))
        file = io.BytesIO()
        directory.save(file)
        file.write(b"".join(bodies))
        file.seek(0)
        band = Image.open(file, formats=("TIFF",))
        band.load()
        yield band
