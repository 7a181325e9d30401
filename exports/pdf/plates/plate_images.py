"""Pictures of a PDF parted into plates: a grey picture for each ink, in which white is paper."""

import io
import warnings
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from exports.pdf.check.paint.colour_spaces import light_to_inks
from exports.pdf.check.stream_sizes import filters_of
from exports.pdf.plates.ink_spaces import PROCESS, InkSpace, ink_space_of

if TYPE_CHECKING:
    from PIL import Image

_BYTE, _FULL = 8, 255
_MOST_PIXELS: Final = 7_000_000
"""Pixels of all pictures of a page that are kept; more are scaled down together. A page of A3 at 150 to the inch has
four million, and on each plate a pixel is a byte of the 32 MB that a reading may answer.
"""
_QUICK = 1
"""Effort of zlib: the pictures live as long as the page is looked at."""
_JPEG, _JPEG2000 = ("/DCTDecode", "/DCT"), "/JPXDecode"
_KEPT: Final = ("/SMask", "/Mask", "/Interpolate", "/OC", "/Intent")
"""What a plate's picture has of that it is made of."""

UNPARTED = "A picture is in colours that cannot be parted: all of it is shown on the black plate."
AS_LIGHT = "Colours of light (RGB, Lab) are shown as the inks that the profile of coated paper gives them."
SCALED = "Large pictures are scaled down: a pixel shows the ink of several."


@dataclass(frozen=True)
class PlateImages:
    """A picture on the plates."""

    named: frozenset[str]
    """The plates that it says something of."""
    by_plate: Mapping[str, Stream]
    """Those that it leaves no ink on have none here."""
    blank: Stream
    """The picture where there is no ink: as large, and white."""
    every: bool = False
    notes: frozenset[str] = frozenset()


def pixels_of(resources: Object, depth: int = 0) -> int:
    """Pixels of all pictures that resources name, forms within forms included."""
    total = 0
    for _, thing in (resources.get("/XObject") or Dictionary()).items():
        if thing.get("/Subtype") == Name.Image:
            total += int(thing.get("/Width", 0)) * int(thing.get("/Height", 0))
        elif depth < 4 and thing.get("/Subtype") == Name.Form and "/Resources" in thing:
            total += pixels_of(thing["/Resources"], depth + 1)
    return total


def coarseness(pixels: int) -> int:
    """How many pixels along each side become one."""
    reduced = 1
    while pixels > _MOST_PIXELS * reduced * reduced:
        reduced += 1
    return reduced


def plate_images(pdf: pikepdf.Pdf, image: Stream, resources: Object, plates: Sequence[str], by: int) -> PlateImages:
    """A picture parted into plates; `by` so many pixels become one along each side."""
    space = ink_space_of(image.get("/ColorSpace"), resources)
    blank = _grey(pdf, image, b"\xff", (1, 1))
    try:
        parted = _parted(pdf, image, space, plates, by) if space is not None else None
    except (OSError, ValueError, pikepdf.PdfError, NotImplementedError):
        parted = None
    if parted is None or space is None:
        return PlateImages(frozenset(PROCESS), {"Black": image}, blank, notes=frozenset((UNPARTED,)))
    notes = {AS_LIGHT} if space.light else set()
    return PlateImages(space.named, parted, blank, space.every, frozenset(notes | ({SCALED} if by > 1 else set())))


def _parted(
    pdf: pikepdf.Pdf, image: Stream, space: InkSpace, plates: Sequence[str], by: int
) -> dict[str, Stream] | None:
    """Streams by plate; None for a picture of a kind that nothing here can part."""
    filters, bits = filters_of(image), int(image.get("/BitsPerComponent", _BYTE))
    packed = filters[-1] if filters else ""
    if space.parts == 1 and bits <= _BYTE and packed not in (*_JPEG, _JPEG2000):
        return _toned(pdf, image, space, plates, bits)
    numbers = _numbers(image, space, bits, packed)
    inked = _inked(numbers, space, plates) if numbers else None
    if inked is None:
        return None
    return {plate: _grey(pdf, image, *_paper(ink, by)) for plate, ink in inked.items() if ink.getbbox()}


def _toned(pdf: pikepdf.Pdf, image: Stream, space: InkSpace, plates: Sequence[str], bits: int) -> dict[str, Stream]:
    """The picture as it is, with a palette of greys for each plate in the place of its colours."""
    most = (1 << bits) - 1
    low, high = _spans(image, space, most)[0]
    inks = [space.inks([low + raw / most * (high - low)]) for raw in range(most + 1)]
    found = {}
    for plate in plates:
        tones = bytes(_FULL - _level(shares.get("All" if space.every else plate, 0.0)) for shares in inks)
        if min(tones) < _FULL:
            found[plate] = _with_palette(pdf, image, tones)
    return found


