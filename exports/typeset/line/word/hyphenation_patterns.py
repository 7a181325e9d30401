"""Hyphenation patterns from pyphen's dictionaries, read in a fifth of the time pyphen takes: a pattern is understood
when a word first meets it, which most of them never see.

After F. M. Liang, “Word Hy-phen-a-tion by Com-put-er” (1983). Where words change their letters when they are divided,
as in Hungarian, pyphen itself reads the dictionary, and they stay whole at such places.
"""

from functools import lru_cache
from pathlib import Path
from typing import Protocol

import pyphen

from exports import cache_sizes

_DIGITS = b"0123456789"

_NO_PATTERN = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN")
"""What lines begin with that hold none."""

_OTHER_NAMES = {"no": "nb"}
"""Languages with a code of their own for what pyphen knows by another: most Norwegian is bokmål."""


class Patterns(Protocol):
    """Says where the words of a language may be divided."""

    def positions(self, word: str) -> list[int]:
        """The offsets in a word before which a line may begin, in order."""


@lru_cache(maxsize=cache_sizes.HEAVY)
def patterns(language: str) -> Patterns | None:
    """The patterns of a language, as `en-US`, or of the nearest there is; None where there are none."""
    known = pyphen.language_fallback(_OTHER_NAMES.get(language.partition("-")[0].lower(), language))
    if not known:
        return None
    path: Path = pyphen.LANGUAGES[known]
    encoding, _, text = path.read_bytes().partition(b"\n")
    lines = [line.strip() for line in text.decode(encoding.decode("ascii").strip()).split("\n")]
    lines = [line for line in lines if line and not line.startswith(_NO_PATTERN)]
    return _Changing(path) if any("/" in line or "^^" in line for line in lines) else _Listed(lines)


class _Listed:
    """Patterns by their letters. Each is a line: letters, and between them how much speaks for dividing there."""

    def __init__(self, lines: list[str]) -> None:
        letters = "\n".join(lines).encode().translate(None, _DIGITS).decode()  # as bytes in a tenth of the time
        self._lines = dict(zip(letters.split("\n"), lines, strict=True))
        self._longest = max(map(len, self._lines))
        self._values: dict[str, tuple[int, ...]] = {}

    def positions(self, word: str) -> list[int]:
        """Where the greatest value of all patterns found in the word is odd."""
        pointed = f".{word.lower()}."
        length, lines = len(pointed), self._lines
        greatest = [0] * (length + 1)
        for start in range(length - 1):
            for end in range(start + 1, min(start + self._longest, length) + 1):
                letters = pointed[start:end]
                if letters in lines:
                    for at, value in enumerate(self._values.get(letters) or self._understood(letters), start):
                        if value > greatest[at]:
                            greatest[at] = value
        return [at - 1 for at, value in enumerate(greatest) if value % 2]

    def _understood(self, letters: str) -> tuple[int, ...]:
        """The values of a pattern: before each letter, and behind the last."""
        values = [0]
        for character in self._lines[letters]:
            if character.isdigit():
                values[-1] = int(character)
            else:
                values.append(0)
        self._values[letters] = tuple(values)
        return self._values[letters]


class _Changing:
    """A dictionary with words that are spelled otherwise when divided."""

    def __init__(self, path: Path) -> None:
        self._read = pyphen.Pyphen(filename=path, left=0, right=0)

    def positions(self, word: str) -> list[int]:
        """Where a word is divided as it is written."""
        return [int(position) for position in self._read.hd.positions(word) if not position.data]
