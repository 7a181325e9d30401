"""Settings of the newsroom itself: its name, its time zone, the four-eyes rule, its desks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from db.errors import Refused
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.story.signoff import FOUR_EYES
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import Change, PreferencesPage, SavedPage, field_label
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.rows import add_row


@dataclass(frozen=True)
class GeneralSettings:
    """Settings that hold for everybody who works in a newsroom."""

    name: str
    zone: str
    """Name of a time zone; empty for that of each computer."""
    four_eyes: bool


class NewsroomPage(SavedPage):
    """Name, time zone, four eyes."""

    name, title, about = "newsroom", "Newsroom", "These hold for everybody who works here."

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme, load=self.load, change=self.change)
        self._shown = GeneralSettings("", "", True)
        self._build()
        self.setEnabled(False)
        self.load()

    def _build(self) -> None:
        self.paper, self.zone = QLineEdit(), zone_box()
        self.four_eyes = QCheckBox(tr("Whoever wrote a story does not approve it (four eyes)"))
        self.four_eyes.setToolTip(tr("Without it, each approval by the writer says so for ever"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for title, field in ((tr("Name of the paper"), self.paper), (tr("Time zone"), self.zone)):
            field.setAccessibleName(title)
            form.addRow(field_label(title), field)
        self.body.addLayout(form)
        self.body.addWidget(self.four_eyes)
        self.body.addStretch()

    def load(self) -> None:
        """Read what is set."""
        self.read(general_settings, on_done=self._show)

    def _show(self, found: GeneralSettings) -> None:
        self._shown = found
        self.paper.setText(found.name)
        self.zone.setCurrentIndex(max(self.zone.findData(found.zone), 0))
        self.four_eyes.setChecked(found.four_eyes)
        self.setEnabled(True)

    def change(self) -> Change:
        """Change that stores the settings shown otherwise than they were read. Raises Refused without a name."""
        name = self.paper.text().strip()
        if not name:
            raise Refused(tr("The paper needs a name."))
        wanted = {"name": name, TIME_ZONE: self.zone.currentData(), FOUR_EYES: self.four_eyes.isChecked()}
        read = {"name": self._shown.name, TIME_ZONE: self._shown.zone, FOUR_EYES: self._shown.four_eyes}
        fresh = {key: value for key, value in wanted.items() if value != read[key]}
        return partial(set_settings, values=fresh, actor=self.account)


class DesksPage(PreferencesPage):
    """The desks, each with the way to another name, and a field for another one."""

    changed = Signal()
    """There is another desk, or one has another name."""

    name, title = "desks", "Desks"
    about = "The teams stories belong to. A desk stays as long as the newsroom; its name may change."

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._build()
        self.load()

    def _build(self) -> None:
        self.list, self.fresh = QListWidget(), QLineEdit()
        CurrentRow(self.list)
        self.add, self.rename = QPushButton(tr("Add desk")), QPushButton(tr("Rename…"))
        self.list.setAccessibleName(tr("Desks"))
        self.fresh.setPlaceholderText(tr("Name of another desk"))
        self.fresh.setAccessibleName(tr("Name of another desk"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.fresh, 1)
        row.addWidget(self.add)
        row.addWidget(self.rename)
        self.rename.setAutoDefault(False)
        self.rename.clicked.connect(self._on_rename)
        self.list.itemActivated.connect(self._on_rename)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.fresh.returnPressed.connect(self._on_add)

    def load(self) -> None:
        """Read which there are."""
        self.read(all_desks, on_done=self._show)

    def _show(self, desks: list[str]) -> None:
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for desk in desks:
            add_row(self.list, desk)
        self.list.setCurrentRow(row)

    @Slot()
    def _on_add(self) -> None:
        self.write(add_desk, self.fresh.text(), self.account, on_done=self._on_added)

    def _on_added(self, name: str) -> None:
        self.fresh.clear()
        self.load()
        self.said.emit(tr("There is a desk {name} now.").format(name=name), True)
        self.changed.emit()

    @Slot()
    def _on_rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            dialog = RenameDeskDialog(self.door, self.account, self.theme, item.text(), self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.renamed.connect(self._on_renamed)
            dialog.rejected.connect(self.load)  # it may have been refused because another chief was faster
            dialog.open()

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.load()
        self.said.emit(tr("The desk is called {name} now.").format(name=name), True)
        self.changed.emit()


class RenameDeskDialog(FormDialog):
    """Another name for a desk."""

    renamed = Signal(str)
    """Its name from now on."""

    def __init__(
        self, door: NewsroomDoor, chief: Account, theme: Theme, desk: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("Rename the desk {name}").format(name=desk), tr("Rename"), parent)
        self._door, self._chief, self._desk = door, chief, desk
        self.fresh = QLineEdit(desk)
        self.fresh.setAccessibleName(tr("Its new name"))
        self.fresh.selectAll()
        self.add_note(tr("Stories, people, limits and saved searches follow; pages carry the new name from now on."))
        self.body.addWidget(self.fresh)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        self.begin()
        self._door.write(
            rename_desk, self._desk, self.fresh.text(), self._chief, on_done=self._on_done, on_error=self.failed,
            on_end=self.end,
        )  # fmt: skip

    def _on_done(self, name: str) -> None:
        self.renamed.emit(name)
        self.accept()


def general_settings(newsroom: Newsroom) -> GeneralSettings:
    """Settings in force, set or by default."""
    settings = newsroom.settings
    zone, four_eyes = settings.get(TIME_ZONE, ""), settings.get(FOUR_EYES, True)
    return GeneralSettings(newsroom.name, str(zone), bool(four_eyes))


def set_settings(newsroom: Newsroom, values: Mapping[str, object], actor: Account) -> None:
    """Set each by its name."""
    for key, value in values.items():
        newsroom.settings.set(key, value, actor=actor)


def all_desks(newsroom: Newsroom) -> list[str]:
    """The names of the desks."""
    return newsroom.desks.all()


def add_desk(newsroom: Newsroom, name: str, actor: Account) -> str:
    """Another desk; its name as it is written from now on."""
    return newsroom.desks.add(name, actor=actor)


def rename_desk(newsroom: Newsroom, desk: str, name: str, actor: Account) -> str:
    """Another name for a desk, as it is written from now on."""
    return newsroom.desks.rename(desk, name, actor=actor)


def zone_box() -> ChoiceBox:
    """A choice of all time zones; the first stands for that of each computer."""
    box = ChoiceBox()
    box.addItem(tr("that of each computer"), "")
    for zone in sorted(available_timezones()):
        box.addItem(zone, zone)
    box.setMinimumHeight(FIELD_HEIGHT)
    return box
