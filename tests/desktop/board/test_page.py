"""The board page: the cards kept fresh."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story, StoryCard, StoryText
from desktop.board.views import count_views
from desktop.shell.window import MainWindow
from tests.desktop.conftest import OpenWindow


def card_of(window: MainWindow, story: Story) -> StoryCard:
    """The card of a story as the board has it."""
    return next(card for card in window.board_page.board.cards() if card.id == story.id)


def test_a_change_of_one_story_leaves_the_cards_of_all_others_as_they_were(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    window = open_window("reporter")
    before = card_of(window, other)
    newsroom.stories.plan(draft.id, actor=reporter, target_lines=7)
    qtbot.waitUntil(lambda: card_of(window, draft).target_lines == 7)
    assert card_of(window, other) is before


def test_lists_are_read_again_when_the_log_has_grown_or_somebody_asks(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    page = window.board_page
    first = page._mark
    with qtbot.waitSignal(page.loaded):
        page.refresh()
    assert page._mark is first
    window._actions["refresh"].trigger()
    page.refresh()  # of two questions the newer one is answered
    qtbot.waitUntil(lambda: page._mark is not None and page._mark is not first)
    read_again = page._mark
    newsroom.stories.plan(draft.id, actor=reporter, target_lines=7)
    qtbot.waitUntil(lambda: page._mark not in (None, read_again))


def test_the_numbers_of_the_views_follow_a_story_to_another_desk(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_window("reporter").board_page

    def numbers() -> tuple[int, ...]:
        counted = count_views(page._tallies, page.views)
        return tuple(counted[key] for key in ("desk:City", "desk:Sport", "desks"))

    newsroom.stories.plan(draft.id, actor=reporter, desk="Sport")
    qtbot.waitUntil(lambda: numbers() == (0, 1, 1))
    newsroom.stories.create(StoryText(slug="next"), desk="Sport", actor=reporter)
    qtbot.waitUntil(lambda: numbers() == (0, 2, 2))


def test_of_long_columns_the_cards_in_sight_are_read_and_others_when_they_come_there(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    for number in range(60):
        newsroom.stories.create(StoryText(slug=f"story-{number:02}"), desk="City", actor=reporter)
    board = open_window("reporter").board_page.board
    column = board.columns[0]
    assert len(column.numbers) == 60
    assert len(column.cards) < 45
    board.take_focus()
    qtbot.keyClick(column.list, Qt.Key.Key_End)
    assert board.number() == column.numbers[-1]
    qtbot.waitUntil(lambda: board.card() is not None)
    qtbot.waitUntil(lambda: not column.list.lacking())
    column.list.selectAll()
    assert sorted(board.selected()) == sorted(card.id for card in newsroom.stories.list())


def test_a_card_that_changed_out_of_sight_is_read_again_when_it_comes_back(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    for number in range(60):
        newsroom.stories.create(StoryText(slug=f"story-{number:02}"), desk="City", actor=reporter)
    page = open_window("reporter").board_page
    column = page.board.columns[0]
    bar, first = column.list.verticalScrollBar(), column.numbers[0]
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not column.list.lacking())
    newsroom.stories.measured(first, content_hash=newsroom.stories.get(first).content_hash, lines=7, actor=reporter)
    with qtbot.waitSignal(page.loaded):
        page.refresh()
    bar.setValue(0)
    qtbot.waitUntil(lambda: (card := column.card_of(first)) is not None and card.lines == 7)


def test_a_story_far_down_is_selected_where_it_stands(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    first = newsroom.stories.create(StoryText(slug="first"), desk="City", actor=reporter)
    for number in range(60):
        newsroom.stories.create(StoryText(slug=f"story-{number:02}"), desk="City", actor=reporter)
    page = open_window("reporter").board_page
    assert page.board.columns[0].card_of(first.id) is None
    page.reveal(first.id)
    qtbot.waitUntil(lambda: page.board.card() is not None)
    assert page.board.selected() == [first.id]


def test_a_claim_that_is_given_back_elsewhere_is_gone_from_its_card(
    open_window: OpenWindow, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=editor)
    window = open_window("reporter")
    assert card_of(window, draft).claim is not None
    newsroom.claims.release(draft.id, actor=editor)
    qtbot.waitUntil(lambda: card_of(window, draft).claim is None)


def test_the_keyboard_goes_over_the_board_as_one_reads(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    page = open_window("chief").board_page
    header, seen, stop = page.header, list[QWidget](), page.header.search.nextInFocusChain()
    while stop is not header.search:
        if stop.isVisible() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus and page.isAncestorOf(stop):
            seen.append(stop)
        stop = stop.nextInFocusChain()
    chips, lists = page.board.head.choices[:3], page.board.card_columns.lists
    assert chips[2] is page.saved
    wanted = [header.new_story, header.import_files, page.inbox, header.person, header.menu, page.sidebar]
    assert [one for one in seen if one in (*wanted, *chips, *lists)] == [*wanted, *chips, *lists]


def test_the_menu_of_a_chip_lies_as_all_menus_do(
    open_window: OpenWindow, qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight))
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        qapp.setLayoutDirection(direction)
        window = open_window("reporter")
        chips = window.board_page.board.head.choices
        assert {chip.menu().layoutDirection() for chip in chips if chip.menu()} == {direction}
        assert all(chip.layoutDirection() is not direction for chip in chips if chip.menu())
        window.close()


def test_in_little_room_the_views_are_a_menu_of_the_heading(open_window: OpenWindow, draft: Story) -> None:
    window = open_window("editor")
    board = window.board_page
    window.resize(512, 350)
    assert not board.sidebar.isVisible()
    menu = board.board.head.views.menu()
    menu.aboutToShow.emit()
    sport = next(action for action in menu.actions() if action.text().startswith("Sport"))
    sport.trigger()
    assert (board.board.view.title, board.board.head.views.text()) == ("Sport", board.board.view.heading)
    more = board.board.head.more.menu()
    more.aboutToShow.emit()
    assert [entry.text() for entry in more.actions()] == ["By due time", "Anyone", "Saved searches"]
    window.resize(1280, 800)
    assert board.sidebar.isVisible()
