"""Hunspell's own library: it knows and suggests words in the dictionary's encoding, while other threads go on."""

import threading
from pathlib import Path

import pytest

from db.errors import Unreadable
from exports.spelling import hunspell_library
from exports.spelling.dictionary_files import DictionaryFiles, dictionary_folders, find_dictionary
from exports.spelling.hunspell_library import ChunspellDictionary, open_dictionary, suggestions_of, try_dictionary
from tests.exports.spelling.conftest import written


def test_it_knows_words_and_suggests_others(small_files: DictionaryFiles) -> None:
    dictionary = open_dictionary(small_files)
    assert dictionary.knows("harbour")
    assert dictionary.knows("Harbour")
    assert not dictionary.knows("harber")
    assert dictionary.suggest("recieve") == ("receive",)


def test_older_dictionaries_are_asked_in_their_encoding(tmp_path: Path) -> None:
    dictionary = open_dictionary(written(tmp_path / "de", ("Bär", "Straße"), "ISO8859-1"))
    assert dictionary.knows("Bär")
    assert dictionary.suggest("Strase") == ("Straße",)
    assert not dictionary.knows("Москва")
    assert dictionary.suggest("Москва") == ()


def test_suggestions_let_other_threads_go_on() -> None:
    """A suggestion that keeps the interpreter's lock would let the counting thread stand still for all of it."""
    files = find_dictionary("en-US", dictionary_folders())
    assert files is not None
    dictionary = open_dictionary(files)
    dictionary.suggest("harbour")
    ended, counted = threading.Event(), [0]

    def count() -> None:
        while not ended.is_set():
            counted[0] += 1

    counter = threading.Thread(target=count)
    counter.start()
    before = counted[0]
    assert "harbor" in dictionary.suggest("harbuor")
    went_on = counted[0] - before
    ended.set()
    counter.join()
    assert went_on > _STANDING_STILL


_STANDING_STILL = 2_000
"""Steps that a thread may take at the borders of a call that keeps the lock; in ten milliseconds it takes more."""


def test_without_the_library_chunspell_is_asked_the_same(
    small_files: DictionaryFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell_library, "_library_file", lambda: None)
    dictionary = open_dictionary(small_files)
    assert isinstance(dictionary, ChunspellDictionary)
    assert dictionary.knows("harbour")
    assert not dictionary.knows("harber")
    assert suggestions_of(small_files, "recieve") == ("receive",)


def test_what_is_no_dictionary_is_refused_in_a_process_of_its_own(tmp_path: Path, small_files: DictionaryFiles) -> None:
    with pytest.raises(Unreadable, match="There is no dictionary at"):
        open_dictionary(DictionaryFiles("xx", tmp_path / "xx.aff", tmp_path / "xx.dic"))
    (tmp_path / "song.aff").touch()
    (tmp_path / "song.dic").write_text("la la la\n", encoding="ascii")
    with pytest.raises(Unreadable, match=r"song\.dic is no dictionary"):
        try_dictionary(DictionaryFiles("song", tmp_path / "song.aff", tmp_path / "song.dic"))
    try_dictionary(small_files)
