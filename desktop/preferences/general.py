"""Settings of the newsroom itself: its name, its time zone, the four-eyes rule, its desks."""

from zoneinfo import available_timezones

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QListWidget, QPushButton

from db.errors import NewsroomError, Refused, one_line
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.story.moves import FOUR_EYES
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.preferences.page import PreferencesPage, SavedPage, field_label
from desktop.widgets.rows import add_row


class NewsroomPage(SavedPage):
    """Name, time zone, four eyes."""

    name, title, about = "newsroom", "Newsroom", "These hold for everybody who works here."

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__(newsroom, account, theme, load=self.load, save=self.save)
        self._build()
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
        """Show what is set."""
        settings = self.newsroom.settings
        self.paper.setText(self.newsroom.name)
        self.zone.setCurrentIndex(max(self.zone.findData(settings.get(TIME_ZONE, "")), 0))
        self.four_eyes.setChecked(bool(settings.get(FOUR_EYES, True)))

    def save(self) -> None:
        """Store what is shown. Raises NewsroomError when it is refused."""
        name = self.paper.text().strip()
        if not name:
            raise Refused(tr("The paper needs a name."))
        wanted = {"name": name, TIME_ZONE: self.zone.currentData(), FOUR_EYES: self.four_eyes.isChecked()}
        standing = {"name": self.newsroom.name, TIME_ZONE: "", FOUR_EYES: True}
        for key, value in wanted.items():
            if value != self.newsroom.settings.get(key, standing[key]):
                self.newsroom.settings.set(key, value, actor=self.account)


class DesksPage(PreferencesPage):
    """The desks, and a field for another one."""

    name, title, about = "desks", "Desks", "The teams stories belong to. A desk stays as long as the newsroom."

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__(newsroom, account, theme)
        self._build()
        self.load()

    def _build(self) -> None:
        self.list, self.fresh, self.add = QListWidget(), QLineEdit(), QPushButton(tr("Add desk"))
        self.list.setAccessibleName(tr("Desks"))
        self.fresh.setPlaceholderText(tr("Name of another desk"))
        self.fresh.setAccessibleName(tr("Name of another desk"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.fresh, 1)
        row.addWidget(self.add)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.fresh.returnPressed.connect(self._on_add)

    def load(self) -> None:
        """Show what there is."""
        self.list.clear()
        for desk in self.newsroom.desks.all():
            add_row(self.list, desk)

    @Slot()
    def _on_add(self) -> None:
        try:
            name = self.newsroom.desks.add(self.fresh.text(), actor=self.account)
        except NewsroomError as error:
            self.said.emit(one_line(error), False)
            return
        self.fresh.clear()
        self.load()
        self.said.emit(tr("There is a desk {name} now.").format(name=name), True)


def zone_box() -> QComboBox:
    """A choice of all time zones; the first stands for that of each computer."""
    box = QComboBox()
    box.addItem(tr("that of each computer"), "")
    for zone in sorted(available_timezones()):
        box.addItem(zone, zone)
    box.setMinimumHeight(30)
    return box
