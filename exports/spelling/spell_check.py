"""Words of a story that are not known: looked up once each, and judged by how often the story uses them."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from exports.spelling.hunspell_library import Dictionary
from exports.spelling.known_names import KnownNames
from exports.spelling.text_words import TextWord, text_words

OFTEN = 3
"""Times a story uses a capitalised word that is taken for a name then: who mistypes a name does so once or twice."""
_MOST_REMEMBERED = 50_000
"""Words whose spelling is remembered: those of a hundred long stories."""
_POSSESSIVE = "'s"


class Unknown(NamedTuple):
    """A word of a text that nobody knows."""

    start: int
    end: int
    word: str
    near: str = ""
    """The known name it is a letter off from."""

    def counts(self, used: Counter[str]) -> bool:
        """Whether it is to be shown in a story that uses its words so often: what is often a name is none."""
        return bool(self.near) or not self.word[0].isupper() or used[self.word] < OFTEN


class SpellCheck:
    """Looks words up in the dictionary of one language, and among the names and words a newsroom knows."""

    def __init__(self, language: str, dictionary: Dictionary, names: KnownNames) -> None:
        self.language = language
        self._dictionary, self._names = dictionary, names
        self._is_english = language.partition("-")[0].lower() == "en"
        self._known: dict[str, bool] = {}
        self.unknown("")  # has the pattern of words compiled: here, on a worker, and not with the first key

    def unknown(self, text: str) -> tuple[Unknown, ...]:
        """The words of a text that are not known, in their order."""
        return tuple(found for word in text_words(text, self.language) for found in self._judge(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, a known name first. May take a second: no thread that others wait for."""
        near = self._names.near(_plain(word))
        return tuple(dict.fromkeys(filter(None, (near, *self._dictionary.suggest(word)))))

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right, or is known here."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._look_up(word)
        return known

    def _look_up(self, word: str) -> bool:
        plain, bare = _plain(word), _bare(word) if self._is_english else word
        return (
            self._dictionary.knows(word)
            or any(map(self._names.knows, {word, plain}))
            or (bare != word and self._dictionary.knows(bare))
        )

    def _judge(self, word: TextWord) -> Iterator[Unknown]:
        if self.knows(word.text):
            return
        parts = [word] if "-" not in word.text else [one for one in _parts(word) if not self.knows(one.text)]
        for part in parts:
            plain = _plain(part.text)
            yield Unknown(part.start, part.start + len(plain), plain, self._names.near(plain))


def _plain(word: str) -> str:
    """A word without the ending that says whose something is."""
    return word.removesuffix(_POSSESSIVE)


def _bare(word: str) -> str:
    """A word without accents: English writes café and cafe, and its dictionary has one of them."""
    if word.isascii():
        return word
    return "".join(one for one in normalize("NFD", word) if not combining(one))


def _parts(word: TextWord) -> Iterator[TextWord]:
    """What hyphens part; where soft hyphens stand in it too, the word as a whole."""
    if len(word.text) != word.end - word.start:
        yield word
        return
    at = word.start
    for part in word.text.split("-"):
        yield TextWord(at, at + len(part), part)
        at += len(part) + 1
