"""What each page of the settings is: it declares its name and title, and some what they save together."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property


class PreferencesPage(QWidget):
    """One page, with its title; what it holds it puts into `body`. Its buttons act at once."""

    name = ""
    """Stable and short."""
    title = ""
    """In the list of pages, and above the page."""
    about = ""
    """One sentence under the title."""
    for_chief = True
    """Whether the chief alone may use it."""

    said = Signal(str, bool)
    """A sentence, and whether it is good news."""

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__()
        self.newsroom, self.account, self.theme = newsroom, account, theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(3 * GRID)
        heading, about = QLabel(tr(self.title)), QLabel(tr(self.about))
        heading.setFont(theme.fonts.printed(19, weight=QFont.Weight.Bold))
        about.setWordWrap(True)
        set_property(about, "tone", "muted")
        self.body.addWidget(heading)
        self.body.addWidget(about)


class SavedPage(PreferencesPage):
    """A page whose fields are stored together: `save` stores what is shown, `load` shows what is stored."""

    def __init__(
        self, newsroom: Newsroom, account: Account, theme: Theme, *, load: Callable[[], None], save: Callable[[], None]
    ) -> None:
        super().__init__(newsroom, account, theme)
        self._load, self._save = load, save

    def store(self) -> None:
        """Save, and say what came of it."""
        try:
            self._save()
        except NewsroomError as error:
            self.said.emit(one_line(error), False)
        else:
            self._load()
            self.said.emit(tr("Saved."), True)


def field_label(text: str) -> QLabel:
    """The name of a field in a form."""
    label = QLabel(text)
    label.setMinimumHeight(30)
    set_property(label, "tone", "muted")
    return label
