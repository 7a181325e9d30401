"""A quiet moment comes once nothing was pressed for a while, and once for each wait."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.shell.quiet_moment import QuietMoment


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    """Where something can be pressed."""
    field = QLineEdit()
    qtbot.addWidget(field)
    return field


@pytest.fixture
def quiet(field: QLineEdit) -> QuietMoment:
    quiet = QuietMoment(field)
    quiet._timer.setInterval(40)
    return quiet


def test_a_press_puts_it_off(quiet: QuietMoment, field: QLineEdit, qtbot: QtBot) -> None:
    quiet.wait()
    quiet._timer.stop()
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert quiet._timer.isActive()


def test_it_comes_once_for_each_wait(quiet: QuietMoment, field: QLineEdit, qtbot: QtBot) -> None:
    came = []
    quiet.came.connect(lambda: came.append(1))
    with qtbot.waitSignal(quiet.came):
        quiet.wait()
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert not quiet._timer.isActive()
    with qtbot.waitSignal(quiet.came):
        quiet.wait()
    assert came == [1, 1]
