"""Times follow the newsroom's time zone, wherever the computer stands; new stories follow their writer's language."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.values import Account, Story
from desktop.localization import clock, day_and_time, full_time
from desktop.look.theme import Theme
from desktop.press.service import proof
from desktop.shell.new_stories import create_story
from desktop.shell.new_story_dialog import NewStoryDialog, PlannedStory
from desktop.shell.window import MainWindow
from desktop.zone import here, use_zone
from tests.db.conftest import signed_in

LATE = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def zone_of_this_computer(qapp: object) -> Iterator[None]:
    """As other tests expect it."""
    yield
    use_zone("")


def test_times_are_those_of_the_newsroom() -> None:
    use_zone("Asia/Shanghai")
    assert clock(LATE) == "02:30"
    assert full_time(LATE) == "Wed 25 Nov 2026, 02:30"
    assert day_and_time(LATE, datetime(2026, 11, 24, 12, tzinfo=UTC)) == "tomorrow 02:30"


@pytest.mark.parametrize("name", ["", "Nowhere/At all", "../etc"])
def test_without_a_known_zone_the_computers_own_is_used(name: str) -> None:
    use_zone(name)
    assert here(LATE).utcoffset() == LATE.astimezone().utcoffset()


def test_a_due_time_is_asked_for_in_the_zone_of_the_newsroom(qtbot: QtBot, theme: Theme) -> None:
    use_zone("Asia/Shanghai")
    dialog = NewStoryDialog(theme, ["City"], "City")
    qtbot.addWidget(dialog)
    dialog.has_due.setChecked(True)
    assert dialog.plan.due is not None
    assert dialog.due.dateTime().time().hour() == (dialog.plan.due.hour + 8) % 24
    assert dialog.plan.due.minute == 0


def test_the_window_follows_the_setting(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.plan(draft.id, actor=signed_in(newsroom, "reporter"), due=LATE)
    newsroom.settings.set(TIME_ZONE, "Asia/Shanghai", actor=signed_in(newsroom, "chief"))
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page.shown, timeout=10_000):
        window.open_story(draft.id)
    assert window.story_page.details.due.text() == "Wed 25 Nov 02:30"
    newsroom.settings.set(TIME_ZONE, "Europe/London", actor=signed_in(newsroom, "chief"))
    qtbot.waitUntil(lambda: window.story_page.details.due.text() == "Tue 24 Nov 18:30")


def test_a_new_story_is_in_the_language_of_its_writer(newsroom: Newsroom, reporter: Account) -> None:
    chief = signed_in(newsroom, "chief")
    story = create_story(newsroom, PlannedStory("lifts", "", "City"), reporter)
    assert (story.language, story.byline) == ("en-US", "By Wu Jing")
    newsroom.accounts.change("reporter", language="zh", actor=chief)
    story = create_story(newsroom, PlannedStory("lifts-2", "", "City"), signed_in(newsroom, "reporter"))
    assert (story.language, story.byline) == ("zh", "Wu Jing")


def test_the_page_line_has_the_day_of_the_newsroom(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    newsroom.stories.plan(draft.id, actor=signed_in(newsroom, "reporter"), due=LATE)
    newsroom.settings.set(TIME_ZONE, "Asia/Shanghai", actor=signed_in(newsroom, "chief"))
    path = proof(newsroom, draft.slug, tmp_path)
    said = subprocess.run(["pdftotext", "-l", "1", path, "-"], check=True, capture_output=True, text=True).stdout
    assert "Wednesday, November 25, 2026" in said
