"""A card in the margin or in a list beside it: it belongs to a place of the text, and is clicked to go there."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.look.theme import GRID, set_property
from desktop.widgets.link_label import LinkLabel

_INSET = 3 * GRID


class NoteCard(QFrame):
    """A card of one place, which is a cursor, so that it moves with the words; None where it has no place."""

    chosen = Signal()
    """It was clicked."""

    def __init__(self, key: Hashable, place: QTextCursor | None, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.place = key, place
        self.setProperty("card", look)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_INSET, 2 * GRID, _INSET, 2 * GRID)
        self.column.setSpacing(GRID)

    def show_active(self, active: bool) -> None:
        """Whether it is the one whose words the cursor stands in."""
        if bool(self.property("active")) != active:
            set_property(self, "active", active)

    def height_in(self, width: int) -> int:
        """Pixels that it is high at a width."""
        return self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()

    def add_ways(self, ways: Sequence[tuple[str, str]]) -> LinkLabel:
        """Links in a row: the name that a click sends, and the word for it. Tab leads from one to the next."""
        label = LinkLabel(" · ".join(f'<a href="{name}">{word}</a>' for name, word in ways))
        self.column.addWidget(label)
        return label

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See `chosen`."""
        super().mousePressEvent(event)
        self.chosen.emit()
