"""The field for a note: its words, and the keys that lead out of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.note_field import NoteField


def test_the_note_is_what_was_written_and_ctrl_enter_confirms_it(qtbot: QtBot) -> None:
    dialog, confirm = QWidget(), QPushButton("Return")
    layout = QVBoxLayout(dialog)
    layout.addWidget(confirm)
    note = NoteField("What shall the writer change?", confirm)
    layout.addWidget(note)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    note.setFocus()
    qtbot.keyClicks(note, " A number. ")
    with qtbot.waitSignal(confirm.clicked):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert note.written == "A number."
    assert note.accessibleName() == "What shall the writer change?"
