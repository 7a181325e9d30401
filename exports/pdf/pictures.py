"""Pictures for the press: the part that is printed, in CMYK or black alone, at the size the page needs, as JPEG."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageFilter, ImageMath, ImageOps

from db.errors import NewsroomError
from db.values import Original
from exports.formats import Format
from exports.typeset.sheet import PlacedPicture

_MARGIN = 0.06
"""Ink stays this share under the limit: JPEG overshoots at edges."""

_GREY = 6
"""A picture whose channels differ by at most so much, of 255, is grey and goes on the black plate alone."""

_SHARPEN = ImageFilter.UnsharpMask(radius=0.8, percent=60, threshold=2)


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as a PDF holds it."""

    width: int
    height: int
    grey: bool
    jpeg: bytes


def plate(placed: PlacedPicture, originals: Mapping[str, Original], fmt: Format) -> Plate:
    """The picture ready for press. Raises NewsroomError, naming it, when it is missing or broken."""
    original = originals.get(placed.sha256)
    if original is None:
        raise NewsroomError(f"The original of picture {placed.sha256[:12]} is missing; insert it again.")
    wide = max(1, round(2 * fmt.min_ppi * placed.width / 72))
    limit = fmt.ink_limit * (1 - _MARGIN)
    try:
        return _made(_Data(original), placed.crop, wide, fmt.profile, limit, fmt.jpeg_quality)
    except (OSError, ValueError, SyntaxError, ImageCms.PyCMSError, Image.DecompressionBombError) as error:
        raise NewsroomError(f"{original.name or placed.sha256[:12]} cannot be read as a picture: {error}.") from error


class _Data:
    """The bytes of an original, compared by their hash: cheap as a key."""

    def __init__(self, original: Original) -> None:
        self.bytes = original.data
        self._hash = original.sha256

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Data) and other._hash == self._hash

    def __hash__(self) -> int:
        return hash(self._hash)


@lru_cache(maxsize=16)
def _made(
    data: _Data, crop: tuple[float, float, float, float], wide: int, profile: Path, limit: float, quality: int
) -> Plate:
    with Image.open(io.BytesIO(data.bytes), formats=("JPEG", "PNG", "TIFF", "WEBP")) as image:
        share = crop[2] - crop[0]
        needed = int(wide / max(share, 0.01))
        image.draft(None, (needed, needed))
        icc = image.info.get("icc_profile", b"")
        whole = ImageOps.exif_transpose(image)
        part = _sized(_flat(whole), crop, wide)
    ready = _in_ink(part, icc, profile, limit).filter(_SHARPEN)
    out = io.BytesIO()
    ready.save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
    return Plate(ready.width, ready.height, ready.mode == "L", out.getvalue())


def _flat(image: Image.Image) -> Image.Image:
    """The picture as L, RGB or CMYK, on white where it was transparent."""
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    if image.mode in ("1", "I;16", "I", "F"):
        return image.convert("F").point(lambda v: v / 256).convert("L") if image.mode == "I;16" else image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    return image.convert("RGB")


def _sized(image: Image.Image, crop: tuple[float, float, float, float], wide: int) -> Image.Image:
    """The cropped part, no wider than the page can use."""
    left, top, right, bottom = crop
    box = (left * image.width, top * image.height, right * image.width, bottom * image.height)
    width, height = max(1, round(box[2] - box[0])), max(1, round(box[3] - box[1]))
    if width > wide:
        width, height = wide, max(1, round(height * wide / width))
    return image.resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)


def _in_ink(image: Image.Image, icc: bytes, profile: Path, limit: float) -> Image.Image:
    """Grey stays grey; colour goes through the profiles and under the ink limit."""
    if image.mode == "L":
        return image
    if image.mode == "RGB" and _is_grey(image):
        return image.convert("L")
    if image.mode == "RGB" or icc[16:20] == b"CMYK":
        converted = ImageCms.applyTransform(image, _transform(icc, image.mode, profile))
        image = image if converted is None else converted
    return _under(image, limit)


def _is_grey(image: Image.Image) -> bool:
    small = image.resize((min(image.width, 256), min(image.height, 256)), Image.Resampling.BOX)
    red, green, blue = small.split()
    apart = (ImageChops.difference(a, b).histogram() for a, b in ((red, green), (green, blue)))
    return not any(any(counts[_GREY + 1 :]) for counts in apart)


@lru_cache(maxsize=16)
def _transform(icc: bytes, mode: str, profile: Path) -> ImageCms.ImageCmsTransform:
    """From a picture's own profile, sRGB without one, to the press: relative colorimetric, black point compensated."""
    source = _source(icc, mode)
    return ImageCms.buildTransform(
        source, str(profile), mode, "CMYK", ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION | ImageCms.Flags.HIGHRESPRECALC,
    )  # fmt: skip


def _source(icc: bytes, mode: str) -> ImageCms.ImageCmsProfile:
    """The picture's profile where it fits the picture; a wrong one is worse than none."""
    if icc[16:20] == (b"CMYK" if mode == "CMYK" else b"RGB "):
        return ImageCms.ImageCmsProfile(io.BytesIO(icc))
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def _under(image: Image.Image, limit: float) -> Image.Image:
    """The picture with cyan, magenta and yellow taken back where all inks together pass the limit, in percent."""
    most = int(limit * 2.55)
    cyan, magenta, yellow, black = image.split()

    def scaled(e: dict[str, Any]) -> Any:
        inks = e["c"] + e["m"] + e["y"]
        room = e["min"](inks, most - e["k"])
        return e["convert"](e["x"] * room / e["max"](inks, 1), "L")

    coloured = {"c": cyan, "m": magenta, "y": yellow, "k": black}
    taken = [ImageMath.lambda_eval(scaled, **coloured, x=plane) for plane in (cyan, magenta, yellow)]
    return Image.merge("CMYK", (*taken, black))
