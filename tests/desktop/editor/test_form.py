"""The pane one writes in."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.document import Document, PictureUse
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.editor.text.undo_memory import UndoMemory
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


def cursor_in_view(form: StoryForm) -> bool:
    """Whether the cursor of the body stands within what one sees."""
    box = form.body.cursorRect()
    top = form.body.viewport().mapTo(form._scroll.viewport(), box.topLeft()).y()
    return top >= 0 and top + box.height() <= form._scroll.viewport().height()


def test_the_cursor_is_in_view_behind_what_was_pasted(form: StoryForm, qtbot: QtBot) -> None:
    form.body.setFocus()
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setText("\n\n".join(f"The ferry sails in week {number}." for number in range(60)))
    form.body.insertFromMimeData(data)
    qtbot.waitUntil(lambda: form._sheet.height() > 2 * form.height() and cursor_in_view(form))


def test_the_cursor_is_in_view_when_a_picture_over_it_has_come(
    form: StoryForm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.body.setFocus()
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(6):
        form.body.insert_picture(PictureUse(sha256="0" * 64), "A cutline")
    image = QImage(900, 900, QImage.Format.Format_RGB32)
    monkeypatch.setattr(form.body._images, "get", lambda _name, _ratio: image)
    form.body._on_image_arrived("0" * 64)
    qtbot.waitUntil(lambda: form._sheet.height() > 4 * form.height() and cursor_in_view(form))


def test_whoever_has_scrolled_away_is_not_brought_back_to_the_cursor(form: StoryForm, qtbot: QtBot) -> None:
    form.body.setFocus()
    form.body.fill(Document.from_paragraphs(["It sails."] * 90))
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    bar = form._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    form._on_page_grown()
    assert bar.value() == 0


BEFORE = StoryText(headline="It's back", byline="By O'Hara", body=Document.from_paragraphs(['"It sails."', "Noon."]))
AFTER = BEFORE.with_(headline="It’s back", byline="By O’Hara", body=Document.from_paragraphs(["“It sails.”", "Noon."]))


@pytest.mark.parametrize("name", ["headline", "byline", "body"])
def test_a_change_of_many_fields_is_undone_and_done_again_in_any_of_them(form: StoryForm, name: str) -> None:
    form.fill(BEFORE, anew=True)
    form.change(AFTER)
    assert form.read(BEFORE) == AFTER
    for _ in range(2):
        field = form.lines.get(name) or getattr(form, name)
        field.undo()
        assert form.read(BEFORE) == BEFORE
        field.redo()
        assert form.read(BEFORE) == AFTER


def test_what_was_typed_since_a_change_of_many_fields_stays(form: StoryForm, qtbot: QtBot) -> None:
    form.fill(BEFORE, anew=True)
    form.change(AFTER)
    qtbot.keyClicks(form.headline, "New ")
    form.lines["byline"].setText("By Ida Holm")
    form.body.undo()
    assert form.read(BEFORE) == BEFORE.with_(headline="New It’s back", byline="By Ida Holm")


def test_changes_of_many_fields_are_undone_one_by_one(form: StoryForm) -> None:
    form.fill(BEFORE, anew=True)
    form.change(AFTER)
    form.change(AFTER.with_(headline="They are back", body=Document.from_paragraphs(["They sail."])))
    form.headline.undo()
    assert form.read(BEFORE) == AFTER
    form.body.undo()
    assert form.read(BEFORE) == BEFORE


def test_what_a_screen_reader_writes_into_a_short_field_is_an_edit(form: StoryForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited):
        written(form.lines["byline"], "By Wu Jing")
    assert form.read(StoryText()).byline == "By Wu Jing"


def test_what_a_screen_reader_writes_where_nobody_may_is_put_back(form: StoryForm, qtbot: QtBot) -> None:
    before = form.read(StoryText())
    form.set_writable(False)
    with qtbot.assertNotEmitted(form.edited):
        for field in form.fields():
            written(field, "Forged")
        qtbot.waitUntil(lambda: form.read(StoryText()) == before)


def written(field: QWidget, text: str) -> None:
    """Write as a screen reader does: Qt asks no field whether anything may be written in it."""
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, text)


def test_all_that_is_printed_is_proofread_in_its_order_and_no_slug(form: StoryForm) -> None:
    lines = [form.lines[name] for name in ("kicker", "byline", "dateline")]
    assert form.proofread == (form.headline, form.dek, *lines, form.body)


def test_quotes_are_set_as_one_types_a_byline_and_never_in_a_slug(form: StoryForm, qtbot: QtBot) -> None:
    for name in ("byline", "slug"):
        form.lines[name].fill("", anew=True)
        qtbot.keyClicks(form.lines[name], "o'hara")
    assert (form.lines["byline"].text, form.lines["slug"].text) == ("o’hara", "o'hara")


def test_undo_of_short_fields_leads_back_in_a_story_that_is_opened_again(form: StoryForm, qtbot: QtBot) -> None:
    form.fill(BEFORE, anew=True)
    memory, byline = UndoMemory(), form.lines["byline"]
    byline.selectAll()
    qtbot.keyClicks(byline, "Ida")
    form.keep_undo(memory, 1)
    typed = form.read(BEFORE)
    form.fill(StoryText(), anew=True)
    form.fill(typed, anew=True)
    form.restore_undo(memory, 1)
    byline.undo()
    assert form.read(BEFORE) == BEFORE
