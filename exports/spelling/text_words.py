"""Words of a text that can be looked up: letters of the language's script; no addresses, numbers or short capitals."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_SCRIPTS = {
    "ru": _CYRILLIC, "bg": _CYRILLIC, "uk": _CYRILLIC, "be": _CYRILLIC, "sr": _CYRILLIC, "mn": _CYRILLIC,
    "el": "\u0370-\u03ff\u1f00-\u1fff", "ka": "\u10a0-\u10ff", "he": "\u05d0-\u05ea\u05f0-\u05f4",
    "fa": "\u0621-\u06d3", "ar": "\u0621-\u06d3",
}  # fmt: skip
"""Letters of languages that are not written in the Latin script. Those of others are no words of it."""
_MARKS = "\u0300-\u036f\u00ad\u200c"
"""Signs inside words that are no letters: accents that stand alone, soft hyphens, the joiner of Persian."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[@#]\w+|(?<!\w)\w*\d\w*")
"""What is no word: addresses, handles, and whatever has a figure in it."""
_DOMAIN = re.compile(r"(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|io|[a-z]{2})\b")
_LONGEST_CAPITALS = 6
"""Letters of a word in capitals that is taken for the short form of a name: UNESCO has so many."""
_LONGEST = 60
"""Letters of a word that is looked up: the longest of any dictionary has fewer."""


class TextWord(NamedTuple):
    """A word between two offsets of a text."""

    start: int
    end: int
    text: str
    """As it is looked up: with the apostrophe of a typewriter, without soft hyphens."""


def text_words(text: str, language: str) -> Iterator[TextWord]:
    """The words of a text that its language's dictionary may know."""
    gaps = iter(_addresses(text))
    gap = next(gaps, None)
    for match in _pattern(language.partition("-")[0].lower()).finditer(text):
        start, end = match.span()
        while gap is not None and gap[1] <= start:
            gap = next(gaps, None)
        if (gap is None or gap[0] >= end) and end - start <= _LONGEST and not is_short_form(match[0]):
            yield TextWord(start, end, looked_up(match[0]))


def is_short_form(word: str) -> bool:
    """Whether a word is a few capitals, as names are shortened; an s or a suffix may follow."""
    letters = word.removesuffix("s").rstrip("'’")
    return letters.isupper() and len(letters) <= _LONGEST_CAPITALS


def looked_up(word: str) -> str:
    """A word as dictionaries have it."""
    return word.replace("’", "'").replace("\u00ad", "").replace("‐", "-").replace("‑", "-")


def _addresses(text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _ADDRESS.finditer(text)] if any(map(text.__contains__, _SIGNS)) else []
    found += [match.span() for match in _DOMAIN.finditer(text)] if "." in text else []
    return sorted(found)


_SIGNS = (*"0123456789@#", "://", "www.")


@cache
def _pattern(base: str) -> re.Pattern[str]:
    letters = _SCRIPTS.get(base, _LATIN)
    part = f"[{letters}][{letters}{_MARKS}]*"
    return re.compile(f"(?<![{letters}]){part}(?:['’\\-‐‑]{part})*")
