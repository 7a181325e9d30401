"""The toolbar over the text acts on what is written, and shows what can be done."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from tests.desktop.editor.conftest import OpenPage, typed


def test_undo_takes_typing_back(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    typed(page.form.body, "Wrong. ")
    page.form.toolbar.undo.click()
    assert page.form.body.read() == draft.body


def test_a_paragraph_is_tightened_and_let_go_and_undone(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    tighter = page.form.toolbar._loose[-1]
    tighter.trigger()
    assert [block.looseness for block in page.form.body.read().blocks] == [-1, 0]
    page.form.body.undo()
    assert [block.looseness for block in page.form.body.read().blocks] == [0, 0]
    page.form.body.redo()
    page.form.body.moveCursor(QTextCursor.MoveOperation.Start)
    tighter.trigger()
    assert page.form.body.read() == draft.body


def test_undo_brings_nothing_of_the_story_before(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    empty = newsroom.stories.create(StoryText(slug="empty"), desk="City", actor=reporter)
    page = open_page(reporter, empty)
    typed(page.form.body, "Of the first. ")
    page.form.body.selectAll()
    page.form.body.textCursor().removeSelectedText()
    page.close_story()
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.id == other.id):
        page.open_story(other.id)
    assert not page.form.toolbar.undo.isEnabled()
    page.form.body.undo()
    assert page.form.body.toPlainText() == ""
