"""The pane one writes in."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from db.document import Document
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.look.theme import Theme


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> StoryForm:
    """It shows a short story, and has room left under it."""
    form = StoryForm(theme, lambda *_: None)
    qtbot.addWidget(form)
    form.resize(600, 900)
    form.fill(StoryText(headline="Ferry is back", body=Document.from_paragraphs(["It sails.", "At noon."])), anew=True)
    form.show()
    qtbot.waitExposed(form)
    return form


def test_a_press_under_the_text_goes_on_writing_at_its_end(form: StoryForm, qtbot: QtBot) -> None:
    form.headline.setFocus()
    qtbot.mouseClick(form._sheet, Qt.MouseButton.LeftButton, pos=QPoint(200, form._sheet.height() - 4))
    assert form.focusWidget() is form.body
    assert form.body.textCursor().atEnd()


def test_a_press_between_the_fields_leaves_the_cursor_where_it_is(form: StoryForm, qtbot: QtBot) -> None:
    form.lines["byline"].setFocus()
    before = form.focusWidget()
    qtbot.mouseClick(form._sheet, Qt.MouseButton.LeftButton, pos=QPoint(200, 1))
    assert form.focusWidget() is before is not form.body
    assert not form.body.textCursor().atEnd()
