"""Grey of more than eight bits in eight: which of its values is black, and which is white."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL import Image

_SAMPLE_FORMAT, _WITHOUT_SIGN = 339, 1
"""The tag of a TIFF that says whether its values are integers, and what it then holds (TIFF 6.0, section 19)."""


@dataclass(frozen=True, slots=True)
class Depth:
    """The values of a picture that are printed black and white."""

    black: float
    white: float
    unsigned: bool = False
    """Whether they are integers without a sign: the upper half of those of 32 bits Pillow takes for negative ones."""

    def in_bytes(self, image: "Image.Image") -> "Image.Image":
        """The picture, or a part of it, in eight bits."""
        deep = self._meant(image if image.mode in _USUAL else image.convert("I"))
        scale = 255 / (self.white - self.black)
        grey = deep.point(lambda value: value * scale + (0.5 - self.black * scale)).convert("L")
        grey.info.pop("transparency", None)
        return grey

    def reaching(self, parts: Iterable["Image.Image"]) -> "Depth":
        """The range widened to the darkest and lightest values of a picture."""
        values = [value for part in parts for value in _ends(self._meant(part)) if isfinite(value)]
        return replace(self, black=min([self.black, *values]), white=max([self.white, *values]))

    def _meant(self, image: "Image.Image") -> "Image.Image":
        """The values as they were meant."""
        if not self.unsigned or _ends(image)[0] >= 0:
            return image
        from PIL import ImageMath

        meant: Image.Image = ImageMath.lambda_eval(
            lambda of: of["float"](of["it"]) + of["float"](of["it"] < 0) * 2.0**32, it=image
        )
        return meant


_USUAL: Final = {"I": Depth(0.0, 65535.0), "F": Depth(0.0, 1.0)}
"""Usual ranges by the mode of a picture: most integers are of 16 bits."""


def is_deep(image: "Image.Image") -> bool:
    """Whether a picture is grey of more than eight bits."""
    return image.mode in _USUAL or image.mode.startswith("I;16")


def may_reach_beyond(image: "Image.Image") -> bool:
    """Whether its values may be other than the usual ones: integers of 32 bits, and floating point."""
    return image.mode in _USUAL


def usual_depth(image: "Image.Image") -> Depth:
    """Integers to 65535, floating point to 1."""
    if image.mode not in _USUAL:
        return _USUAL["I"]
    unsigned = image.mode == "I" and _WITHOUT_SIGN in getattr(image, "tag_v2", {}).get(_SAMPLE_FORMAT, ())
    return replace(_USUAL[image.mode], unsigned=unsigned)


def _ends(image: "Image.Image") -> tuple[float, float]:
    """The darkest and the lightest value of a picture of one channel."""
    low, high = image.getextrema()
    return float(low), float(high)  # type: ignore[arg-type]  # pairs are those of several channels
