"""One entry beside a story: who, when, and what."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.localization import full_time, utc_now
from desktop.widgets.entry import entry


def test_it_is_read_aloud_in_one_sentence_and_gives_the_whole_time(qtbot: QtBot) -> None:
    at = utc_now() - timedelta(days=400)
    row = entry("<b>Nora</b>", at, QLabel("Which floor?"))
    qtbot.addWidget(row)
    who, when = (label for label in row.findChildren(QLabel) if label.text() != "Which floor?")
    assert row.accessibleName() == f"<b>Nora</b>, {when.text()}: Which floor?"
    assert when.toolTip() == full_time(at)
    assert who.textFormat() is Qt.TextFormat.PlainText
