"""Ctrl+C at the terminal of a window: the first stores, the second ends at once."""

import signal
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.interrupts import Interrupts
from desktop.look.theme import Theme
from desktop.shell import finishing
from desktop.shell.finishing import finish
from desktop.tasks import TaskRunner
from tests.desktop.shell.test_finishing import once_shown

Install = Callable[[Callable[[], object], Callable[[int], object]], None]


@pytest.fixture
def install() -> Iterator[Install]:
    """Answers to the signals until the test is over."""
    made: list[Interrupts] = []

    def begin(end: Callable[[], object], end_at_once: Callable[[int], object]) -> None:
        made.append(Interrupts(end, end_at_once))
        made[0].install()

    yield begin
    made[0].uninstall()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_stores_and_the_second_waits_no_longer(install: Install, number: signal.Signals) -> None:
    done: list[object] = []
    install(lambda: done.append("stored"), done.append)
    signal.raise_signal(number)
    assert done == ["stored"]
    signal.raise_signal(number)
    assert done == ["stored", 128 + number]


def test_the_second_is_heard_while_the_first_waits_for_the_newsroom(
    install: Install, runner: TaskRunner, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "SHOWN_AFTER_MS", 0)
    window, held, ended = QWidget(), Event(), list[int]()
    qtbot.addWidget(window)

    def at_once(status: int) -> None:
        ended.append(status)
        held.set()

    install(lambda: finish(runner, theme, window), at_once)
    runner.run(held.wait, in_order=True)
    once_shown(lambda _dialog: signal.raise_signal(signal.SIGINT))
    signal.raise_signal(signal.SIGINT)
    assert ended == [128 + signal.SIGINT]
