"""What is seen where there is no page to see."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.proof_window import ProofWindow
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner
from tests.desktop.proof.conftest import CYAN, act, pdf_of


def test_what_cannot_be_read_is_one_sentence_and_another_file_can_be_chosen(
    door: NewsroomDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path, in_this_process: None
) -> None:
    window = ProofWindow(door, runner, theme, LocalSettings(tmp_path / "proof.ini"))
    qtbot.addWidget(window)
    path = tmp_path / "broken.pdf"
    path.write_bytes(pdf_of(CYAN)[:200])
    window.open_file(path)
    qtbot.waitUntil(lambda: "not a PDF that can be read" in window.none.why.text(), timeout=20_000)
    assert window.none.another.isVisibleTo(window)
    window.open_file(tmp_path / "nowhere.pdf")
    qtbot.waitUntil(lambda: "nowhere.pdf" in window.none.why.text() and window._reading is None, timeout=20_000)


def test_reading_is_stopped_and_begun_again(
    door: NewsroomDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path, pdf: Path, in_this_process: None
) -> None:
    window = ProofWindow(door, runner, theme, LocalSettings(tmp_path / "proof.ini"))
    qtbot.addWidget(window)
    window.open_file(pdf)
    window.foot.stop_wanted.emit()
    assert "stopped" in window.none.why.text()
    with qtbot.waitSignal(window.work.drawn, timeout=20_000):
        act(window, "reload")
    assert window.view.pages == 3
