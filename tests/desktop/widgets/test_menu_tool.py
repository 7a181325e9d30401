"""Buttons that open a menu: by hand, and by what a screen reader does."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.menu_tool import open_menu


@pytest.fixture
def button(qtbot: QtBot, theme: Theme) -> QToolButton:
    """A button with a menu of one entry, which is shut as soon as it is open."""
    button = QToolButton()
    menu = QMenu(button)
    menu.addAction("Quit")
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    open_menu(button, menu)
    qtbot.addWidget(button)
    button.resize(100, 30)
    return button


@pytest.mark.parametrize("place", [2, 50, 98])
def test_a_press_anywhere_on_the_button_opens_its_menu(button: QToolButton, place: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.menu().aboutToShow):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(place, 15))


def test_the_space_bar_opens_it_and_the_button_is_up_again_behind_it(button: QToolButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.menu().aboutToShow):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isDown()


def test_a_screen_reader_opens_the_menu_and_finds_its_entries(button: QToolButton, qtbot: QtBot) -> None:
    found = QAccessible.queryAccessibleInterface(button)
    with qtbot.waitSignal(button.menu().aboutToShow):
        found.actionInterface().doAction("ShowMenu")
    assert found.child(0).child(0).text(QAccessible.Text.Name) == "Quit"


def test_without_a_menu_the_button_is_pressed_as_any_other(button: QToolButton, qtbot: QtBot) -> None:
    open_menu(button, None)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
