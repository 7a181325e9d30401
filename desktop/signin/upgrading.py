"""What is seen while a newsroom of an older Galley is brought up to date: minutes where there are many stories."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.widgets.dialog import FormDialog

UPGRADING = "This newsroom was kept by an older Galley: its search is made ready for this one. That is done once."

WHOLE = 1000
"""Steps of the bar: one a second where it takes a quarter of an hour."""
_SHOWN_AFTER_MS = 400
"""Most newsrooms are brought up to date before anybody wonders; a dialog that comes and goes at once would startle."""


class UpgradeDialog(FormDialog):
    """Says what is waited for and how far it is; shown when that takes a while, and put away by who opened it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Bringing the newsroom up to date…"), "", parent)
        self.add_note(tr(UPGRADING))
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.body.addWidget(self.bar)
        self.cancel.hide()
        self.go.hide()
        self._begun = QElapsedTimer()
        self._begun.start()

    def show_share(self, share: float) -> None:
        """Show how much is done."""
        self.bar.setValue(round(share * WHOLE))
        if share < 1 and self._begun.elapsed() >= _SHOWN_AFTER_MS:
            self.show()

    def reject(self) -> None:
        """Neither Escape nor the frame's button leaves the newsroom halfway."""
