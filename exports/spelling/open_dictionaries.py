"""Dictionaries that are open: each is read once, and kept while stories of its language are written."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from exports.spelling.dictionary_files import DictionaryFiles, find_dictionary
from exports.spelling.hunspell_library import Dictionary, open_dictionary

_MOST = 4
"""Dictionaries that are kept open: each takes from 6 to 40 MB, and an evening's stories are in few languages."""


class OpenDictionaries:
    """Those of some folders. Safe to share between threads."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._lock = Lock()
        self._open: dict[DictionaryFiles, Dictionary] = {}

    def of(self, language: str) -> Dictionary | None:
        """The dictionary of a language; None where there is none. May take a second. Raises Unreadable."""
        files = find_dictionary(language, self.folders)
        if files is None:
            return None
        with self._lock:
            dictionary = self._open.pop(files, None) or open_dictionary(files)
            self._open[files] = dictionary
            while len(self._open) > _MOST:
                self._open.pop(next(iter(self._open)))
        return dictionary

    def forget(self) -> None:
        """Read all anew when they are asked for next: other files stand there."""
        with self._lock:
            self._open.clear()
