"""What others change is noticed without the window ever waiting for it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from db.errors import NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import Account
from desktop.newsroom_door import NewsroomDoor
from desktop.shell import change_notifier
from desktop.shell.change_notifier import ChangeNotifier
from tests.db.conftest import signed_in


@pytest.fixture
def notifier(door: NewsroomDoor, qapp: QObject) -> Iterator[ChangeNotifier]:
    """Not started."""
    owner = QObject()
    notifier = ChangeNotifier(door, owner)
    yield notifier
    notifier.stop()


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks as often as a test has patience for."""
    monkeypatch.setattr(change_notifier, "_POLL_MS", 5)


def test_a_silent_server_is_asked_once_and_the_window_goes_on(
    notifier: ChangeNotifier, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    held, asked = Event(), []

    def poll() -> None:
        asked.append(1)
        held.wait()

    monkeypatch.setattr(newsroom, "poll", poll)
    notifier.start()
    qtbot.waitUntil(lambda: bool(asked))
    for _ in range(3):
        with qtbot.waitSignal(notifier._poll.timeout):
            pass
    assert asked == [1]
    with qtbot.waitSignal(notifier.polled):
        held.set()
    qtbot.waitUntil(lambda: len(asked) > 1)


def test_a_server_that_does_not_answer_is_told_and_asked_again(
    notifier: ChangeNotifier, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answers = iter([NewsroomError("It does not answer.")])

    def poll() -> None:
        for error in answers:
            raise error

    monkeypatch.setattr(newsroom, "poll", poll)
    with qtbot.waitSignals(
        [notifier.polled] * 2, check_params_cbs=[lambda s: s == "It does not answer.", lambda s: not s]
    ):
        notifier.start()


def test_what_another_program_writes_is_to_be_read_again(
    notifier: ChangeNotifier, newsroom: Newsroom, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(notifier.polled):
        notifier.start()
    other = open_newsroom(newsroom.url)
    with qtbot.waitSignal(notifier.changed, check_params_cb=lambda parts: "stories" in parts):
        other.search.save("mine", "lifts", actor=signed_in(other, "editor"))
    other.close()


def test_many_changes_here_are_read_again_once(
    notifier: ChangeNotifier, newsroom: Newsroom, editor: Account, qtbot: QtBot
) -> None:
    seen: list[object] = []
    notifier.changed.connect(seen.append)
    with qtbot.waitSignal(notifier.changed):
        for name in ("one", "two", "three"):
            newsroom.search.save(name, "lifts", actor=editor)
    assert len(seen) == 1


def test_a_newsroom_that_is_gone_is_told_once_and_so_is_its_coming_back(
    notifier: ChangeNotifier, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    said: list[str] = []
    answers = iter([NewsroomError("It is gone.")] * 3)

    def poll() -> None:
        for error in answers:
            raise error

    monkeypatch.setattr(newsroom, "poll", poll)
    notifier.said.connect(lambda message: said.append(message.sentence))
    notifier.start()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["It is gone.", "The newsroom is back."]


def test_a_newsroom_that_was_put_back_from_a_backup_is_told(
    notifier: ChangeNotifier, newsroom: Newsroom, tmp_path: Path, qtbot: QtBot
) -> None:
    back_up(newsroom, tmp_path / "backup.db")
    with qtbot.waitSignal(notifier.polled):
        notifier.start()
    with qtbot.waitSignal(notifier.said, check_params_cb=lambda message: "put back from a backup" in message.sentence):
        restore(tmp_path / "backup.db", Path(newsroom.url))
