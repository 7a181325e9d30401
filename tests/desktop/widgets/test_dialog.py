"""The frame of our dialogs: the keyboard begins in the first field, and what is said later finds room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.dialog import FormDialog

LONG = "The server that holds the newsroom does not answer: is it running, and can it be reached from here? " * 3


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> FormDialog:
    """One with two fields, on the screen."""
    dialog = FormDialog(theme, "Name it", "Go")
    dialog.body.addWidget(QLineEdit())
    dialog.body.addWidget(QLineEdit())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_keyboard_begins_in_the_first_field_and_comes_to_the_buttons_last(dialog: FormDialog, qtbot: QtBot) -> None:
    passed = [dialog.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    assert passed == [*dialog.findChildren(QLineEdit), dialog.cancel, dialog.go]


def test_a_long_refusal_makes_the_dialog_deeper_and_squeezes_nothing(dialog: FormDialog, qtbot: QtBot) -> None:
    first, second = dialog.findChildren(QLineEdit)
    step, deep = second.y() - first.y(), dialog.height()
    dialog.refuse(LONG)
    qtbot.waitUntil(lambda: dialog.height() > deep + step)
    qtbot.waitUntil(lambda: second.y() - first.y() == step)
