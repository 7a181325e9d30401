"""Rows of a plain list, with room round their words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.look.theme import GRID

ROW = 8 * GRID
"""Pixels of a row at 100 %."""


def add_row(rows: QListWidget, text: str) -> QListWidgetItem:
    """Another row of a list, with room round its words."""
    item = QListWidgetItem(text)
    item.setSizeHint(QSize(0, ROW))
    rows.addItem(item)
    return item
