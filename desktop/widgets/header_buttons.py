"""The two buttons at the end of the bar over board and story: who is at work, and the menu of the newsroom."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from db.values import Account
from desktop.localization import tr
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme
from desktop.widgets.avatar import AVATAR_SIZE, avatar
from desktop.widgets.menu_tool import open_menu


class PersonButton(QToolButton):
    """Who is at work, with the ways to leave; `whole` with name and role beside the disc, where there is room."""

    def __init__(self, account: Account, theme: Theme, actions: Mapping[str, QAction], *, whole: bool) -> None:
        super().__init__()
        self._account, self._theme = account, theme
        self._said = f"{account.name} · {tr(account.role.value)}"
        self.setAccessibleName(self._said)
        self.setIconSize(QSize(AVATAR_SIZE, AVATAR_SIZE))
        self.setMinimumHeight(8 * GRID)
        self.show_whole(whole)
        menu = QMenu(self)
        for name in ("switch_account", "quit"):
            menu.addAction(actions[name])
        open_menu(self, menu)
        theme.changed.connect(self._draw)
        self._draw()

    def show_whole(self, whole: bool) -> None:
        """Show name and role beside the disc, or say them to whoever points at it."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setText(f" {self._said}" if whole else "")
        self.setToolButtonStyle(beside if whole else alone)
        desks = ", ".join(self._account.desks) or tr("no desk")
        signed_in = tr("Signed in as {login}, {desks}").format(login=self._account.login, desks=desks)
        self.setToolTip(signed_in if whole else f"{self._said}\n{signed_in}")

    @Slot()
    def _draw(self) -> None:
        """Draw the disc, whose colours the theme gives."""
        self.setIcon(avatar(self._account, self._theme))


class MenuButton(QToolButton):
    """The menu of the newsroom; F10 opens that of the page one sees."""

    def __init__(self, menu: QMenu, theme: Theme) -> None:
        super().__init__()
        open_menu(self, menu)
        self.setToolTip(tr("Menu (F10)"))
        self.setAccessibleName(tr("Menu"))
        self.setShortcut("F10")
        self.setMinimumSize(8 * GRID, 8 * GRID)
        dress(self, "menu", theme)
