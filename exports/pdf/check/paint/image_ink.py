"""The ink of a picture in a PDF: counted where it is stored as inks, else taken at places all over it."""

import io
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Name, Object, Stream

from exports.pdf.check.paint.colour_spaces import Ink, Space, space_of
from exports.pdf.check.stream_sizes import filters_of

if TYPE_CHECKING:
    from PIL import Image

_GRID = 100
"""Places across and down at which pixels are looked at."""

_COARSE_GRID = 24
"""Places along each side at which a picture is looked at where something lies on it: a letter covers one of them."""

_COARSE = 1200
"""Pixels to which large JPEG pictures are scaled down while they are read."""

_TWO_TONES = ("/CCITTFaxDecode", "/CCF", "/JBIG2Decode")
_OF_THEIR_OWN = ("/DCTDecode", "/DCT", "/JPXDecode")

Place = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Pixels:
    """A picture as a page paints it, whether it is an object of its own or stands among the operators."""

    width: int
    height: int
    bits: int
    stencil: bool
    """Whether it only says where the colour of the page goes."""
    space: Space | None
    filters: tuple[str, ...]
    decode: tuple[float, ...]
    read: Callable[[], bytes]
    """Its bytes, unpacked; for JPEG and JPEG 2000 as they are."""
    key: tuple[int, int] = (0, 0)
    """Number and generation of the object it is; 0, 0 for none."""
    clear: tuple[int, ...] = ()
    """The least and the most of each number of what is not painted at all."""
    veil: "Pixels | None" = None
    """A soft mask over it."""

    @cached_property
    def shares(self) -> list[int] | None:
        """Pixels that carry 0, 1, … percent of ink, all four together, counted; None when that cannot be told."""
        return _counted(self) or _estimated(self)

    @cached_property
    def inks(self) -> list[Ink]:
        """Inks at a coarse grid of places; none when they cannot be told."""
        return [ink for ink, _ in _taken(self, _COARSE_GRID)]


def stored(image: Object, resources: Object | None = None) -> Pixels:
    """A picture that is an object of its own."""
    filters = tuple(filters_of(image))
    mask, veil = image.get("/Mask"), image.get("/SMask")
    return Pixels(
        int(image.get("/Width", 0)), int(image.get("/Height", 0)), int(image.get("/BitsPerComponent", 8)),
        bool(image.get("/ImageMask", False)), space_of(image.get("/ColorSpace"), resources), filters,
        tuple(float(value) for value in image.get("/Decode", [])), lambda: _bytes_of(image, filters), image.objgen,
        tuple(int(value) for value in mask) if isinstance(mask, Array) else (),
        stored(veil) if isinstance(veil, Stream) and "/SMask" not in veil else None,
    )  # fmt: skip


def among_operators(image: pikepdf.PdfInlineImage, resources: Object | None) -> Pixels:
    """A picture that stands among the operators."""
    space = None if image.image_mask else space_of(Name(str(image.colorspace)), resources)
    filters = tuple(str(name) for name in image.filters)
    return Pixels(
        image.width, image.height, image.bits_per_component, image.image_mask, space, filters,
        tuple(float(value) for value in image.obj.get("/Decode", [])), image.read_bytes,
    )  # fmt: skip


def _bytes_of(image: Object, filters: Sequence[str]) -> bytes:
    return image.read_raw_bytes() if filters and filters[-1] in _OF_THEIR_OWN else image.read_bytes()


def _counted(pixels: Pixels) -> list[int] | None:
    """Every pixel of a plain CMYK picture of eight bits."""
    from PIL import ImageMath

    picture = _picture(pixels)
    if picture is None:
        return None
    bands = dict(zip("cmyk", picture[0].split(), strict=True))
    total = ImageMath.lambda_eval(lambda a: (a["c"] + a["m"] + a["y"] + a["k"]) / _INKS, **bands)
    counts = total.convert("L").histogram()
    counts = counts[::-1] if picture[1] else counts
    shares = [0] * (_MOST_INK + 1)
    for level, count in enumerate(counts):
        shares[round(level * _MOST_INK / _FULL)] += count
    return shares


_INKS, _MOST_INK = 4, 400
"""Inks of CMYK, and the most that they can come to, in percent."""
_BYTE, _FULL = 8, 255
"""Bits of a byte, and the most that it holds."""
_FALLING = [1.0, 0.0] * 4
_RISING = [0.0, 1.0] * 4


def _picture(pixels: Pixels) -> "tuple[Image.Image, bool] | None":
    """The pixels of a plain CMYK picture, large ones scaled down, and whether they count paper, not ink.

    JPEG pictures hold CMYK inverted after Adobe's custom, and Pillow turns them back: the decode array tells.
    """
    from PIL import Image

    plain = list(pixels.decode) in ([], _FALLING, _RISING) and not pixels.clear and not pixels.veil
    if pixels.space is None or pixels.space.parts != _INKS or pixels.bits != _BYTE or not plain:
        return None
    inverted = list(pixels.decode) == _FALLING
    try:
        if pixels.filters[-1:] in (("/DCTDecode",), ("/DCT",)):
            picture, inverted = _opened(pixels, "JPEG"), not inverted
        else:
            picture = Image.frombytes("CMYK", (pixels.width, pixels.height), _whole(pixels))
    except (OSError, ValueError, pikepdf.PdfError, Image.DecompressionBombError):
        return None
    return (picture, inverted) if picture.mode == "CMYK" else None


