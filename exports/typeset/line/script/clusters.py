"""Characters that stand as one: a letter with its marks, letters that join below or beside one another, and a vowel
written before its consonant. Scripts of India and Thailand consist of them; no line ends, and no face changes, inside.

After Unicode Standard Annex 29, section 3, with rule GB9c for every virama; and chapters 12 and 16 of the standard.
"""

import itertools
import re
from collections.abc import Sequence
from unicodedata import category, combining

from db.document import Span

_MAY_JOIN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u1cff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    "\ua66f-\uabff\ufe20-\ufe2f\U00010000-\U0001ffff]"
)
"""Blocks with characters that join others; a text without any is its characters."""

_JOINED_SCRIPTS = re.compile("[\u0590-\u0dff\u0e01-\u0e5b\ufb1d-\ufdff\ufe70-\ufefe]")
_INDIC = re.compile("[\u0900-\u0dff]")
_TALL = re.compile("[\u0900-\u0dff\u0e01-\u0e5b]")
_THAI = re.compile("[\u0e01-\u0e5b]+")

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_BEFORE = frozenset("เแโใไ")
"""Thai vowels that are written before the consonant behind which they are spoken."""

_BEHIND = frozenset("ะาำๅๆฯ" + _ZWNJ + _ZWJ)
"""Thai vowels and signs, no marks, that belong to what stands before them; what joins letters or keeps them apart."""

_MOST = 16
"""Characters of the longest cluster: more are no letter of a language, and would stand out of their column."""

_PHINTHU, _VIRAMA = "\u0e3a", 9
"""A mark of the class of viramas that joins nothing; and that class."""


def has_joined(text: str) -> bool:
    """Whether a text has letters that must not be spread: of Arabic and its like, of India, of Thailand."""
    return not text.isascii() and _JOINED_SCRIPTS.search(text) is not None


def stands_tall(text: str) -> bool:
    """Whether a text has marks over and under its letters that reach beyond those of Latin: of India, of Thailand."""
    return not text.isascii() and _TALL.search(text) is not None


def has_indic(text: str) -> bool:
    """Whether a text has characters of a script of India."""
    return _INDIC.search(text) is not None


def has_thai(text: str) -> bool:
    """Whether a text has Thai characters."""
    return _THAI.search(text) is not None


def mostly_thai(text: str) -> bool:
    """Whether a paragraph is Thai: most of it is."""
    return sum(len(part) for _, part in thai_in(text)) * 2 > len(text)


def thai_in(text: str) -> list[tuple[int, str]]:
    """The stretches of a text that are Thai, each with its offset."""
    return [(match.start(), match[0]) for match in _THAI.finditer(text)]


def clusters(text: str) -> Sequence[str]:
    """The characters of a text that stand as one, in order; joined they are the text."""
    if not _MAY_JOIN.search(text):
        return text
    found: list[str] = []
    for character in text:
        if found and len(found[-1]) < _MOST and (_belongs(character) or _awaits(found[-1], character)):
            found[-1] += character
        else:
            found.append(character)
    return found


def ends_of(found: Sequence[str]) -> list[int]:
    """The offset in a text at which each of its clusters ends."""
    return list(itertools.accumulate(map(len, found)))


def is_dead(cluster: str) -> bool:
    """Whether a cluster ends without a vowel, in a virama: it is spoken with the one before it."""
    last = cluster.rstrip(_ZWNJ + _ZWJ)[-1:]
    return bool(last) and combining(last) == _VIRAMA and last != _PHINTHU


def _belongs(character: str) -> bool:
    """Whether a character stands with what is before it."""
    return character in _BEHIND or category(character).startswith("M")


def _awaits(before: str, character: str) -> bool:
    """Whether a cluster goes on with a letter: behind a virama, a joiner, or a vowel that is written first."""
    if is_dead(before) and not before.endswith(_ZWNJ):
        return character.isalpha() and ord(character) >> 7 == ord(before[0]) >> 7
    return len(before) == 1 and before in _BEFORE and _THAI.match(character) is not None


def with_their_marks(spans: Sequence[Span]) -> Sequence[Span]:
    """Spans with marks at their beginning moved to the letter they stand on: one face sets both."""
    if not any(span.text[:1] > "\u02ff" and _belongs(span.text[0]) for span in spans[1:]):
        return spans
    found = list(spans[:1])
    for span in spans[1:]:
        count = sum(1 for _ in itertools.takewhile(_belongs, span.text))
        found[-1] = found[-1].model_copy(update={"text": found[-1].text + span.text[:count]})
        if count < len(span.text):
            found.append(span.model_copy(update={"text": span.text[count:]}))
    return found
