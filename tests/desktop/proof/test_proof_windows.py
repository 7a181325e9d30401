"""Proof windows are opened from the main window, from the end of an export and from a card, and closed with it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.values import Story
from exports.typeset.galley.page_places import TextPlace
from tests.desktop.conftest import OpenWindow


def test_a_story_is_looked_at_in_one_window_and_leads_back_to_its_text(
    open_window: OpenWindow, draft: Story, qtbot: QtBot, in_this_process: None
) -> None:
    window = open_window("reporter")
    board = window.board_page.board
    look = window._actions["look_at_proof"]
    qtbot.waitUntil(lambda: board.choose(draft.id) and board.card() is not None and look.isEnabled(), timeout=20_000)
    window._actions["look_at_proof"].trigger()
    (proof,) = window._proofs.windows
    qtbot.waitUntil(lambda: proof.file is not None, timeout=20_000)
    window._actions["look_at_proof"].trigger()
    assert window._proofs.windows == [proof]
    with qtbot.waitSignal(window.story_page._work.looked, timeout=20_000):
        proof.text_wanted.emit(draft.id, TextPlace("body", 1, 5))
    cursor = window.story_page.form.body.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (1, 5)
    window.close()
    assert window._proofs.windows == []


def test_a_pdf_is_chosen_by_the_menu_and_what_was_exported_is_looked_at(
    open_window: OpenWindow, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, in_this_process: None
) -> None:
    window = open_window("production")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pdf), ""))
    window._actions["open_pdf"].trigger()
    window._output.look_wanted.emit(pdf)
    (proof,) = window._proofs.windows
    qtbot.waitUntil(lambda: proof.view.pages == 3, timeout=20_000)
    proof.open_file(other := pdf.with_name("other.pdf"))
    assert window._proofs.show_file(other) is proof
    assert window._proofs.show_file(pdf) is not proof
    window._proofs.close_all()
    assert window._proofs.windows == []
