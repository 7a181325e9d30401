"""The menu of the window, on the board and in a story."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from db.values import Story
from desktop.widgets.header_buttons import MenuButton, PersonButton
from tests.desktop.conftest import OpenWindow, open_in


def test_a_story_has_the_menu_and_the_way_out_too(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    qtbot.waitUntil(window.isActiveWindow)
    open_in(window, draft, qtbot)
    person, menu = window.story_page.findChild(PersonButton), window.story_page.findChild(MenuButton)
    assert menu.menu() is window.board_page.header.menu.menu()
    assert [action.text() for action in person.menu().actions()] == ["Switch account…", "Quit"]
    menu.menu().aboutToShow.connect(partial(QTimer.singleShot, 0, menu.menu().close))  # it waits until it is closed
    with qtbot.waitSignal(menu.menu().aboutToShow):
        qtbot.keyClick(window.story_page.form.body, Qt.Key.Key_F10)
