"""Revisions that are made by a command and on leaving."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
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
