"""The first start: the chief, the zone, the desks."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.founding import Founding
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.signin import first
from desktop.signin.first import FirstAccount
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
