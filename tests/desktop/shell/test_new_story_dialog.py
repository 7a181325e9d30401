"""The dialog that starts a story."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.shell.new_story_dialog import NewStoryDialog
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.conftest import OpenWindow


def test_a_new_story_opens_to_be_written(open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot) -> None:
    window = open_window("reporter")
    window._actions["new_story"].trigger()
    dialog = window.findChild(NewStoryDialog)
    assert dialog is not None
    dialog.headline.setText("A library that lends umbrellas")
    with qtbot.waitSignal(window.story_page._work.opened):
        dialog.go.click()
    assert window.story_page.form.headline.text == "A library that lends umbrellas"
    assert not window.story_page.form.body.isReadOnly()
    assert newsroom.stories.list()[0].writer == "reporter"


def test_a_new_story_is_of_a_kind_once_there_are_any(open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot) -> None:
    window = open_window("reporter")
    window._actions["new_story"].trigger()
    asked = window.findChild(NewStoryDialog)
    assert asked is not None
    assert not asked.kind.isVisibleTo(asked)
    asked.reject()
    newsroom.kinds.add("Brief", actor=signed_in(newsroom, "chief"))
    qtbot.waitUntil(lambda: window.board_page.kinds() == ["Brief"])
    window._actions["new_story"].trigger()
    dialog = window.findChildren(NewStoryDialog)[-1]
    dialog.kind.setCurrentText("Brief")
    with qtbot.waitSignal(window.story_page._work.opened):
        dialog.go.click()
    assert newsroom.stories.list()[0].kind == "Brief"
    completer = window.board_page.header.search.completer()
    completer.setCompletionPrefix("kind:b")
    assert completer.currentCompletion() == "kind:Brief"


def test_a_slug_that_is_taken_is_refused_in_the_dialog(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    window._actions["new_story"].trigger()
    dialog = window.findChild(NewStoryDialog)
    assert dialog is not None
    dialog.slug.setText(draft.slug)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.refusal))
    assert draft.slug in dialog.refusal
    dialog.reject()
