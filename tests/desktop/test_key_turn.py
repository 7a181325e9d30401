"""Nothing is begun while a key is being painted, long work right behind one, and nothing is put off for long."""

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


def test_the_turn_is_the_key_s_until_it_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    time, turn = Time(monkeypatch), KeyTurn()
    assert turn.left() == 0
    turn.begin()
    assert turn.left() == pytest.approx(0.012)
    time.now += 0.012
    assert turn.left() == pytest.approx(0)


def test_a_step_is_taken_right_behind_a_key_where_one_is_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    time, turn = Time(monkeypatch), KeyTurn()
    turn.begin()
    time.now += 0.013
    turn.step_behind()
    assert time.slept == [], "the next key is furthest away"
    time.now += 0.017
    assert turn.expects_key()
    monkeypatch.setattr(key_turn, "sleep", lambda seconds: (time.sleep(seconds), len(time.slept) == 1 and turn.begin()))
    turn.step_behind()
    assert time.slept == pytest.approx([0.004, 0.012]), "until that key has come and is painted"


def test_a_step_waits_for_no_key_that_does_not_come(monkeypatch: pytest.MonkeyPatch) -> None:
    time, turn = Time(monkeypatch), KeyTurn()
    turn.begin()
    time.now += 0.03
    turn.step_behind()
    assert sum(time.slept) == pytest.approx(0.1, abs=0.004)
    time.now += 0.05
    assert not turn.expects_key()


def test_work_gives_way_before_it_begins(runner: TaskRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    done = list[str]()
    monkeypatch.setattr(KeyTurn, "give_way", lambda _self: done.append("gave way"))
    runner.run(done.append, "worked")
    assert runner.wait()
    assert done == ["gave way", "worked"]
