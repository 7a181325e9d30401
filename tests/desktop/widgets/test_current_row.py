"""Rows that are selected without keys or mouse, as a screen reader does."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.current_row import CurrentRow

SELECT = QItemSelectionModel.SelectionFlag


@pytest.fixture
def rows(qtbot: QtBot) -> QListWidget:
    """Three rows, the first of them the current one."""
    rows = QListWidget()
    CurrentRow(rows)
    qtbot.addWidget(rows)
    rows.addItems(["City", "Sport", "Arts"])
    rows.setCurrentRow(0)
    return rows


@pytest.mark.parametrize("way", [SELECT.ClearAndSelect, SELECT.Select])
def test_a_row_that_is_selected_is_the_current_one_as_soon_as_the_other_is_not_selected(
    rows: QListWidget, way: QItemSelectionModel.SelectionFlag
) -> None:
    rows.selectionModel().select(rows.model().index(2, 0), way)
    assert rows.currentRow() == (2 if way is SELECT.ClearAndSelect else 0)


def test_nothing_is_the_current_row_in_place_of_one_that_was_cleared(rows: QListWidget) -> None:
    rows.selectionModel().clear()
    assert rows.currentRow() == -1
    rows.selectionModel().select(rows.model().index(1, 0), SELECT.Select)
    assert rows.currentRow() == 1
