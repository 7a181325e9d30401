"""Dictionaries of Hunspell as files: shipped, added by a person, or the system's; and the one of each language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resources import resource

SYSTEM_FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/usr/local/share/hunspell"),
    Path("/Library/Spelling"),
)
"""Folders in which systems keep those that they have."""

_NEAREST = {"en": ("en-GB", "en-US"), "pt": ("pt-BR",)}
"""Dictionaries that serve a language where its own region has none; English beyond those shipped is written as in
Britain. European Portuguese differs too much from that of Brazil: it stands under its own code alone.
"""
_OWN_REGION_ALONE = ("pt-PT",)
_FIRST = {"en": "en-US"}
"""The region that is meant by a language without one."""


@dataclass(frozen=True)
class DictionaryFiles:
    """The two files of one dictionary."""

    language: str
    """Code of its language, as `en-GB`."""
    affixes: Path
    words: Path


def dictionary_folders(own: Path | None = None) -> tuple[Path, ...]:
    """Folders that are looked through, the first before the others: that of a person, the shipped one, the system's."""
    return (*([own] if own else []), resource("dictionaries"), *SYSTEM_FOLDERS)


def dictionaries_in(folders: Iterable[Path]) -> dict[str, DictionaryFiles]:
    """The dictionaries in some folders by their languages; of two of the same the first counts."""
    found: dict[str, DictionaryFiles] = {}
    for folder in folders:
        for one in _in_folder(folder):
            found.setdefault(one.language, one)
    return found


def find_dictionary(language: str, folders: Iterable[Path]) -> DictionaryFiles | None:
    """The dictionary of a language (BCP 47), or the one that comes nearest to it; None where there is none."""
    known = dictionaries_in(folders)
    return next((known[one] for one in _candidates(language, tuple(known)) if one in known), None)


def _candidates(language: str, known: Sequence[str]) -> Iterator[str]:
    code = language.replace("_", "-")
    base = code.partition("-")[0].lower()
    if code == base:
        yield _FIRST.get(base, base)
    yield code
    if code in _OWN_REGION_ALONE:
        return
    yield base
    yield from _NEAREST.get(base, ())
    if base not in _NEAREST:
        yield from sorted(one for one in known if one.startswith(f"{base}-"))


def _in_folder(folder: Path) -> Iterator[DictionaryFiles]:
    try:
        names = sorted(folder.glob("*.dic"))
    except OSError:
        return
    for words in names:
        affixes = words.with_suffix(".aff")
        if affixes.is_file():
            yield DictionaryFiles(words.stem.replace("_", "-"), affixes, words)
