"""Whether a headline or dek has room over its columns, at the size in which it is printed, and its lines there."""

from dataclasses import dataclass
from functools import lru_cache

from exports.cache_sizes import STYLES
from exports.formats import Format
from exports.typeset.galley.galley_block import GalleyBlock, head_block
from exports.typeset.page.heading.head import HeadField, dek_field, headline_field

_HANGS = 0.35
"""Share of their size that is kept free below the last line's baseline: letters and marks hang into it."""


@dataclass(frozen=True, slots=True)
class HeadFit:
    """Lines that a field over the columns takes."""

    lines: int
    columns: int
    size: float
    """Points of its letters."""
    width: float
    """Points of all of the columns."""
    height: float
    """Points of its lines one below the other."""
    block: GalleyBlock
    """The lines, as they are seen."""
    too_many: int = 0
    """Lines beyond those that the format gives it."""
    too_wide: bool = False
    """Whether a word of it is wider than its columns at the least size that the format gives it."""

    @property
    def fits(self) -> bool:
        """Whether it has room."""
        return not self.too_many and not self.too_wide


@lru_cache(maxsize=STYLES)
def headline_fit(text: str, fmt: Format, columns: int, language: str) -> HeadFit:
    """The lines of a headline over so many columns: as large as the format lets it be."""
    width, style = fmt.span_width(columns), fmt.styles.headline
    field = headline_field(text, fmt, width, language)
    too_many, too_wide = max(0, len(field.lines) - style.lines), field.style.size < style.size_min
    return _fit(field, columns, width, too_many=too_many, too_wide=too_wide)


@lru_cache(maxsize=STYLES)
def dek_fit(text: str, fmt: Format, columns: int) -> HeadFit:
    """The lines of a dek over so many columns."""
    width = fmt.span_width(columns)
    return _fit(dek_field(text, fmt, width), columns, width)


def _fit(field: HeadField, columns: int, width: float, *, too_many: int = 0, too_wide: bool = False) -> HeadFit:
    size, more = field.style.size, max(0, len(field.lines) - 1)
    height = size + more * field.leading + size * _HANGS
    return HeadFit(len(field.lines), columns, size, width, height, head_block(field, width), too_many, too_wide)
