"""Cards learn how deep their stories are, whoever changed the text and however."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story, StoryCard
from desktop.board.fit_measurement import FitMeasurement
from desktop.newsroom_door import NewsroomDoor
from desktop.press import service
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner


def test_a_story_with_a_target_gets_its_depth_while_the_board_is_shown(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("editor")
    lines = service.fit(newsroom, draft).lines
    qtbot.waitUntil(lambda: [card.lines for card in window.board_page.board.cards()] == [lines])


def test_what_cannot_be_measured_is_tried_once_and_holds_nobody_up(
    newsroom: Newsroom, door: NewsroomDoor, draft: Story, reporter: Account, runner: TaskRunner
) -> None:
    sound = newsroom.stories.create(draft.text.with_(slug="two"), desk="City", actor=reporter, target_lines=9)
    newsroom.stories.plan(draft.id, actor=reporter, layout="gone")
    cards, depths = newsroom.stories.list(), FitMeasurement(door, reporter)
    depths.measure(cards)
    assert runner.wait()
    found = {card.id: card.lines for card in newsroom.stories.list()}
    assert (found[draft.id], found[sound.id]) == (None, service.fit(newsroom, sound).lines)
    depths.measure(cards)
    assert not runner.busy


def test_stories_without_a_target_are_let_alone(
    door: NewsroomDoor, reporter: Account, runner: TaskRunner, card: Callable[..., StoryCard]
) -> None:
    FitMeasurement(door, reporter).measure([card(target_lines=None), card(target_lines=40, lines=38)])
    assert not runner.busy
