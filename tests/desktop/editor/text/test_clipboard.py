"""What is pasted is read before anything is taken away."""

import json

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.document import BlockKind, Document
from db.values import Account, Story
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from tests.desktop.editor.conftest import OpenPage

_NEWER = json.dumps({"version": 99, "blocks": []})


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> BodyEdit:
    """A paragraph, all of it selected."""
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    qtbot.addWidget(body)
    body.fill(Document.from_paragraphs(["The ferry is back."]))
    body.selectAll()
    return body


@pytest.mark.parametrize("own", [_NEWER, "{half", "7", '{"version": 1, "blocks": [{"kind": "unheard-of"}]}'])
def test_what_a_newer_galley_copied_is_pasted_as_plain_text_in_one_step(body: BodyEdit, own: str, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("It sails at noon.")
    data.setData("application/x-galley-blocks", own.encode())
    body.insertFromMimeData(data)
    assert body.toPlainText() == "It sails at noon."
    with qtbot.waitSignal(body.edited):
        body.undo()
    assert body.toPlainText() == "The ferry is back."
    body.moveCursor(body.textCursor().MoveOperation.End)
    with qtbot.waitSignal(body.edited):
        qtbot.keyClicks(body, "!")


def test_what_is_copied_is_pasted_with_its_kind_and_marks(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_kind(BlockKind.QUOTE)
    page.form.body.selectAll()
    page.form.toolbar.italic.click()
    page.form.body.copy()
    before = page.form.body.read()
    page.form.body.fill(draft.body)
    page.form.body.selectAll()
    page.form.body.paste()
    assert page.form.body.read() == before
