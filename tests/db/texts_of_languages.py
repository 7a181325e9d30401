"""A paragraph in each of sixty languages, and the ways in which people type its words."""

import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

PARAGRAPHS: dict[str, str] = tomllib.loads(Path(__file__).with_name("languages.toml").read_text(encoding="utf-8"))
"""By the tag of each language."""

_STRIPPED = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
"""Scripts whose readers search without marks, where they may: in the others a mark is as good as a letter."""
_ENDS = "“”„\u104b’។።၊'‟«».,;:·!?()…—–՝։،؛؟۔।፤。，；、"
"""What stands round words."""


def without_marks(word: str) -> str:
    """A word as a hurried person types it."""
    kept = []
    for one in unicodedata.normalize("NFD", word):
        if unicodedata.category(one) != "Mn" or not kept or not unicodedata.name(kept[-1], "").startswith(_STRIPPED):
            kept.append(one)
    return unicodedata.normalize("NFC", "".join(kept))


FORMS: dict[str, Callable[[str], str]] = {
    "as typed": str,
    "in capitals": str.upper,
    "in small letters": str.lower,
    "without marks": without_marks,
    "composed": lambda word: unicodedata.normalize("NFC", word),
    "decomposed": lambda word: unicodedata.normalize("NFD", word),
    "in wide and ligated forms": lambda word: word.replace("fi", "ﬁ").replace("2", "２"),
}
"""The ways of typing a word."""


def words_of(paragraph: str) -> Iterator[str]:
    """The words of a paragraph, as spaces part them."""
    return filter(None, (word.strip(_ENDS) for word in paragraph.split()))


def stretches_of(paragraph: str, length: int) -> Iterator[str]:
    """All stretches of so many letters, each with its marks, of a text whose words are not set apart."""
    for word in words_of(paragraph):
        starts = [at for at, one in enumerate(word) if unicodedata.category(one)[0] != "M"] + [len(word)]
        for first, last in zip(starts, starts[length:], strict=False):
            if word[first:last].isprintable() and not set(word[first:last]) & set(_ENDS):
                yield word[first:last]
