"""Colours of any kind as the inks a press will make of them, by and large."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pikepdf import Array, Dictionary, Name, Object, Stream

from exports.pdf.check.paint.functions import function_of
from resources import resource

if TYPE_CHECKING:
    from PIL.ImageCms import ImageCmsTransform

Ink = tuple[float, ...]
"""Shares of cyan, magenta, yellow, black."""

USUAL_PRESS = "icc/ISOcoated_v2_300_bas.icc"
"""Colours of light become inks by the profile of coated paper, as they do where nobody chooses another."""

_COLOURS = 16_384
"""Colours of light whose inks are kept: those of the grids of places at which some pictures are looked at."""

_DEEPEST = 4
"""Spaces within spaces: a spot colour in a palette is the deepest that makes sense."""


@dataclass(frozen=True)
class Space:
    """A kind of colours."""

    parts: int
    """Numbers that make a colour."""
    inks: Callable[[Sequence[float]], Ink]
    first: tuple[float, ...]
    """The colour it begins with."""
    spans: tuple[tuple[float, float], ...] = ()
    """What the least and the most of a picture's numbers stand for; 0 and 1 where none are given."""
    indexed: bool = False
    """Whether its number is that of a colour in a palette."""


def space_of(given: Object | None, resources: Object | None = None, depth: int = 0) -> Space | None:
    """The colour space of that name or array; None for one that is not known, and for patterns.

    Raises ValueError, TypeError, KeyError and the like for what is damaged.
    """
    if isinstance(given, Name):
        named = (resources or Dictionary()).get("/ColorSpace", Dictionary()).get(str(given))
        if named is not None and named != given:
            return space_of(named, None, depth + 1)
        return _PLAIN.get(str(given))
    if not isinstance(given, Array) or not len(given) or depth > _DEEPEST:
        return None
    kind = str(given[0])
    if kind in _MADE:
        return _MADE[kind](given, resources, depth + 1)
    return _PLAIN.get(kind)


def _grey(values: Sequence[float]) -> Ink:
    return (0.0, 0.0, 0.0, 1 - values[0])


def _as_they_are(values: Sequence[float]) -> Ink:
    return tuple(min(1.0, max(0.0, value)) for value in values)


def _of_light(values: Sequence[float]) -> Ink:
    red, green, blue = (round(255 * min(1.0, max(0.0, value))) for value in values)
    return _turned(red, green, blue)


def _of_measured_grey(values: Sequence[float]) -> Ink:
    """A grey that is measured, not inked, is a colour like any other."""
    return _of_light((values[0],) * 3)


@lru_cache(maxsize=_COLOURS)
def _turned(red: int, green: int, blue: int) -> Ink:
    """Inks of one colour. `applyTransform` would put the whole profile beside each: hundreds of times the work."""
    from PIL import Image

    light, inks = Image.new("RGB", (1, 1), (red, green, blue)), Image.new("CMYK", (1, 1))
    light_to_inks().transform.apply(light.getim(), inks.getim())
    return tuple(value / 255 for value in inks.tobytes())


@lru_cache(maxsize=1)
def light_to_inks() -> "ImageCmsTransform":
    """The way from colours of light to inks."""
    from PIL import ImageCms

    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return ImageCms.buildTransform(ImageCms.createProfile("sRGB"), str(resource(USUAL_PRESS)), "RGB", "CMYK", intent)


def _of_lab(values: Sequence[float]) -> Ink:
    """CIELAB by way of sRGB, without looking at its white."""
    lightness, a, b = values
    middle = (lightness + 16) / 116
    sides = (middle + a / 500, middle, middle - b / 200)
    xyz = [white * _unbent(side) for white, side in zip(_D65, sides, strict=True)]
    linear = (sum(share * one for share, one in zip(row, xyz, strict=True)) for row in _XYZ_TO_SRGB)
    return _of_light([_gamma(light) for light in linear])


