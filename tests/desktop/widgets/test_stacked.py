"""Widgets one below the other or side by side."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.stacked import column, row


def shown(qtbot: QtBot, whole: QWidget) -> QWidget:
    """The widget in a window larger than it needs."""
    qtbot.addWidget(whole)
    whole.resize(400, 300)
    whole.show()
    return whole


def test_a_column_begins_at_the_edges_and_leaves_its_room_below(qtbot: QtBot) -> None:
    upper, lower = QLabel("one"), QLabel("two")
    whole = shown(qtbot, column(upper, lower, spacing=12, stretch=True))
    assert (upper.x(), upper.y()) == (0, 0)
    assert lower.y() == upper.height() + 12
    assert lower.geometry().bottom() < whole.height() / 2


@pytest.mark.parametrize("spacing", [0, 16])
def test_a_field_takes_the_room_that_its_row_has_left(spacing: int, qtbot: QtBot) -> None:
    label, field, suffix = QLabel("Name"), QLineEdit(), QLabel(".pdf")
    whole = shown(qtbot, row(label, field, suffix, spacing=spacing))
    assert (label.x(), suffix.geometry().right()) == (0, whole.width() - 1)
    assert field.width() == whole.width() - label.width() - suffix.width() - 2 * spacing
    assert label.width() == label.sizeHint().width()