def _whole(pixels: Pixels) -> bytes:
    """The bytes of a CMYK picture. Raises ValueError, before room is made for its pixels, where it has fewer."""
    data = pixels.read()
    if len(data) < _INKS * pixels.width * pixels.height:
        raise ValueError("the picture ends too early")
    return data


def _opened(pixels: Pixels, kind: str) -> "Image.Image":
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(pixels.read()), formats=[kind])
        image.draft(image.mode, (_COARSE, _COARSE))
        image.load()
    return image


def _estimated(pixels: Pixels) -> list[int] | None:
    taken = _taken(pixels, _GRID)
    if not taken:
        return None
    shares = [0] * (_MOST_INK + 1)
    for ink, count in taken:
        shares[min(_MOST_INK, max(0, round(sum(ink) * 100)))] += count
    return shares


def _taken(pixels: Pixels, most: int) -> list[tuple[Ink, int]]:
    """The inks at so many places across and down, each with how often it is met."""
    from PIL import Image

    places = [
        ((2 * across + 1) / (2 * most), (2 * down + 1) / (2 * most)) for down in range(most) for across in range(most)
    ]
    try:
        found = _raw_at(pixels, places)
        veil = [value[0] / _FULL for value, _ in (_raw_at(pixels.veil, places) if pixels.veil else ())]
    except (OSError, ValueError, pikepdf.PdfError, Image.DecompressionBombError):
        return []
    space = pixels.space
    if space is None:
        space = _guessed(found[0][0]) if found else None
    if space is None or not found:
        return []
    counts = Counter((value, veil[number] if veil else 1.0) for number, (value, _) in enumerate(found))
    spans, scale = _spans(pixels, space), (1 << found[0][1]) - 1
    inks = []
    for (value, share), count in counts.items():
        if _is_clear(value, pixels.clear) or len(value) < space.parts:
            continue
        numbers = [low + raw / scale * (high - low) for raw, (low, high) in zip(value, spans, strict=False)]
        inks.append((tuple(part * share for part in space.inks(numbers)), count))
    return inks


def _guessed(value: Sequence[int]) -> Space | None:
    """The space of a JPEG 2000 that says it itself: by its numbers, the last of two or four being how clear it is."""
    return space_of(Name.CalGray if len(value) < 3 else Name.CalRGB)


def _spans(pixels: Pixels, space: Space) -> list[tuple[float, float]]:
    if len(pixels.decode) >= 2 * space.parts:
        return list(zip(pixels.decode[::2], pixels.decode[1::2], strict=False))
    if space.indexed:
        return [(0.0, float((1 << pixels.bits) - 1))]
    return list(space.spans or ((0.0, 1.0),) * space.parts)


def _is_clear(value: Sequence[int], clear: Sequence[int]) -> bool:
    pairs = zip(value, clear[::2], clear[1::2], strict=False)
    return bool(clear) and all(low <= one <= high for one, low, high in pairs)


def _raw_at(pixels: Pixels, places: Sequence[tuple[float, float]]) -> list[tuple[tuple[int, ...], int]]:
    """The stored numbers at places given as shares of width and height, and how many bits they have."""
    last = pixels.filters[-1] if pixels.filters else ""
    if last in _TWO_TONES:
        return [((0,), 1), ((1,), 1)]
    if last in _OF_THEIR_OWN:
        image = _opened(pixels, "JPEG" if last != "/JPXDecode" else "JPEG2000")
        turned = image.mode == "CMYK" and last != "/JPXDecode"
        small = [image.getpixel((int(x * image.width), int(y * image.height))) for x, y in places]
        values = [value if isinstance(value, tuple) else (int(value or 0),) for value in small]
        return [(tuple(_FULL - int(one) if turned else int(one) for one in value), _BYTE) for value in values]
    parts = pixels.space.parts if pixels.space else 1
    data, stride = pixels.read(), (pixels.width * parts * pixels.bits + _BYTE - 1) // _BYTE
    if len(data) < stride * pixels.height:
        raise ValueError("the picture ends too early")
    rows = (int(y * pixels.height) * stride * _BYTE for _, y in places)
    columns = (int(x * pixels.width) * parts * pixels.bits for x, _ in places)
    starts = [row + column for row, column in zip(rows, columns, strict=True)]
    return [(_numbers(data, start, parts, pixels.bits), pixels.bits) for start in starts]


def _numbers(data: bytes, start: int, count: int, bits: int) -> tuple[int, ...]:
    """Numbers of some bits each, from a bit on."""
    edges = [start + number * bits for number in range(count + 1)]
    return tuple(_number(data, low, high) for low, high in pairwise(edges))


def _number(data: bytes, low: int, high: int) -> int:
    first, last = low // _BYTE, (high + _BYTE - 1) // _BYTE
    return int.from_bytes(data[first:last], "big") >> (last * _BYTE - high) & ((1 << (high - low)) - 1)