_BEND = 6 / 29
"""Below it CIELAB is straight, not a cube (ISO/CIE 11664-4, 4)."""
_D65 = (0.9505, 1.0, 1.089)
_XYZ_TO_SRGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.204, 1.057))
"""The white of sRGB, and what its three lights have of X, Y and Z (IEC 61966-2-1, 5.2)."""
_STRAIGHT, _SLOPE, _POWER, _OFFSET = 0.0031308, 12.92, 2.4, 0.055
"""The curve of sRGB: straight in the dark, a power above (IEC 61966-2-1, 5.2)."""


def _unbent(side: float) -> float:
    """A share of X, Y or Z of what CIELAB has for it."""
    return side**3 if side > _BEND else 3 * _BEND**2 * (side - 4 / 29)


def _gamma(light: float) -> float:
    """A light of sRGB as it is written."""
    return _SLOPE * light if light <= _STRAIGHT else (1 + _OFFSET) * light ** (1 / _POWER) - _OFFSET


GREY = Space(1, _grey, (0.0,))
RGB = Space(3, _of_light, (0.0, 0.0, 0.0))
CMYK = Space(4, _as_they_are, (0.0, 0.0, 0.0, 1.0))
_MEASURED = Space(1, _of_measured_grey, (0.0,))
_LAB = Space(3, _of_lab, (0.0, 0.0, 0.0), ((0.0, 100.0), (-100.0, 100.0), (-100.0, 100.0)))

_PLAIN: Final = {
    "/DeviceGray": GREY, "/G": GREY, "/CalGray": _MEASURED, "/DeviceRGB": RGB, "/RGB": RGB, "/CalRGB": RGB,
    "/DeviceCMYK": CMYK, "/CMYK": CMYK,
}  # fmt: skip
_BY_PROFILE: Final = {1: _MEASURED, 3: RGB, 4: CMYK}


def _profiled(given: Array, _resources: Object | None, _depth: int) -> Space | None:
    return _BY_PROFILE.get(int(given[1].get("/N", 0)))


def _measured(given: Array, _resources: Object | None, _depth: int) -> Space:
    spans = [float(value) for value in given[1].get("/Range", [-100, 100, -100, 100])]
    return Space(3, _of_lab, _LAB.first, ((0.0, 100.0), (spans[0], spans[1]), (spans[2], spans[3])))


def _palette(given: Array, resources: Object | None, depth: int) -> Space | None:
    base = space_of(given[1], resources, depth)
    if base is None:
        return None
    colour_of = palette_colours(given, base.parts, base.spans)
    return Space(1, lambda values: base.inks(colour_of(values[0])), (0.0,), indexed=True)


def palette_colours(
    given: Array, parts: int, spans: Sequence[tuple[float, float]]
) -> Callable[[float], Sequence[float]]:
    """Colours of an indexed space by their numbers, in the space beneath it (ISO 32000-1, 8.6.6.3).

    That takes `parts` numbers, which stand for values from and to those of `spans`; 0 and 1 where none are given.
    """
    table = given[3].read_bytes() if isinstance(given[3], Stream) else bytes(given[3])
    ends, most = spans or ((0.0, 1.0),) * parts, max(0, len(table) // parts - 1)

    def colour(number: float) -> Sequence[float]:
        start = min(max(0, round(number)), most) * parts
        entry = table[start : start + parts]
        return [low + raw / 255 * (high - low) for raw, (low, high) in zip(entry, ends, strict=True)]

    return colour


def _spot(given: Array, resources: Object | None, depth: int) -> Space | None:
    """A spot colour, or several, by the inks that stand for it. `None` leaves nothing on paper."""
    names = [given[1]] if isinstance(given[1], Name) else list(given[1])
    base = space_of(given[2], resources, depth)
    if base is None:
        return None
    if all(str(name) == "/None" for name in names):
        return Space(len(names), lambda _: (0.0, 0.0, 0.0, 0.0), (1.0,) * len(names))
    tint, stands_for = function_of(given[3]), base.inks
    return Space(len(names), lambda values: stands_for(tint(values)), (1.0,) * len(names))


_MADE: Final[dict[str, Callable[[Array, Object | None, int], Space | None]]] = {
    "/ICCBased": _profiled, "/Lab": _measured, "/Indexed": _palette, "/I": _palette, "/Separation": _spot,
    "/DeviceN": _spot,
}  # fmt: skip
