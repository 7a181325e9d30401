"""The window of settings: the pages at the left, one of them at the right, and what came of saving below."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.stages import Role
from db.values import Account
from desktop.editor.text.typing_habits import TypingHabits
from desktop.editor.writing import StoryWriting
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.desks import DesksPage
from desktop.preferences.general import NewsroomPage
from desktop.preferences.limits import LimitsPage
from desktop.preferences.look import LookPage
from desktop.preferences.own import PasswordPage
from desktop.preferences.page import PreferencesPage, SavedPage
from desktop.preferences.people import PeoplePage
from desktop.preferences.spelling import SpellingPage
from desktop.preferences.style import StylePage
from desktop.preferences.writing import WritingPage
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.fitted_dialog import FittedDialog
from desktop.widgets.rows import add_row
from desktop.widgets.scrolled import Scrolled

_COMMON = (190 * GRID, 130 * GRID)
"""Pixels of the window where the screen has them: a page of a dozen rows beside the list."""
_LIST = 34 * GRID
"""Pixels of the list of pages: its longest name, beside the bar that scrolls it on a small screen."""
_LEAST_PAGE = QSize(60 * GRID, 40 * GRID)
"""Pixels of a page that scrolls where the screen has no room for the whole of it."""
_PAGE = Qt.ItemDataRole.UserRole
"""Role of the name of a row's page."""
OWN: tuple[type[PreferencesPage], ...] = (LookPage, WritingPage, SpellingPage, PasswordPage)
"""Pages of a person, in the order of the list."""
OF_NEWSROOM: tuple[type[PreferencesPage], ...] = (NewsroomPage, PeoplePage, DesksPage, LimitsPage, StylePage)
"""Pages of the newsroom; those of the chief are not shown to others."""
PAGES = (*OWN, *OF_NEWSROOM)


class PreferencesDialog(FittedDialog):
    """Pages whose settings are saved together have a Save button; the others act at once.

    Enter in a field is the page's: no button here takes it.
    """

    habit_switched = Signal(str, bool)
    """Name of a habit of writing, and whether it is on: to be remembered."""

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        theme: Theme,
        habits: TypingHabits | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._habits = theme, habits or TypingHabits()
        self.setWindowTitle(tr("Settings"))
        shown = [page for page in OF_NEWSROOM if account.role is Role.CHIEF or not page.for_chief]
        self.pages = {page.name: page(door, account, theme) for page in (*OWN, *shown)}
        self._parts = [(tr("Yours"), OWN), *([(tr("The newsroom’s"), tuple(shown))] if shown else [])]
        """Headings of the list, with the pages under each."""
        self.list, self._stack, self._said = QListWidget(), QStackedWidget(), QLabel()
        CurrentRow(self.list)
        self.save, self.done_button = QPushButton(tr("Save")), QPushButton(tr("Close"))
        self._build()
        self._connect()
        self.resize(QSize(*_COMMON).expandedTo(self.sizeHint()))
        self.show_page(OWN[0].name)

    def show_page(self, name: str) -> None:
        """Go to the page of this name."""
        rows = range(self.list.count())
        self.list.setCurrentRow(next(row for row in rows if self.list.item(row).data(_PAGE) == name))

    def show_own(self, menus: Sequence[QMenu], writing: StoryWriting) -> None:
        """Show what the window of the person has chosen, by these menus and by its way of writing."""
        look = self.pages[LookPage.name]
        assert isinstance(look, LookPage)
        look.show_menus(menus)
        look.show_writing(writing)

    @property
    def _page(self) -> PreferencesPage:
        """The page that is shown."""
        return list(self.pages.values())[self._stack.currentIndex()]

    @property
    def said(self) -> str:
        """The sentence that was said last."""
        return self._said.text()

    def _build(self) -> None:
        self.list.setAccessibleName(tr("Pages"))
        self.list.setFixedWidth(_LIST)
        for heading, pages in self._parts:
            self._build_part(heading, [self.pages[page.name] for page in pages])
        self._said.setWordWrap(True)
        set_property(self.save, "kind", "primary")
        for button in (self.save, self.done_button):
            button.setAutoDefault(False)
        inner = QHBoxLayout()
        inner.setSpacing(6 * GRID)
        inner.addWidget(self.list)
        inner.addWidget(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self._said, 1)
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addLayout(inner, 1)
        layout.addLayout(buttons)

    def _build_part(self, heading: str, pages: Sequence[PreferencesPage]) -> None:
        """A heading, which is no page itself, with pages under it."""
        above = add_row(self.list, heading)
        above.setFlags(Qt.ItemFlag.NoItemFlags)
        above.setFont(self._theme.fonts.sans(bold=True))
        for page in pages:
            add_row(self.list, tr(page.title)).setData(_PAGE, page.name)
            self._stack.addWidget(Scrolled(page, least=_LEAST_PAGE))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_page)
        self.save.clicked.connect(self._on_save)
        self.done_button.clicked.connect(self.accept)
        for page in self.pages.values():
            page.said.connect(self._say)
            if isinstance(page, WritingPage):
                page.show_habits(self._habits)
                page.switched.connect(self.habit_switched)
            if isinstance(page, DesksPage):
                page.changed.connect(self._on_desks_changed)

    @Slot(int)
    def _on_page(self, row: int) -> None:
        names = list(self.pages)
        self._stack.setCurrentIndex(names.index(self.list.item(row).data(_PAGE)))
        self.save.setVisible(isinstance(self._page, SavedPage))
        self._said.clear()

    @Slot()
    def _on_desks_changed(self) -> None:
        """What other pages show of desks is read again."""
        for page in self.pages.values():
            if isinstance(page, PeoplePage | LimitsPage):
                page.load()

    @Slot()
    def _on_save(self) -> None:
        page = self._page
        if isinstance(page, SavedPage):
            page.save()

    @Slot(str, bool)
    def _say(self, sentence: str, good: bool) -> None:
        self._said.setText(f"{'✓' if good else '✕'} {sentence}")
        set_property(self._said, "tone", "good" if good else "bad")
