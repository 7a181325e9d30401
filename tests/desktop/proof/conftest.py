"""A small PDF of three pages, read and drawn in this process, and a window that looks at it."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from db import sandbox
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.proof_view import ProofView
from desktop.proof.proof_window import ProofWindow
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner

PAPER, EDGE = 100, 10
"""Points of a side of the paper, and of what is cut off round the page."""
SPOT = "Signal Red"


def pdf_of(*contents: str) -> bytes:
    """A PDF with a page for each of these contents: 100 points of paper round a trim of 80, and a spot colour."""
    pdf = Pdf.new()
    for content in contents:
        page = pdf.add_blank_page(page_size=(PAPER, PAPER))
        page.obj["/TrimBox"] = page.obj["/BleedBox"] = Array([EDGE, EDGE, PAPER - EDGE, PAPER - EDGE])
        tint = {
            "/FunctionType": 2,
            "/Domain": Array([0, 1]),
            "/C0": Array([0] * 4),
            "/C1": Array([0, 1, 1, 0]),
            "/N": 1,
        }
        spot = Array([Name.Separation, Name(f"/{SPOT}"), Name.DeviceCMYK, Dictionary(tint)])
        page.obj["/Resources"] = Dictionary({"/ColorSpace": Dictionary({"/Spot": spot})} if "Spot" in content else {})
        page.obj["/Contents"] = Stream(pdf, content.encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


RICH = "0.8 0.8 0.8 0.8 k 20 20 60 60 re f"
"""A square with far too much ink."""
CYAN = "1 0 0 0 k 20 20 60 60 re f"


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read in a process of its own is read right here: a start of one takes longer than such a test."""
    monkeypatch.setattr(sandbox, "_INSIDE", [True])


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Three pages: one of too much ink, one in cyan, one in a spot colour."""
    path = tmp_path / "three.pdf"
    path.write_bytes(pdf_of(RICH, CYAN, f"/Spot cs 1 scn {CYAN[10:]}"))
    return path


OpenProof = Callable[[Path], ProofWindow]


@pytest.fixture
def open_proof(
    qtbot: QtBot, door: NewsroomDoor, runner: TaskRunner, theme: Theme, tmp_path: Path, in_this_process: None
) -> Iterator[OpenProof]:
    """Opens a window on a file, its page drawn and the file checked."""
    settings = LocalSettings(tmp_path / "proof.ini")

    def make(path: Path) -> ProofWindow:
        window = ProofWindow(door, runner, theme, settings)
        qtbot.addWidget(window)
        window.resize(900, 700)
        window.show()
        with qtbot.waitSignals([window.work.drawn, window.work.checked], timeout=20_000):
            window.open_file(path)
        qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
        return window

    yield make
    runner.wait()


def act(window: ProofWindow, name: str) -> None:
    """Have an act of the window done, as its key does."""
    window.actions_by_name[name].trigger()


def drawn_anew(window: ProofWindow, qtbot: QtBot, name: str) -> None:
    """Do what lets a page be drawn, and wait for it."""
    with qtbot.waitSignal(window.work.drawn, timeout=20_000):
        act(window, name)


def point_at_middle(window: ProofWindow, qtbot: QtBot) -> None:
    """Move the mouse to the middle of the page, wherever it was."""
    for place in (QPoint(2, 2), window.view.viewport().rect().center()):
        qtbot.mouseMove(window.view.viewport(), place)


def turn_wheel(view: ProofView, by: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over the middle of the pages."""
    middle = QPointF(view.viewport().rect().center())
    view.wheelEvent(
        QWheelEvent(
            middle, middle, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
    )
