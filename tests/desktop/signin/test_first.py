"""The first start: the chief, the zone, the desks."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.founding import Founding
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.signin import first
from desktop.signin.first import FirstAccount
from desktop.tasks import TaskRunner

VALUES = {
    "newsroom": "Post", "desks": "City, Sport,City", "name": "Ann", "login": "ann", "password": "long enough",
    "again": "long enough",
}  # fmt: skip


@pytest.fixture
def dialog(qtbot: QtBot, door: NewsroomDoor, theme: Theme) -> FirstAccount:
    """With all fields filled in."""
    dialog = FirstAccount(theme, door)
    qtbot.addWidget(dialog)
    for name, text in VALUES.items():
        dialog.fields[name].setText(text)
    return dialog


def test_the_first_start_asks_for_zone_and_desks(
    dialog: FirstAccount, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Founding] = []
    monkeypatch.setattr(first, "found", lambda _newsroom, founding: asked.append(founding))
    dialog.zone.setCurrentText("Asia/Shanghai")
    dialog.go.click()
    assert runner.wait()
    assert asked[0].desk_names == ("City", "Sport")
    assert asked[0].time_zone == "Asia/Shanghai"


def test_a_password_that_was_not_typed_twice_is_not_taken(
    dialog: FirstAccount, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Founding] = []
    monkeypatch.setattr(first, "found", lambda _newsroom, founding: asked.append(founding))
    dialog.fields["again"].setText("long enuogh")
    dialog.go.click()
    assert runner.wait()
    assert dialog.refusal == "The two passwords are not the same."
    assert asked == []


def test_the_first_start_says_where_the_newsroom_is_kept(dialog: FirstAccount, door: NewsroomDoor) -> None:
    assert door.url in dialog.place.text()


def test_a_sample_newsroom_can_be_looked_at_first(
    dialog: FirstAccount, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first, "make_sample_place", lambda _newsroom: "sample.db")
    dialog.show()
    dialog.sample.click()
    assert runner.wait()
    assert (dialog.sample_place, dialog.isVisible(), dialog.account) == ("sample.db", False, None)
