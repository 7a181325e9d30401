"""The part of a picture that is printed: dragged, moved and resized by keys, shown upright."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.document import Crop
from desktop.editor.pictures.crop import CropView, upright
from desktop.look.theme import Theme


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> CropView:
    """A picture twice as wide as high."""
    view = CropView(theme, QImage(400, 200, QImage.Format.Format_RGB32), None)
    qtbot.addWidget(view)
    view.resize(480, 240)
    view.show()
    return view


def drag(view: CropView, start: QPointF, end: QPointF) -> None:
    """As a hand does, in the view's own places."""
    left, kinds = Qt.MouseButton.LeftButton, QEvent.Type
    for kind, spot in ((kinds.MouseButtonPress, start), (kinds.MouseMove, end), (kinds.MouseButtonRelease, end)):
        event = QMouseEvent(kind, spot, view.mapToGlobal(spot), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)


def test_a_part_keeps_the_proportions_that_were_chosen(view: CropView) -> None:
    view.keep_proportion(1.0)
    assert view.crop == Crop(left=0.25, right=0.75)
    drag(view, QPointF(0, 0), QPointF(240, 60))
    assert view.crop == Crop(right=0.125, bottom=0.25)
    view.reset()
    assert view.crop == Crop(left=0.25, right=0.75)
    view.keep_proportion(0.0)
    view.reset()
    assert view.crop is None


def test_the_part_that_is_dragged_over_is_printed(view: CropView, qtbot: QtBot) -> None:
    assert view.frame() == QRectF(0, 0, 480, 240)
    drag(view, QPointF(120, 60), QPointF(240, 120))
    assert view.crop == Crop(left=0.25, top=0.25, right=0.5, bottom=0.5)
    view.reset()
    assert view.crop is None


def test_a_slip_of_the_hand_is_no_crop(view: CropView) -> None:
    view.choose(QRectF(0.5, 0.5, 0.001, 0.001))
    assert view.crop is None


def test_arrows_move_and_resize_the_part(view: CropView, qtbot: QtBot) -> None:
    view.choose(QRectF(0.0, 0.2, 0.5, 0.5))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.crop == Crop(left=0.0, top=0.2, right=0.5, bottom=0.7)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.crop == Crop(left=0.01, top=0.2, right=0.51, bottom=0.7)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.crop == Crop(left=0.01, top=0.2, right=0.51, bottom=0.71)


def test_a_picture_on_its_side_is_shown_upright() -> None:
    image, held = Image.new("RGB", (40, 20)), io.BytesIO()
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(held, "JPEG", exif=exif)
    shown = upright(held.getvalue())
    assert (shown.width(), shown.height()) == (20, 40)


def test_a_large_picture_is_shown_in_as_many_pixels_as_a_screen_has() -> None:
    held = io.BytesIO()
    Image.new("RGB", (6000, 3000)).save(held, "JPEG")
    shown = upright(held.getvalue())
    assert (shown.width(), shown.height()) == (2400, 1200)


def test_a_tiff_is_shown(qapp: QApplication) -> None:
    """Its reader asks the bytes it reads once more at its end; gone by then, they ended the program."""
    held = io.BytesIO()
    Image.new("CMYK", (40, 20)).save(held, "TIFF")
    assert upright(held.getvalue()).width() == 40
