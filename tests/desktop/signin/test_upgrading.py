"""What is seen while a newsroom of an older Galley is brought up to date."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import open_newsroom
from db.values import Progress
from desktop.look.theme import Theme
from desktop.signin import upgrading
from desktop.signin.upgrading import UpgradeDialog
from desktop.tasks import TaskRunner


def test_how_far_it_is_shows_on_a_bar_that_cannot_be_sent_away(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrading, "_SHOWN_AFTER_MS", 0)
    dialog = UpgradeDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show_share(0.25)
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.bar.value() == dialog.bar.maximum() / 4


def test_what_is_done_at_once_shows_nothing(theme: Theme, qtbot: QtBot) -> None:
    dialog = UpgradeDialog(theme)
    qtbot.addWidget(dialog)
    dialog.show_share(0.0)
    dialog.show_share(1.0)
    assert not dialog.isVisible()


def test_opening_tells_its_progress_on_the_main_thread(tmp_path: Path, runner: TaskRunner, qtbot: QtBot) -> None:
    def open_watched(place: Path, *, progress: Progress) -> str:
        progress(0.5)
        newsroom = open_newsroom(place, progress=progress)
        newsroom.close()
        return newsroom.url

    told = list[float]()
    assert runner.wait_for(open_watched, tmp_path / "new.db", on_progress=told.append) == str(tmp_path / "new.db")
    assert told == [0.5]
