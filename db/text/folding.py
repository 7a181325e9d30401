"""Folding: what readers take for the same word becomes the same text, for whatever is compared, indexed or looked for.

Compatibility forms (NFKC) and case (casefold) go, and so do marks that those who search leave out: accents, the points
of Hebrew and Arabic, nuktas. Marks that make another letter stay: voiced kana, vowel signs, viramas, tones of Thai and
Burmese. No database folds anything: both are given what comes out here (Unicode Standard, 3.13 and 5.18; UAX #15).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

_OVERLAY, _NUKTA, _MYANMAR_DOT = 1, 7, "\u1037"
"""Classes of marks that are left out; the dot below of Burmese has the class of a nukta, and is a tone."""
_FIRST_POINT, _LAST_POINT = 10, 36
"""Canonical combining classes of the points of Hebrew, Arabic and Syriac (UAX #44, 5.7.4)."""
_FIRST_ACCENT = 200
"""The lowest class of a mark that is placed around any letter: accents, cedillas; lower ones belong to a script."""

_SIGNS = str.maketrans(dict.fromkeys("™℠", " "))
"""Signs that are no part of a word, though their compatibility forms are letters: “Galley™” is found by “galley”."""

_ALIKE = {
    "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n",
    "ʼ": "'", "ʻ": "'", "ʹ": "'", "ʾ": "'", "ʿ": "'", "’": "'", "‘": "'",
    "\u0640": "", "ٱ": "ا", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ۃ": "ه",
    "\u0901": "\u0902", "\u0981": "\u0982", "\u0a01": "\u0a02", "\u0a70": "\u0a02", "\u0b01": "\u0b02",
    **dict(zip("ƀɓƈȼɖɗəɛǝɇƒɠǥɣɨɩɉȷƙƚɲɔɵƥɍʂƭⱦʉʊʋƴɏƶʒꞌ", "bbccddeeeefgggiijjklnooprsttuuvyyzz'", strict=True)),
    **dict(zip("әғґҕҗҙқҝҟҡӄңҥӈөҫҭүұҳҷҹ", "агггжзкккккннностуухчч", strict=True)),
}  # fmt: skip
"""Letters that are typed for one another and have no decomposition: strokes and ligatures of Latin, hooks and
descenders that keyboards lack (Hausa, Ewe, Azerbaijani, Kazakh, Tatar, the ґ of Ukrainian), apostrophes, forms of one
letter in Arabic, Persian and Urdu (as Lucene's normalizers have them), the candrabindu for the anusvara."""

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Characters without a shape of their own beside those of category Cf (UAX #44, Default_Ignorable_Code_Point)."""
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors: which shape of a character is meant."""

_SYLLABLE_PARTS = frozenset(map(chr, (*range(0x1160, 0x1200), *range(0xD7B0, 0xD800), 0xFF9E, 0xFF9F)))
"""Letters that go into the one before: vowels and ends of Hangul, and the narrow voicing marks of kana."""
_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32|\u0ecd([\u0ec8-\u0ecb]*)\u0eb2")
"""The vowel am of Thai and Lao, which is typed as one letter or as two round a tone; it is no mark of what precedes."""


class _Letters(dict[int, str]):
    """The folded form of each decomposed character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _folded_letter(chr(code))
        return folded


_LETTERS = _Letters()


def fold(text: str) -> str:
    """A text as it is compared: composed, in small letters, without accents and what is not seen.

    Line breaks stay, and nothing else becomes one; what is folded does not change when it is folded again.
    """
    small = text.lower()
    return small if text.isascii() else _FOREIGN.sub(_folded_match, small)


_FOREIGN = re.compile(r"[^\x00-\x7f]+")
"""Characters that are folded together, and by themselves: nothing in ASCII composes with what stands beside it."""

_CACHED_LENGTH, _CACHED = 32, 1 << 15
"""Characters of a stretch that is worth keeping, a word; and how many are kept: those of daily use, 5 MB."""


def _folded_match(found: re.Match[str]) -> str:
    stretch = found[0]
    return _folded_word(stretch) if len(stretch) <= _CACHED_LENGTH else _folded_stretch(stretch)


@lru_cache(_CACHED)
def _folded_word(stretch: str) -> str:
    return _folded_stretch(stretch)


def _folded_stretch(stretch: str) -> str:
    decomposed = unicodedata.normalize("NFKD", stretch.translate(_SIGNS))
    folded = unicodedata.normalize("NFC", decomposed.translate(_LETTERS))
    if "\u0e4d" in folded or "\u0ecd" in folded:
        return _AM.sub(_as_one_letter, folded)
    return folded


def _as_one_letter(am: re.Match[str]) -> str:
    return f"{am[2]}\u0eb3" if am[1] is None else f"{am[1]}\u0e33"


def folded_name(name: str) -> str:
    """The name of a desk, a kind or a person as it is compared: folded, and its spaces alike."""
    return " ".join(fold(name).split())


def find_name(names: Sequence[str], name: str) -> int | None:
    """The number of a name in a list: of the one that is spelled just so, else of the first that is folded alike."""
    if name in names:
        return names.index(name)
    wanted = folded_name(name)
    return next((number for number, one in enumerate(names) if folded_name(one) == wanted), None)


def _folded_letter(letter: str) -> str:
    if letter in _UNSEEN or _SELECTORS.match(letter) or _is_left_out(letter):
        return ""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    small = letter.casefold()
    return _ALIKE.get(small, small)


def _is_left_out(letter: str) -> bool:
    """Whether this is a mark that searchers leave out, or a sign that only steers how others are set."""
    if unicodedata.category(letter) in ("Cf", "Me"):
        return True
    place = unicodedata.combining(letter)
    if place == _NUKTA:
        return letter != _MYANMAR_DOT
    return place == _OVERLAY or _FIRST_POINT <= place <= _LAST_POINT or place >= _FIRST_ACCENT


def origins(original: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where in a text stands what has these places in its folded form: folding makes letters longer, shorter, fewer.

    The places follow one another; of a letter, all is told though only a part of its folded form was asked for.
    """
    ends = (at for start, end in places for at in (start, end - 1))
    found = _letters_at(original, ends)
    for (start, _), (_, end) in zip(found, found, strict=True):
        while end < len(original) and _goes_on(original[end]):
            end += 1
        yield start, end


def _letters_at(original: str, wanted: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where the letters begin and end that stand at these places, in their order, of the folded text."""
    stretches = _FOREIGN.finditer(original)
    stretch, before, length = next(stretches, None), 0, 0
    for at in wanted:
        while stretch and at >= stretch.start() - before + (length := len(fold(stretch[0]))):
            before += len(stretch[0]) - length
            stretch = next(stretches, None)
        if stretch and at >= stretch.start() - before:
            yield _letter_at(stretch[0], stretch.start(), at - stretch.start() + before)
        else:
            yield at + before, at + before + 1


def _letter_at(stretch: str, first: int, at: int) -> tuple[int, int]:
    """Where the letter begins and ends that is folded to the character at a place of a folded stretch."""
    for start, end in _letters(stretch):
        at -= len(fold(stretch[start:end]))
        if at < 0:
            return first + start, first + end
    return first + len(stretch), first + len(stretch)


def _letters(stretch: str) -> Iterator[tuple[int, int]]:
    """Where letters begin and end: each with the marks, the vowels and ends of a syllable that are composed with it."""
    start = 0
    for at in range(1, len(stretch) + 1):
        if at == len(stretch) or not _goes_on(stretch[at]):
            yield start, at
            start = at


def _goes_on(character: str) -> bool:
    """Whether a character belongs to the letter before it."""
    if unicodedata.category(character)[0] == "M" or character in _SYLLABLE_PARTS:
        return True
    return not fold(character)
