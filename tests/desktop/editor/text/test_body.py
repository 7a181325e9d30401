"""The body while it is written in: where one begins, and what is typed beside a picture."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse, Span
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from tests.desktop.editor.test_page import typed

PICTURE = PictureUse(sha256="0" * 64)
BODY = Document(
    blocks=(
        Block(kind=BlockKind.PICTURE, spans=(Span(text="The ferry."),), picture=PICTURE),
        Block(spans=(Span(text="It sails again."),)),
    )
)


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> BodyEdit:
    """A picture, and a paragraph below it."""
    body = BodyEdit(theme, lambda _sha256: QImage())
    qtbot.addWidget(body)
    body.fill(BODY)
    return body


def texts(body: BodyEdit) -> list[str]:
    """Of each block."""
    return [block.text for block in body.read().blocks]


def test_one_begins_to_write_below_the_picture(body: BodyEdit) -> None:
    typed(body, "Late: ")
    assert texts(body) == ["The ferry.", "Late: It sails again."]


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("how", ["key", "composed", "pasted"])
def test_what_is_typed_before_an_image_begins_its_cutline(body: BodyEdit, qtbot: QtBot, place: int, how: str) -> None:
    cursor = body.textCursor()
    cursor.setPosition(place)
    body.setTextCursor(cursor)
    if how == "key":
        qtbot.keyClicks(body, "Old ")
    elif how == "composed":
        typed(body, "Old ")
    else:
        QApplication.clipboard().setText("Old ")
        body.paste()
    assert texts(body) == ["Old The ferry.", "It sails again."]
    assert body.read().blocks[0].picture == PICTURE


def test_a_body_of_pictures_alone_begins_with_a_cutline(body: BodyEdit) -> None:
    body.fill(Document(blocks=BODY.blocks[:1]))
    typed(body, "Old ")
    assert texts(body) == ["Old The ferry."]
