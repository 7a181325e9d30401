"""Size and sharpness of a picture as a format prints it: for who chooses its part and its columns."""

from dataclasses import dataclass

from db.document import Crop, PictureUse
from db.values import Picture
from exports.formats import Format
from exports.units import PER_INCH

_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class PrintedSize:
    """A picture over so many columns, as its part's own proportions ask for."""

    width: float
    """Millimetres."""
    height: float
    ppi: float
    """Pixels of the original to each inch of paper."""
    wanted: int
    """Pixels to the inch that the format wants."""

    @property
    def too_coarse(self) -> bool:
        """Whether preflight will say so."""
        return round(self.ppi) < self.wanted


def printed_size(use: PictureUse, picture: Picture, fmt: Format) -> PrintedSize:
    """The size of the part that is printed. A page that is too low for it cuts it off, which leaves it as sharp."""
    crop = use.crop or Crop()
    across, down = picture.width * (crop.right - crop.left), picture.height * (crop.bottom - crop.top)
    inches = fmt.span_width(min(use.columns, fmt.columns)) / PER_INCH
    return PrintedSize(inches * _MM_PER_INCH, inches * _MM_PER_INCH * down / across, across / inches, fmt.min_ppi)
