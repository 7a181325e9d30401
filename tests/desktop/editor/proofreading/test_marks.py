"""Marks are painted under their words, in shapes that are told apart without their colours."""

import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.editor.proofreading.marks import MarkShape, TextMark, paint_marks
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from tests.desktop.editor.proofreading.conftest import ProofDesk

HEIGHT = 60


def painted(body: BodyEdit, mark: TextMark, theme: Theme) -> set[tuple[int, int]]:
    """Places of the pixels that a mark of the first block colours."""
    body.grab()  # lays it out
    image = QImage(500, HEIGHT, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_marks(painter, body, image.rect(), lambda number: [mark] if number == 0 else [], theme)
    painter.end()
    return {(x, y) for x in range(500) for y in range(HEIGHT) if image.pixelColor(x, y).alpha() > 128}


@pytest.mark.parametrize("shape", MarkShape)
def test_a_mark_lies_under_its_word(desk: ProofDesk, theme: Theme, shape: MarkShape) -> None:
    desk.show("The harbor dues rize.")
    pixels = painted(desk.body, TextMark(16, 20, shape), theme)
    cursor = desk.body.textCursor()
    cursor.setPosition(16)
    left = desk.body.cursorRect(cursor)
    cursor.setPosition(20)
    right = desk.body.cursorRect(cursor)
    assert pixels
    assert min(x for x, _ in pixels) >= left.left() - 1
    assert max(x for x, _ in pixels) <= right.left() + 2
    assert min(y for _, y in pixels) > left.center().y()


def test_a_wave_goes_on_and_dots_do_not(desk: ProofDesk, theme: Theme) -> None:
    desk.show("The harbor dues rize.")
    wave = {x for x, _ in painted(desk.body, TextMark(4, 20, MarkShape.WAVE), theme)}
    dots = {x for x, _ in painted(desk.body, TextMark(4, 20, MarkShape.DOTS), theme)}
    assert len(dots) < 0.8 * len(wave)


def test_what_no_remark_is_about_is_left_alone(desk: ProofDesk, theme: Theme) -> None:
    desk.show("The harbor dues rize.")
    assert painted(desk.body, TextMark(4, 4, MarkShape.WAVE), theme) == set()
