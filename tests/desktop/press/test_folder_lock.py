"""Two exports into one folder follow one another, on Windows by a locked file."""

import fcntl
import importlib.util
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.press import folder_lock

Locking = list[tuple[int, int]]


def on_windows(monkeypatch: pytest.MonkeyPatch, asked: Locking) -> object:
    """The module as Windows loads it, with its locks noted."""
    locks = SimpleNamespace(LK_LOCK=1, locking=lambda _handle, mode, length: asked.append((mode, length)))
    monkeypatch.setitem(sys.modules, "msvcrt", locks)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = importlib.util.spec_from_file_location("folder_lock_of_windows", str(folder_lock.__file__))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_second_program_waits_for_the_first(tmp_path: Path) -> None:
    other = os.open(tmp_path, os.O_RDONLY)
    with folder_lock.locked(tmp_path), pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(other)


def test_on_windows_a_file_in_the_folder_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Locking = []
    module = on_windows(monkeypatch, asked)
    with module.locked(tmp_path):  # type: ignore[attr-defined]  # a module made here
        assert asked == [(1, 1)]
    assert [path.name for path in tmp_path.iterdir()] == [".galley-lock"]
