"""The dictionary of a language is found by its code: a person's own before the shipped one, the nearest before none."""

from pathlib import Path

import pytest

from exports.spelling.dictionary_files import dictionary_folders, find_dictionary


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("en-US", "en-US"), ("en", "en-US"), ("en-AU", "en-AU"), ("en-NZ", "en-GB"), ("nl", "nl"), ("nl-BE", "nl"),
        ("fr-CA", "fr"), ("pt", "pt-BR"), ("pt-BR", "pt-BR"),
    ],
)  # fmt: skip
def test_a_language_has_the_dictionary_that_is_nearest(language: str, found: str) -> None:
    files = find_dictionary(language, dictionary_folders()[:1])
    assert files is not None
    assert files.language == found


@pytest.mark.parametrize("language", ["zh", "ja", "th", "pt-PT", "tlh"])
def test_a_language_without_one_has_none(language: str) -> None:
    assert find_dictionary(language, dictionary_folders()[:1]) is None


def test_one_that_a_person_added_goes_before_the_shipped_one(tmp_path: Path) -> None:
    for name in ("nl.aff", "nl.dic", "de_CH.aff", "de_CH.dic", "it.dic"):
        (tmp_path / name).touch()
    found = find_dictionary("nl", dictionary_folders(tmp_path))
    assert found is not None
    assert found.words == tmp_path / "nl.dic"
    swiss = find_dictionary("de", dictionary_folders(tmp_path)[:2])
    assert swiss is not None
    assert swiss.language == "de-CH"
    assert find_dictionary("it", dictionary_folders(tmp_path)[:2]) is None, "its other file is missing"
