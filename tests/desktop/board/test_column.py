"""The column of cards: what lies under the mouse stays there, and a press is for the story it hit."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.stages import Stage
from db.values import Account, StoryCard
from desktop.board.board import Board
from desktop.board.column import CardList
from desktop.board.model import CARD
from desktop.board.views import View, sections
from desktop.look.theme import Theme
from tests.desktop.conftest import show_cards

MakeCard = Callable[..., StoryCard]
LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
PLACE = QPoint(60, 250)
"""Somewhere in a column, on a card."""


def all_desks(me: Account) -> View:
    """The view of all that is open."""
    return sections(me, ["City"])[1].views[0]


@pytest.fixture
def many(card: MakeCard) -> list[StoryCard]:
    """Thirty cards in Draft and thirty in Edit: more than a window shows."""
    drafts = [card(number, f"draft-{number:02}") for number in range(1, 31)]
    return drafts + [card(number, f"edit-{number}", stage=Stage.EDIT) for number in range(31, 61)]


@pytest.fixture
def board(theme: Theme, editor: Account, many: list[StoryCard], qtbot: QtBot) -> Iterator[Board]:
    """A board of a window's size, scrolled half down, its first card selected and the keyboard elsewhere."""
    board = Board(theme, editor, all_desks(editor))
    qtbot.addWidget(board)
    board.resize(900, 600)
    show_cards(board, many)
    with qtbot.waitExposed(board):
        board.show()
    board.choose(1)
    for column in board.columns[:2]:
        bar = column.list.verticalScrollBar()
        bar.setValue(bar.maximum() // 2 + 17)
    yield board


def story_at(cards: CardList, place: QPoint = PLACE) -> int:
    """The number of the story that lies there."""
    return int(cards.indexAt(place).data(CARD).id)


def menu_at(cards: CardList, place: QPoint = PLACE) -> None:
    """A right click, as it arrives where menus open on the press."""
    QTest.mousePress(cards.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, place)
    where = cards.viewport().mapToGlobal(place)
    QApplication.sendEvent(cards.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, where))
    QTest.mouseRelease(cards.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, place)


