"""The body while it is written in: where one begins, and what is typed beside a picture."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Crop, Document, PictureUse, Span
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from tests.desktop.editor.conftest import typed

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
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It sails again.", "After eight months it sails again on Monday."),
        ("Nothing yet.", "It sails again."),
    ],
)
def test_the_cursor_stays_at_its_words_when_what_another_wrote_comes_in(
    body: BodyEdit, before: str, after: str
) -> None:
    line = "The crowd was smaller than the harbour master had hoped."
    body.fill(Document.from_paragraphs([before, line, "The end."]))
    place = body.document().findBlockByNumber(1).position() + line.index("harbour")
    cursor = body.textCursor()
    cursor.setPosition(place)
    body.setTextCursor(cursor)
    body.fill(Document.from_paragraphs(["A new beginning.", after, line, "The end."]), anew=False)
    typed(body, "old ")
    assert texts(body)[2] == line.replace("harbour", "old harbour")


def test_where_its_words_are_gone_the_cursor_stays_near(body: BodyEdit) -> None:
    body.fill(Document.from_paragraphs(["One.", "Two and a half.", "Three."]))
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    body.setTextCursor(cursor)
    body.fill(Document.from_paragraphs(["Something else."]), anew=False)
    typed(body, "!")
    assert len(texts(body)) == 1
    assert sorted(texts(body)[0]) == sorted("Something else.!")


def shown(body: BodyEdit) -> QImage:
    """The image that stands in the first block."""
    name = body.document().begin().begin().fragment().charFormat().toImageFormat().name()
    found = body.loadResource(QTextDocument.ResourceType.ImageResource.value, name)
    assert isinstance(found, QImage)
    return found


def test_the_part_of_a_picture_that_is_printed_is_what_one_sees(qtbot: QtBot, theme: Theme) -> None:
    whole = QImage(40, 20, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    whole.setPixelColor(30, 15, Qt.GlobalColor.red)
    body = BodyEdit(theme, lambda _sha256, found: found(whole))
    qtbot.addWidget(body)
    body.fill(BODY)
    assert shown(body).size() == whole.size()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    part = PICTURE.model_copy(update={"crop": Crop(left=0.75, top=0.75, right=1, bottom=1)})
    body.change_picture(part)
    assert (shown(body).size(), shown(body).pixelColor(0, 0)) == (QSize(10, 5), QColor(Qt.GlobalColor.red))
    assert (texts(body), body.read().blocks[0].picture) == (["The ferry.", "It sails again."], part)
    body.undo()
    assert shown(body).size() == whole.size()
    body.fill(Document(blocks=(BODY.blocks[0].model_copy(update={"picture": part}),)))
    assert shown(body).size() == QSize(10, 5)
