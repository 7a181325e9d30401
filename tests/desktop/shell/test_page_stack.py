"""The ways between the board and the story that is open."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.shell.palette import Palette
from desktop.widgets.message import Tone
from tests.desktop.conftest import OpenWindow, open_in


def test_a_card_opens_the_story_and_back_shows_it_selected(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    window.board_page.board.choose(draft.id)
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        qtbot.keyClick(window.board_page.board.columns[0].list, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.board_page.loaded):
        window.story_page.header.back.click()
    card = window.board_page.board.card()
    assert card is not None
    assert card.id == draft.id


def test_the_way_back_is_named_after_where_it_leads_and_leaves_the_search_alone(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    page, board = window.story_page, window.board_page
    board.sidebar.choose("mine")
    board.header.search.setText("lane")
    with qtbot.waitSignals([page.shown, page._work.looked], timeout=10_000):
        window.open_story(draft.id)
    assert page.header.back.text().strip() == "My work"
    with qtbot.waitSignal(board.loaded):
        page.header.back.click()
    assert (board.board.view.heading, board.header.search.text()) == ("My work", "lane")
    assert board.board.selected() == [draft.id]


def test_the_way_back_from_a_story_the_view_does_not_show_leads_to_its_desk(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    page, board = window.story_page, window.board_page
    board.sidebar.choose("print")
    board.header.search.setText("nothing of the kind")
    with qtbot.waitSignals([page.shown, page._work.looked], timeout=10_000):
        window.open_story(draft.id)
    named = page.header.back.text().strip()
    with qtbot.waitSignal(board.loaded):
        page.header.back.click()
    qtbot.waitUntil(lambda: (board.board.view.heading, board.header.search.text()) == (named, ""))
    qtbot.waitUntil(lambda: bool(board.board.selected()))
    assert board.board.selected() == [draft.id]


def test_a_story_that_is_not_there_leads_back_to_the_board(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page.back_requested, timeout=10_000):
        window.open_story(999)
    assert window._stack.currentWidget() is window.board_page
    assert window.messages.message.tone is Tone.REFUSED


def test_the_keys_of_the_search_lead_nobody_out_of_a_story(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    qtbot.waitUntil(window.isActiveWindow)
    open_in(window, draft, qtbot)
    body = window.story_page.form.body
    body.setFocus()
    with qtbot.waitSignal(window.story_page.message) as told:
        qtbot.keyClick(body, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0].sentence == "Select the words to link first."
    assert window.story_page.isVisible()
    window.show_board()
    qtbot.keyClick(window.board_page.board.columns[0].list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.board_page.header.search.hasFocus()
    qtbot.keyClick(window.board_page.board.columns[0].list, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(Palette)


def test_the_page_of_a_story_is_there_before_one_is_opened(open_window: OpenWindow, qtbot: QtBot) -> None:
    pages = open_window("reporter")._stack
    qtbot.waitUntil(lambda: pages.made_story is not None, timeout=10_000)
    assert pages.on_board
