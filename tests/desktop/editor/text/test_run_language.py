"""The language of words, chosen at the cursor."""

import pytest
from PySide6.QtGui import QImage, QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Document, Span
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.run_language import RunLanguage
from desktop.editor.text.toolbar import Toolbar
from desktop.look.theme import Theme


@pytest.fixture
def body(theme: Theme, qtbot: QtBot) -> BodyEdit:
    """A body in which a word is selected."""
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    qtbot.addWidget(body)
    body.fill(Document.from_paragraphs(["The Zeitgeist of now."]))
    select(body)
    return body


def select(body: BodyEdit) -> None:
    """Select the word."""
    cursor = body.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(13, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def choose(act: RunLanguage, name: str) -> None:
    """Choose from its menu."""
    menu = act.build_menu()
    next(one for one in menu.actions() if one.text() == name).trigger()


def test_a_language_is_given_to_what_is_selected_and_taken_back_by_undo(body: BodyEdit) -> None:
    act = RunLanguage(body)
    before = body.read()
    choose(act, "Deutsch")
    assert body.read().blocks[0].spans[1] == Span(text="Zeitgeist", language="de")
    body.undo()
    assert body.read() == before
    select(body)
    choose(act, "Deutsch")
    choose(act, "The story’s own")
    assert body.read() == before


def test_its_menu_ticks_what_holds_here_and_has_the_languages_of_the_text_first(body: BodyEdit) -> None:
    act = RunLanguage(body)
    choose(act, "Deutsch")
    menu = act.build_menu()
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Deutsch"]
    assert [one.text() for one in menu.actions()][:3] == ["The story’s own", "", "Deutsch"]


def test_the_toolbar_names_it_and_its_menu_opens_by_a_key(body: BodyEdit, theme: Theme, qtbot: QtBot) -> None:
    toolbar = Toolbar(theme, body)
    qtbot.addWidget(toolbar)
    choose(toolbar.language, "Deutsch")
    assert toolbar._kind.accessibleName() == "Paragraph · Deutsch"
    assert toolbar.language in body.actions()
    toolbar.language.trigger()
    assert toolbar.language.menu_opened is not None and toolbar.language.menu_opened.isVisible()
    toolbar.language.menu_opened.close()


def test_what_is_typed_next_is_in_it(body: BodyEdit, qtbot: QtBot) -> None:
    body.moveCursor(QTextCursor.MoveOperation.End)
    choose(RunLanguage(body), "Français")
    qtbot.keyClicks(body, "Oui")
    assert body.read().blocks[0].spans[-1] == Span(text="Oui", language="fr")
