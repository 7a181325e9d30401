"""Units of lengths in print; all lengths of a page are in points."""

PER_EM = 1000
"""Units of an em in which glyphs are measured (ISO 32000-2, 9.2.4)."""
PER_INCH = 72
"""Points of an inch."""
