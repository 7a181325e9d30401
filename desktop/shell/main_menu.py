"""The menu of the window: its acts, and the choices of theme, language and a newsroom that was opened lately."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.language import Language
from desktop.localization import tr
from desktop.look.theme import Appearance, ThemeChoice
from desktop.settings import LocalSettings
from desktop.shell.actions import NEWSROOM_MENU, VIEW_MENU, RecentMenu, fill_menu, language_menu, theme_menu


class MainMenu(QMenu):
    """A theme that is chosen is there at once, and like the language it is remembered."""

    newsroom_wanted = Signal(str)
    """The newsroom in this file, or at this address, is to be opened instead."""
    language_wanted = Signal()
    """Another language was chosen, and is in the settings."""

    def __init__(
        self, actions: Mapping[str, QAction], moves: QMenu, appearance: Appearance, settings: LocalSettings, here: str,
        window: QWidget,
    ) -> None:  # fmt: skip
        """`moves` is the menu of the moves, `here` the place of the newsroom that is open."""
        super().__init__(window)
        self._appearance, self._settings, self._here = appearance, settings, here
        self._fill(actions, moves)

    def _fill(self, actions: Mapping[str, QAction], moves: QMenu) -> None:
        recent = RecentMenu(self, self._others)
        recent.wanted.connect(self.newsroom_wanted)
        newsroom, view = QMenu(tr("Newsroom"), self), QMenu(tr("View"), self)
        fill_menu(newsroom, actions, {"@recent": recent}, NEWSROOM_MENU)
        fill_menu(view, actions, {}, VIEW_MENU)
        themes = theme_menu(self, self._appearance.choice, self._on_theme_chosen)
        languages = language_menu(self, self._settings.language, self._on_language_chosen)
        self.choices = (themes, languages)
        """Menus of which one entry holds at a time."""
        menus = {
            "@theme": themes, "@language": languages, "@moves": moves, "@newsroom": newsroom, "@view": view,
        }  # fmt: skip
        fill_menu(self, actions, menus)

    def _others(self) -> list[str]:
        """The newsrooms that were opened lately, but for the one that is open."""
        return [place for place in self._settings.recent if place != self._here]

    @Slot(QAction)
    def _on_theme_chosen(self, action: QAction) -> None:
        choice = ThemeChoice(action.data())
        self._appearance.choose(choice)
        self._settings.theme = choice

    @Slot(QAction)
    def _on_language_chosen(self, action: QAction) -> None:
        self._settings.language = Language(action.data())
        self.language_wanted.emit()
