"""A story reopens where it was left."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.text.anchors import Range
from db.values import Account, Story
from desktop.editor.last_places import LastPlaces
from desktop.editor.page import StoryPage
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner


def test_a_place_is_remembered_for_a_person_and_a_newsroom(tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    LastPlaces(settings, "ana", "one").keep(7, Range(2, 30, 30))
    settings.save()
    again = LocalSettings(tmp_path / "window.ini")
    assert LastPlaces(again, "ana", "one").of(7) == Range(2, 30, 30)
    assert LastPlaces(again, "rui", "one").of(7) is None
    assert LastPlaces(again, "ana", "two").of(7) is None


def test_the_beginning_is_no_place_and_the_oldest_of_many_are_forgotten(tmp_path: Path) -> None:
    places = LastPlaces(LocalSettings(tmp_path / "window.ini"), "ana", "one")
    for story in range(203):
        places.keep(story, Range(1, 1, 1))
    places.keep(202, Range(0, 0, 0))
    assert [places.of(story) is not None for story in (0, 2, 3, 201, 202)] == [False, False, True, True, False]


@pytest.mark.parametrize("written", ["", "seven", "[1]", '{"one 7": [1]}', '{"one 7": [-1, "x"]}', "[" * 9999])
def test_what_is_no_place_is_none(written: str, tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    settings.keep_view("ana", "places", written)
    assert LastPlaces(settings, "ana", "one").of(7) is None


def test_a_story_reopens_where_it_was_left(
    newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    door = NewsroomDoor(newsroom, runner, read_facts(newsroom))
    page = StoryPage(door, reporter, theme, settings=LocalSettings(tmp_path / "window.ini"))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(draft.id)
    page.form.body.go_to(1)
    page.close_story()
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(draft.id)
    assert page.form.body.textCursor().blockNumber() == 1
