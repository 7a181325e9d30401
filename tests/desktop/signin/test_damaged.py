"""A newsroom that is damaged when it is opened: the window offers its newest good backup."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import Damaged
from db.newsroom import open_newsroom
from db.upkeep.backup import back_up_today
from desktop.look.theme import Theme
from desktop.signin.damaged import DamagedDialog
from desktop.tasks import TaskRunner


@pytest.fixture
def damaged(tmp_path: Path) -> Damaged:
    """What opening a newsroom says whose file was overwritten, with a backup beside it."""
    place = tmp_path / "galley.db"
    newsroom = open_newsroom(place)
    newsroom.desks.add("City", actor=None)
    assert back_up_today(newsroom) is not None
    newsroom.close()
    place.write_bytes(b"\0" * 20_000)
    with pytest.raises(Damaged) as found:
        open_newsroom(place)
    return found.value


def test_the_backup_is_put_back_and_the_damaged_file_set_aside(
    damaged: Damaged, theme: Theme, runner: TaskRunner, qtbot: QtBot
) -> None:
    dialog = DamagedDialog(theme, damaged, runner)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.go.click()
    newsroom = open_newsroom(damaged.place)
    assert newsroom.desks.all() == ["City"]
    newsroom.close()
    assert list(damaged.place.parent.glob("galley-damaged-*.db"))


def test_a_backup_that_is_gone_by_then_is_refused_in_the_dialog(
    damaged: Damaged, theme: Theme, runner: TaskRunner, qtbot: QtBot
) -> None:
    assert damaged.backup is not None
    dialog = DamagedDialog(theme, damaged, runner)
    qtbot.addWidget(dialog)
    damaged.backup.unlink()
    dialog.go.click()
    qtbot.waitUntil(lambda: "There is no backup" in dialog.refusal)
    assert dialog.go.isEnabled()
