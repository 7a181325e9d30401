"""What could not be kept is tried again until it is, not at once and not never."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from db.errors import NewsroomError
from db.values import Story
from desktop.editor.session.saving import Away
from desktop.shell.window import MainWindow


@pytest.mark.parametrize("error", [Away("The server is silent."), NewsroomError("The disk is full.")])
def test_a_keep_that_failed_is_tried_again_after_two_seconds(
    error: NewsroomError, open_window: Callable[[str], MainWindow], draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    work = window.story_page._work
    with qtbot.waitSignal(work.opened, timeout=10_000):
        window.open_story(draft.id)
    work._on_keep_failed(error)
    assert (work._keep.isActive(), work._keep.interval()) == (True, 2_000)
    work._keep.stop()
