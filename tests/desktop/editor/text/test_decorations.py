"""What is drawn round the paragraphs of a body: it stands beside the text, where one sees it."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, Span
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.styles import LOOKS
from desktop.look.theme import Theme


@pytest.mark.parametrize(
    ("kind", "signed"),
    [(BlockKind.BULLET, True), (BlockKind.NUMBER, True), (BlockKind.QUOTE, True), (BlockKind.PULL_QUOTE, False)],
)
def test_a_sign_stands_left_of_the_text(kind: BlockKind, signed: bool, qtbot: QtBot, theme: Theme) -> None:
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    qtbot.addWidget(body)
    body.fill(Document(blocks=(Block(), Block(kind=kind, spans=(Span(text="Twelve lifts"),)))))
    body.setReadOnly(True)
    body.resize(400, 200)
    with qtbot.waitExposed(body):
        body.show()
    shown = body.grab().toImage()
    ground = shown.pixelColor(399, 199)
    margin = [shown.pixelColor(x, y) for x in range(LOOKS[kind].indent - 1) for y in range(200)]
    assert any(pixel != ground for pixel in margin) == signed
