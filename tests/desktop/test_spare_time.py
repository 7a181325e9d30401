"""Work in spare time goes on bit by bit, between keys, until nothing is left."""

from PySide6.QtCore import QObject
from pytest import MonkeyPatch
from pytestqt.qtbot import QtBot

from desktop import spare_time
from desktop.key_turn import KeyTurn
from desktop.spare_time import SpareTime


class Work(QObject):
    """So many steps of work."""

    def __init__(self, left: int) -> None:
        super().__init__()
        self.left = left
        self.time = SpareTime(self.step, self)

    def step(self) -> bool:
        """Do one of them."""
        self.left -= 1
        return self.left > 0


def test_work_is_done_in_slices_and_ends_by_itself(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(spare_time, "SLICE", -1.0)
    work = Work(3)
    work.time.work()
    assert (work.left, work.time.awaited) == (2, True)
    qtbot.waitUntil(lambda: not work.time.awaited)
    assert work.left == 0


def test_a_slice_holds_all_that_is_quickly_done(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(spare_time, "SLICE", 60.0)
    work = Work(3)
    work.time.begin()
    work.time.work()
    assert (work.left, work.time.awaited) == (0, False)


def test_no_slice_begins_while_a_key_is_painted(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    turn = iter((0.001, 0.0))
    monkeypatch.setattr(KeyTurn, "left", lambda _self: next(turn))
    work = Work(1)
    work.time.work()
    assert (work.left, work.time.awaited) == (1, True)
    qtbot.waitUntil(lambda: not work.time.awaited)
    assert work.left == 0


def test_work_that_is_not_wanted_any_more_is_left(qtbot: QtBot) -> None:
    work = Work(1)
    work.time.begin()
    work.time.end()
    assert (work.left, work.time.awaited) == (1, False)
