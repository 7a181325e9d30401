"""The switch between the views in which a story is written."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.editor.writing_view import ViewSwitch, WritingView


def test_a_button_chooses_its_view(qtbot: QtBot) -> None:
    switch = ViewSwitch()
    qtbot.addWidget(switch)
    switch.show()
    with qtbot.waitSignal(switch.chosen) as chosen:
        qtbot.mouseClick(switch.buttons[WritingView.GALLEY], Qt.MouseButton.LeftButton)
    assert chosen.args == [WritingView.GALLEY]


def test_where_there_is_little_room_the_view_that_is_shown_has_a_menu_of_all(qtbot: QtBot) -> None:
    switch = ViewSwitch()
    qtbot.addWidget(switch)
    switch.show_view(WritingView.WIDE)
    switch.show()
    switch.resize(switch.minimumSizeHint())
    assert [view for view, button in switch.buttons.items() if button.isVisible()] == [WritingView.WIDE]
    assert [action.text() for action in switch.buttons[WritingView.WIDE].menu().actions()] == [
        "Galley",
        "Wide",
        "Focus",
    ]
    switch.resize(switch.sizeHint())
    assert all(button.isVisible() for button in switch.buttons.values())
