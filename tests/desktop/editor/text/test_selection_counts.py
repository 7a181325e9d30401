"""What is selected is counted in words, characters and lines."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Document
from desktop.editor.text.selection_counts import SelectionCounts, counted, selection_words
from desktop.look.theme import Theme
from exports.formats import load_format
from exports.typeset.galley.body_setting import GalleyPress
from tests.bench.galley import Desk, make_desk

PLAIN = Document.from_paragraphs(["The pier is closed.", "Tickets stay valid until the boats sail again in May."])


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    """A desk with two paragraphs in plain writing."""
    desk = make_desk(theme)
    qtbot.addWidget(desk.body)
    desk.body.fill(PLAIN)
    return desk


def test_nothing_selected_is_not_counted(desk: Desk) -> None:
    assert counted(desk.body.textCursor()) is None
    assert selection_words(None) == ""


def test_words_and_characters_of_several_paragraphs(desk: Desk) -> None:
    desk.body.selectAll()
    assert counted(desk.body.textCursor()) == SelectionCounts(14, len(PLAIN.body_text) - 2)


def test_each_chinese_character_is_a_word(desk: Desk) -> None:
    desk.body.fill(Document.from_paragraphs(["渡轮今天停航。"]))
    desk.body.selectAll()
    found = counted(desk.body.textCursor())
    assert found is not None
    assert (found.words, found.characters) == (6, 7)


def test_lines_are_those_of_the_press_where_they_are_seen(desk: Desk) -> None:
    desk.view.take(GalleyPress(load_format("tabloid")), "en-US")
    desk.view.show(True)
    assert desk.view.layout is not None
    while desk.view.layout.set_next():
        pass
    cursor = desk.body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    assert counted(cursor) == SelectionCounts(1, 4, 1)
    desk.body.selectAll()
    found = counted(desk.body.textCursor())
    assert found is not None
    assert found.lines == desk.view.layout.column.lines
    assert selection_words(found) == f"Selected: 14 words · 72 characters · {found.lines} lines"
