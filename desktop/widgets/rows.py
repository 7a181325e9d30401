"""Rows of a plain list, with room round their words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.look.theme import GRID

ROW = 8 * GRID
"""Pixels of a row at 100 %."""


class NotedList(QListWidget):
    """Says a sentence while it has no rows."""

    def __init__(self, empty: str) -> None:
        super().__init__()
        self._empty = empty

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            room = self.viewport().rect().adjusted(2 * GRID, 2 * GRID, -2 * GRID, 0)
            painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._empty)


def add_row(rows: QListWidget, text: str) -> QListWidgetItem:
    """Another row of a list, with room round its words."""
    item = QListWidgetItem(text)
    item.setSizeHint(QSize(0, ROW))
    rows.addItem(item)
    return item
