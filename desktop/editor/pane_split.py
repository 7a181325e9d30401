"""The text, the page as it will print and the details side by side, under the header of the story."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.look.theme import GRID

_SPLIT = (632, 336)
"""Pixels of text and page when the window is first opened: lines of seventy letters, beside a page one can find one's
way in. The person moves the borders.
"""
_STRETCH = (2, 3, 0)
"""Shares of what a larger window adds: the page gains most by it, and what stands beside it nothing."""
_LEAST_PAGE = 50 * GRID
_DETAILS = 78 * GRID
"""Pixels: the widest day and time stand whole beside the longest name of a field, with room to take them away."""
_MOST_DETAILS = 90 * GRID


class PaneSplit(QWidget):
    """Holds the panes of the story page, with borders that the person moves."""

    def __init__(self, header: QWidget, form: QWidget, preview: QWidget, details: QWidget) -> None:
        super().__init__()
        self.side = _side_of(details)
        """What the details stand in."""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for pane in (form, preview, self.side):
            split.addWidget(pane)
        split.setSizes([*_SPLIT, _DETAILS])
        for number, share in enumerate(_STRETCH):
            split.setStretchFactor(number, share)
        preview.setMinimumWidth(_LEAST_PAGE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(split, 1)


def _side_of(details: QWidget) -> QWidget:
    side = QWidget()
    side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    side.setProperty("bar", "details")
    side.setMinimumWidth(_DETAILS)
    side.setMaximumWidth(_MOST_DETAILS)
    inner = QVBoxLayout(side)
    inner.setContentsMargins(4 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
    inner.addWidget(details)
    return side
