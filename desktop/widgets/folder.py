"""A field for a folder: its path to type, and a button to choose it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID


class FolderField(QWidget):
    """Holds what was typed, or chosen."""

    changed = Signal()

    def __init__(self, folder: Path, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.edit, self.choose = QLineEdit(str(folder)), QPushButton(tr("Choose…"))
        self.edit.setAccessibleName(tr("Folder"))
        self.choose.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.edit, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.changed)
        self.choose.clicked.connect(self._on_choose)

    @property
    def path(self) -> Path | None:
        """The folder; None while it is no whole path."""
        path = Path(self.edit.text().strip()).expanduser()
        return path if path.is_absolute() else None

    @Slot()
    def _on_choose(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self._title, self.edit.text()):
            self.edit.setText(name)
