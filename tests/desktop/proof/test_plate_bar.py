"""Buttons of plates: alone, together, all again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.proof.plate_bar import PlateBar
from exports.pdf.plates.separate import Plate

PLATES = (Plate("Cyan", (1, 0, 0, 0)), Plate("Black", (0, 0, 0, 1)), Plate("A spot of a long name", (0, 1, 0, 0)))


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> PlateBar:
    bar = PlateBar(theme)
    qtbot.addWidget(bar)
    bar.show_plates(PLATES)
    return bar


def test_a_press_shows_a_plate_alone_and_another_all_again(bar: PlateBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.shown_changed) as told:
        qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert told.args == [frozenset(("Cyan",))]
    assert [button.isChecked() for button in bar.buttons] == [True, False, False]
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert bar.shown is None


def test_with_ctrl_a_plate_is_taken_away_and_added(bar: PlateBar, qtbot: QtBot) -> None:
    left, ctrl = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(bar.buttons[1], left, ctrl)
    assert bar.shown == {"Cyan", PLATES[2].name}
    qtbot.mouseClick(bar.buttons[1], left, ctrl)
    assert bar.shown is None


def test_each_button_is_named_and_what_is_long_stands_in_its_tip(bar: PlateBar) -> None:
    assert [button.accessibleName() for button in bar.buttons][1:] == ["Black plate", "A spot of a long name plate"]
    assert "A spot of a long name" in bar.buttons[2].toolTip()
    assert "(K)" in bar.buttons[1].toolTip()
    assert not bar.grab().isNull()
