"""One's own way of writing: what is set as one types. It is remembered on this computer, by person."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel

from db.values import Account
from desktop.editor.text.typing_habits import TypingHabits
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage
from desktop.settings import LocalSettings

CHOICES = {
    "marks": (
        "Quotes and dashes of the story’s language",
        "\" and ' become quotation marks or apostrophes, -- a dash, ... one sign. Ctrl+Z brings back what you typed.",
    ),
    "markdown": (
        "Signs of Markdown",
        "## begins a subhead, > a quote, - and 1. a list; **bold**, _italic_ and [words](address) are marked.",
    ),
    "spelling": (
        "Spelling as you type",
        "Words that no dictionary and no list of the newsroom knows are underlined; Ctrl+. offers others, F7 goes on.",
    ),
    "style": (
        "House style as you type",
        "What the newsroom writes otherwise has dots under it; Ctrl+. says why, and puts what is preferred.",
    ),
}
"""What can be switched, by its name in `TypingHabits`: title, and what it does."""


def own_habits(settings: LocalSettings, login: str) -> TypingHabits:
    """The habits of a person, as they are remembered."""
    return TypingHabits(**{name: settings.flag(f"{login}/{name}", default=True) for name in CHOICES})


class WritingPage(PreferencesPage):
    """A box for each habit; it counts at once."""

    name, title, about = "writing", "Writing", "How what you type is set. This is yours, on this computer."
    for_chief = False

    switched = Signal(str, bool)
    """Name of a habit, and whether it is on."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self.boxes: dict[str, QCheckBox] = {}
        for name, (title, about) in CHOICES.items():
            box, told = QCheckBox(tr(title)), QLabel(tr(about))
            box.toggled.connect(partial(self.switched.emit, name))
            box.setAccessibleDescription(told.text())
            told.setWordWrap(True)
            told.setContentsMargins(6 * GRID, 0, 0, GRID)
            set_property(told, "tone", "muted")
            self.boxes[name] = box
            self.body.addWidget(box)
            self.body.addWidget(told)
        self.body.addStretch()

    def show_habits(self, habits: TypingHabits) -> None:
        """Show what is on, and change it in these habits from now on."""
        for name, box in self.boxes.items():
            box.setChecked(getattr(habits, name))
        self.switched.connect(partial(setattr, habits))
