"""The bar over the text: a sentence with its links, or alone, and no sign of how both are parted."""

from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.editor.margin.change_bar import ChangeBar


def test_a_sentence_stands_alone_where_nothing_can_be_done(qtbot: QtBot) -> None:
    bar = ChangeBar()
    qtbot.addWidget(bar)
    bar.say("1 change suggested by Nora & Lin.", ())
    assert _read(bar) == "1 change suggested by Nora & Lin."
    bar.say("1 change suggested.", [("accept", "Accept all"), ("refuse", "Refuse all")])
    assert _read(bar) == "1 change suggested.\xa0 Accept all · Refuse all"
    assert not bar.isHidden()
    bar.say("", ())
    assert bar.isHidden()


def _read(bar: ChangeBar) -> str:
    """What one reads, as its label shows it: as text, or as what text means in HTML."""
    document = QTextDocument()
    document.setHtml(bar.text()) if bar.textFormat() == bar.textFormat().RichText else document.setPlainText(bar.text())
    return document.toRawText()