def wheel(cards: CardList, place: QPoint = PLACE) -> None:
    """One notch down."""
    where = QPointF(cards.viewport().mapToGlobal(place))
    event = QWheelEvent(
        QPointF(place), where, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(cards.viewport(), event)


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("button", [LEFT, RIGHT, MIDDLE])
def test_a_press_after_the_wheel_is_for_the_card_under_the_mouse(
    board: Board, qtbot: QtBot, column: int, button: Qt.MouseButton
) -> None:
    cards = board.columns[column].list
    for _ in range(3):
        wheel(cards)
        assert not cards.hasFocus()
        under = story_at(cards)
        QTest.mouseClick(cards.viewport(), button, Qt.KeyboardModifier.NoModifier, PLACE)
        assert (story_at(cards), board.selected()) == (under, [under])
        board.setFocus()


@pytest.mark.parametrize("column", [0, 1])
def test_a_double_click_opens_the_card_under_the_mouse(board: Board, qtbot: QtBot, column: int) -> None:
    cards = board.columns[column].list
    wheel(cards)
    under = story_at(cards)
    opened: list[int] = []
    board.opened.connect(opened.append)
    QTest.mouseClick(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    QTest.mouseDClick(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    assert (opened, story_at(cards)) == ([under], under)


@pytest.mark.parametrize("column", [0, 1])
def test_the_menu_is_for_the_card_under_the_mouse(board: Board, qtbot: QtBot, column: int) -> None:
    cards = board.columns[column].list
    wheel(cards)
    under = story_at(cards)
    asked: list[list[int]] = []
    board.menu_wanted.connect(lambda found, _place: asked.append(found))
    menu_at(cards)
    assert asked == [[under]]
    assert story_at(cards) == under


def test_rows_that_come_in_above_do_not_move_the_card_under_the_mouse(
    board: Board, many: list[StoryCard], card: MakeCard
) -> None:
    cards = board.columns[0].list
    QTest.mouseMove(cards.viewport(), PLACE)
    under, top = story_at(cards), cards.visualRect(cards.indexAt(PLACE)).top()
    show_cards(board, [card(99, "a-new-one", due=many[0].changed), *many])
    assert (story_at(cards), cards.visualRect(cards.indexAt(PLACE)).top()) == (under, top)


def test_cards_that_grow_above_do_not_move_the_card_under_the_mouse(
    board: Board, many: list[StoryCard], card: MakeCard
) -> None:
    cards = board.columns[0].list
    QTest.mouseMove(cards.viewport(), PLACE)
    under = story_at(cards)
    show_cards(board, [card(one.id, one.slug, stage=one.stage, target_lines=40, lines=50) for one in many])
    assert story_at(cards) == under


def test_nothing_changes_under_a_button_that_is_held_down(board: Board, many: list[StoryCard]) -> None:
    cards = board.columns[0].list
    under = story_at(cards)
    QTest.mousePress(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    show_cards(board, [one for one in many if one.id != under])
    assert story_at(cards) == under
    QTest.mouseRelease(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    assert under not in board.shown()


def test_a_second_press_on_a_card_that_came_there_opens_nothing(board: Board, many: list[StoryCard]) -> None:
    cards = board.columns[0].list
    under = story_at(cards)
    opened: list[int] = []
    board.opened.connect(opened.append)
    QTest.mouseClick(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    show_cards(board, [one for one in many if one.id != under])
    QTest.mouseDClick(cards.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    assert opened == []
    assert board.selected() == [story_at(cards)]


def test_the_menu_of_one_of_several_selected_cards_is_for_all_of_them(board: Board) -> None:
    cards = board.columns[0].list
    under = story_at(cards)
    board.columns[0].pick([under + 1, under, under + 2])
    asked: list[list[int]] = []
    board.menu_wanted.connect(lambda found, _place: asked.append(found))
    menu_at(cards)
    assert asked == [[under, under + 1, under + 2]]


def pick_in_two_columns(board: Board) -> list[int]:
    """Press a card of the first column, and add one of the second to it."""
    drafts, edits = (column.list for column in board.columns[:2])
    QTest.mouseClick(drafts.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    QTest.mouseClick(edits.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, PLACE)
    return [story_at(drafts), story_at(edits)]


def test_a_card_of_another_column_is_added_to_the_selection(board: Board) -> None:
    both = pick_in_two_columns(board)
    assert board.selected() == both
    QTest.mouseClick(board.columns[1].list.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, PLACE)
    assert board.selected() == both[:1]


def test_the_menu_is_for_the_selected_cards_of_all_columns(board: Board) -> None:
    first, second = pick_in_two_columns(board)
    asked: list[list[int]] = []
    board.menu_wanted.connect(lambda found, _place: asked.append(found))
    menu_at(board.columns[1].list)
    assert asked == [[second, first]]


def test_a_press_without_the_key_leaves_that_card_alone_selected(board: Board, qtbot: QtBot) -> None:
    _, second = pick_in_two_columns(board)
    QTest.mouseClick(board.columns[1].list.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, PLACE)
    assert board.selected() == [second]
    pick_in_two_columns(board)
    qtbot.keyClick(board.columns[1].list, Qt.Key.Key_Down)
    assert len(board.selected()) == 1


def test_the_menu_of_a_card_that_is_not_selected_is_for_it_alone(board: Board) -> None:
    pick_in_two_columns(board)
    cards = board.columns[1].list
    QTest.mouseClick(cards.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, PLACE)
    menu_at(cards)
    assert board.selected() == [story_at(cards)]


def test_a_selection_over_columns_is_there_when_cards_are_read_again(board: Board, many: list[StoryCard]) -> None:
    both = pick_in_two_columns(board)
    gone = next(one.id for one in many if one.id not in both)
    show_cards(board, [one for one in many if one.id != gone])
    assert board.selected() == both


def test_the_keyboard_finds_a_card_in_view_and_scrolls_nothing(board: Board) -> None:
    cards = board.columns[1].list
    board.setFocus()
    board.columns[0].list.forget()
    before = cards.verticalScrollBar().value()
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert cards.verticalScrollBar().value() == before
    (chosen,) = cards.selectedIndexes()
    assert cards.viewport().rect().intersects(cards.visualRect(chosen))


def test_keys_that_go_from_card_to_card_bring_it_into_view(board: Board, qtbot: QtBot) -> None:
    cards = board.columns[0].list
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_End)
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()).center())
    card = board.card()
    assert card is not None
    assert card.slug == "draft-30"


def test_the_selection_follows_a_story_into_another_column(board: Board, many: list[StoryCard], card: MakeCard) -> None:
    cards = board.columns[0].list
    cards.setFocus()
    board.choose(3)
    show_cards(board, [card(3, "draft-03", stage=Stage.EDIT), *(one for one in many if one.id != 3)])
    assert board.selected() == [3]
    assert board.columns[1].list.hasFocus()


def test_no_other_card_is_selected_in_place_of_one_that_went_away(
    board: Board, many: list[StoryCard], qtbot: QtBot
) -> None:
    cards = board.columns[0].list
    cards.setFocus()
    board.choose(3)
    chosen: list[StoryCard | None] = []
    board.chosen.connect(chosen.append)
    for _ in range(2):
        show_cards(board, [one for one in many if one.id != 3])
    assert (board.selected(), chosen) == ([], [None])
    opened: list[int] = []
    board.opened.connect(opened.append)
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert opened == []
    assert len(board.selected()) == 1
