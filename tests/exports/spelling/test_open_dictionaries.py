"""A dictionary is read once, and the one that was used longest ago is given up first."""

from pathlib import Path

from exports.spelling import open_dictionaries
from exports.spelling.open_dictionaries import OpenDictionaries
from tests.exports.spelling.conftest import written


def test_a_dictionary_is_read_once_until_it_is_forgotten(tmp_path: Path) -> None:
    written(tmp_path / "nl", ("haven",))
    dictionaries = OpenDictionaries([tmp_path])
    first = dictionaries.of("nl")
    assert first is not None
    assert dictionaries.of("nl-BE") is first
    assert dictionaries.of("de") is None
    dictionaries.forget()
    assert dictionaries.of("nl") is not first


def test_few_are_kept(tmp_path: Path) -> None:
    codes = ("nl", "de", "it", "sv", "cs")
    for code in codes:
        written(tmp_path / code, ("haven",))
    dictionaries = OpenDictionaries([tmp_path])
    first = [dictionaries.of(code) for code in codes]
    assert len(first) == open_dictionaries._MOST + 1
    assert dictionaries.of("cs") is first[-1]
    assert dictionaries.of("nl") is not first[0]
