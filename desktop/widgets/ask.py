"""Asks for the note or reason that goes with a move."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.widgets.dialog import FormDialog


class NoteDialog(FormDialog):
    """A few lines of text; it cannot be confirmed while they are empty."""

    def __init__(self, theme: Theme, title: str, prompt: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, button, parent)
        self.add_note(prompt)
        self.note = QPlainTextEdit()
        self.note.setProperty("field", True)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(22 * GRID)
        self.note.setAccessibleName(prompt)
        self.note.textChanged.connect(self._on_text_changed)
        self.body.addWidget(self.note)
        self.submitted.connect(self.accept)
        self.go.setToolTip(tr("Write something first"))
        self.go.setEnabled(False)
        self.note.setFocus()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.go.click)

    @property
    def text(self) -> str:
        """The note that was written."""
        return self.note.toPlainText().strip()

    @Slot()
    def _on_text_changed(self) -> None:
        self.go.setEnabled(bool(self.text))
        self.go.setToolTip(tr("Ctrl+Enter") if self.text else tr("Write something first"))


def ask_note(theme: Theme, title: str, prompt: str, button: str, parent: QWidget | None = None) -> str | None:
    """The note the person wrote, or None when they thought better of it."""
    dialog = NoteDialog(theme, title, prompt, button, parent)
    written = dialog.text if dialog.exec() else None
    dialog.deleteLater()
    return written
