"""The choice of the character set a file is read in: the likely ones first, and each shown as one goes over it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.intake.decode import CHARSETS, charset_title
from desktop.localization import tr
from desktop.widgets.choice_box import ChoiceBox

_MOST_SHOWN = 14
"""Sets seen at once: the text behind them is still to be looked at."""


class CharsetBox(ChoiceBox):
    """What is highlighted in its list is looked at; what is chosen stays."""

    looked_at = Signal(str)
    """The set that is highlighted, as Python calls it; the chosen one again when the list is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Read as"))
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setStyleSheet("combobox-popup: 0")  # else the list is as long as all its sets
        self.highlighted.connect(self._on_highlighted)
        self.currentIndexChanged.connect(self._on_highlighted)

    def offer(self, current: str, likely: Sequence[str]) -> None:
        """Offer all sets: the one that was taken, those that may be meant, a line, and all others."""
        self.blockSignals(True)
        self.clear()
        first = list(dict.fromkeys((current, *likely)))
        for charset in first:
            self.addItem(charset_title(charset), charset)
        self.insertSeparator(len(first))
        for title, charset in CHARSETS.items():
            if charset not in first:
                self.addItem(title, charset)
        self.blockSignals(False)

    def show_charset(self, charset: str) -> None:
        """Show a set as the chosen one, without a look."""
        self.blockSignals(True)
        self.setCurrentIndex(max(self.findData(charset), 0))
        self.blockSignals(False)

    @property
    def charset(self) -> str:
        """The set that is chosen."""
        return str(self.currentData())

    def hidePopup(self) -> None:
        """Look at what is chosen once the list is gone, whatever was highlighted in it."""
        super().hidePopup()
        self.looked_at.emit(self.charset)

    @Slot(int)
    def _on_highlighted(self, at: int) -> None:
        if self.itemData(at):
            self.looked_at.emit(str(self.itemData(at)))
