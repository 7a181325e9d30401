"""The story page as a person has it open, and hands that type in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story, WorkingCopy
from desktop.editor.page import StoryPage
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner

OpenPage = Callable[[Account, Story], StoryPage]


@pytest.fixture
def open_page(qtbot: QtBot, newsroom: Newsroom, runner: TaskRunner, theme: Theme) -> OpenPage:
    """Opens a story for a person, and waits until its page is set. It lives until the test is over."""
    pages = []

    def make(account: Account, story: Story) -> StoryPage:
        page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), account, theme)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1280, 760)
        page.show()
        with qtbot.waitSignal(page._work.looked, timeout=10_000):
            page.open_story(story.id)
        return page

    return make


@pytest.fixture
def both_changed(newsroom: Newsroom, draft: Story, reporter: Account, editor: Account) -> Story:
    """The draft, in which the reporter typed another dek while the editor saved theirs."""
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    return draft


def typed(widget: QWidget, text: str) -> None:
    """Type as a person would, any script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def roll(widget: QWidget) -> None:
    """Turn the mouse wheel a notch over a widget."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def working_copy(newsroom: Newsroom, story: Story, account: Account) -> WorkingCopy | None:
    """What is stored of what was typed."""
    return newsroom.stories.working_copy(story.id, actor=account)
