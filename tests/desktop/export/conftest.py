"""What tests of exports share: a window whose stories are approved, and its dialogs."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move
from db.values import Story
from desktop.export.story_dialog import StoryExportDialog
from desktop.press import service
from desktop.shell.window import MainWindow
from tests.db.conftest import signed_in
from tests.desktop.conftest import OpenWindow
from tests.desktop.press.test_batch import approved

SLUGS = ["one", "two", "three"]


def approve(newsroom: Newsroom, story: Story) -> None:
    """Take a draft to Publish."""
    service.make_move(newsroom, Move.SUBMIT, story.id, actor=signed_in(newsroom, "reporter"))
    service.make_move(newsroom, Move.APPROVE, story.id, actor=signed_in(newsroom, "editor"))


def asked_to_export(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> tuple[MainWindow, StoryExportDialog]:
    """The window of production that is about to export a story just approved, and what it asks."""
    approve(newsroom, draft)
    window = open_window("production")
    window.board_page.board.choose(draft.id)
    window._actions["export"].trigger()
    return window, opened(qtbot, window, StoryExportDialog)


Dialog = TypeVar("Dialog", bound=QDialog)


def opened(qtbot: QtBot, window: MainWindow, kind: type[Dialog]) -> Dialog:
    """The dialog of that kind, once it is open."""
    qtbot.waitUntil(lambda: window.findChild(kind) is not None, timeout=10_000)
    dialog = window.findChild(kind)
    assert dialog is not None
    return dialog


@pytest.fixture
def window(open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story) -> MainWindow:
    """The window of who prints, on what is ready for print: three stories."""
    approved(newsroom, SLUGS)
    return open_window("production")
