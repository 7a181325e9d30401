"""Keys with Alt held down: they are for menus and shortcuts, and never a letter in a text."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_ALT_TYPES = sys.platform == "darwin"
"""On a Mac the key in the place of Alt types letters of its own."""
_HELD = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
)  # fmt: skip


class AltKeys(QObject):
    """Takes a letter that is pressed with Alt from the field that has the keyboard: Qt would type it there.

    It goes with the keyboard from field to field, so that no other widget's events pass through Python. AltGr is
    another key, or comes with Control, and types as ever.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        if not _ALT_TYPES:
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stop the letters."""
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_letter_with_alt(event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            new.installEventFilter(self)


def _is_letter_with_alt(event: QKeyEvent) -> bool:
    typed = event.text()
    return bool(typed) and typed.isprintable() and event.modifiers() & _HELD == Qt.KeyboardModifier.AltModifier
