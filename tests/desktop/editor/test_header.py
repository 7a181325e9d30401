"""The bar over a story: a button does what it said when the hand went to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.stages import BY_MOVE, Move, Stage
from db.values import MoveOption
from desktop.editor.header import StoryHeader
from desktop.look.theme import Theme

HALF_A_SECOND = 500
"""Milliseconds in which the second press of a double click comes."""


def options(*refused: Move) -> list[MoveOption]:
    """All moves; some are refused."""
    return [
        MoveOption(move, move not in refused, "No." if move in refused else "", BY_MOVE[move].asks) for move in Move
    ]


@pytest.fixture
def header(theme: Theme, qtbot: QtBot) -> StoryHeader:
    """That of a draft."""
    header = StoryHeader(theme)
    qtbot.addWidget(header)
    header.show()
    header.show_options(Stage.DRAFT, options())
    return header


def test_a_move_that_comes_in_the_place_of_another_cannot_be_pressed_at_once(header: StoryHeader, qtbot: QtBot) -> None:
    asked: list[MoveOption] = []
    header.move_requested.connect(asked.append)
    header.show_options(Stage.EDIT, options())
    approve = header.moves[Move.APPROVE]
    assert header._rest.interval() > HALF_A_SECOND
    assert header._rest.isActive()
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    assert asked == []
    qtbot.waitUntil(approve.isEnabled)
    qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    assert [option.move for option in asked] == [Move.APPROVE]


def test_a_refused_move_stays_refused_when_the_others_can_be_pressed(header: StoryHeader, qtbot: QtBot) -> None:
    header.show_options(Stage.EDIT, options(Move.APPROVE))
    qtbot.waitUntil(header.moves[Move.RETURN].isEnabled)
    assert not header.moves[Move.APPROVE].isEnabled()


def test_a_press_is_not_lost_while_the_story_is_looked_at_again(header: StoryHeader, qtbot: QtBot) -> None:
    submit = header.moves[Move.SUBMIT]
    qtbot.mousePress(submit, Qt.MouseButton.LeftButton)
    header.show_options(Stage.DRAFT, options(Move.SPIKE))
    assert header.moves[Move.SUBMIT] is submit
    with qtbot.waitSignal(header.move_requested):
        qtbot.mouseRelease(submit, Qt.MouseButton.LeftButton)
    assert not header.moves[Move.SPIKE].isEnabled()


def test_the_claim_moves_no_button(header: StoryHeader) -> None:
    header.set_writing(False)
    before = header.moves[Move.SUBMIT].mapTo(header, header.moves[Move.SUBMIT].rect().center())
    header.set_writing(True)
    layout = header.layout()
    assert layout is not None
    layout.activate()
    assert header.moves[Move.SUBMIT].mapTo(header, header.moves[Move.SUBMIT].rect().center()) == before


def test_the_moves_have_the_room_of_what_stands_in_the_details_too(header: StoryHeader) -> None:
    for width, shown in ((800, False), (1280, True)):
        header.resize(width, header.height())
        assert header._facts.isVisible() is shown


def test_moves_that_find_no_room_stand_in_the_menu_behind_and_can_be_made_there(
    header: StoryHeader, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    header.setParent(window)
    window.show()
    header.resize(1280, header.height())
    assert not header.moves[Move.SPIKE].isHidden()
    header.resize(300, header.height())
    assert header.moves[Move.SPIKE].isHidden()
    assert not header.moves[Move.SUBMIT].isHidden()
    first = header.more.menu().actions()[0]
    assert first.isEnabled()
    with qtbot.waitSignal(header.move_requested, check_params_cb=lambda option: option.move is Move.SPIKE):
        first.trigger()
    header.setParent(None)
