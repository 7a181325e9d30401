"""Cycles are collected on the main thread, whatever the workers do."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.garbage_collection import GarbageCollector
from desktop.key_turn import KeyTurn


class Ring:
    """Refers to itself."""

    def __init__(self, threads: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: threads.append(threading.get_ident()))


def test_cycles_made_on_a_worker_are_collected_on_the_main_thread(qtbot: QtBot, qapp: QCoreApplication) -> None:
    threads: list[int] = []
    garbage = GarbageCollector()
    worker = threading.Thread(target=lambda: [Ring(threads) for _ in range(5_000)])
    worker.start()
    worker.join()
    assert threads == []
    qtbot.waitUntil(lambda: len(threads) > 4_000, timeout=5_000)
    assert set(threads) == {threading.get_ident()}
    garbage.end()
    assert gc.isenabled()


def test_nothing_is_collected_while_somebody_types(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, rested = list[int](), [0.5, 2.0]
    monkeypatch.setattr(KeyTurn, "rest", lambda _self: rested.pop(0))
    garbage = GarbageCollector()
    rings = [Ring(gone) for _ in range(5_000)]
    del rings
    garbage._on_timeout()
    assert gone == []
    garbage._on_timeout()
    assert len(gone) > 4_000
    garbage.end()
