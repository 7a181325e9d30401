"""Keys with Alt held down."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets import alt_keys
from desktop.widgets.alt_keys import AltKeys

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def alt(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[AltKeys]:
    """As the program has it."""
    monkeypatch.setattr(alt_keys, "_ALT_TYPES", False)
    keys = AltKeys(qapp)
    yield keys
    qapp.focusChanged.disconnect(keys._on_focus_changed)
    keys.deleteLater()


def press(widget: QWidget, held: Qt.KeyboardModifier) -> None:
    """The key A, as the keyboard sends it."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, "a"))


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_alt_types_no_letter(kind: type[QLineEdit | QTextEdit | QPlainTextEdit], alt: AltKeys, qtbot: QtBot) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    press(field, _ALT)
    press(field, Qt.KeyboardModifier.NoModifier)
    press(field, _ALT | _CONTROL)  # AltGr of some systems
    typed = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert typed == "aa"


def test_keys_that_are_no_letters_go_on(alt: AltKeys, qtbot: QtBot) -> None:
    field = QDateTimeEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not alt.eventFilter(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, _ALT, ""))
