"""The window that a command opens."""

import gc

import pytest

from desktop import app, window_memory
from desktop.command.window import run_window


def test_memory_is_spared_before_the_window_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[object] = []
    monkeypatch.setattr(window_memory, "spare_memory", lambda: done.append("spared"))
    monkeypatch.setattr(app, "run_window", lambda *given: done.append(given) or 0)
    assert run_window("galley.db", "editor") == 0
    assert done == ["spared", ("galley.db", "editor", "")]


def test_garbage_is_left_while_the_window_is_loaded_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[bool] = []
    monkeypatch.setattr(app, "run_window", lambda *_given: collected.append(gc.isenabled()) or 0)
    run_window("galley.db")
    assert (collected, gc.isenabled()) == ([False], True)
