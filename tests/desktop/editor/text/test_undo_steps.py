"""One undo takes back a word, or what was typed until a pause."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from db.document import Document
from desktop.editor.fields import GrowingEdit, NoteEdit
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.undo_steps import PAUSE_SECONDS
from desktop.look.theme import Theme
from tests.desktop.editor.conftest import typed

Edit = QTextEdit | QPlainTextEdit


@pytest.fixture(params=["body", "headline", "ednote"])
def edit(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Edit:
    """Each kind of field of more than one line, empty, with a clock that stands still."""
    make: dict[str, Callable[[], Edit]] = {
        "body": lambda: BodyEdit(theme, lambda _sha256, found: found(QImage())),
        "headline": lambda: GrowingEdit(QFont(), "Headline", ""),
        "ednote": lambda: NoteEdit("Note", ""),
    }
    made = make[request.param]()
    made.fill(Document()) if isinstance(made, BodyEdit) else made.fill("", anew=True)
    made._steps._now = lambda: 0.0
    qtbot.addWidget(made)
    return made


def undone(edit: Edit) -> list[str]:
    """What stands there after each undo."""
    steps = []
    while edit.document().isUndoAvailable():
        edit.undo()
        steps.append(edit.toPlainText())
    return steps


def test_typing_is_undone_word_by_word(edit: Edit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "one two  three")
    assert undone(edit) == ["one two", "one", ""]


def test_letters_of_an_input_method_are_undone_word_by_word(edit: Edit) -> None:
    for letter in "one two":
        typed(edit, letter)
    assert undone(edit) == ["one", ""]


def test_what_an_input_method_commits_at_once_is_one_step(edit: Edit) -> None:
    for part in ("长江", "大桥"):
        typed(edit, part)
    assert undone(edit) == ["长江", ""]


def test_a_pause_begins_a_step(edit: Edit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "on")
    edit._steps._now = lambda: PAUSE_SECONDS + 0.1
    qtbot.keyClicks(edit, "ward")
    assert undone(edit) == ["on", ""]


def test_letters_of_an_input_method_never_join_what_was_done_in_between(edit: Edit, qtbot: QtBot) -> None:
    typed(edit, "a")
    typed(edit, "b")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    typed(edit, "c")
    assert undone(edit) == ["a", "ab", ""]


def test_redo_brings_back_what_undo_took(edit: Edit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "one two")
    undone(edit)
    edit.redo()
    edit.redo()
    assert edit.toPlainText() == "one two"


def test_undo_never_goes_past_what_was_there_at_the_beginning(qtbot: QtBot, theme: Theme) -> None:
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    qtbot.addWidget(body)
    body.fill(Document.from_paragraphs(["Begun."]))
    qtbot.keyClicks(body, "a b")
    assert undone(body) == ["aBegun.", "Begun."]
