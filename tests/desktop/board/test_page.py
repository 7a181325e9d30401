"""The board page: the cards kept fresh."""

from collections.abc import Callable

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
    with qtbot.waitSignal(window.board_page.loaded):
        newsroom.stories.plan(draft.id, actor=reporter, target_lines=7)
    assert card_of(window, draft).target_lines == 7
    assert card_of(window, other) is before
    with qtbot.waitSignal(window.board_page.loaded):
        window._actions["refresh"].trigger()
    assert card_of(window, other) is not before


def test_the_numbers_of_the_views_follow_a_story_to_another_desk(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    page = window.board_page
    with qtbot.waitSignal(page.loaded):
        newsroom.stories.plan(draft.id, actor=reporter, desk="Sport")
    assert (page._counts["desk:City"], page._counts["desk:Sport"], page._counts["desks"]) == (0, 1, 1)
    with qtbot.waitSignal(page.loaded):
        newsroom.stories.create(StoryText(slug="next"), desk="Sport", actor=reporter)
    assert (page._counts["desk:Sport"], page._counts["desks"]) == (2, 2)


def test_a_claim_that_is_given_back_elsewhere_is_gone_from_its_card(
    open_window: OpenWindow, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=editor)
    window = open_window("reporter")
    assert card_of(window, draft).claim is not None
    with qtbot.waitSignal(window.board_page.loaded):
        newsroom.claims.release(draft.id, actor=editor)
    assert card_of(window, draft).claim is None
