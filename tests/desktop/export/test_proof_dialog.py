"""What is asked before a proof is written."""

import subprocess
from pathlib import Path

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.export.proof_dialog import ProofDialog
from tests.desktop.conftest import OpenWindow
from tests.desktop.export.conftest import opened


def test_a_proof_of_what_is_typed_shows_what_changed_since_a_revision(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, reporter: Account, qtbot: QtBot, tmp_path: Path
) -> None:
    second = newsroom.stories.save(draft.id, draft.text.with_(dek="A dek"), actor=reporter, base=draft.version)
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    window.story_page.form.headline.insertPlainText("Typed: ")
    window._actions["proof"].trigger()
    dialog = opened(qtbot, window, ProofDialog)
    assert [dialog.compared.itemData(row) for row in range(dialog.compared.count())] == [
        0,
        second.version,
        draft.version,
    ]
    dialog.compared.setCurrentIndex(2)
    dialog.folder.edit.setText(str(tmp_path))
    with qtbot.waitSignal(window._output.said, timeout=10_000):
        dialog.go.click()
    (path,) = tmp_path.glob("*-proof.pdf")
    assert path.name == f"lane-lifts-v{second.version}-against-v{draft.version}-proof.pdf"
    shown = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    assert f"REDLINE v{second.version} against v{draft.version}" in shown
    assert "Typed:" in shown


def test_a_proof_goes_into_a_folder_with_a_whole_path(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    window.board_page.board.choose(draft.id)
    window._actions["proof"].trigger()
    dialog = opened(qtbot, window, ProofDialog)
    dialog.folder.edit.setText("somewhere")
    assert not dialog.go.isEnabled()
    dialog.reject()
