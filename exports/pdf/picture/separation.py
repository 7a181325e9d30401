"""Colour to ink: the printing condition's profile, black alone for grey pictures, and the limit of all inks."""

import io
from functools import lru_cache
from math import exp, log1p
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageMath

from exports import cache_sizes
from exports.profiles import COLOUR_SPACE, open_profile

MARGIN = 6
"""Percent under the limit: JPEG makes up to that much more ink than it was given."""

_NEUTRAL = 4
"""A picture whose channels differ by no more than this anywhere (of 255) is grey."""

_LEVELS = 2.55
"""Levels of a byte to a percent of ink."""

_BEND = 5.0
"""How softly greys are brought together above the darkest black, of 255 (2 L*): with more, dark greys differ from those
of colour pictures by more than one sees; with less, shadows become one black.
"""

_STRIP = 512
"""Rows limited at a time: memory stays bounded, and the calls are few."""


def to_inks(image: Image.Image, profile: bytes | None, press: Path, limit: float) -> Image.Image:
    """A picture in L, RGB or CMYK as inks of a printing condition: L (255 is paper) when grey, else CMYK.

    `profile` is the picture's own, if it fits; without one RGB counts as sRGB and CMYK as inked for this press.
    Relative colorimetric with black point compensation (ISO 18619). All inks together stay MARGIN under the limit.
    """
    if image.mode == "RGB" and _is_neutral(image):
        return image.getchannel("G").point(list(_black_curve(profile, "RGB", press)))
    if image.mode == "L":
        return image.point(list(_black_curve(profile, "L" if profile else "RGB", press)))
    turned = image
    if image.mode == "RGB" or profile:
        turned = ImageCms.applyTransform(image, _transform(profile, image.mode, press)) or image
    return _limited(turned, round((limit - MARGIN) * _LEVELS))


def lab_to_rgb(image: Image.Image) -> Image.Image:
    """A picture in CIELAB as sRGB."""
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    turned = ImageCms.applyTransform(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
    if turned is None:
        raise ValueError("the picture cannot be turned to RGB")
    return turned


@lru_cache(maxsize=cache_sizes.HEAVY)
def _transform(profile: bytes | None, mode: str, press: Path) -> ImageCms.ImageCmsTransform:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile) if profile else ImageCms.createProfile("sRGB"))
    return ImageCms.buildTransform(
        source, open_profile(press), mode, "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip


def fitting_profile(profile: object, mode: str) -> bytes | None:
    """A picture's profile, if it is one for its kind of colour and colours can be turned by it."""
    return profile if isinstance(profile, bytes) and is_meant_for(profile, mode) and _turns(profile, mode) else None


def is_meant_for(profile: object, mode: str) -> bool:
    """Whether a picture's profile says that it is for this kind of colour; what is no profile at all says nothing."""
    spaces = {"RGB": b"RGB ", "CMYK": b"CMYK", "L": b"GRAY"}
    return not isinstance(profile, bytes) or profile[COLOUR_SPACE] in (spaces[mode], b"")


@lru_cache(maxsize=cache_sizes.HEAVY)
def _turns(profile: bytes, mode: str) -> bool:
    """Whether a profile is whole: a table cut short shows only when a way through it is sought."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ImageCms.buildTransform(source, ImageCms.createProfile("LAB"), mode, "LAB")
    except (OSError, ImageCms.PyCMSError):
        return False
    return True


def _is_neutral(image: Image.Image) -> bool:
    red, green, blue = image.split()
    apart = ImageChops.lighter(ImageChops.difference(green, red), ImageChops.difference(green, blue))
    return not any(apart.histogram()[_NEUTRAL + 1 :])


@lru_cache(maxsize=cache_sizes.HEAVY)
def _black_curve(profile: bytes | None, mode: str, press: Path) -> tuple[int, ...]:
    """For each grey of a picture, in L or RGB, the black to print alone (255 is paper) so that it looks as light.

    As light as the same grey in a colour picture, which goes to all inks: relative colorimetric with black point
    compensation, which is linear in XYZ and not in lightness (ISO 18619). Black alone is not as dark as all inks
    together; close above it greys are brought together, so that shadows keep their steps.
    """
    ramp = Image.frombytes("L", (256, 1), bytes(range(256)))
    coloured = ImageCms.applyTransform(ramp.convert(mode), _transform(profile, mode, press))
    blank = Image.new("L", ramp.size)
    printed = _lightness(Image.merge("CMYK", (blank, blank, blank, ramp)), press)
    wanted = _reachable(_lightness(coloured, press), printed[255])
    return tuple(255 - min(range(256), key=lambda black: (abs(printed[black] - value), black)) for value in wanted)


def _reachable(wanted: list[float], darkest: float) -> list[float]:
    """Lightnesses of which none is darker than the darkest, all steps kept: as they are, with a soft bend near it."""
    bend = [darkest + _BEND * log1p(exp((value - darkest) / _BEND)) for value in wanted]
    black, white = wanted[0], wanted[-1]
    over = (bend[0] - darkest) / (white - black)
    return [soft - over * (white - value) for soft, value in zip(bend, wanted, strict=True)]


def _lightness(inks: Image.Image | None, press: Path) -> list[float]:
    """Lightness of each pixel of a row as a press prints it, 0 to 255, against its paper."""
    lab = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(open_profile(press), lab, "CMYK", "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    turned = ImageCms.applyTransform(inks, transform) if inks else None
    if turned is None:
        raise ValueError("the profile has no way to lightness")
    return [float(value) for value in turned.getchannel("L").tobytes()]


def _limited(image: Image.Image, limit: int) -> Image.Image:
    """CMYK with cyan, magenta and yellow scaled down where all inks together pass the limit (255 is one full ink)."""
    for y in range(0, image.height, _STRIP):
        box = (0, y, image.width, min(y + _STRIP, image.height))
        *colours, black = image.crop(box).split()
        image.paste(Image.merge("CMYK", (*_scaled(colours, black, limit), black)), box)
    return image


def _scaled(colours: list[Image.Image], black: Image.Image, limit: int) -> list[Image.Image]:
    names = dict(zip("cmyk", (*colours, black), strict=True))
    room = ImageMath.lambda_eval(lambda a: a["max"](limit - a["k"], 1), **names)
    whole = ImageMath.lambda_eval(lambda a: a["max"](a["c"] + a["m"] + a["y"], a["room"]), room=room, **names)
    return [
        ImageMath.lambda_eval(
            lambda a: a["convert"](a["ink"] * a["room"] / a["whole"], "L"), ink=ink, room=room, whole=whole
        )
        for ink in colours
    ]
