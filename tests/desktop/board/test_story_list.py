"""The list beside the board: any order, many selected, columns as one left them, cards where one looks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.story.story_table import TableColumn
from db.values import Account, StoryCard, StoryText
from desktop.board.board import Board
from desktop.board.list_columns import COLUMNS
from desktop.board.list_csv import save_csv
from desktop.board.list_model import ListModel
from desktop.board.story_list import StoryList
from desktop.look.theme import Theme
from desktop.shell.window import MainWindow
from tests.desktop.conftest import OpenWindow, make_card

SLUGS = ("barge", "anchor", "canal")


@pytest.fixture
def three(newsroom: Newsroom, reporter: Account) -> list[StoryCard]:
    """Three drafts, of 0, 1 and 2 words."""
    text = StoryText(headline="-1 degree")
    return [newsroom.stories.create(text.with_(slug=slug), desk="City", actor=reporter) for slug in SLUGS]


def open_list(open_window: OpenWindow, login: str, qtbot: QtBot) -> MainWindow:
    """A window that shows the list of all desks, read whole."""
    window = open_window(login)
    page = window.board_page
    page.sidebar.choose("desks")
    window._actions["as_list"].trigger()
    qtbot.waitUntil(lambda: len(page.board.listing.numbers) == 3 and not page.board.listing.lacking())
    return window


def slugs(board: Board) -> list[str]:
    return [card.slug for number in board.listing.numbers if (card := board.listing.card_of(number))]


def click_head(listing: StoryList, column: TableColumn, qtbot: QtBot) -> None:
    header = listing.horizontalHeader()
    section = next(place for place, one in enumerate(COLUMNS) if one.by is column)
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_head_sorts_by_it_and_a_second_the_other_way(
    open_window: OpenWindow, three: list[StoryCard], qtbot: QtBot
) -> None:
    board = open_list(open_window, "editor", qtbot).board_page.board
    assert slugs(board) == ["canal", "anchor", "barge"]
    for order in (["anchor", "barge", "canal"], ["canal", "barge", "anchor"]):
        click_head(board.listing, TableColumn.SLUG, qtbot)
        qtbot.waitUntil(lambda order=order: slugs(board) == order)


def test_what_is_selected_in_the_list_is_what_the_window_works_on(
    open_window: OpenWindow, three: list[StoryCard], qtbot: QtBot
) -> None:
    window = open_list(open_window, "editor", qtbot)
    board = window.board_page.board
    board.listing.selectAll()
    assert sorted(board.selected()) == sorted(card.id for card in three)
    board.choose(three[0].id)
    with qtbot.waitSignal(board.opened) as opened:
        qtbot.keyClick(board.listing, Qt.Key.Key_Return)
    assert opened.args == [three[0].id]
    window._actions["as_board"].trigger()
    qtbot.waitUntil(lambda: board.selected() == [three[0].id])


def test_a_change_leaves_selection_and_order_in_place(
    open_window: OpenWindow, newsroom: Newsroom, three: list[StoryCard], reporter: Account, qtbot: QtBot
) -> None:
    board = open_list(open_window, "editor", qtbot).board_page.board
    board.choose(three[0].id)
    newsroom.stories.create(StoryText(slug="dyke"), desk="City", actor=reporter)
    qtbot.waitUntil(lambda: slugs(board)[:1] == ["dyke"])
    assert board.selected() == [three[0].id]


def test_columns_are_hidden_and_stand_as_one_left_them(theme: Theme, editor: Account, qtbot: QtBot) -> None:
    listing, menu = StoryList(theme, editor), QMenu()
    qtbot.addWidget(listing)
    qtbot.addWidget(menu)
    next(action for action in listing.column_actions(menu) if action.text() == "Desk").toggle()
    listing.horizontalHeader().resizeSection(0, 222)
    listing.horizontalHeader().moveSection(0, 1)
    again = StoryList(theme, editor)
    qtbot.addWidget(again)
    again.take_up(QByteArray(listing.kept().data()))
    assert again.shown_columns()[:2] == [TableColumn.HEADLINE, TableColumn.SLUG]
    assert TableColumn.DESK not in again.shown_columns()
    assert again.columnWidth(0) == 222


def test_the_list_is_there_again_for_who_left_in_it(
    open_window: OpenWindow, three: list[StoryCard], qtbot: QtBot
) -> None:
    open_list(open_window, "editor", qtbot).close()
    again = open_window("editor").board_page
    assert again.board.listed and again.switch.buttons[1].isChecked()


def test_the_model_is_one_as_qt_wants_it_and_reads_a_row_whole(reporter: Account) -> None:
    model = ListModel(reporter)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers in ([1], [1, 2, 3], [3, 2], []):
        model.set_numbers(type(model.numbers)("i", numbers))
    model.set_numbers(type(model.numbers)("i", [1, 2]))
    model.add_cards([make_card(1)], ())
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert "lane-lifts, Old lane houses" in spoken[0] and spoken[1] == "This story is being read"


def test_a_list_is_saved_as_it_stands_and_nothing_in_it_is_a_formula(
    newsroom: Newsroom, three: list[StoryCard], tmp_path: Path
) -> None:
    path, columns = tmp_path / "list.csv", [TableColumn.HEADLINE, TableColumn.SLUG, TableColumn.WORDS]
    assert save_csv(newsroom, path, columns, [three[2].id, 999, three[0].id]) == 2
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "headline,slug,words", "'-1 degree,canal,0", "'-1 degree,barge,0",
    ]  # fmt: skip


def test_the_whole_list_is_saved_when_nothing_is_selected(
    open_window: OpenWindow, three: list[StoryCard], tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_list(open_window, "editor", qtbot)
    window.board_page.board.listing.clearSelection()
    window._saving.save(tmp_path / "all.csv")
    qtbot.waitUntil(lambda: window.messages.message.sentence == "3 stories are in all.csv now.")
    assert (tmp_path / "all.csv").read_text(encoding="utf-8-sig").startswith("slug,headline,stage,desk,writer,words")
