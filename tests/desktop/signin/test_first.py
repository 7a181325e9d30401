"""The first start: the chief, the zone, the desks."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.settings import TIME_ZONE
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.signin import first
from desktop.signin.first import FirstAccount, Founding, found
from desktop.tasks import TaskRunner


def test_the_first_start_asks_for_zone_and_desks(
    qtbot: QtBot, door: NewsroomDoor, runner: TaskRunner, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Founding] = []
    monkeypatch.setattr(first, "found", lambda _newsroom, founding: asked.append(founding))
    dialog = FirstAccount(theme, door)
    qtbot.addWidget(dialog)
    values = {"newsroom": "Post", "desks": "City, Sport,City", "name": "Ann", "login": "ann", "password": "long enough"}
    for name, text in values.items():
        dialog.fields[name].setText(text)
    dialog.zone.setCurrentText("Asia/Shanghai")
    dialog.go.click()
    assert runner.wait()
    assert asked[0].desk_names == ("City", "Sport")
    assert asked[0].time_zone == "Asia/Shanghai"


def test_founding_makes_all_desks_and_sets_the_zone(tmp_path: Path) -> None:
    from db.newsroom import open_newsroom

    room = open_newsroom(tmp_path / "new.db")
    try:
        chief = found(room, Founding("Post", "City, Sport", "Ann", "ann", "long enough", "Asia/Shanghai"))
        assert (chief.desks, room.desks.all()) == (("City", "Sport"), ["City", "Sport"])
        assert room.settings.get(TIME_ZONE) == "Asia/Shanghai"
    finally:
        room.close()
