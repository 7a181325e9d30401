"""Chinese, Japanese and Korean text: which characters are set in squares, and where a line may not begin or end.

The lists follow GB/T 15834 and the W3C's “Requirements for Chinese Text Layout”, section 3.1.5.
"""

import itertools
import re
from functools import lru_cache

from exports import cache_sizes
from exports.typeset.line.script.addresses import without_addresses

_SQUARE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)

NOT_FIRST = frozenset("，。、；：！？）］｝〕〉》」』】〗〙〛”’·…—～〜％‰々〻ー゛゜ヽヾゝゞ,.;:!?)]}%")
"""Closing marks, which a line must not begin with."""

NOT_LAST = frozenset("（［｛〔〈《「『【〖〘〚“‘([{$￥＄£#＃")
"""Opening marks, which a line must not end with."""

_NO_BREAK = "\u00a0"
"""Keeps what it stands between on one line (Unicode Standard Annex 14, class GL)."""

HALF = frozenset("，。、；：）］｝〕〉》」』】〗")
"""Marks whose right half is empty: at a line's end that half may hang over."""


def is_square(character: str) -> bool:
    """Whether a character is set in a square of its own."""
    return _SQUARE.match(character) is not None


def has_squares(text: str) -> bool:
    """Whether a text has any such character."""
    return not text.isascii() and _finds_square(text)


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def _finds_square(text: str) -> bool:
    """The same, looked for letter by letter: a paragraph is asked for it several times while it is set."""
    return _SQUARE.search(text) is not None


QUOTES = frozenset("“”‘’—…·")
"""Marks that Chinese and Latin share: beside a square character they are set in a square."""

_CLOSING = HALF | frozenset("”’")
_OPENING = frozenset("（［｛〔〈《「『【〖“‘")

_PINCH = -500.0
"""What two marks lose whose empty halves meet, 1/1000 em (W3C, “Requirements for Chinese Text Layout”, 3.1.6)."""

_ROUNDING = 1e-6
"""Share of a square that a measure may lack for it: sizes divide it with an error in the last digits."""

_QUARTER = 250.0
"""The space between Chinese and Latin, 1/1000 em (same, 3.2.2)."""


def spacing_between(before: str, after: str) -> float:
    """What stands between two characters of which one is square at least, 1/1000 em; gone where a line is broken."""
    squares = is_square(before) + is_square(after)
    if squares and after in _OPENING and (before in _CLOSING or before in _OPENING):
        return _PINCH
    return _QUARTER if squares == 1 and before.isalnum() and after.isalnum() else 0.0


def mostly_squares(text: str) -> bool:
    """Whether a paragraph is Chinese, Japanese or Korean: most of it is square characters, addresses in it aside."""
    if not has_squares(text):
        return False
    text = without_addresses(text)
    return sum(map(is_square, text)) * 2 > len(text)


def pitch(measure: float, size: float) -> float:
    """Distance of square characters of a size in points, so that full lines of them fill the measure."""
    count = int(measure / size + _ROUNDING)
    return size + (measure - count * size) / (count - 1) if count > 1 else size


def split_squares(text: str) -> list[str]:
    """The pieces of a word between which a line may break: round square characters, but not before a closing mark,
    after an opening one, inside a pair of dashes or dots, or at a no-break space.
    """
    pieces = [text[0]]
    for before, character in itertools.pairwise(text):
        wide = is_square(before) or is_square(character)
        glued = _NO_BREAK in (before, character)
        if wide and not glued and character not in NOT_FIRST and before not in NOT_LAST:
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces
