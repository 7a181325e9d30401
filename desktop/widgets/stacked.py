"""Widgets one below the other or side by side, with no room lost at the edges."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.look.theme import GRID


def column(*widgets: QWidget, spacing: int = GRID, stretch: bool = False) -> QWidget:
    """Widgets one below the other; with `stretch` the room that is left is below them."""
    whole = QWidget()
    layout = _without_margins(QVBoxLayout(whole), spacing)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch()
    return whole


def row(*widgets: QWidget, spacing: int = 2 * GRID) -> QWidget:
    """Widgets side by side; a field takes the room that is left."""
    whole = QWidget()
    layout = _without_margins(QHBoxLayout(whole), spacing)
    for widget in widgets:
        layout.addWidget(widget, isinstance(widget, QLineEdit))
    return whole


def _without_margins(layout: QBoxLayout, spacing: int) -> QBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout
