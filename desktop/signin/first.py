"""The first account of a newsroom that has none: its chief, with a name for the newsroom and its first desk."""

import re

from PySide6.QtCore import Qt, QTimeZone, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from db.newsroom import Newsroom
from db.people.accounts import LEAST_PASSWORD
from db.text.folding import fold
from db.values import SignedIn
from desktop.founding import Founding, found
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.general import zone_box
from desktop.widgets.dialog import FormDialog

_NO_LOGIN = re.compile(r"[^a-z0-9]+")


class FirstAccount(FormDialog):
    """Shown once in the life of a newsroom."""

    def __init__(self, theme: Theme, door: NewsroomDoor, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("A new newsroom"), tr("Begin"), parent)
        self._door = door
        self.elsewhere = False
        """Whether the person's newsroom is on a server, and shall be opened instead."""
        self.server = QPushButton(tr("It is on a server…"))
        self.sample = QPushButton(tr("Try a sample newsroom"))
        self.sample_place = ""
        """The sample newsroom that shall be opened instead."""
        self.account: SignedIn | None = None
        self.fields = {name: QLineEdit() for name in ("newsroom", "desks", "name", "login", "password", "again")}
        self.zone = zone_box()
        for name in ("password", "again"):
            self.fields[name].setEchoMode(QLineEdit.EchoMode.Password)
        self.add_note(tr("Nobody works in it yet. You are its chief, who adds people and desks in Settings… (Ctrl+,)."))
        self.place = self.add_note(tr("It is kept in {place}").format(place=door.url))
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build_fields()
        self.add_button(self.sample)
        self.sample.setAutoDefault(False)
        self.sample.setToolTip(tr("Stories, people and pages to look at and play with, in a file of their own"))
        self.sample.clicked.connect(self._on_sample)
        self.add_button(self.server)
        self.server.setAutoDefault(False)
        self.server.setToolTip(tr("My newsroom is there already: connect to it"))
        self.server.clicked.connect(self._on_server)
        self.cancel.setText(tr("Quit") if parent is None else tr("Cancel"))
        self.fields["name"].textChanged.connect(self._on_name_changed)
        self.submitted.connect(self._on_submitted)

    def _build_fields(self) -> None:
        titles = {
            "newsroom": tr("Name of the paper"), "desks": tr("Desks"), "name": tr("Your name"),
            "login": tr("Your login"), "password": tr("Your password"), "again": tr("Once more"),
        }  # fmt: skip
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for name, title in titles.items():
            label = QLabel(title)
            label.setMinimumHeight(FIELD_HEIGHT)
            set_property(label, "tone", "muted")
            self.fields[name].setAccessibleName(title)
            form.addRow(label, self.fields[name])
        self.fields["newsroom"].setPlaceholderText(tr("as readers know it"))
        self.fields["desks"].setPlaceholderText(tr("parted by commas: City, Business, Sport"))
        self.fields["login"].setPlaceholderText(tr("short, for signing in"))
        least = tr("{n} characters or more").format(n=LEAST_PASSWORD)
        self.fields["password"].setPlaceholderText(least)
        self.fields["again"].setPlaceholderText(tr("the same password"))
        self.zone.setCurrentText(bytes(QTimeZone.systemTimeZoneId().data()).decode())
        self.zone.setAccessibleName(tr("Time zone"))
        zone = QLabel(tr("Time zone"))
        set_property(zone, "tone", "muted")
        form.insertRow(1, zone, self.zone)
        self.body.addLayout(form)
        self.setTabOrder(self.fields["newsroom"], self.zone)
        self.setTabOrder(self.zone, self.fields["desks"])

    @Slot()
    def _on_server(self) -> None:
        self.elsewhere = True
        self.reject()

    @Slot()
    def _on_sample(self) -> None:
        self.begin()
        self.sample.setEnabled(False)
        self.sample.setText(tr("Making it …"))  # some seconds, the first time
        self._door.read(
            make_sample_place, on_done=self._on_sample_made, on_error=self.failed, on_end=self._on_sample_end
        )  # fmt: skip

    def _on_sample_made(self, place: str) -> None:
        self.sample_place = place
        self.reject()

    def _on_sample_end(self) -> None:
        self.sample.setText(tr("Try a sample newsroom"))
        self.sample.setEnabled(True)
        self.end()

    @Slot(str)
    def _on_name_changed(self, name: str) -> None:
        self.fields["login"].setText(_NO_LOGIN.sub("", fold(name).split(" ")[0]))

    @Slot()
    def _on_submitted(self) -> None:
        values = {name: field.text().strip() for name, field in self.fields.items()}
        missing = next((name for name, value in values.items() if not value), "")
        if missing:
            self.refuse(tr("Please fill in every field."))
            self.fields[missing].setFocus()
            return
        if len(values["password"]) < LEAST_PASSWORD:
            self.refuse(tr("The password needs at least {n} characters.").format(n=LEAST_PASSWORD))
            self.fields["password"].setFocus()
            return
        if values.pop("again") != values["password"]:
            self.refuse(tr("The two passwords are not the same."))
            self.fields["again"].setFocus()
            return
        founding = Founding(**values, time_zone=self.zone.currentData())
        self.begin()
        self._door.write(found, founding, on_done=self._on_found, on_error=self.failed, on_end=self.end)

    def _on_found(self, account: SignedIn) -> None:
        self.account = account
        self.accept()


def make_sample_place(_newsroom: Newsroom) -> str:
    """Where the sample newsroom lies, which is no part of the one that is open. The press is loaded here."""
    from desktop.press.sample import sample_place

    return sample_place()
