"""Lines of lists and of results in arriving copy."""

import re
from collections.abc import Sequence
from itertools import groupby

LISTED = re.compile(r"(?:[•·▪‣◦●○*–—-]|\(?\w{1,2}[.)、]|\[\d{1,2}\])\s+\S")
_RESULT = re.compile(
    r"(?!.*\d{4})(?:(?=.* (?:[-–—]|vs?\.?) )|(?!.*\b(?:[01]?\d|2[0-3]):[0-5]\d\b))"
    r"[^\d\W].{0,60}(?:\b\d{1,3}\b.{1,40}\D|\b\d{1,3} ?[-–:] ?)\d{1,3}\)?(?: \([^()]{2,40}\))?"
)
"""Who played and how it ended: two numbers, the last at the line's end, no year and, without a dash, no time of day."""
_PUT_OFF = re.compile(r"[^\d\W].{1,40} (?P<sign>[PA]), \S.{1,40} (?P=sign)")
"""A match that was postponed or abandoned, among results."""
_LONGEST_RESULT = 100
"""Characters."""


def runs(kinds: Sequence[str]) -> list[range]:
    """The places of neighbours of one kind; those of none are no run."""
    found: list[range] = []
    for kind, group in groupby(range(len(kinds)), kinds.__getitem__):
        places = list(group)
        found += [range(places[0], places[-1] + 1)] if kind else []
    return found


def without_sign(text: str) -> str:
    """The text of a list's item."""
    found = LISTED.match(text)
    return text[found.end() - 1 :] if found else text


def is_result(text: str) -> bool:
    """Whether a line says who played and how it ended."""
    return len(text) <= _LONGEST_RESULT and bool(_RESULT.fullmatch(text) or _PUT_OFF.fullmatch(text))
