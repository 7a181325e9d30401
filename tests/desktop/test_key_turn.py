"""Workers begin nothing while a key is being painted, and are never kept from their work for long."""

import pytest

from desktop import key_turn
from desktop.key_turn import KeyTurn
from desktop.tasks import TaskRunner


class Time:
    """A clock that goes on only while somebody sleeps."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.slept, self.keys = 100.0, list[float](), list[KeyTurn]()
        monkeypatch.setattr(key_turn, "perf_counter", lambda: self.now)
        monkeypatch.setattr(key_turn, "sleep", self.sleep)

    def sleep(self, seconds: float) -> None:
        """Let time pass; keys that are typed all the while go on coming."""
        self.slept.append(seconds)
        self.now += seconds
        for turn in self.keys:
            turn.begin()


def test_a_worker_waits_for_a_key_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    time, turn = Time(monkeypatch), KeyTurn()
    turn.give_way()
    assert time.slept == []
    turn.begin()
    turn.give_way()
    assert sum(time.slept) == pytest.approx(0.012)


def test_whoever_types_without_a_pause_does_not_keep_workers_from_their_work(monkeypatch: pytest.MonkeyPatch) -> None:
    time, turn = Time(monkeypatch), KeyTurn()
    time.keys.append(turn)
    turn.begin()
    turn.give_way()
    assert sum(time.slept) == pytest.approx(0.1)


def test_work_gives_way_before_it_begins(runner: TaskRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    done = list[str]()
    monkeypatch.setattr(KeyTurn, "give_way", lambda _self: done.append("gave way"))
    runner.run(done.append, "worked")
    assert runner.wait()
    assert done == ["gave way", "worked"]
