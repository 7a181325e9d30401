"""The dialog that asks for a note."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.ask import NoteDialog


def test_ctrl_enter_sends_a_note_once_there_is_one(qtbot: QtBot, theme: Theme) -> None:
    dialog = NoteDialog(theme, "Return", "What shall the writer change?", "Return")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.note.setPlainText("Who pays?")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.text == "Who pays?"
