"""Where a word may be divided: by patterns for its language, at hyphens and dashes, between square characters."""

import itertools
import re
from functools import lru_cache

from exports.typeset.line.han import has_squares, is_square, split_squares
from exports.typeset.line.patterns import patterns

SOFT_HYPHEN = "\u00ad"

Piece = tuple[str, bool]
"""Text, and whether a hyphen is added when the line ends behind it."""

_LEAST_BEFORE, _LEAST_BEHIND = 2, 3
"""Letters that stay together before a hyphen, and behind it."""

_SHORTEST = _LEAST_BEFORE + _LEAST_BEHIND
"""Letters of the shortest word that is divided."""

_CHANCES = re.compile(r"(?<=[-–—/])(?=\w)")
_CORE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Hyphenator:
    """Divides the words of one language, each once."""

    def __init__(self, language: str) -> None:
        self._patterns = patterns(language)
        self._divided: dict[str, tuple[Piece, ...]] = {}

    def divide(self, word: str) -> tuple[Piece, ...]:
        """The pieces of a word; joined they are the word, less its soft hyphens."""
        pieces = self._divided.get(word)
        if pieces is None:
            pieces = self._divided[word] = tuple(self._divide(word))
        return pieces

    def _divide(self, word: str) -> list[Piece]:
        if SOFT_HYPHEN in word:
            return self._at_soft_hyphens([part for part in word.split(SOFT_HYPHEN) if part])
        pieces: list[Piece] = []
        for part in _CHANCES.split(word):
            pieces += [(piece, False) for piece in split_squares(part)] if has_squares(part) else self._syllables(part)
        return pieces

    def _at_soft_hyphens(self, parts: list[str]) -> list[Piece]:
        """The pieces of a word with soft hyphens: it is divided there alone, and between square characters."""
        pieces: list[Piece] = []
        for number, part in enumerate(parts, 1):
            *first, last = split_squares(part) if has_squares(part) else [part]
            pieces += [*((piece, False) for piece in first), (last, number < len(parts) and not is_square(last[-1]))]
        return pieces

    def _syllables(self, part: str) -> list[Piece]:
        """The part of a word between chances, divided by the patterns. Names in capitals stay whole."""
        match = _CORE.search(part)
        core = match[0] if match else ""
        if self._patterns is None or len(core) < _SHORTEST or core[1:].isupper() or len(core) > 60:
            return [(part, False)]
        at, last = match.start() if match else 0, len(core) - _LEAST_BEHIND
        inside = (at + cut for cut in self._patterns.positions(core) if _LEAST_BEFORE <= cut <= last)
        cuts = [0, *inside, len(part)]
        pieces = [(part[start:end], True) for start, end in itertools.pairwise(cuts)]
        return [*pieces[:-1], (pieces[-1][0], False)]


@lru_cache(maxsize=32)
def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a language, as `en-US`; of none, when the language is not to be divided (`""`)."""
    return Hyphenator(language)
