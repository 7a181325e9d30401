"""The window in which any PDF is looked at as a press will print it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.language import Language, Translation
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.proof_view import Zoom
from desktop.proof.proof_window import ProofWindow
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner
from exports.typeset.galley.page_places import TextPlace
from tests.desktop.proof.conftest import CYAN, SPOT, OpenProof, pdf_of
from tests.desktop.test_every_window import cut_off, spoken, twice, unnamed

__all__ = ["spoken"]


def act(window: ProofWindow, name: str) -> None:
    window.actions_by_name[name].trigger()


def drawn_anew(window: ProofWindow, qtbot: QtBot, name: str) -> None:
    """Do what lets a page be drawn, and wait for it."""
    with qtbot.waitSignal(window.work.drawn, timeout=20_000):
        act(window, name)


def point_at_middle(window: ProofWindow, qtbot: QtBot) -> None:
    """Move the mouse to the middle of the page, wherever it was."""
    for place in (QPoint(2, 2), window.view.viewport().rect().center()):
        qtbot.mouseMove(window.view.viewport(), place)


def test_a_file_is_drawn_checked_and_named(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    assert window.windowTitle().startswith("three.pdf")
    assert window.header.demands.accessibleName() == "no format of ours · 300 % ink · PDF/X-4"
    assert window.foot.page.text() == "Page 1 of 3"
    assert "rules hold" in window.findings.held.text()
    assert "ink" in {problem.rule for problem in window.findings.problems}
    assert window.list.count() == 3


def test_the_ink_under_the_mouse_is_told_and_what_is_over_the_limit_is_marked(
    open_proof: OpenProof, pdf: Path, qtbot: QtBot
) -> None:
    window = open_proof(pdf)
    point_at_middle(window, qtbot)
    assert window.foot.ink.text() == "C 80  M 80  Y 80  K 80  ·  320 % of 300 % ✕"
    drawn_anew(window, qtbot, "ink")
    assert window._most_ink == 320
    raster = window.view._rasters[0]
    assert raster.over.pixelColor(raster.over.rect().center()).alpha() == 255
    assert raster.over.pixelColor(0, 0).alpha() == 0


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
    _turn(view, -120)
    assert view.page == 1
    act(window, "spread")
    assert view.leaf == (1, 2)
    assert window.foot.page.text() == "Page 2–3 of 3"
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (1, True))
    act(window, "go_to")
    assert view.leaf == (0,)
    act(window, "spread")


def _turn(view, by: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    view.wheelEvent(
        QWheelEvent(
            middle, middle, QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
    )


def test_it_is_as_large_as_one_likes_and_the_place_under_the_mouse_stays(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    view, middle = window.view, QPointF(window.view.viewport().rect().center())
    before = view.scale
    _turn(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale > before
    act(window, "true_size")
    assert (view.percent, view.zoom_kind) == (100, Zoom.OWN)
    for _ in range(10):
        act(window, "larger")
    (_, point) = view.desk.under(middle)
    view.zoom_by(1, middle)
    (_, after) = view.desk.under(middle)
    assert (after - point).manhattanLength() < 1
    act(window, "fit_width")
    assert view.horizontalScrollBar().maximum() == 0
    act(window, "fit_page")
    assert view.verticalScrollBar().maximum() == 0


def test_a_problem_leads_to_its_places_one_after_the_other(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    (card,) = (card for card in window.findings.cards if card.problem.rule == "ink")
    window.view.go_to(1)
    card.place.click()
    assert window.view.page == 0
    page, box = window.view._areas[0]
    assert (page, box.width(), box.x()) == (0, 60, 20)
    assert [one.problem.rule for one in window.findings.cards if one.property("active")] == ["ink"]
    act(window, "next_problem")
    assert window.problems.shown != card.problem


def test_boxes_and_marks_are_switched_and_remembered(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    assert window.view._laid[0].visible.width() == 100
    act(window, "marks")
    act(window, "boxes")
    assert window.view._laid[0].visible.width() == 80
    assert not window.grab().isNull()
    act(window, "last")
    window.close()
    again = open_proof(pdf)
    assert (again.view.marks, again.view.boxes, again.view.page) == (False, True, 2)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_every_control_is_named_and_no_words_are_cut_off(
    language: Language, open_proof: OpenProof, pdf: Path, spoken: Translation, qtbot: QtBot
) -> None:
    spoken.choose(language)
    window = open_proof(pdf)
    qtbot.waitUntil(lambda: not cut_off(window))  # the list of findings is laid out in its own time
    assert (unnamed(window), twice(window)) == ([], [])


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


def test_the_page_of_a_story_leads_to_its_text(
    door: NewsroomDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path, draft: Story,
    newsroom: Newsroom, in_this_process: None,
) -> None:  # fmt: skip
    window = ProofWindow(door, runner, theme, LocalSettings(tmp_path / "proof.ini"))
    qtbot.addWidget(window)
    with qtbot.waitSignals([window.work.drawn, window.work.checked], timeout=30_000):
        window.open_story(draft.id, draft.slug, None)
    assert "tabloid" in window.header.demands.accessibleName()
    story, wanted = draft.id, []
    window.text_wanted.connect(lambda number, place: wanted.append((number, place)))
    line = window.file.sheets[0].lines[0]
    trim = window.view._laid[0].geometry.trim
    window.view.chosen.emit(0, trim.topLeft() + QPointF(line.x + 1, line.y - 3))
    assert wanted == [(story, TextPlace("body", line.block, line.start))]
    for card in window.findings.cards:
        if card.problem.place:
            card.text.click()
    assert all(number == story for number, _ in wanted)
