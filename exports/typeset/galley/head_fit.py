"""Whether a headline or dek has room over its columns, at the size in which it is printed."""

from dataclasses import dataclass

from exports.formats import Format
from exports.typeset.page.heading.head import dek_width, evenly, headline


@dataclass(frozen=True, slots=True)
class HeadFit:
    """Lines that a field over the columns takes."""

    lines: int
    columns: int
    size: float
    """Points of its letters."""
    too_many: int = 0
    """Lines beyond those that the format gives it."""
    too_wide: bool = False
    """Whether a word of it is wider than its columns at the least size that the format gives it."""

    @property
    def fits(self) -> bool:
        """Whether it has room."""
        return not self.too_many and not self.too_wide


def headline_fit(text: str, fmt: Format, columns: int, language: str) -> HeadFit:
    """The lines of a headline over so many columns: as large as the format lets it be."""
    width, style = fmt.span_width(columns), fmt.styles.headline
    size, lines = headline(text, style, width, language)
    return HeadFit(len(lines), columns, size, max(0, len(lines) - style.lines), size < style.size_min)


def dek_fit(text: str, fmt: Format, columns: int) -> HeadFit:
    """The lines of a dek over so many columns."""
    lines = evenly(text, fmt.styles.dek, dek_width(fmt, fmt.span_width(columns)))
    return HeadFit(len(lines), columns, fmt.styles.dek.size)
