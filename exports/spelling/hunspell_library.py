"""Hunspell's own library, which chunspell brings along: loaded and asked without the interpreter's lock where it waits.

What chunspell itself calls keeps that lock, for up to a third of a second in a suggestion, and the window would stand
still. Where the library is no file of its own (on Windows) chunspell is asked, and its suggestions in another process.
"""

import ctypes
import os
import weakref
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from db.errors import Unreadable
from db.sandbox import sandboxed
from exports.spelling.dictionary_files import DictionaryFiles

_PACKAGE = "hunspell"
_UNKNOWN_ENCODING = "utf-8"
_Words = ctypes.POINTER(ctypes.c_char_p)


class Dictionary(Protocol):
    """The words of a language."""

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right; told in some millionths of a second."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first. May take a second: no thread that others wait for."""


def open_dictionary(files: DictionaryFiles) -> Dictionary:
    """The dictionary in two files. Takes from 0.05 to 1.5 s. Raises Unreadable when they are none."""
    for path in (files.affixes, files.words):
        if not path.is_file():
            raise Unreadable(f"There is no dictionary at {path}.")
    return LibraryDictionary(files) if _library_file() else ChunspellDictionary(files)


class LibraryDictionary:
    """Asked by the library's functions in C. Whoever suggests has a copy of the words for that: it is slow."""

    def __init__(self, files: DictionaryFiles) -> None:
        self._files, self._lock = files, Lock()
        self._words, self._encoding = _load(files)
        self._suggesting: int | None = None
        weakref.finalize(self, _library().Hunspell_destroy, self._words)

    def knows(self, word: str) -> bool:
        """See Dictionary. One thread at a time."""
        try:
            return bool(_quick().Hunspell_spell(self._words, word.encode(self._encoding)))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str) -> tuple[str, ...]:
        """See Dictionary. Any thread."""
        try:
            asked = word.encode(self._encoding)
        except UnicodeEncodeError:
            return ()
        with self._lock:
            if self._suggesting is None:
                self._suggesting, _ = _load(self._files)
                weakref.finalize(self, _library().Hunspell_destroy, self._suggesting)
            return _suggested(self._suggesting, asked, self._encoding)


class ChunspellDictionary:
    """Asked by chunspell; suggestions are made in a process of their own."""

    def __init__(self, files: DictionaryFiles) -> None:
        self._files, self._words = files, _chunspell(files)

    def knows(self, word: str) -> bool:
        """See Dictionary."""
        try:
            return bool(self._words.spell(word))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str) -> tuple[str, ...]:
        """See Dictionary."""
        return sandboxed(suggestions_of, self._files, word, name=self._files.words.name)


def suggestions_of(files: DictionaryFiles, word: str) -> tuple[str, ...]:
    """Suggestions of a dictionary that is opened for this one word."""
    try:
        return tuple(_chunspell(files).suggest(word))
    except UnicodeEncodeError:
        return ()


def try_dictionary(files: DictionaryFiles) -> None:
    """Open files somebody gives as a dictionary, in a process that they may crash. Raises Unreadable for none."""
    sandboxed(_opened_and_asked, files, name=files.words.name)


def _opened_and_asked(files: DictionaryFiles) -> None:
    first = files.words.read_bytes()[:_HEAD].split(b"\n", 1)[0].strip(b"\xef\xbb\xbf \t\r")
    if not first.split(b" ")[0].isdigit():
        raise Unreadable(f"{files.words.name} is no dictionary: its first line does not say how many words it has.")
    dictionary = open_dictionary(files)
    dictionary.knows("word")


_HEAD = 64
"""Bytes in which the first line of a dictionary stands: a number."""


def _chunspell(files: DictionaryFiles) -> Any:
    module = import_module(_PACKAGE)
    try:
        return module.Hunspell(files.words.stem, hunspell_data_dir=str(files.words.parent))
    except (OSError, UnicodeError) as error:
        raise Unreadable(f"The dictionary {files.words.name} cannot be read: {error}.") from error


@cache
def _library_file() -> Path | None:
    """The library beside chunspell; None where it is a part of that."""
    spec = find_spec(_PACKAGE)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    return next(iter(sorted(folder.glob("libhunspell*"))), None) if folder else None


@cache
def _library() -> Any:
    """The library, whose calls let other threads go on meanwhile."""
    library = _declared(ctypes.CDLL(str(_library_file())))
    library.Hunspell_create.argtypes, library.Hunspell_create.restype = [ctypes.c_char_p] * 2, ctypes.c_void_p
    library.Hunspell_destroy.argtypes, library.Hunspell_destroy.restype = [ctypes.c_void_p], None
    library.Hunspell_get_dic_encoding.argtypes = [ctypes.c_void_p]
    library.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
    library.Hunspell_suggest.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Words), ctypes.c_char_p]
    library.Hunspell_free_list.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Words), ctypes.c_int]
    return library


@cache
def _quick() -> Any:
    """The same for calls too short to be worth handing over the lock, which another thread may keep for long."""
    return _declared(ctypes.PyDLL(str(_library_file())))


def _declared(library: Any) -> Any:
    library.Hunspell_spell.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    return library


def _load(files: DictionaryFiles) -> tuple[int, str]:
    """Address of the words in memory, and the encoding they are asked in."""
    library = _library()
    words = library.Hunspell_create(os.fsencode(files.affixes), os.fsencode(files.words))
    if not words:
        raise Unreadable(f"The dictionary {files.words.name} cannot be read.")
    encoding = library.Hunspell_get_dic_encoding(words).decode("ascii", "replace")
    try:
        "".encode(encoding)
    except LookupError:
        encoding = _UNKNOWN_ENCODING
    return words, encoding


def _suggested(words: int, asked: bytes, encoding: str) -> tuple[str, ...]:
    found = _Words()
    count = _library().Hunspell_suggest(words, ctypes.byref(found), asked)
    try:
        return tuple((found[number] or b"").decode(encoding, "replace") for number in range(count))
    finally:
        _library().Hunspell_free_list(words, ctypes.byref(found), count)
