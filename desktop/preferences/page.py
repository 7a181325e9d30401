"""Pages of the settings: each declares its name and title, and some what they save together."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.errors import NewsroomError, Refused
from db.values import Account
from desktop.localization import tr, worded
from desktop.look.fonts import HEADING_SIZE
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import Task

T = TypeVar("T")

Change = Callable[..., Any]
"""A function that the door calls with the newsroom alone; what it is about is bound to it already."""


class PreferencesPage(QWidget):
    """One page, with its title; what it holds it puts into `body`. Its buttons act at once.

    It cannot be used before it has been filled: an empty field must not be taken for a wish.
    """

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

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__()
        self.door, self.account, self.theme = door, account, theme
        self._written: Task | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(3 * GRID)
        heading, about = QLabel(tr(self.title)), QLabel(tr(self.about))
        heading.setFont(theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        about.setWordWrap(True)
        set_property(about, "tone", "muted")
        self.body.addWidget(heading)
        self.body.addWidget(about)

    def read(self, question: Callable[..., T], *args: Any, on_done: Callable[[T], None]) -> None:
        """Ask for what the page shows; the newest question wins."""
        self.door.read(question, *args, on_done=on_done, on_error=self._on_refused, key=f"settings {self.name}")

    def write(self, change: Callable[..., T], *args: Any, on_done: Callable[[T], None]) -> None:
        """Make a change, unless the one before is still on its way."""
        if self._written is None or self._written.finished:
            self._written = self.door.write(change, *args, on_done=on_done, on_error=self._on_refused)

    def _on_refused(self, error: NewsroomError) -> None:
        self.said.emit(worded(error), False)


class SavedPage(PreferencesPage):
    """A page whose fields are stored together: `change` is what would store them, `load` shows what is stored."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, *, load: Callable[[], None],
        change: Callable[[], Change],
    ) -> None:  # fmt: skip
        super().__init__(door, account, theme)
        self._load, self._change = load, change

    def save(self) -> None:
        """Store what is shown, and say what came of it."""
        if not self.isEnabled():
            return
        try:
            self.write(self._change(), on_done=self._on_saved)
        except Refused as error:
            self._on_refused(error)

    def _on_saved(self, _nothing: object) -> None:
        self._load()
        self.said.emit(tr("Saved."), True)


def field_label(text: str) -> QLabel:
    """The name of a field in a form."""
    label = QLabel(text)
    label.setMinimumHeight(FIELD_HEIGHT)
    set_property(label, "tone", "muted")
    return label
