"""The menu of cards: moves are made of the stories it was opened on, as they were seen, and of no others."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story, StoryCard
from desktop.press.move_briefing import MoveBriefing
from desktop.shell.card_moves import move_to_desk
from desktop.shell.window import MainWindow
from desktop.widgets.message import Tone
from desktop.widgets.moved_stories import MovedStories
from tests.db.conftest import signed_in
from tests.desktop.conftest import OpenWindow


@pytest.fixture
def two(newsroom: Newsroom, draft: Story, reporter: Account) -> list[Story]:
    """The reporter's draft, and another."""
    return [draft, newsroom.stories.create(draft.text.with_(slug="ferry"), desk="City", actor=reporter)]


@pytest.fixture
def agreeing(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[MoveBriefing]]:
    """Whoever is asked agrees; what they were asked."""
    asked: list[Sequence[MoveBriefing]] = []

    def ask(briefings: Sequence[MoveBriefing], *_: object) -> str:
        asked.append(briefings)
        return "because"

    monkeypatch.setattr("desktop.shell.card_moves.ask_for", ask)
    return asked


def menu_of(window: MainWindow, cards: Sequence[StoryCard], qtbot: QtBot) -> QMenu:
    """The menu of some cards, once it is open."""
    window.board_page.board.menu_wanted.emit([card.id for card in cards], QPoint(10, 10))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """Choose an entry by the beginning of its words."""
    next(action for action in menu.actions() if action.text().replace("&", "").startswith(words)).trigger()
    menu.close()


def stages(newsroom: Newsroom, stories: Sequence[Story]) -> list[Stage]:
    """Where stories stand now."""
    return [newsroom.stories.get(story.id).stage for story in stories]


def test_a_card_that_moves_away_while_its_menu_is_open_is_the_one_that_is_meant(
    open_window: OpenWindow,
    newsroom: Newsroom,
    two: list[Story],
    agreeing: list[object],
    reporter: Account,
    qtbot: QtBot,
) -> None:
    window = open_window("editor")
    menu = menu_of(window, two[:1], qtbot)
    newsroom.moves.make(Move.SUBMIT, two[0].id, actor=reporter, problems=[])
    choose(menu, "Spike")
    qtbot.waitUntil(lambda: window.messages.message.tone is Tone.REFUSED)
    assert "lane-lifts was submitted by Wu Jing a moment ago: look at it again." in window.messages.message.sentence
    assert stages(newsroom, two) == [Stage.EDIT, Stage.DRAFT]
    assert agreeing == []


def test_all_that_are_selected_are_moved(
    open_window: OpenWindow, newsroom: Newsroom, two: list[Story], agreeing: list[object], qtbot: QtBot
) -> None:
    window = open_window("editor")
    choose(menu_of(window, two, qtbot), "Submit 2…")
    qtbot.waitUntil(lambda: stages(newsroom, two) == [Stage.EDIT, Stage.EDIT])
    qtbot.waitUntil(lambda: window.messages.message.sentence == "2 stories are submitted: they stand in Edit now.")


def test_of_several_those_that_cannot_go_are_named_and_stay(
    open_window: OpenWindow,
    newsroom: Newsroom,
    two: list[Story],
    agreeing: list[Sequence[MoveBriefing]],
    reporter: Account,
    qtbot: QtBot,
) -> None:
    newsroom.claims.take(two[1].id, actor=reporter)
    window = open_window("editor")
    choose(menu_of(window, two, qtbot), "Submit 1 of 2…")
    qtbot.waitUntil(lambda: stages(newsroom, two) == [Stage.EDIT, Stage.DRAFT])
    assert [(one.story.slug, one.option.reason) for one in agreeing[0]] == [
        ("lane-lifts", ""), ("ferry", "Wu Jing is still writing in it."),
    ]  # fmt: skip


def test_the_menu_exports_and_proofs_the_cards_it_is_of(
    open_window: OpenWindow, newsroom: Newsroom, two: list[Story], qtbot: QtBot
) -> None:
    window = open_window("editor")
    window.board_page.board.choose(two[0].id)
    with qtbot.waitSignal(window._moves.proof_wanted) as proof:
        choose(menu_of(window, two[1:], qtbot), "Proof ferry")
    assert proof.args[0].slug == "ferry"


def test_a_story_whose_correction_begins_is_not_called_corrected(open_window: OpenWindow, draft: Story) -> None:
    window = open_window("editor")
    window._undo.tell(Move.CORRECT, MovedStories([replace(draft, stage=Stage.EDIT)]))
    assert window.messages.message.sentence == f"{draft.slug} is open for correction: it stands in Edit now."


def test_stories_are_moved_to_another_desk_and_those_that_stay_are_named(
    open_window: OpenWindow, newsroom: Newsroom, two: list[Story], qtbot: QtBot
) -> None:
    newsroom.stories.plan(two[0].id, actor=signed_in(newsroom, "editor"), desk="Sport")
    window = open_window("editor")
    menu = menu_of(window, two, qtbot)
    below = next(action.menu() for action in menu.actions() if action.text().replace("&", "") == "Move 2 to desk")
    assert isinstance(below, QMenu)
    choose(below, "Sport")
    menu.close()
    qtbot.waitUntil(lambda: newsroom.stories.get(two[1].id).desk == "Sport")
    qtbot.waitUntil(lambda: window.messages.message.sentence == "2 stories are of the Sport desk now.")
    moved = move_to_desk(newsroom, "City", [two[0].id, 999], signed_in(newsroom, "editor"))
    assert ([story.desk for story in moved.done], len(moved.refused)) == (["City"], 1)


def test_a_menu_of_more_stories_than_anybody_looks_over_is_refused(open_window: OpenWindow) -> None:
    window = open_window("editor")
    window.board_page.board.menu_wanted.emit(list(range(1, 502)), QPoint(10, 10))
    assert window.messages.message.sentence.startswith("500 stories at most")
