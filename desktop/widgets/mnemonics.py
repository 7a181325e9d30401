"""Mnemonics: the letter by which an entry of an open menu is chosen, one for each and none for two."""

from collections.abc import Sequence
from string import ascii_uppercase

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def with_mnemonics(menu: QMenu) -> QMenu:
    """Mark a letter in each entry of a menu whenever it opens: what it offers may have changed; returns it."""
    _LetterMarks(menu)
    return menu


class _LetterMarks(QObject):
    """Child of the menu whose letters it marks, so that it goes with it and holds nothing of it."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        menu.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        menu = self.parent()
        if isinstance(menu, QMenu):
            mark_letters(menu)


def mark_letters(menu: QMenu) -> None:
    """Mark a letter in each entry; one in whose words none is left has none, one without letters of ours gets one."""
    entries = [action for action in menu.actions() if not action.isSeparator() and action.text()]
    titles = [_plain(action.text()) for action in entries]
    for action, title, letter in zip(entries, titles, letters_for(titles), strict=True):
        _mark(action, title, letter)


def letters_for(titles: Sequence[str]) -> list[str]:
    """A letter for each title, no letter twice: of its first word if that can be, empty where none is left.

    Where two want the same one, the earlier gives way if it has another: so that as many as can be have one.
    """
    owner = dict[str, int]()
    for place in range(len(titles)):
        _claim(place, titles, owner, set())
    of_place = {place: letter for letter, place in owner.items()}
    return [of_place.get(place, "") for place in range(len(titles))]


def _claim(place: int, titles: Sequence[str], owner: dict[str, int], tried: set[str]) -> bool:
    """Find a title a letter, and whoever has that another (Kuhn's matching); whether there is one."""
    for letter in _candidates(titles[place]):
        if letter in tried:
            continue
        tried.add(letter)
        if letter not in owner or _claim(owner[letter], titles, owner, tried):
            owner[letter] = place
            return True
    return False


def _candidates(title: str) -> list[str]:
    """Letters of a title, the first of each word before the others; any letter where it has none of ours."""
    upper = title.upper()
    firsts = [word[0] for word in upper.split()]
    found = [letter for letter in dict.fromkeys([*firsts, *upper]) if letter in ascii_uppercase]
    return found or list(ascii_uppercase)


def _mark(action: QAction, title: str, letter: str) -> None:
    """The title with its letter marked; behind it where it is not in the title, as Chinese programs have it."""
    shown = title.replace("&", "&&")
    at = _place_of(letter, shown)
    if letter:
        shown = f"{shown[:at]}&{shown[at:]}" if at >= 0 else f"{shown}(&{letter})"
    if shown != action.text():
        action.setText(shown)


def _place_of(letter: str, title: str) -> int:
    """The letter at the beginning of a word, or else anywhere; -1 where it is not."""
    upper = title.upper()
    if not letter or len(upper) != len(title):
        return -1
    begins = [at for at, sign in enumerate(upper) if sign == letter and (at == 0 or upper[at - 1] == " ")]
    return begins[0] if begins else upper.find(letter)


def _plain(text: str) -> str:
    """The words of an entry without the mark of a letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
