"""Rows of a plain list have one height, whatever is in them."""

from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.rows import ROW, NotedList, add_row


def test_each_row_is_added_below_with_room_round_its_words(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    added = [add_row(rows, text) for text in ("City", "")]
    assert [rows.item(number) for number in range(rows.count())] == added
    assert [item.text() for item in added] == ["City", ""]
    assert {rows.sizeHintForRow(number) for number in range(2)} == {ROW}


def test_a_list_without_rows_says_so(qtbot: QtBot) -> None:
    rows, silent = NotedList("No words yet."), QListWidget()
    qtbot.addWidget(rows)
    qtbot.addWidget(silent)
    assert rows.grab().toImage() != silent.grab().toImage()
    add_row(rows, "")
    add_row(silent, "")
    assert rows.grab().toImage() == silent.grab().toImage()
