"""Text from right to left: which paragraphs run so, and the order in which a line's parts stand on paper.

Unicode Standard Annex 9 (`bidi_levels`); Arabic letters are joined by HarfBuzz.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from exports.typeset.line.script.bidi_levels import base_level, levels_of

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")

FacePart = tuple[str, str]
"""Face key and text, in reading order."""

DirectedPart = tuple[str, str, str]
"""Face key, text in reading order, and the direction it runs in: `ltr` or `rtl`."""


def has_right_to_left(text: str) -> bool:
    """Whether any character of a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def has_arabic(text: str) -> bool:
    """Whether a text has letters of Arabic, as Persian and Urdu have them too."""
    return not text.isascii() and _ARABIC.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph does: whether its first letter does that stands in no isolate (rules P2 and P3)."""
    return has_right_to_left(text) and base_level(text) == 1


def in_visual_order(
    parts: Sequence[FacePart], *, right_to_left: bool, levels: Sequence[int] = ()
) -> list[DirectedPart]:
    """The parts of one line from its left to its right; a part in two directions becomes two.

    `levels` are those its characters have in the whole paragraph, where that has more lines (rule X1 goes before L1).
    """
    levels = levels or levels_of("".join(text for _, text in parts), int(right_to_left))
    runs: list[tuple[int, str, str]] = []
    at = 0
    for key, text in parts:
        for level, group in groupby(zip(levels[at:], text, strict=False), key=lambda pair: pair[0]):
            runs.append((level, key, "".join(character for _, character in group)))
        at += len(text)
    return [(key, text, "rtl" if level % 2 else "ltr") for level, key, text in _reordered(runs)]


def _reordered(runs: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """From the highest level down to the lowest odd one, reverse all that is at that level or above (rule L2)."""
    ordered = list(runs)
    for least in range(max((level for level, _, _ in runs), default=0), 0, -1):
        turned: list[tuple[int, str, str]] = []
        for inside, group in groupby(ordered, key=partial(_is_at, least)):
            together = list(group)
            turned += together[::-1] if inside else together
        ordered = turned
    return ordered


def _is_at(least: int, run: tuple[int, str, str]) -> bool:
    """Whether a run is at a level or above."""
    return run[0] >= least
