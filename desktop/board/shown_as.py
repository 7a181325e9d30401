"""The switch between the board and the list: two buttons, one of them pressed, of the window's actions."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.look.theme import GRID


class ShownAsSwitch(QWidget):
    """Board | List."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._board, self._list = actions["as_board"], actions["as_list"]
        self.buttons = [_button(action) for action in (self._board, self._list)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button in self.buttons:
            row.addWidget(button)

    def show_listed(self, listed: bool) -> None:
        """Which of them the stories are shown as."""
        self._board.setChecked(not listed)
        self._list.setChecked(listed)


def _button(action: QAction) -> QToolButton:
    action.setCheckable(True)
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setMinimumHeight(8 * GRID)
    button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
    button.setAccessibleName(action.text())
    return button
