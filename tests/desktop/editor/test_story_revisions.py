"""Revisions that are made by a command and on leaving."""

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.compare.dialog import CompareDialog
from desktop.tasks import TaskRunner
from tests.desktop.editor.conftest import OpenPage, typed, working_copy


def test_leaving_makes_a_revision_and_gives_the_story_back(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "New: ")
    page.close_story()
    assert runner.wait()
    story = newsroom.stories.get(draft.id)
    assert story.headline.startswith("New: ")
    assert story.version == draft.version + 1
    assert story.claim is None
    assert working_copy(newsroom, draft, reporter) is None


def test_looking_alone_makes_no_revision(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    page.close_story()
    assert runner.wait()
    assert newsroom.stories.get(draft.id).version == draft.version


def test_ctrl_s_saves_a_revision_and_stays(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.dek, "A dek")
    with qtbot.waitSignal(page._work.saved):
        page._work.save()
    assert newsroom.stories.get(draft.id).dek == "A dek"
    assert not page.form.body.isReadOnly()


def test_revisions_of_a_story_that_was_left_are_not_shown(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(draft.text.with_(slug="other"), desk="City", actor=reporter)
    page = open_page(reporter, draft)
    page.revisions.compare()
    page.open_story(other.id)
    qtbot.waitUntil(lambda: page.story_id == other.id and not runner.busy, timeout=10_000)
    assert page.findChildren(CompareDialog) == []


def test_what_is_put_back_leaves_what_others_saved_since(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    changed = draft.text.with_(headline="Another headline")
    newsroom.stories.save(draft.id, changed, actor=reporter, base=draft.version)
    page = open_page(reporter, draft)
    page.revisions.compare()
    qtbot.waitUntil(lambda: bool(page.findChildren(CompareDialog)), timeout=10_000)
    (dialog,) = page.findChildren(CompareDialog)
    page._on_changed(page.text.with_(dek="Somebody else's"))
    dialog.text.anchorClicked.emit(QUrl("back:0"))
    assert (page.text.headline, page.text.dek) == (draft.headline, "Somebody else's")
    page.close_story()
    assert page.revisions._dialog is None
