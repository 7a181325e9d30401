"""What is seen in the proof window while there is no page: why, and the way to another file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID


class NoPage(QWidget):
    """A sentence on the desk, with a button under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why, self.another = QLabel(), QPushButton(tr("Open a PDF…"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "desk")
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10 * GRID, 0, 10 * GRID, 0)
        layout.addStretch()
        layout.addWidget(self.why)
        layout.addWidget(self.another, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()

    def say(self, why: str, *, again: bool) -> None:
        """Say why; `again`, another file can be chosen."""
        self.why.setText(why)
        self.another.setVisible(again)
