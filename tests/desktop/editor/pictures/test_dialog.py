"""A picture's details: what its file says, and the part of it that is printed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.document import Crop, PictureUse
from db.values import Picture
from desktop.editor.pictures.dialog import PictureDialog, file_facts
from desktop.look.theme import Theme
from exports.formats import load_format

USE = PictureUse(sha256="0" * 64, credit="Ida Holm")


def test_the_dialog_gives_crop_and_words_back(qtbot: QtBot, theme: Theme) -> None:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    dialog = PictureDialog(theme, USE.model_copy(update={"crop": Crop(left=0.5)}), image=image)
    qtbot.addWidget(dialog)
    assert dialog.crop is not None
    assert dialog.picture.crop == Crop(left=0.5)
    dialog.crop.choose(QRectF(0.0, 0.0, 0.5, 1.0))
    dialog._alt.setText("A lift")
    assert dialog.picture.crop == Crop(right=0.5)
    assert (dialog.picture.alt, dialog.picture.credit) == ("A lift", "Ida Holm")


def test_a_picture_that_cannot_be_shown_keeps_its_crop(qtbot: QtBot, theme: Theme) -> None:
    dialog = PictureDialog(theme, USE.model_copy(update={"crop": Crop(left=0.5)}), image=QImage())
    qtbot.addWidget(dialog)
    assert dialog.crop is None
    assert dialog.picture.crop == Crop(left=0.5)


def test_size_and_sharpness_on_paper_follow_columns_and_part(qtbot: QtBot, theme: Theme) -> None:
    known = Picture("0" * 64, "a.jpg", 1200, 800, "RGB", 1)
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    dialog = PictureDialog(theme, USE, known=known, image=image, fmt=load_format("tabloid"))
    qtbot.addWidget(dialog)
    assert dialog._size.text().startswith("1 column · ")
    assert not dialog._size.text().startswith("!")
    dialog._columns.setValue(5)
    assert dialog._size.text().startswith("! 5 columns · ")
    assert dialog._size.text().endswith("too coarse: 150 are wanted")
    dialog.proportion.setCurrentIndex(dialog.proportion.findText("1 : 1"))
    assert dialog.crop is not None
    assert dialog.crop.crop == Crop(left=0.1667, right=0.8333)


def test_what_the_file_says_is_told() -> None:
    known = Picture("0" * 64, "a.jpg", 4000, 3000, "RGB", 1, caption="Lifts", credit="Ida Holm", taken="2026-11-20")
    assert (
        file_facts(known) == "a.jpg · 4,000 × 3,000 pixels, RGB · taken 2026-11-20 · credit: Ida Holm · caption: Lifts"
    )
