"""A field for a number, its text as far from the frame as in other fields; the style sheet cannot say that."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from desktop.look.theme import GRID


class NumberField(QSpinBox):
    """Takes what a QSpinBox takes, but no wheel: that scrolls what the field stands in."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.lineEdit().setTextMargins(2 * GRID, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to whatever the field stands in."""
        event.ignore()
