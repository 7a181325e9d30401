"""Letters by which the entries of an open menu are chosen."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.values import Story
from desktop.widgets.mnemonics import letters_for, mark_letters
from tests.desktop.conftest import OpenWindow


def test_every_title_has_a_letter_of_its_own_of_its_first_word_if_that_can_be() -> None:
    assert letters_for(["Open", "Options", "Another"]) == ["P", "O", "A"]
    assert letters_for(["Quit", "Settings…", "新建"]) == ["Q", "S", "A"]
    assert letters_for(["A", "a"]) == ["A", ""]


def test_a_letter_is_marked_where_it_stands_and_again_alike(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("City && Arts", "Export…", "撤销"):
        menu.addAction(text)
    for _ in range(2):
        mark_letters(menu)
        assert [action.text() for action in menu.actions()] == ["&City && Arts", "&Export…", "撤销(&A)"]


def test_no_entry_of_the_window_is_without_a_letter_or_shares_one(open_window: OpenWindow, draft: Story) -> None:
    window = open_window("chief")
    main = window.board_page.header.menu.menu()
    below = [action.menu() for action in main.actions() if isinstance(action.menu(), QMenu)]
    for menu in (main, *below):
        menu.aboutToShow.emit()
        texts = [action.text() for action in menu.actions() if action.text()]
        marked = [text.replace("&&", "")[text.replace("&&", "").find("&") + 1].upper() for text in texts if "&" in text]
        assert len(marked) == len(texts), texts
        assert len(set(marked)) == len(marked), texts
