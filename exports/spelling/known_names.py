"""Names and words that a newsroom knows: written so they are right, and a word a letter off from one is wrong."""

from collections.abc import Iterable, Iterator

from db.style.word_lists import INFLECTED
from exports.spelling.text_words import looked_up

_SHORTEST_NEAR = 4
"""Letters of a name whose near misses are told: shorter ones are a letter off from too many words."""


class KnownNames:
    """A set of names, each of one or several words; `Lind*` stands for all that begin so."""

    def __init__(self, names: Iterable[str] = (), words: Iterable[str] = ()) -> None:
        """`names` are those of people and places, `words` those of lists, in which small letters may be capitals."""
        single = [part for name in (*names, *words) for part in looked_up(name).split()]
        plain = [part.strip('.,;:()[]"“”') for part in single]
        self._whole = frozenset(part for part in plain if part and not part.endswith(INFLECTED))
        self._beginnings = tuple(part[:-1] for part in plain if len(part) > 1 and part.endswith(INFLECTED))
        self._near = _by_what_is_left((*self._whole, *self._beginnings))

    def knows(self, word: str) -> bool:
        """Whether a word is one of them, in capitals too, or begins as one that is inflected."""
        if word in self._whole or (word[:1].isupper() and _small(word) in self._whole):
            return True
        if word.isupper() and (word.title() in self._whole or word.capitalize() in self._whole):
            return True
        return bool(self._beginnings) and word.startswith(self._beginnings)

    def near(self, word: str) -> str:
        """The known name that a capitalised word is a letter off from; empty when there is none.

        A letter is missing, too many, another, or two stand in the wrong order.
        """
        if len(word) < _SHORTEST_NEAR or not word[0].isupper():
            return ""
        near = (name for key in _shortened(word) for name in self._near.get(key, ()))
        return next((name for name in near if name != word and is_near(word, name)), "")


def _by_what_is_left(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by what is left of each when one of its letters is missing, or none."""
    found: dict[str, list[str]] = {}
    for name in sorted({one for one in names if len(one) >= _SHORTEST_NEAR and one[0].isupper()}):
        for key in _shortened(name):
            found.setdefault(key, []).append(name)
    return found


def is_near(word: str, name: str) -> bool:
    """Whether two words are a letter apart (Damerau and Levenshtein's distance of one)."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    head = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    one, other = word[head:], name[head:]
    swapped = len(one) > 1 and len(one) == len(other) and one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _shortened(word: str) -> Iterator[str]:
    yield word
    for number in range(len(word)):
        yield word[:number] + word[number + 1 :]
