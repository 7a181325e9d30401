"""Cards that are dragged: all that are selected go, columns say what they would do, and a press alone selects."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.stages import Stage
from db.values import Account
from desktop.board.board import Board
from desktop.board.card_drag import STORIES, DropTarget, DropVerdict
from desktop.board.views import sections
from desktop.look.theme import Theme
from tests.desktop.conftest import make_card, show_cards

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def board(theme: Theme, editor: Account, qtbot: QtBot) -> Iterator[Board]:
    """Three drafts and a story in Edit; one of each selected."""
    board = Board(theme, editor, sections(editor, ["City"])[1].views[0])
    qtbot.addWidget(board)
    board.resize(900, 600)
    edited = make_card(9, "edited", stage=Stage.EDIT)
    show_cards(board, [*(make_card(number, f"draft-{number}") for number in (1, 2, 3)), edited])
    with qtbot.waitExposed(board):
        board.show()
    for column, number in zip(board.columns, (1, 9), strict=False):
        column.list.blockSignals(True)
        column.pick([number])
        column.list.blockSignals(False)
    yield board


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[int]]:
    """The stories of each drag that was begun; all end at once."""
    drags = list[Sequence[int]]()
    drag = "desktop.board.card_columns.drag_cards"
    monkeypatch.setattr(drag, lambda _source, _theme, numbers, _card: drags.append(numbers))
    return drags


def press(board: Board, row: int) -> QPoint:
    """Press a draft, and stay there."""
    cards = board.columns[0].list
    place = cards.visualRect(cards.model().index(row, 0)).center()
    QTest.mousePress(cards.viewport(), LEFT, PLAIN, place)
    return place


def test_a_card_is_dragged_with_all_that_are_selected_wherever_they_stand(
    board: Board, dragged: list[Sequence[int]]
) -> None:
    press(board, 0)
    board.columns[0].list.startDrag(Qt.DropAction.MoveAction)
    assert dragged == [[1, 9]]
    assert board.selected() == [1, 9]


def test_a_card_that_is_not_selected_is_dragged_alone(board: Board, dragged: list[Sequence[int]]) -> None:
    press(board, 1)
    board.columns[0].list.startDrag(Qt.DropAction.MoveAction)
    assert dragged == [[2]]


def test_a_press_that_drags_nothing_selects_the_card_alone_when_it_is_let_go(board: Board) -> None:
    place = press(board, 0)
    assert board.selected() == [1, 9]
    QTest.mouseRelease(board.columns[0].list.viewport(), LEFT, PLAIN, place)
    assert board.selected() == [1]


def test_a_column_takes_what_it_says_it_takes(board: Board, dragged: list[Sequence[int]], qtbot: QtBot) -> None:
    press(board, 1)
    board.columns[0].list.startDrag(Qt.DropAction.MoveAction)
    board.card_columns.show_verdicts(
        {Stage.EDIT: DropVerdict("Submit", able=True), Stage.PUBLISH: DropVerdict("No.", able=False)}
    )
    assert [moved_over(column.target) for column in board.columns] == [False, True, False]
    with qtbot.waitSignal(board.card_columns.sent) as sent:
        board.columns[1].target.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, data(), LEFT, PLAIN))
    assert sent.args == [[2], Stage.EDIT]


def moved_over(target: DropTarget) -> bool:
    """Whether a column would take the cards now."""
    event = QDragMoveEvent(QPoint(5, 5), Qt.DropAction.MoveAction, data(), LEFT, PLAIN)
    target.dragMoveEvent(event)
    return event.isAccepted()


def data() -> QMimeData:
    """What is dragged in this window."""
    found = QMimeData()
    found.setData(STORIES, b"2")
    return found


def test_a_key_sends_what_is_selected_to_the_next_column(board: Board, qtbot: QtBot) -> None:
    board.columns[1].list.forget()
    with qtbot.waitSignal(board.card_columns.sent) as sent:
        qtbot.keyClick(board.columns[0].list, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == [[1], Stage.EDIT]
