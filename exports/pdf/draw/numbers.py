"""Numbers as operators of a page have them."""

_DECIMALS = 3
"""Of a length in points: a thousandth of one is below what any plate shows, and each digit makes the file longer."""
_INK_DECIMALS = 4
"""Of a share of ink, and of tracking, which adds up along a line."""


def rounded(value: float) -> float:
    """A length in points."""
    return round(value, _DECIMALS)


def rounded_finely(value: float) -> float:
    """A share of ink, or the tracking of a glyph."""
    return round(value, _INK_DECIMALS)
