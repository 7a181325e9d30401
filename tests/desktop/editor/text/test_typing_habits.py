"""Typing: marks by language and signs of Markdown, each undone alone; paragraphs moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from desktop.editor.fields import GrowingEdit
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.typing_habits import TypingHabits
from desktop.look.theme import Theme
from tests.desktop.editor.conftest import typed

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def habits() -> TypingHabits:
    """All of them."""
    return TypingHabits()


@pytest.fixture
def body(qtbot: QtBot, theme: Theme, habits: TypingHabits) -> BodyEdit:
    """An empty body of an English story, with a clock that stands still."""
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()), habits)
    body.fill(Document())
    body.typed.language = "en-US"
    body._steps._now = lambda: 0.0
    qtbot.addWidget(body)
    return body


def test_quotes_are_set_as_one_types_and_one_undo_takes_the_habit_back(body: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(body, 'He said "')
    assert body.toPlainText() == "He said “"
    body.undo()
    assert body.toPlainText() == 'He said "'
    qtbot.keyClicks(body, 'Go" at once')
    assert body.toPlainText() == 'He said "Go" at once'.replace('Go"', "Go”")


def test_what_is_typed_behind_a_mark_is_undone_before_it(body: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(body, '"Go on')
    body.undo()
    assert body.toPlainText() == "“Go"
    body.undo()
    body.undo()
    assert body.toPlainText() == '"'


def test_a_single_letter_of_an_input_method_counts_as_typed(body: BodyEdit) -> None:
    for letter in 'don"t'.replace('"', "'"):
        typed(body, letter)
    assert body.toPlainText() == "don’t"


def test_marks_follow_the_language_of_the_story(body: BodyEdit, qtbot: QtBot) -> None:
    body.typed.language = "de"
    qtbot.keyClicks(body, '"Komm"')
    assert body.toPlainText() == "„Komm“"


def test_whoever_switched_it_off_types_what_they_type(body: BodyEdit, qtbot: QtBot, habits: TypingHabits) -> None:
    habits.marks = habits.markdown = False
    qtbot.keyClicks(body, '## "Go" **now** -- ...')
    assert body.toPlainText() == '## "Go" **now** -- ...'


def test_an_emoji_before_a_mark_does_not_shift_it(body: BodyEdit, qtbot: QtBot) -> None:
    typed(body, "🐑 ")
    qtbot.keyClicks(body, '"Baa"')
    assert body.toPlainText() == "🐑 “Baa”"


def test_the_headline_has_the_same_habits_but_no_markdown(qtbot: QtBot, habits: TypingHabits) -> None:
    edit = GrowingEdit(QFont(), "Headline", "", habits)
    edit.typed.language = "en-US"
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, '**It\'s** "on"')
    assert edit.text == "**It’s** “on”"


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("## ", BlockKind.SUBHEAD), ("> ", BlockKind.QUOTE), ("- ", BlockKind.BULLET), ("1. ", BlockKind.NUMBER),
    ],
)  # fmt: skip
def test_a_sign_of_markdown_begins_a_paragraph_of_a_kind(
    body: BodyEdit, qtbot: QtBot, keys: str, kind: BlockKind
) -> None:
    qtbot.keyClicks(body, f"{keys}Go")
    assert body.read().blocks == (Block(kind=kind, spans=(Span(text="Go"),)),)
    body.undo()
    body.undo()
    assert body.read().blocks == (paragraph(keys),)


@pytest.mark.parametrize(
    ("keys", "spans"),
    [
        ("a **big** day", (Span(text="a "), Span(text="big", bold=True), Span(text=" day"))),
        ("the _Times_ of", (Span(text="the "), Span(text="Times", italic=True), Span(text=" of"))),
        (
            "see [us](https://a.example/b) now",
            (Span(text="see "), Span(text="us", link="https://a.example/b"), Span(text=" now")),
        ),
        ("snake_case_name", (Span(text="snake_case_name"),)),
        ("see [us](javascript:x)", (Span(text="see [us](javascript:x)"),)),
    ],
)
def test_words_between_signs_of_markdown_are_marked(
    body: BodyEdit, qtbot: QtBot, keys: str, spans: tuple[Span, ...]
) -> None:
    qtbot.keyClicks(body, keys)
    assert body.read().blocks == (Block(spans=spans),)


def test_a_mark_of_markdown_is_undone_alone(body: BodyEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(body, "a **big**")
    body.undo()
    assert body.read().blocks == (paragraph("a **big**"),)


PICTURE = Block(kind=BlockKind.PICTURE, spans=(Span(text="The pier"),), picture=PictureUse(sha256="0" * 64))
THREE = Document(blocks=(Block(kind=BlockKind.SUBHEAD, spans=(Span(text="One"),)), PICTURE, paragraph("Three")))


def test_a_paragraph_moves_with_its_kind_and_its_cursor(body: BodyEdit, qtbot: QtBot) -> None:
    body.fill(THREE)
    body.go_to(0)
    qtbot.keyClick(body, Qt.Key.Key_Down, ALT)
    assert body.read().blocks == (THREE.blocks[1], THREE.blocks[0], THREE.blocks[2])
    assert body.textCursor().block().text() == "One"
    qtbot.keyClick(body, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(body, Qt.Key.Key_Down, ALT)
    assert body.read().blocks == (*THREE.blocks[1:], THREE.blocks[0])
    body.undo()
    body.undo()
    assert body.read() == THREE


def test_selected_paragraphs_move_together_and_stay_selected(body: BodyEdit, qtbot: QtBot) -> None:
    body.fill(Document.from_paragraphs(["One", "Two", "Three"]))
    cursor = body.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    qtbot.keyClick(body, Qt.Key.Key_Up, ALT)
    assert [block.text for block in body.read().blocks] == ["Two", "Three", "One"]
    assert body.textCursor().selectedText() == "wo\u2029Th"
