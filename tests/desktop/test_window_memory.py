"""What a window takes of memory: no sources of its modules, no holes that lists and pictures have left."""

import linecache
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.window_memory import leave_sources_unread

FEATURE = sys.modules["shibokensupport.feature"]
ASKED = "_mod_uses_pyside"


@pytest.fixture(autouse=True)
def as_pyside_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySide has its own way again after a test."""
    monkeypatch.setattr(FEATURE, ASKED, vars(FEATURE)[ASKED])


def test_pyside_reads_no_module_that_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    written = tmp_path / "galley_unread_probe.py"
    written.write_text("VALUE = 3\n", encoding="utf-8")
    leave_sources_unread()
    assert __import__("galley_unread_probe").VALUE == 3
    assert str(written) not in linecache.cache


def test_a_pyside_without_that_way_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(FEATURE, ASKED)
    leave_sources_unread()
    assert not hasattr(FEATURE, ASKED)


@pytest.mark.skipif(sys.platform != "linux", reason="Only glibc has the setting")
def test_a_large_block_goes_back_to_the_system() -> None:
    """In a process of its own: one that has run many tests has free blocks of any size."""
    ended = subprocess.run([sys.executable, "-c", _LARGE_BLOCKS], capture_output=True, text=True, cwd=ROOT)
    assert (ended.returncode, ended.stdout.split()) == (0, ["16"] * 3), ended.stderr


ROOT = Path(__file__).parents[2]
_LARGE_BLOCKS = """
import ctypes
import mmap

from desktop.window_memory import give_large_blocks_back

give_large_blocks_back()
library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
for _ in range(3):  # glibc by itself learns from the first that is freed
    block = library.malloc(4 << 20)
    print(block % mmap.PAGESIZE)  # 16: one of its own, behind its head
    library.free(block)
"""
