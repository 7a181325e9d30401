"""A field for the day and time a story is due."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.look.theme import Appearance, ThemeChoice, make_theme
from desktop.widgets.due_field import DueField


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_a_weekend_is_quiet_and_not_red(qapp: QApplication, choice: ThemeChoice, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, make_theme("light"), ThemeChoice.LIGHT)
    field = DueField(appearance.theme)
    qtbot.addWidget(field)
    appearance.choose(choice)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        drawn = field.calendarWidget().weekdayTextFormat(day).foreground().color()
        assert drawn == appearance.theme.color("muted")
    appearance.choose(ThemeChoice.LIGHT)
