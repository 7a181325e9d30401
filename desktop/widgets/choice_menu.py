"""A menu of several of which one is chosen."""

from collections.abc import Mapping

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu


def fill_choices(menu: QMenu, titles: Mapping[str, str], chosen: str) -> QActionGroup:
    """Put these choices in a menu in place of what it has, that one checked; each action has its name as its data."""
    menu.clear()
    group = QActionGroup(menu)
    for value, title in titles.items():
        action = group.addAction(title)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.setData(value)
        menu.addAction(action)
    return group
