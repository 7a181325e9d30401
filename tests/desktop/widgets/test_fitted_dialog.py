"""Dialogs open as large as their content asks for, and never larger than the screen."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.fitted_dialog import FittedDialog
from desktop.widgets.scrolled import ScrolledBody

ROOM = QSize(300, 200)


def opened(qtbot: QtBot, height: int, size: QSize | None = None) -> FittedDialog:
    inner, dialog = QWidget(), FittedDialog()
    label = QLabel("Line")
    label.setMinimumHeight(height)
    QVBoxLayout(inner).addWidget(label)
    QVBoxLayout(dialog).addWidget(ScrolledBody(inner))
    qtbot.addWidget(dialog)
    if size is not None:
        dialog.resize(size)
    dialog.show()
    return dialog


def test_it_opens_as_deep_as_its_content_and_more_than_two_thirds_of_the_screen(qtbot: QtBot) -> None:
    dialog = opened(qtbot, 600)
    assert dialog.height() > 600 > dialog.screen().availableSize().height() * 2 / 3


@pytest.mark.parametrize("size", [None, QSize(900, 900)])
def test_it_is_no_larger_than_its_screen(size: QSize | None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FittedDialog, "room", lambda _dialog: ROOM)
    assert opened(qtbot, 600, size).size().boundedTo(ROOM).height() == ROOM.height()
    assert opened(qtbot, 600, size).width() <= ROOM.width()
