"""What tests of the preferences share: the dialog, and a click that waits for its answer."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in


@pytest.fixture
def settings(
    qtbot: QtBot, newsroom: Newsroom, door: NewsroomDoor, runner: TaskRunner, theme: Theme
) -> PreferencesDialog:
    """The settings as the chief sees them, read, on the page of the newsroom."""
    dialog = PreferencesDialog(door, signed_in(newsroom, "chief"), theme)
    qtbot.addWidget(dialog)
    dialog.show_page("newsroom")
    assert runner.wait()
    return dialog


class Answered:
    """Clicks, and waits for what comes of it."""

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner

    def __call__(self, button: QPushButton) -> None:
        """Click a button."""
        button.click()
        assert self._runner.wait()


@pytest.fixture
def click(runner: TaskRunner) -> Answered:
    """Clicks a button and waits for the newsroom's answer."""
    return Answered(runner)
