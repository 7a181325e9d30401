"""Several stories of the board on their way to the export dialog."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.export.batch_export import choices_of
from desktop.shell.window import MainWindow
from tests.db.conftest import signed_in
from tests.desktop.export.conftest import SLUGS
from tests.desktop.export.test_batch_dialog import pick_all


def test_several_selected_cards_are_counted_on_the_button_and_below(window: MainWindow) -> None:
    pick_all(window)
    board = window.board_page.board
    assert sorted(card.slug for card in board.cards() if card.id in board.selected()) == sorted(SLUGS)
    assert window._several.button.text() == "Export 3…"
    assert window.status._right.text().startswith("3 stories")
    assert window.status._right.text().endswith("selected")


def test_what_is_selected_stays_so_when_the_board_is_read_again(window: MainWindow, qtbot: QtBot) -> None:
    cards = window.board_page.board.columns[0].list
    cards.selectAll()
    cards.selectionModel().select(cards.model().index(1, 0), QItemSelectionModel.SelectionFlag.Deselect)
    before = set(window.board_page.board.selected())
    window._door._newsroom.stories.plan(
        window.board_page.board.shown()[0], actor=signed_in(window._door._newsroom, "editor"), target_lines=7
    )
    with qtbot.waitSignal(window.board_page.loaded):
        window.board_page.refresh()
    assert set(window.board_page.board.selected()) == before
    assert len(before) == 2


def test_on_the_board_of_a_desk_only_approved_stories_are_offered(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("editor")
    assert choices_of([draft], [], "City desk") == []
    window._actions["export_many"].trigger()
    qtbot.waitUntil(lambda: "No story here is approved" in window.messages.message.sentence)
