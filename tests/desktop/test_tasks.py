"""Work off the main thread comes back on it, as a result or as an error."""

import sys
import threading
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import Refused
from desktop.key_turn import KeyTurn
from desktop.tasks import Cancelled, Progress, Task, TaskRunner


def test_a_result_is_delivered_on_the_main_thread_though_the_work_was_not_done_there(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    seen: list[Any] = []
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.run(threading.get_ident, on_done=lambda worker: seen.extend((worker, threading.get_ident())))
    worker, receiver = seen
    assert receiver == threading.get_ident() != worker


def test_a_refusal_reaches_whoever_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[str] = []
    runner.run(_refuse, on_error=lambda error: errors.append(str(error)))
    qtbot.waitUntil(lambda: not runner.busy)
    assert errors == ["The desk is closed."]


def test_a_refusal_nobody_takes_is_a_message(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.failed) as signal:
        runner.run(_refuse)
    assert signal.args == ["The desk is closed."]


def test_a_bug_goes_to_the_crash_hook_on_the_main_thread(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append((kind, threading.get_ident())))
    runner.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: not runner.busy)
    assert caught == [(ZeroDivisionError, threading.get_ident())]


def test_the_end_is_told_even_after_a_refusal(runner: TaskRunner, qtbot: QtBot) -> None:
    ends: list[str] = []
    runner.run(_refuse, on_end=lambda: ends.append("end"))
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends == ["end"]


def test_nothing_of_a_cancelled_task_is_delivered(runner: TaskRunner) -> None:
    seen: list[str] = []
    task = runner.run(str, 1, on_done=seen.append, on_end=lambda: seen.append("end"))
    task.cancel()
    assert runner.wait()
    assert seen == []


def test_the_newest_question_of_a_key_wins(runner: TaskRunner) -> None:
    seen: list[str] = []
    for number in range(5):
        runner.run(str, number, on_done=seen.append, key="board")
    assert runner.wait()
    assert seen == ["4"]


def test_tasks_in_order_never_overtake_one_another(runner: TaskRunner) -> None:
    written: list[int] = []
    for number in range(200):
        runner.run(written.append, number, in_order=True)
    assert runner.wait()
    assert written == list(range(200))


def test_answers_are_told_between_two_keys_and_in_order(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, seen = [0.001], list[int]()
    monkeypatch.setattr(KeyTurn, "left", lambda _self: left[0])
    for number in range(3):
        runner._on_posted(partial(seen.append, number))
    assert seen == []
    left[0] = 0.0
    qtbot.waitUntil(lambda: seen == [0, 1, 2])


def test_an_answer_that_fails_holds_up_no_other(
    runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, seen = [0.001], list[int]()
    monkeypatch.setattr(KeyTurn, "left", lambda _self: left[0])
    with qtbot.captureExceptions():
        for answer in (lambda: 1 // 0, partial(seen.append, 1)):
            runner._on_posted(answer)
        left[0] = 0.0
        qtbot.waitUntil(lambda: 1 in seen)


def test_what_is_waited_for_lets_the_window_go_on(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    QTimer.singleShot(0, go_on.set)
    assert runner.wait_for(go_on.wait, 10)


def test_a_refusal_is_raised_where_it_is_waited_for(runner: TaskRunner) -> None:
    with pytest.raises(Refused):
        runner.wait_for(_refuse)


def test_the_end_of_the_program_ends_a_wait(runner: TaskRunner, qapp: QApplication) -> None:
    go_on, ends = threading.Event(), []

    def wait() -> None:
        QTimer.singleShot(0, qapp.quit)
        try:
            runner.wait_for(go_on.wait, 10)
        except Cancelled:
            ends.append("cancelled")

    QTimer.singleShot(0, wait)
    qapp.exec()
    go_on.set()
    assert ends == ["cancelled"]


def test_progress_is_told_on_the_way(runner: TaskRunner) -> None:
    shares: list[float] = []
    runner.run(_half_way, on_progress=shares.append)
    assert runner.wait()
    assert shares == [0.5, 1.0]


def test_a_cancelled_task_stops_where_it_reports(runner: TaskRunner) -> None:
    started, go_on, steps = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        go_on.wait(5)
        progress(0.5)
        steps.append("after")

    task: Task = runner.run(work, on_progress=lambda share: steps.append(str(share)))
    assert started.wait(5)
    task.cancel()
    go_on.set()
    assert runner.wait()
    assert steps == []


def test_stopping_lets_writes_in_order_end(runner: TaskRunner) -> None:
    written: list[int] = []
    for number in range(20):
        runner.run(written.append, number, in_order=True)
    runner.stop()
    assert written == list(range(20))


def _refuse() -> None:
    raise Refused("The desk is closed.")


def _half_way(progress: Progress) -> None:
    progress(0.5)
    progress(1.0)
