"""Taking over is asked once more while the holder of the story is typing."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.localization import utc_now
from desktop.tasks import TaskRunner
from desktop.widgets.dialog import FormDialog
from tests.desktop.editor.conftest import OpenPage


@pytest.mark.parametrize("agreed", [True, False])
def test_taking_over_asks_when_the_holder_typed_a_moment_ago(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    runner: TaskRunner, agreed: bool,
) -> None:  # fmt: skip
    newsroom.claims.take(draft.id, actor=reporter)
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a"), actor=reporter, base=draft.version)
    page = open_page(editor, draft)
    page.form.banner.linkActivated.emit("take")
    qtbot.waitUntil(lambda: page.findChild(FormDialog) is not None, timeout=10_000)
    dialog = page.findChild(FormDialog)
    assert dialog.windowTitle() == "Take lane-lifts over"
    (dialog.go if agreed else dialog.cancel).click()
    assert runner.wait()
    claim = newsroom.stories.get(draft.id).claim
    assert claim is not None
    assert (claim.login == "editor") is agreed


def test_a_story_whose_holder_typed_nothing_lately_is_taken_over_at_once(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.claimed):
        page._work.holder_known.emit(draft.id, utc_now() - timedelta(minutes=2))
    assert page.findChild(FormDialog) is None


def test_no_other_story_is_taken_over_than_the_one_that_was_asked_about(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, runner: TaskRunner
) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    page._work.holder_known.emit(draft.id + 1, None)
    assert runner.wait()
    assert newsroom.stories.get(draft.id).claim.login == "reporter"
