"""The status bar: where the newsroom is, whether it answers, and what the open story says."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.shell.status import StatusBar


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StatusBar:
    """The bar under the board."""
    made = StatusBar(theme)
    qtbot.addWidget(made)
    made.set_place("The Bund", "this computer", "/papers/bund.db")
    made.set_totals("12 stories")
    made.resize(900, 28)
    made.show()
    return made


def shown(bar: StatusBar) -> list[str]:
    """What can be read, from left to right."""
    QApplication.processEvents()  # words are laid out in their own time
    labels = [label for label in bar.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in sorted(labels, key=lambda label: label.x())]


def test_under_the_board_it_says_where_when_and_how_many(bar: StatusBar) -> None:
    bar.set_saved(datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    place, saved, totals = shown(bar)
    assert (place, saved.startswith("Everything saved "), totals) == ("The Bund · this computer", True, "12 stories")
    bar.set_saved(None)
    assert len(shown(bar)) == 2


def test_an_open_story_takes_the_place_of_all_that_until_it_is_closed(bar: StatusBar) -> None:
    before = shown(bar)
    bar.set_story("412 words", "saved 12:00")
    assert shown(bar) == ["412 words", "saved 12:00"]
    bar.set_story("")
    assert shown(bar) == before


def test_the_dot_says_why_the_newsroom_does_not_answer(bar: StatusBar, theme: Theme) -> None:
    def colour() -> str:
        return bar._dot.grab().toImage().pixelColor(4, 4).name()

    bar.set_connected("")
    good = colour()
    bar.set_connected("The server is silent.")
    assert (good, colour()) == (theme.color("good").name(), theme.color("bad").name())
    assert bar._dot.toolTip() == "The server is silent."
