"""The window in which any PDF is looked at as a press will print it."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.language import Language, Translation
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof import proof_window
from desktop.proof.proof_file import ProofFile, read_file
from desktop.proof.proof_view import Zoom
from desktop.proof.proof_window import ProofWindow
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner
from exports.typeset.galley.page_places import TextPlace
from tests.desktop.proof.conftest import OpenProof, act, drawn_anew, point_at_middle, turn_wheel
from tests.desktop.test_every_window import cut_off, spoken, twice, unnamed

__all__ = ["spoken"]


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
    assert window.view.most_ink == 320
    raster = window.view._rasters[0]
    assert raster.over.pixelColor(raster.over.rect().center()).alpha() == 255
    assert raster.over.pixelColor(0, 0).alpha() == 0


def test_it_is_as_large_as_one_likes_and_the_place_under_the_mouse_stays(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    view, middle = window.view, QPointF(window.view.viewport().rect().center())
    before = view.scale
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
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


def test_what_was_being_read_is_not_shown_when_another_file_is_wanted_meanwhile(
    open_proof: OpenProof, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, go_on = open_proof(pdf), Event()
    late = pdf.with_name("late.pdf")
    late.write_bytes(pdf.read_bytes())
    with monkeypatch.context() as slow:
        slow.setattr(proof_window, "read_file", partial(_read_after, go_on))
        window.open_file(late)
    window.open_file(pdf)
    qtbot.waitUntil(lambda: window.file is not None)
    go_on.set()
    qtbot.waitUntil(lambda: not window._door._runner.busy, timeout=20_000)
    assert window.file.name == window.subject.name == "three.pdf"


def _read_after(go_on: Event, newsroom: Newsroom, path: Path, **ways: Any) -> ProofFile:
    """As a file on a slow disk is read."""
    go_on.wait(20)
    return read_file(newsroom, path, **ways)


def test_a_page_that_cannot_be_drawn_leaves_the_way_to_the_others(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    window.work.refused.emit("The page cannot be drawn.")
    assert window._middle.currentWidget() is window.none
    act(window, "next")
    assert window._middle.currentWidget() is window.view


def test_what_is_said_of_a_page_is_of_the_one_that_is_seen(open_proof: OpenProof, pdf: Path, qtbot: QtBot) -> None:
    window = open_proof(pdf)
    drawn_anew(window, qtbot, "ink")
    drawn_anew(window, qtbot, "next")
    assert _facts_of_ink(window) == ["Ink in sight 100 % of 300 %"]
    qtbot.waitUntil(lambda: not window._door._runner.busy, timeout=20_000)
    act(window, "before")
    assert _facts_of_ink(window) == ["Ink in sight 320 % of 300 %"]


def _facts_of_ink(window: ProofWindow) -> list[str]:
    return [fact for _holds, fact in window.findings._facts if fact.startswith("Ink")]


def test_facts_that_change_leave_the_cards_of_problems_as_they_are(open_proof: OpenProof, pdf: Path) -> None:
    findings = open_proof(pdf).findings
    cards = list(findings.cards)
    findings.show_facts([(True, "It is another page")], ())
    assert findings.cards == cards


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_every_control_is_named_and_no_words_are_cut_off(
    language: Language, open_proof: OpenProof, pdf: Path, spoken: Translation, qtbot: QtBot
) -> None:
    spoken.choose(language)
    window = open_proof(pdf)
    qtbot.waitUntil(lambda: not cut_off(window))  # the list of findings is laid out in its own time
    assert (unnamed(window), twice(window)) == ([], [])


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
