"""The pictures of a story beside its text."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse, paragraph
from db.values import Picture
from desktop.editor.side.picture_list import PictureList, listed, said_of_picture
from desktop.look.theme import Theme
from exports.formats import load_format
from exports.typeset.galley.body_setting import GalleyPress

KNOWN = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
USE = PictureUse(sha256=KNOWN.sha256, credit="Berg", alt="A quay", columns=1)
BODY = Document(
    blocks=(
        paragraph("Pilots voted."),
        Block(kind=BlockKind.PICTURE, spans=paragraph("At dawn.").spans, picture=USE),
        Block(kind=BlockKind.PICTURE, picture=PictureUse(sha256="d" * 64)),
    )
)


@pytest.fixture
def press() -> GalleyPress:
    """The format, and the one picture that the newsroom has."""
    return GalleyPress(load_format("tabloid"), {KNOWN.sha256: KNOWN})


def test_each_picture_says_its_words_and_its_size_on_paper(press: GalleyPress) -> None:
    first, lost = listed(BODY, press)
    words = [said for said, _ in said_of_picture(first)]
    assert words[:2] == ["At dawn.", "Berg"]
    assert words[2].startswith("1 column · ")
    assert words[2].endswith(" ppi")
    assert [said for said, _ in said_of_picture(lost)] == [
        "! No cutline", "! No credit", "Nobody has written what it shows", "! Its file is not in this newsroom"
    ]  # fmt: skip


def test_one_that_is_too_coarse_says_what_is_wanted(press: GalleyPress) -> None:
    wide = BODY.blocks[1].model_copy(update={"picture": USE.model_copy(update={"columns": 5})})
    (one,) = listed(Document(blocks=(wide,)), press)
    said, tone = said_of_picture(one)[-1]
    assert (said.endswith("ppi · too coarse: 150 are wanted"), tone) == (True, "bad")


def test_the_list_leads_to_each_and_to_a_new_one(theme: Theme, press: GalleyPress, qtbot: QtBot) -> None:
    pictures = PictureList(theme)
    qtbot.addWidget(pictures)
    pictures.find_images(lambda _use: QImage(300, 200, QImage.Format.Format_RGB32))
    pictures.show_pictures(listed(BODY, press))
    assert pictures._images[2].pixmap().width() == 80
    ways = [label for label in pictures.findChildren(QLabel) if "picture 3" in label.text()]
    with qtbot.waitSignal(pictures.place_wanted, check_params_cb=lambda place: place == "picture 3"):
        ways[0].linkActivated.emit("picture 3")
    with qtbot.waitSignal(pictures.picture_wanted):
        pictures._add.click()


def test_without_pictures_it_says_how_one_comes_in(theme: Theme, press: GalleyPress, qtbot: QtBot) -> None:
    pictures = PictureList(theme)
    qtbot.addWidget(pictures)
    pictures.show_pictures(listed(BODY, press))
    pictures.show_pictures(())
    assert pictures._images == {}
    first = pictures._column.itemAt(0)
    assert first is not None
    assert "Drop one on the text" in first.widget().text()
