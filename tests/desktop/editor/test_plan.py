"""The plan of the open story is set by whoever may, and what is refused is not shown."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story
from desktop.tasks import TaskRunner
from tests.desktop.editor.conftest import OpenPage


def test_a_target_is_planned_from_the_details(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    page.details.target.setValue(25)
    page.details.target.editingFinished.emit()
    assert runner.wait()
    assert newsroom.stories.get(draft.id).target_lines == 25


def test_what_another_plans_shows_in_an_open_story(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    newsroom.stories.plan(draft.id, actor=editor, desk="Sport", target_lines=12)
    with qtbot.waitSignal(page._work.planned):
        page.refresh()
    assert (page.details.desk.currentText(), page.details.target.value()) == ("Sport", 12)


def test_a_plan_that_is_refused_is_not_shown(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    page.details.desk.setCurrentText("Sport")
    with qtbot.waitSignal(page.message):
        page.details.desk.activated.emit(page.details.desk.currentIndex())
    assert page.details.desk.currentText() == "City"
