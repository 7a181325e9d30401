"""Where a word may be divided: by patterns for its language, at hyphens and dashes, between square characters, in
Thai, which has no spaces between words, by the patterns of Thai in any language, and where a writer says so.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from exports import cache_sizes
from exports.typeset.line.script.addresses import is_address
from exports.typeset.line.script.cjk import has_squares, is_square, split_squares
from exports.typeset.line.script.clusters import clusters, ends_of, has_indic, has_thai, is_dead, thai_in
from exports.typeset.line.word.hyphenation_patterns import patterns

SOFT_HYPHEN = "\u00ad"

Piece = tuple[str, bool]
"""Text, and whether a hyphen is added when the line ends behind it."""

_LEAST_BEFORE, _LEAST_BEHIND = 2, 3
"""Letters that stay together before a hyphen, and behind it."""

_SHORTEST = _LEAST_BEFORE + _LEAST_BEHIND
"""Letters of the shortest word that is divided."""

_LONGEST = 60
"""Letters of the longest word that is divided by patterns: longer ones are no words, and take ever more time."""

_LEAST_CLUSTERS = 2
"""Letters, with their marks and what joins them, on either side of a place where a word of India is divided."""

_CHANCES = re.compile(r"(?<=[-–—])(?=\w)|(?<=[^\d/]/)(?=\w)|(?<=\d/)(?=[^\W\d])|(?<=[^\u200b]\u200b)(?=[\w“‘\"'(])")
"""Where a line may end without a hyphen: not between the figures of 24/7 or 1/2."""

_ADDRESS_CHANCES = re.compile(r"(?<=[^/]/)(?=\w)|(?<=//)(?=\w)|(?<=\w[.?&=@-])(?=\w)")
"""Where a line may end in an address or a handle; a hyphen would read as part of it."""

_CORE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INDIC_CORE = re.compile("[\u0900-\u0963\u0970-\u0dff\u200c\u200d]+")


class Hyphenator:
    """Divides the words of one language, each once."""

    def __init__(self, language: str) -> None:
        self.divides = bool(language)
        """Whether words are to be divided by a language; without one they are at hyphens and the like alone."""
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
        if is_address(word):
            return [(part, False) for part in _ADDRESS_CHANCES.split(word)]
        pieces: list[Piece] = []
        for part in _CHANCES.split(word):
            pieces += self._syllables(part) if part.isascii() else self._by_script(part)
        return pieces

    def _at_soft_hyphens(self, parts: list[str]) -> list[Piece]:
        """The pieces of a word with soft hyphens: it is divided there alone, and between square characters."""
        pieces: list[Piece] = []
        for number, part in enumerate(parts, 1):
            *first, last = split_squares(part) if has_squares(part) else [part]
            pieces += [*((piece, False) for piece in first), (last, number < len(parts) and not is_square(last[-1]))]
        return pieces

    def _by_script(self, part: str) -> list[Piece]:
        """The part of a word between chances, divided as its script is."""
        if has_squares(part):
            return [(piece, False) for piece in split_squares(part)]
        if has_thai(part):
            return [(piece, False) for piece in _cut_at(part, thai_places(part))]
        return self._aksharas(part) if has_indic(part) else self._syllables(part)

    def _aksharas(self, part: str) -> list[Piece]:
        """A word of India, divided by the patterns between letters that do not join."""
        match = _INDIC_CORE.search(part)
        if self._patterns is None or not match:
            return [(part, False)]
        found = clusters(match[0])
        places = list(zip(ends_of(found), found[1:], strict=False))[_LEAST_CLUSTERS - 1 : 1 - _LEAST_CLUSTERS]
        ends = (end for end, following in places if not is_dead(following))
        inside = set(self._patterns.positions(match[0])).intersection(ends)
        pieces = [(piece, True) for piece in _cut_at(part, [match.start() + cut for cut in sorted(inside)])]
        return [*pieces[:-1], (pieces[-1][0], False)]

    def _syllables(self, part: str) -> list[Piece]:
        """The part of a word between chances, divided by the patterns. Names in capitals stay whole."""
        match = _CORE.search(part)
        core = match[0] if match else ""
        if self._patterns is None or len(core) < _SHORTEST or core[1:].isupper() or len(core) > _LONGEST:
            return [(part, False)]
        at, last = match.start() if match else 0, len(core) - _LEAST_BEHIND
        inside = (at + cut for cut in self._patterns.positions(core) if _LEAST_BEFORE <= cut <= last)
        cuts = [0, *inside, len(part)]
        pieces = [(part[start:end], True) for start, end in itertools.pairwise(cuts)]
        return [*pieces[:-1], (pieces[-1][0], False)]


def _cut_at(part: str, places: Sequence[int]) -> list[str]:
    return [part[start:end] for start, end in itertools.pairwise([0, *places, len(part)])]


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def thai_places(text: str) -> tuple[int, ...]:
    """Where a line may end inside Thai text: between syllables, as the patterns have them.

    A letter that they leave alone was divided wrongly: neither side of it is a place.
    """
    found: list[int] = []
    for start, part in thai_in(text):
        thai = patterns("th")
        cuts = sorted(set(thai.positions(part) if thai else ()).intersection(ends_of(clusters(part))[:-1]))
        alone = {
            side for sides in itertools.pairwise([0, *cuts, len(part)]) if sides[1] - sides[0] < 2 for side in sides
        }
        found += [start + cut for cut in cuts if cut not in alone]
    return tuple(found)


@lru_cache(maxsize=cache_sizes.FORMATS)
def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a language, as `en-US`; of none, when the language is not to be divided (`""`)."""
    return Hyphenator(language)
