"""Files that are brought in: read beside all else, so that none holds up writes or the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.shell import new_stories
from desktop.shell.new_stories import DeskChoices, NewStories
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone

TEXT = "Ferry line to close for the winter\n\nBy Ida Holm\n\nThe ferry will stop on the first of December.\n"


@pytest.fixture
def arrivals(
    door: NewsroomDoor, reporter: Account, theme: Theme, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path
) -> Callable[[], NewStories]:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    names = newsroom.desks.all()
    desks = DeskChoices(lambda: names, lambda: names[0], list)
    return NewStories(door, reporter, theme, LocalSettings(tmp_path / "own.ini"), desks, window)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A story, and what is none."""
    good, bad = tmp_path / "ferry.txt", tmp_path / "nothing.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"")
    return [bad, good]


def test_a_file_that_is_refused_holds_up_no_other(arrivals, files, newsroom, qtbot) -> None:
    with qtbot.waitSignal(arrivals.brought_in), qtbot.waitSignal(arrivals.said) as said:
        arrivals.bring_in(files)
    message: Message = said.args[0]
    assert "nothing.txt is empty" in message.sentence
    assert message.tone is Tone.REFUSED
    assert [card.slug for card in newsroom.stories.list()] == ["ferry-line-close"]


def test_what_takes_a_while_is_said_and_can_be_stopped(
    arrivals, files, newsroom, runner: TaskRunner, qtbot, monkeypatch
) -> None:
    def read_for_ever(newsroom: Newsroom, paths: list[Path], *, progress: Callable[[float], None]) -> None:
        while True:
            progress(0.5)

    monkeypatch.setattr(new_stories, "read_files", read_for_ever)
    with qtbot.waitSignal(arrivals.said) as said:
        arrivals.bring_in(files)
    message: Message = said.args[0]
    assert (message.sentence, message.action) == (tr("Reading…"), tr("Stop"))
    assert message.act is not None
    with qtbot.waitSignal(arrivals.said) as stopped:
        message.act()
    assert runner.wait()
    assert stopped.args[0].sentence == tr("Nothing was imported.")
    assert newsroom.stories.list() == []


def test_writes_go_on_while_files_are_read(
    arrivals, files, door: NewsroomDoor, runner: TaskRunner, qtbot, monkeypatch
) -> None:
    written: list[str] = []

    def write(newsroom: Newsroom) -> None:
        written.append("saved")

    def read_after_a_write(newsroom: Newsroom, paths: list[Path], *, progress: Callable[[float], None]) -> list[object]:
        while not written:
            progress(0.0)
        return []

    monkeypatch.setattr(new_stories, "read_files", read_after_a_write)
    arrivals.bring_in(files)
    door.write(write)
    assert runner.wait()
    assert written == ["saved"]
