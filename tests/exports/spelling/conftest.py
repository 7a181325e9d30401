"""A dictionary of a few words, which is read at once."""

from pathlib import Path

import pytest

from exports.spelling.dictionary_files import DictionaryFiles

WORDS = (
    "the", "dues", "harbour", "co", "operate", "known", "well", "don't", "Hanover", "receive", "cafe", "and", "for",
    "of", "a", "rise",
)  # fmt: skip


@pytest.fixture(scope="session")
def small_files(tmp_path_factory: pytest.TempPathFactory) -> DictionaryFiles:
    folder = tmp_path_factory.mktemp("dictionary")
    return written(folder / "en-GB", WORDS)


def written(place: Path, words: tuple[str, ...], encoding: str = "UTF-8") -> DictionaryFiles:
    affixes, listed = place.with_suffix(".aff"), place.with_suffix(".dic")
    affixes.write_text(f"SET {encoding}\nTRY esianrtolcdugmphbyfvkwz\nWORDCHARS '\n", encoding="ascii")
    listed.write_text("\n".join([str(len(words)), *words, ""]), encoding=encoding)
    return DictionaryFiles(place.name, affixes, listed)
