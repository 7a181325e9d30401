"""Kinds, marks and looseness go to the selected paragraphs."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.document import BlockKind
from db.values import Account, Story
from tests.desktop.editor.conftest import OpenPage, typed


def test_kind_and_marks_go_to_the_selection(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    page.form.body.setTextCursor(cursor)
    page.form.toolbar.bold.click()
    page.form.body.set_link("https://courier.example/lifts")
    page.form.body.set_kind(BlockKind.SUBHEAD)
    first, second = page.form.body.read().blocks
    assert first.kind is BlockKind.SUBHEAD
    assert (first.spans[0].text, first.spans[0].bold) == ("Mrs Qian ", True)
    assert first.spans[0].link == "https://courier.example/lifts"
    assert second == draft.body.blocks[1]


def test_looseness_stays_when_the_kind_changes(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_looseness(1)
    page.form.body.set_kind(BlockKind.BOX)
    first = page.form.body.read().blocks[0]
    assert (first.kind, first.looseness) == (BlockKind.BOX, 1)


def test_a_line_after_a_subhead_is_a_paragraph(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_kind(BlockKind.SUBHEAD)
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    page.form.body.setTextCursor(cursor)
    qtbot.keyClick(page.form.body, Qt.Key.Key_Return)
    typed(page.form.body, "On.")
    kinds = [block.kind for block in page.form.body.read().blocks]
    assert kinds == [BlockKind.SUBHEAD, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
