"""Asks where the selected words shall lead."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from db.document import Span
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, Theme
from desktop.widgets.dialog import FormDialog


class LinkDialog(FormDialog):
    """The address of a link; one that is there already can be taken away."""

    def __init__(self, theme: Theme, link: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Link"), tr("Link the words"), parent)
        self.address, self.unlink = QLineEdit(link), QPushButton(tr("Take the link away"))
        self.address.setPlaceholderText("https://")
        self.address.setAccessibleName(tr("Address"))
        self.address.setMinimumHeight(FIELD_HEIGHT)
        self.add_note(tr("Where the selected words lead, on screens; in print they look like all others."))
        self.body.addWidget(self.address)
        self.unlink.setAutoDefault(False)
        self.unlink.setVisible(bool(link))
        self.add_button(self.unlink)
        self.unlink.clicked.connect(self._on_unlink)
        self.submitted.connect(self._on_submitted)

    @property
    def link(self) -> str:
        """The address that was given; a bare `courier.example` is meant to be https."""
        address = self.address.text().strip()
        return address if not address or ":" in address else f"https://{address}"

    @Slot()
    def _on_unlink(self) -> None:
        self.address.clear()
        self.accept()

    @Slot()
    def _on_submitted(self) -> None:
        if self.link and not Span(text="x", link=self.link).link:
            self.refuse(tr("That is no address: it must begin with https://, mailto: or tel:."))
        else:
            self.accept()
