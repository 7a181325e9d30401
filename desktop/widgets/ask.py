"""Asks for the note or reason that goes with a move."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.widgets.dialog import FormDialog
from desktop.widgets.note_field import NoteField


class NoteDialog(FormDialog):
    """A few lines of text; it cannot be confirmed while they are empty."""

    def __init__(self, theme: Theme, title: str, prompt: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, button, parent)
        self.add_note(prompt)
        self.note = NoteField(prompt, self.go)
        self.note.textChanged.connect(self._on_text_changed)
        self.body.addWidget(self.note)
        self.submitted.connect(self.accept)
        self.go.setToolTip(tr("Write something first"))
        self.go.setEnabled(False)
        self.note.setFocus()

    @property
    def text(self) -> str:
        """The note that was written."""
        return self.note.written

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
