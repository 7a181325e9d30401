"""Keys of the proof window: plates, pages, sizes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.desktop.proof.conftest import SPOT, OpenProof, act, drawn_anew, point_at_middle, turn_wheel


def test_plates_are_shown_alone_by_their_keys_together_with_shift_and_all_again(
    open_proof: OpenProof, pdf: Path, qtbot: QtBot
) -> None:
    window = open_proof(pdf)
    assert window.actions_by_name["black"].shortcut().toString() == "K"
    drawn_anew(window, qtbot, "black")
    assert window.header.plates.shown == {"Black"}
    raster = window.view._rasters[0]
    assert raster.image.pixelColor(raster.image.rect().center()).red() == 51
    window._on_toggle_plate("Cyan")
    assert window.header.plates.shown == {"Black", "Cyan"}
    act(window, "all_plates")
    assert window.header.plates.shown is None


def test_spot_colours_have_a_plate_of_their_name(open_proof: OpenProof, pdf: Path, qtbot: QtBot) -> None:
    window = open_proof(pdf)
    with qtbot.waitSignal(window.work.drawn, timeout=20_000):
        act(window, "last")
    assert [button.plate.name for button in window.header.plates.buttons][-1] == SPOT
    point_at_middle(window, qtbot)
    assert f"{SPOT} 100" in window.foot.ink.text()


def test_pages_are_turned_by_keys_and_by_the_wheel_and_facing_ones_seen_together(
    open_proof: OpenProof, pdf: Path, qtbot: QtBot, monkeypatch
) -> None:
    window = open_proof(pdf)
    view = window.view
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.page, window.list.currentRow()) == (1, 1)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    turn_wheel(view, -120)
    assert view.page == 1
    act(window, "spread")
    assert view.leaf == (1, 2)
    assert window.foot.page.text() == "Page 2–3 of 3"
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (1, True))
    act(window, "go_to")
    assert view.leaf == (0,)
    act(window, "spread")
