"""Letters with marks that are letters of their own in a language: å is no a in Swedish, й no и in Russian.

Folding takes their marks off, so that who types without them finds both. Who types them means them: of the stories
whose language has such a letter, those alone are found that have the word with it (Unicode Technical Standard 10,
“Asymmetric Search”). In a language in which the mark is but a mark a word is found either way: “Malmo” in English copy.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations

from db.text.folding import fold
from db.text.search_words import tokens_in

_ALPHABETS = {
    "sv fi": "åäö", "da nb nn no kl": "æøå", "fo": "áíóúýðæø", "is": "áéíóúýðþæö", "de": "äöü", "et": "äõöüšž",
    "es gl": "ñ", "pl": "ąćęłńóśźż", "cs": "čřšž", "sk": "äčôšž", "hr bs sr sl": "ćčđšž", "hu": "öőüű", "lt": "čšž",
    "lv": "čģķļņšž", "tr": "çğöşü", "az": "çəğöşü", "tk": "äçňöşüýž", "sq": "çë", "vi": "ăâđêôơư", "mt": "ċġħż",
    "eo": "ĉĝĥĵŝŭ", "hsb dsb": "ćčěłńŕřśšźž", "ku": "çêîşû", "uk": "йї", "be": "йў", "mk": "ѓќ",
    "ru bg uz cv": "й", "kk": "әғйқңөұү", "ky": "йңөү", "mn": "йөү", "tg": "ғйқҳҷ", "tt": "әҗйңөү", "ba": "әғҙйҡңөҫү",
    "ha": "ɓɗƙƴ", "ff": "ɓɗɲƴ", "ee": "ɖɛƒɣɔʋ", "ak tw": "ɛɔ",
}  # fmt: skip
"""The letters that folding merges with others, by languages: those that differ from them at the first level of CLDR's
collations, and the umlauts of German. Not Romanian's and the ґ of Ukrainian, which half of their copy leaves out, nor
the dotless i of Turkish, which capitals do not tell. Tones of Vietnamese are marks: where they stand in a word is a
matter of taste.
"""
ALPHABETS: Mapping[str, str] = {tag: letters for tags, letters in _ALPHABETS.items() for tag in tags.split()}
"""The same by the first part of a language's code."""

_COMPOSED = (*range(0x00C0, 0x0250), *range(0x0400, 0x0530), *range(0x1E00, 0x1F00))
"""Letters with marks, Latin and Cyrillic, of which some have an own letter in them: ấ is the letter â with a tone."""

_WITH_ONE_MARK = 2
"""Characters of a decomposed letter with one mark."""

_MOST_CHOSEN = 4
"""Own letters of a word of which all choices are told: 15 of four; more letters of their own has hardly any word."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class OwnSpelling:
    """How words are spelled in some languages, where that differs from their folded form."""

    letters: str
    """The letters of their own that were typed."""
    languages: tuple[str, ...]
    """The languages that have these letters and no other of those typed, by the first part of their code."""
    words: tuple[str, ...]
    """The words that have such a letter, in their order."""
    last: bool
    """Whether the last word of what was asked is one of them; it may go on where the question may."""


def alphabet_of(language: str) -> str:
    """The letters of their own of the language with this code; none for most."""
    return ALPHABETS.get(tag_of(language), "")


def tag_of(language: str) -> str:
    """The first part of a language's code, by which alphabets are told apart."""
    return language.partition("-")[0].lower()


def own_words(text: str, language: str) -> set[str]:
    """The words of a text that have letters of their own in a language, folded but for these letters or some of them.

    All ways of typing some of a word's letters are told: “łodz” is asked for where a keyboard has but one of “łódź”.
    """
    letters = set(alphabet_of(language))
    if not letters:
        return set()
    words = set(_WORD.findall(fold_but(text, "".join(letters))))
    return {form for word in words if (own := letters.intersection(word)) for form in _forms(word, own)}


def _forms(word: str, own: set[str]) -> Iterator[str]:
    """A word with each choice of its own letters; of one that has many, with each alone and with all."""
    sizes = range(1, len(own) + 1) if len(own) <= _MOST_CHOSEN else (1, len(own))
    for kept in chain.from_iterable(combinations(own, size) for size in sizes):
        yield word.translate({ord(letter): fold(letter) for letter in own.difference(kept)})


def own_spellings(text: str, words: tuple[str, ...]) -> tuple[OwnSpelling, ...]:
    """How what was typed is spelled in the languages for which it matters; `words` are those it asks the index for."""
    if text.isascii():
        return ()
    spelled = dict[str, list[str]]()
    small = unicodedata.normalize("NFC", text).lower()
    for tag, letters in ALPHABETS.items():
        if typed := "".join(sorted(set(letters) & set(small.translate(_simplified(letters))))):
            spelled.setdefault(typed, []).append(tag)
    spellings = (_own_spelling(text, typed, tuple(tags), words) for typed, tags in spelled.items())
    return tuple(one for one in spellings if one.words)


def _own_spelling(text: str, letters: str, tags: tuple[str, ...], words: tuple[str, ...]) -> OwnSpelling:
    spelled = [word for word, _place in tokens_in(fold_but(text, letters))][: len(words)]
    own = dict.fromkeys(word for word, folded in zip(spelled, words, strict=False) if word != folded)
    return OwnSpelling(letters, tags, tuple(own), bool(words) and spelled[-1] != words[-1])


def is_spelled(hit: str, spelling: OwnSpelling) -> bool:
    """Whether a hit in a text has the letters that were typed."""
    return set(spelling.words) <= {word for word, _place in tokens_in(fold_but(hit, spelling.letters))}


def fold_but(text: str, letters: str) -> str:
    """A text folded, in which these letters stay."""
    small = unicodedata.normalize("NFC", text).lower().translate(_simplified(letters))
    parts = re.split(f"([{letters}])", small)
    return "".join(part if number % 2 else fold(part) for number, part in enumerate(parts))


@cache
def _simplified(letters: str) -> dict[int, str]:
    """The own letter in each composed letter that has one, with further marks."""
    return {code: simple for code, simples in _simpler().items() for simple in simples if simple in letters}


@cache
def _simpler() -> dict[int, list[str]]:
    """The letters with one mark in each letter with several."""
    decomposed = {code: unicodedata.normalize("NFD", chr(code)) for code in _COMPOSED}
    return {
        code: [unicodedata.normalize("NFC", letters[0] + mark) for mark in letters[1:]]
        for code, letters in decomposed.items() if len(letters) > _WITH_ONE_MARK
    }  # fmt: skip
