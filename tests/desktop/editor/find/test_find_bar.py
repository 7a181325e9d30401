"""The bar that finds and replaces, in a story as it is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Block, Document, Span, paragraph
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.look.theme import Theme

TEXT = StoryText(
    headline="The pier opens", byline="Pia Pier",
    body=Document(blocks=(paragraph("The pier is old."), Block(spans=(Span(text="A "), Span(text="pier", bold=True))))),
)  # fmt: skip


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> StoryForm:
    """It shows a story, and one is in its body."""
    form = StoryForm(theme, lambda *_: None)
    qtbot.addWidget(form)
    form.resize(700, 600)
    form.fill(TEXT, anew=True)
    form.show()
    qtbot.waitExposed(form)
    form.body.setFocus()
    return form


def look_for(form: StoryForm, words: str, qtbot: QtBot, *, put: str | None = None) -> None:
    """Open the bar by its keys and type."""
    qtbot.keyClick(form, Qt.Key.Key_F if put is None else Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert form.find_bar.isVisible()
    qtbot.keyClicks(form.find_bar.words, words)
    if put:
        qtbot.keyClicks(form.find_bar.put, put)


def test_all_fields_are_looked_through_and_counted(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "pier", qtbot)
    assert form.find_bar.told.text() == "4 found"
    assert len(form.body.extraSelections()) == 2
    assert len(form.headline.extraSelections()) == 1


def test_enter_goes_from_place_to_place_and_round(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "pier", qtbot)
    told = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_F3):
        qtbot.keyClick(form.find_bar.words, key)
        told.append(form.find_bar.told.text())
    assert told == ["3 of 4", "4 of 4", "1 of 4", "2 of 4"]
    assert [one.cursor.selectedText() for one in form.lines["byline"].extraSelections()] == ["Pier"]
    qtbot.keyClick(form.find_bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert [one.cursor.selectedText() for one in form.headline.extraSelections()] == ["pier"]
    assert form.headline.extraSelections()[0].format.background().color() == form._theme.color("accent")


def test_escape_closes_and_one_goes_on_where_the_match_is(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "old", qtbot)
    qtbot.keyClick(form.find_bar.words, Qt.Key.Key_Return)
    qtbot.keyClick(form.find_bar.words, Qt.Key.Key_Escape)
    assert not form.find_bar.isVisible()
    assert form.focusWidget() is form.body
    assert form.body.textCursor().selectedText() == "old"
    assert form.body.extraSelections() == []


def test_what_is_selected_is_looked_for(form: StoryForm, qtbot: QtBot) -> None:
    cursor = form.body.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    form.body.setTextCursor(cursor)
    look_for(form, "", qtbot)
    assert form.find_bar.words.text() == "pier"


def test_replacing_goes_on_and_keeps_marks(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "pier", qtbot, put="quay")
    for _ in range(3):
        form.find_bar.replace.click()
    text = form.read(TEXT)
    assert (text.headline, text.byline) == ("The pier opens", "Pia Pier")
    assert text.body.blocks[0].text == "The quay is old."
    assert text.body.blocks[1].spans == (Span(text="A "), Span(text="quay", bold=True))
    assert form.find_bar.told.text() == "1 of 2"


def test_all_are_replaced_in_one_step_that_is_taken_back_in_one(form: StoryForm, qtbot: QtBot) -> None:
    edited = []
    form.edited.connect(lambda: edited.append(True))
    look_for(form, "pier", qtbot, put="quay")
    form.find_bar.replace_all.click()
    assert form.find_bar.told.text().startswith("4 replaced")
    text = form.read(TEXT)
    assert (text.headline, text.byline, text.body.body_text) == (
        "The quay opens", "Pia quay", "The quay is old.\n\nA quay",
    )  # fmt: skip
    assert edited
    form.find_bar.told.linkActivated.emit("undo")
    assert form.read(TEXT) == TEXT


def test_only_what_was_selected_is_replaced_when_that_is_asked_for(form: StoryForm, qtbot: QtBot) -> None:
    form.body.selectAll()
    look_for(form, "pier", qtbot, put="quay")
    assert form.find_bar.selected.isChecked()
    form.find_bar.replace_all.click()
    assert form.read(TEXT).headline == TEXT.headline
    assert "pier" not in form.read(TEXT).body.body_text


def test_whoever_may_only_read_replaces_nothing(form: StoryForm, qtbot: QtBot) -> None:
    form.set_writable(False)
    look_for(form, "pier", qtbot, put="quay")
    form.find_bar.replace_all.click()
    form.find_bar.replace.click()
    assert form.read(TEXT) == TEXT


def test_what_is_typed_meanwhile_is_found_too(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "pier", qtbot)
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(form.body, " and pier")
    qtbot.waitUntil(lambda: form.find_bar.told.text() == "5 found")


def test_a_question_that_is_none_says_so(form: StoryForm, qtbot: QtBot) -> None:
    look_for(form, "(", qtbot)
    assert form.find_bar.told.text() == "Nothing found"
    form.find_bar.regex.click()
    assert form.find_bar.told.text().startswith("That is no regular expression")
