"""The header above the board: what is typed is searched for, Escape empties it, and buttons do what actions do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.board.header import Header
from desktop.shell.window import MainWindow


@pytest.fixture
def header(open_window: Callable[[str], MainWindow]) -> Header:
    """The header of the reporter's window."""
    return open_window("reporter").board_page.header


def test_what_is_typed_is_searched_for_and_escape_empties_it(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.searched, check_params_cb=lambda text: text == "lift"):
        header.search.setText("lift")
    assert not header._key.isVisible()
    with qtbot.waitSignal(header.search_left):
        qtbot.keyClick(header.search, Qt.Key.Key_Escape)
    assert header.search.text() == ""
    assert header._key.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_go_on_to_the_cards_and_leave_the_search(header: Header, qtbot: QtBot, key: Qt.Key) -> None:
    header.search.setText("lift")
    with qtbot.waitSignal(header.search_left):
        qtbot.keyClick(header.search, key)
    assert header.search.text() == "lift"


def test_it_says_who_is_at_work_and_where(header: Header) -> None:
    assert header.person.text() == " Wu Jing · reporter"
    assert header.person.toolTip() == "Signed in as reporter, City"
    assert [action.text().replace("&", "") for action in header.person.menu().actions()][-1].startswith("Quit")


def test_a_button_says_the_keys_of_its_action(header: Header) -> None:
    assert "Ctrl+N" in header.new_story.toolTip()


def test_a_button_whose_action_one_may_never_use_is_disabled(open_window: Callable[[str], MainWindow]) -> None:
    header = open_window("production").board_page.header
    assert (header.new_story.isEnabled(), header.import_files.isEnabled()) == (False, False)


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_key_of_the_search_stands_clear_of_where_one_types(
    open_window: Callable[[str], MainWindow],
    qapp: QApplication,
    request: pytest.FixtureRequest,
    way: Qt.LayoutDirection,
) -> None:
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    qapp.setLayoutDirection(way)
    header = open_window("reporter").board_page.header
    key, search = header._key.geometry(), header.search
    where = search.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert not key.contains(where.center())
    assert (key.center().x() > search.width() / 2) is (way is Qt.LayoutDirection.LeftToRight)
    assert (where.center().x() < search.width() / 2) is (way is Qt.LayoutDirection.LeftToRight)
