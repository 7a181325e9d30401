"""What a column says of cards that are dragged over it, and what is done when they are let go there."""

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, MoveOption, Story, StoryCard
from desktop.board.card_drag import DropVerdict
from desktop.shell.card_drops import verdict_of, way_to
from tests.desktop.conftest import OpenWindow, make_card


def offer(card: StoryCard, *moves: Move, **refused: str) -> tuple[StoryCard, list[MoveOption]]:
    """A story with moves that can be made, and those that cannot with the reason."""
    able = [MoveOption(move, allowed=True) for move in moves]
    return card, [*able, *(MoveOption(Move(name), allowed=False, reason=why) for name, why in refused.items())]


DRAFT = offer(make_card(1), Move.SUBMIT)
EDITED = offer(make_card(2, stage=Stage.EDIT), Move.RETURN, approve="Another editor must approve what you wrote.")
HELD = offer(make_card(3), submit="Wu Jing is still writing in it.")


@pytest.mark.parametrize(
    ("aim", "offered", "words", "able"),
    [
        (Stage.EDIT, [DRAFT], "Submit", True),
        (Stage.EDIT, [DRAFT, HELD, EDITED], "Submit 1 of 2", True),
        (Stage.EDIT, [HELD], "Wu Jing is still writing in it.", False),
        (Stage.PUBLISH, [EDITED], "Another editor must approve what you wrote.", False),
        (Stage.PUBLISH, [DRAFT], "From Draft to Publish a story goes by Edit.", False),
        (Stage.KILLED, [offer(make_card(stage=Stage.SPIKED))], "No move leads from Spiked to Killed.", False),
    ],
)
def test_a_column_says_the_move_or_why_there_is_none(aim: Stage, offered: list, words: str, able: bool) -> None:
    found = verdict_of(way_to(aim, offered))
    assert found == DropVerdict(words, able)


def test_the_column_of_the_cards_says_nothing() -> None:
    assert verdict_of(way_to(Stage.DRAFT, [DRAFT, HELD])) is None


def test_the_columns_light_up_while_cards_are_dragged(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    board = open_window("editor").board_page.board
    board.card_columns.drag_begun.emit([draft.id])
    qtbot.waitUntil(lambda: board.columns[1].target.verdict == DropVerdict("Submit", able=True))
    assert board.columns[0].target.verdict is None


def test_cards_that_are_let_go_over_a_column_make_the_move_and_others_say_why_not(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, reporter: Account, qtbot: QtBot
) -> None:
    window = open_window("editor")
    window.board_page.board.card_columns.sent.emit([draft.id], Stage.PUBLISH)
    qtbot.waitUntil(lambda: "goes by Edit" in window.messages.message.sentence)
    window.board_page.board.card_columns.sent.emit([draft.id], Stage.EDIT)
    qtbot.waitUntil(lambda: newsroom.stories.get(draft.id).stage is Stage.EDIT)
    qtbot.waitUntil(lambda: window.messages.message.action == "Undo (Ctrl+Z)")
