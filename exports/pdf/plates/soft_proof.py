"""Plates laid on one another as they will be seen: the colours of the press on a screen, and where ink is too much."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from exports.pdf.check.paint.colour_spaces import USUAL_PRESS
from exports.pdf.plates.ink_spaces import PROCESS
from exports.pdf.plates.separate import Plate
from resources import resource

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageCms import ImageCmsTransform

_FULL = 255
_PERCENT = 100

Films = Mapping[str, "Image.Image"]
"""A picture in grey of each plate by its name, in which white is paper."""


def seen(films: Films, plates: Sequence[Plate], shown: frozenset[str], profile: bytes) -> "Image.Image":
    """Plates as one sees them: one alone as its film, several together in the colours of the press.

    Spot colours lie over the others by the colour that stands for them in full, and multiply.
    """
    from PIL import ImageChops

    chosen = [plate for plate in plates if plate.name in shown]
    if len(chosen) == 1:
        return films[chosen[0].name].convert("RGB")
    colours = _transform(profile)
    result = _process(films, shown, colours)
    for plate in chosen:
        if not plate.is_process:
            result = ImageChops.multiply(result, _tinted(films[plate.name], plate, colours))
    return result


def _process(films: Films, shown: frozenset[str], colours: "ImageCmsTransform") -> "Image.Image":
    from PIL import Image, ImageChops, ImageCms

    blank = Image.new("L", next(iter(films.values())).size)
    inks = [ImageChops.invert(films[name]) if name in shown else blank for name in PROCESS]
    result = ImageCms.applyTransform(Image.merge("CMYK", inks), colours)
    assert result is not None
    return result


def _tinted(film: "Image.Image", plate: Plate, colours: "ImageCmsTransform") -> "Image.Image":
    """A film in the colour of its ink."""
    from PIL import Image, ImageCms

    full = Image.new("CMYK", (1, 1), tuple(round(_FULL * share) for share in plate.ink))
    ink = ImageCms.applyTransform(full, colours)
    assert ink is not None
    bands = [
        film.point([round(level + (_FULL - level) * tone / _FULL) for level in range(_FULL + 1)])
        for tone in ink.getpixel((0, 0))  # type: ignore[union-attr]  # of a picture in RGB it is three numbers
    ]
    return Image.merge("RGB", bands)


def _transform(profile: bytes) -> "ImageCmsTransform":
    """From the inks of a press to a screen; of coated paper where the profile is none."""
    from PIL import ImageCms

    usual = io.BytesIO(resource(USUAL_PRESS).read_bytes())
    for given in (io.BytesIO(profile), usual) if profile else (usual,):
        try:
            return ImageCms.buildTransform(
                ImageCms.ImageCmsProfile(given), ImageCms.createProfile("sRGB"), "CMYK", "RGB",
                ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )  # fmt: skip
        except (ImageCms.PyCMSError, OSError):
            continue
    raise AssertionError("our own profile cannot be read")


ROUNDING: Final = 2
"""Percent of ink over the limit that is let pass, as in the press check: a plate has 256 steps."""


Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom of a part of a picture."""


def over_limit(films: Films, limit: float, within: Pixels) -> "tuple[Image.Image, int]":
    """White where there is more ink than the paper takes, black elsewhere; and the most there is, in percent.

    What lies outside a part of the picture does not count: marks beside the page carry every ink.
    """
    from PIL import Image, ImageMath

    inner = {f"plate{number}": film.crop(within) for number, film in enumerate(films.values())}
    size = next(iter(films.values())).size
    mask = Image.new("L", size)
    if within[0] >= within[2] or within[1] >= within[3]:
        return mask, 0
    paper = ImageMath.lambda_eval(lambda given: sum((given[name] for name in inner), given["plate0"] * 0), **inner)
    whole = _FULL * len(inner)
    least = round(whole - (limit + ROUNDING) * _FULL / _PERCENT)
    over = ImageMath.lambda_eval(lambda given: (given["paper"] < least) * _FULL, paper=paper)
    mask.paste(over.convert("L"), within[:2])
    lightest = int(paper.getextrema()[0])  # of one band it is two numbers
    return mask, round((whole - lightest) * _PERCENT / _FULL)
