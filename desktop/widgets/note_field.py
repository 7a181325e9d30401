"""The field for the note or reason that somebody gives: a few lines of plain text."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from desktop.look.theme import GRID

_HEIGHT = 22 * GRID
"""Pixels: four lines, which most notes do not fill and a dialog has room for on a small screen."""


class NoteField(QPlainTextEdit):
    """Tab leads on to the buttons, and Ctrl+Enter presses the one that confirms."""

    def __init__(self, prompt: str, confirm: QAbstractButton) -> None:
        super().__init__()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(prompt)
        QShortcut(QKeySequence("Ctrl+Return"), confirm.window(), confirm.click)

    @property
    def written(self) -> str:
        """The note, without white space round it."""
        return self.toPlainText().strip()
