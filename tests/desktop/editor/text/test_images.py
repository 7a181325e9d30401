"""Images of a body: one that comes late is shown in the place that was held for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.images import Images
from desktop.look.theme import Theme

SHA = "a" * 64


def red(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("red")
    return image


def test_a_picture_is_asked_for_once_and_scaled_once() -> None:
    asked: list[str] = []
    images = Images(lambda sha256, found: (asked.append(sha256), found(red(2_000, 100)))[0])
    first = images.get(SHA, 1.0)
    assert images.get(SHA, 1.0).cacheKey() == first.cacheKey()
    assert (asked, first.width()) == ([SHA], 360)


def test_the_place_of_a_picture_that_is_to_come_is_grey() -> None:
    assert Images(lambda _sha256, _found: None).get(SHA, 1.0).pixelColor(9, 9) == QColor(Qt.GlobalColor.lightGray)


def test_the_part_that_is_printed_is_cut_out() -> None:
    images = Images(lambda _sha256, found: found(red(200, 100)))
    assert images.get(f"{SHA}?0,0,0.5,1", 1.0).width() == 100


def test_a_picture_that_comes_late_replaces_the_grey_field_and_is_no_edit(theme: Theme, qtbot: QtBot) -> None:
    waiting: list[Callable[[QImage], None]] = []
    body = BodyEdit(theme, lambda _sha256, found: waiting.append(found))
    qtbot.addWidget(body)
    body.fill(Document(blocks=(Block(kind=BlockKind.PICTURE, picture=PictureUse(sha256=SHA)),)))
    body.show()
    qtbot.waitUntil(lambda: bool(waiting))
    with qtbot.assertNotEmitted(body.edited):
        waiting[0](red(300, 150))
    shown = body.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{SHA}"))
    assert (shown.width(), shown.height()) == (300, 150)
    assert not body.document().isUndoAvailable()
