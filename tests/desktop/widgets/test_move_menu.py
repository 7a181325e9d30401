"""The menu of one card or of several: what it offers, for how many of them, and why not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.stages import Move, Stage
from db.values import MoveOption, StoryCard
from desktop.look.theme import Theme
from desktop.widgets.move_menu import DeskOffer, MenuChoices, card_menu, of_all, title
from tests.desktop.conftest import make_card

Offered = Callable[..., MenuChoices]
SUBMIT = MoveOption(Move.SUBMIT, allowed=True)
NOT_SUBMIT = MoveOption(Move.SUBMIT, allowed=False, reason="Only its writer submits it.")
SPIKE = MoveOption(Move.SPIKE, allowed=True, asks="reason")
DRAFT = make_card(1, "lane-lifts")
OTHER = make_card(2, "ferry")
APPROVED = make_card(3, "pier", stage=Stage.PUBLISH)


@pytest.fixture
def offered(theme: Theme, qtbot: QtBot) -> Iterator[Offered]:
    """Makes the menu of cards: one option of each is given, the other moves are refused."""
    page = QWidget()
    qtbot.addWidget(page)
    refused = {move: MoveOption(move, allowed=False, reason="Not now.") for move in Move}

    def make(*stories: tuple[StoryCard, MoveOption], desks: DeskOffer | None = None) -> MenuChoices:
        options = [(card, [*(refused | {one.move: one}).values()]) for card, one in stories]
        return card_menu(options, desks or DeskOffer(), theme, page)

    yield make


def test_a_move_that_asks_for_something_says_so_by_an_ellipsis() -> None:
    assert (title(SUBMIT), title(SPIKE)) == ("Submit", "Spike…")


def test_a_refused_move_is_grey_and_says_why(offered: Offered) -> None:
    choices = offered((DRAFT, NOT_SUBMIT))
    assert not choices.moves[Move.SUBMIT].isEnabled()
    assert choices.moves[Move.SUBMIT].toolTip() == "Only its writer submits it."


def test_of_several_it_says_how_many_can_be_moved(offered: Offered) -> None:
    choices = offered((DRAFT, SUBMIT), (OTHER, NOT_SUBMIT))
    assert choices.moves[Move.SUBMIT].text() == "Submit 1 of 2…"
    assert choices.moves[Move.SUBMIT].isEnabled()
    assert choices.opening.text() == "Open lane-lifts"


def test_approved_stories_alone_are_exported(offered: Offered) -> None:
    assert not offered((DRAFT, SUBMIT)).export.isEnabled()
    choices = offered((DRAFT, SUBMIT), (APPROVED, NOT_SUBMIT))
    assert (choices.export.text(), choices.export.isEnabled()) == ("Export 1 of 2…", True)


def test_a_story_is_moved_to_the_other_desks(offered: Offered) -> None:
    choices = offered((DRAFT, SUBMIT), desks=DeskOffer(("City", "Sport", "A&B"), ("",)))
    assert [action.text() for action in choices.desks.values()] == ["Sport", "A&&B"]
    two = offered((DRAFT, SUBMIT), (APPROVED, NOT_SUBMIT), desks=DeskOffer(("City", "Sport"), ("", "Recall it first.")))
    assert list(two.desks) == ["City", "Sport"]
    assert [one.text() for one in two.menu.actions() if one.menu()] == ["Move 1 of 2 to desk"]


def test_where_no_story_may_go_to_another_desk_it_says_why(offered: Offered) -> None:
    choices = offered((APPROVED, NOT_SUBMIT), desks=DeskOffer(("City", "Sport"), ("Recall it first.",)))
    (entry,) = [one for one in choices.menu.actions() if one.menu()]
    assert (entry.isEnabled(), entry.toolTip()) == (False, "Recall it first.")


def test_all_of_them_need_no_second_number() -> None:
    assert (of_all(3, 3), of_all(2, 3)) == ("3", "2 of 3")
