"""The board page: the cards kept fresh."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story, StoryCard, StoryText
from desktop.shell.window import MainWindow

OpenWindow = Callable[[str], MainWindow]


def card_of(window: MainWindow, story: Story) -> StoryCard:
    """The card of a story as the board has it."""
    return next(card for card in window.board_page.cards if card.id == story.id)


def test_a_change_of_one_story_leaves_the_cards_of_all_others_as_they_were(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    window = open_window("reporter")
    before = card_of(window, other)
    newsroom.stories.plan(draft.id, actor=reporter, target_lines=7)
    qtbot.waitUntil(lambda: card_of(window, draft).target_lines == 7)
    assert card_of(window, other) is before
    window._actions["refresh"].trigger()
    window.board_page.refresh()  # of two questions the newer one is answered
    qtbot.waitUntil(lambda: card_of(window, other) is not before)


def test_the_numbers_of_the_views_follow_a_story_to_another_desk(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_window("reporter").board_page

    def numbers() -> tuple[int, ...]:
        return tuple(page._counts[key] for key in ("desk:City", "desk:Sport", "desks"))

    newsroom.stories.plan(draft.id, actor=reporter, desk="Sport")
    qtbot.waitUntil(lambda: numbers() == (0, 1, 1))
    newsroom.stories.create(StoryText(slug="next"), desk="Sport", actor=reporter)
    qtbot.waitUntil(lambda: numbers() == (0, 2, 2))


def test_what_changes_outside_the_view_is_not_shown_anew(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = newsroom.stories.create(StoryText(slug="other"), desk="Sport", actor=reporter)
    window = open_window("reporter")
    shown: list[int] = []
    monkeypatch.setattr(window.board_page.board, "_show", lambda: shown.append(1))
    newsroom.stories.plan(elsewhere.id, actor=reporter, layout="letter")
    qtbot.waitUntil(lambda: card_of(window, elsewhere).layout == "letter")
    assert shown == []
    newsroom.stories.plan(elsewhere.id, actor=reporter, desk="City")
    qtbot.waitUntil(lambda: bool(shown))


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
    chips, lists = page.board.choices[:3], page.board.lists
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
        chips = window.board_page.board.choices
        assert {chip.menu().layoutDirection() for chip in chips if chip.menu()} == {direction}
        assert all(chip.layoutDirection() is not direction for chip in chips if chip.menu())
        window.close()
