"""Text as a reader sees it: whether there is anything to see, and what would act on a terminal shown as what it is."""

import re
import unicodedata

_SHOWN = "LNPS"
"""First letters of the general categories that leave ink: letters, numbers, punctuation, symbols (UAX #44, 5.7.1)."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a symbol that are blank all the same: fillers of Hangul, and Braille without a dot."""

_ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line break, and what turns the direction of all that follows (UAX #9, 2)."""


def has_visible_text(text: str) -> bool:
    """Whether a text holds a character that can be seen; spaces of any width and joiners cannot."""
    return any(unicodedata.category(one)[0] in _SHOWN and one not in _BLANK for one in text)


def harmless(text: str) -> str:
    """A text whose control characters are shown by number and not acted on: `\\u001b`, which JSON reads back."""
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
