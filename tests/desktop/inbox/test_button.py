"""The inbox in the header: a notice is read when it is opened, all at a click, and the number is that of all."""

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.inbox.button import InboxButton
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor


@pytest.fixture
def inbox(
    qtbot: QtBot, newsroom: Newsroom, door: NewsroomDoor, theme: Theme, reporter: Account, editor: Account, draft: Story
) -> InboxButton:
    """That of the reporter, whose draft has twenty comments."""
    for number in range(20):
        newsroom.comments.add(draft.id, f"Is this so? ({number})", actor=editor)
    button = InboxButton(door, reporter, theme)
    qtbot.addWidget(button)
    button.refresh()
    qtbot.waitUntil(lambda: button.unread == 20, timeout=10_000)
    return button


def test_looking_at_the_list_marks_nothing(inbox: InboxButton, newsroom: Newsroom, reporter: Account) -> None:
    inbox.menu().popup(inbox.pos())
    inbox.menu().hide()
    assert newsroom.inbox.unread(reporter) == 20
    assert inbox.text() == "20"


def test_the_notice_that_is_opened_is_read(
    inbox: InboxButton, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(inbox.opened) as opened:
        inbox.menu().actions()[0].trigger()
    assert opened.args == [draft.id]
    qtbot.waitUntil(lambda: inbox.unread == 19, timeout=10_000)
    assert newsroom.inbox.all(reporter)[0].read


def test_all_are_marked_read_those_not_shown_too(
    inbox: InboxButton, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    everything = inbox.menu().actions()[-1]
    assert everything.text() == "Mark all read"
    everything.trigger()
    qtbot.waitUntil(lambda: inbox.unread == 0, timeout=10_000)
    assert newsroom.inbox.unread(reporter) == 0
    assert not inbox.menu().actions()[-1].isEnabled()


def test_nothing_changes_in_the_list_while_it_is_open(
    inbox: InboxButton, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    inbox.menu().popup(inbox.pos())
    first = inbox.menu().actions()[0].text()
    newsroom.comments.add(draft.id, "One more", actor=editor)
    inbox.refresh()
    qtbot.waitUntil(lambda: inbox.unread == 21, timeout=10_000)
    assert inbox.menu().actions()[0].text() == first
    inbox.menu().hide()
    inbox.menu().popup(inbox.pos())
    assert "One more" in inbox.menu().actions()[0].text()
    inbox.menu().hide()