def _with_palette(pdf: pikepdf.Pdf, image: Stream, tones: bytes) -> Stream:
    made = Stream(pdf, image.read_raw_bytes(), {key: value for key, value in image.items() if key != "/Length"})
    made["/ColorSpace"] = Array([Name.Indexed, Name.DeviceGray, len(tones) - 1, pikepdf.String(tones)])
    if "/Decode" in made:
        del made["/Decode"]
    return made


def _spans(image: Stream, space: InkSpace, most: int) -> list[tuple[float, float]]:
    """What the least and the most of each of its numbers stand for."""
    given = [float(value) for value in image.get("/Decode", [])]
    if len(given) >= 2 * space.parts:
        return list(zip(given[::2], given[1::2], strict=False))
    return [(0.0, float(most))] if space.indexed else list(space.spans or ((0.0, 1.0),) * space.parts)


def _numbers(image: Stream, space: InkSpace, bits: int, packed: str) -> "list[Image.Image]":
    """Its numbers, a picture of each, from 0 to 255; none where it has others than its colours ask for."""
    from PIL import Image

    size = (int(image.get("/Width", 0)), int(image.get("/Height", 0)))
    if packed in (*_JPEG, _JPEG2000):
        bands = _opened(image, "JPEG" if packed in _JPEG else "JPEG2000")
    elif bits in (_BYTE, 2 * _BYTE):
        data, step = image.read_bytes(), space.parts * bits // _BYTE
        if len(data) < size[0] * size[1] * step:
            return []
        planes = (data[part * bits // _BYTE : size[0] * size[1] * step : step] for part in range(space.parts))
        bands = [Image.frombytes("L", size, plane) for plane in planes]
    else:
        return []
    if len(bands) != space.parts:
        return []
    falls = [low > high for low, high in _spans(image, space, _FULL)]
    return [_turned(band) if fall else band for band, fall in zip(bands, falls, strict=True)]


def _opened(image: Stream, kind: str) -> "list[Image.Image]":
    """The bands of a picture in JPEG. Pillow turns inks round, which a PDF leaves as they are."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = Image.open(io.BytesIO(image.read_raw_bytes()), formats=[kind])
        picture.load()
    bands = list(picture.split())
    return [_turned(band) for band in bands] if picture.mode == "CMYK" and kind == "JPEG" else bands


def _inked(numbers: "list[Image.Image]", space: InkSpace, plates: Sequence[str]) -> "dict[str, Image.Image] | None":
    """The ink on each plate, 255 being full."""
    if len(space.colourants) == len(numbers) and not space.every:
        return {plate: ink for plate, ink in zip(space.colourants, numbers, strict=True) if plate in plates}
    if len(numbers) == 1:
        inks = [space.inks([raw / _FULL if not space.indexed else raw]) for raw in range(_FULL + 1)]
        key = "All" if space.every else ""
        return {plate: numbers[0].point([_level(one.get(key or plate, 0.0)) for one in inks]) for plate in plates}
    if not space.light or space.spans or len(numbers) != _LIGHTS:
        return None
    return _of_light(numbers)


_LIGHTS = 3


def _of_light(numbers: "list[Image.Image]") -> "dict[str, Image.Image]":
    from PIL import Image, ImageCms

    inks = ImageCms.applyTransform(Image.merge("RGB", numbers), light_to_inks())
    assert inks is not None
    return dict(zip(PROCESS, inks.split(), strict=True))


def _paper(ink: "Image.Image", by: int) -> tuple[bytes, tuple[int, int]]:
    """White where there is no ink, and the size."""
    small = _turned(ink.reduce(by) if by > 1 else ink)
    return small.tobytes(), small.size


def _turned(band: "Image.Image") -> "Image.Image":
    return band.point(lambda level: _FULL - level)


def _level(share: float) -> int:
    return round(_FULL * min(1.0, max(0.0, share)))


def _grey(pdf: pikepdf.Pdf, image: Stream, data: bytes, size: tuple[int, int]) -> Stream:
    """A picture in grey that lies where another lay, cut and veiled as that was."""
    made = Stream(pdf, zlib.compress(data, _QUICK))
    for key in _KEPT:
        if key in image and not (key == "/Mask" and isinstance(image[key], Array)):
            made[key] = image[key]
    entries = {
        "/Type": Name.XObject, "/Subtype": Name.Image, "/Width": size[0], "/Height": size[1],
        "/BitsPerComponent": _BYTE, "/ColorSpace": Name.DeviceGray, "/Filter": Name.FlateDecode,
    }  # fmt: skip
    for key, value in entries.items():
        made[key] = value
    return made
