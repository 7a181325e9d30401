"""Settings of the newsroom itself: its name, its time zone, the four-eyes rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
)

from db.errors import Refused
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.story.signoff import FOUR_EYES
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import Change, SavedPage, field_label
from desktop.widgets.choice_box import ChoiceBox


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


def general_settings(newsroom: Newsroom) -> GeneralSettings:
    """Settings in force, set or by default."""
    settings = newsroom.settings
    zone, four_eyes = settings.get(TIME_ZONE, ""), settings.get(FOUR_EYES, True)
    return GeneralSettings(newsroom.name, str(zone), bool(four_eyes))


def set_settings(newsroom: Newsroom, values: Mapping[str, object], actor: Account) -> None:
    """Set each by its name."""
    for key, value in values.items():
        newsroom.settings.set(key, value, actor=actor)


def zone_box() -> ChoiceBox:
    """A choice of all time zones; the first stands for that of each computer."""
    box = ChoiceBox()
    box.addItem(tr("that of each computer"), "")
    for zone in sorted(available_timezones()):
        box.addItem(zone, zone)
    box.setMinimumHeight(FIELD_HEIGHT)
    return box
