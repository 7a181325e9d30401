"""One story on its way to a file from the window: the print-ready page, or a proof."""

from pathlib import Path

import pytest
from pikepdf import Pdf
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.export.proof_dialog import ProofDialog
from desktop.export.story_dialog import StoryExportDialog
from exports.pdf.check import check_pdf
from tests.desktop.conftest import OpenWindow
from tests.desktop.export.conftest import approve, asked_to_export, opened


@pytest.fixture
def into_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked for a folder names this one."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))


def test_only_an_approved_story_can_be_exported_and_the_file_is_for_print(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot, tmp_path: Path, into_tmp: None
) -> None:
    window = open_window("editor")
    window.board_page.board.choose(draft.id)
    assert not window._actions["export"].isEnabled()
    approve(newsroom, draft)
    with qtbot.waitSignal(window.board_page.loaded):
        window._actions["refresh"].trigger()
    window.board_page.board.choose(draft.id)
    window._actions["export"].trigger()
    dialog = opened(qtbot, window, StoryExportDialog)
    dialog.folder.choose.click()
    with qtbot.waitSignal(window._output.said, timeout=10_000):
        dialog.go.click()
    (path,) = tmp_path.glob("lane-lifts-v*.pdf")
    assert check_pdf(path) == []
    assert newsroom.stories.get(draft.id).exported is not None


def test_a_folder_that_cannot_be_written_to_is_named_and_asked_for_again(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    _, dialog = asked_to_export(open_window, newsroom, draft, qtbot)
    (tmp_path / "file").touch()
    dialog.folder.edit.setText(str(tmp_path / "file"))
    dialog.go.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.refusal)
    assert newsroom.stories.get(draft.id).exported is None
    assert dialog.go.isEnabled()
    dialog.reject()


def test_a_proof_is_written_at_any_stage(
    open_window: OpenWindow, draft: Story, qtbot: QtBot, tmp_path: Path, into_tmp: None
) -> None:
    window = open_window("reporter")
    window.board_page.board.choose(draft.id)
    window._actions["proof"].trigger()
    dialog = opened(qtbot, window, ProofDialog)
    assert [dialog.compared.itemText(row) for row in range(dialog.compared.count())] == [
        "nothing: the story as it stands"
    ]
    dialog.folder.choose.click()
    with qtbot.waitSignal(window._output.said, timeout=10_000):
        dialog.go.click()
    assert [path.name for path in tmp_path.glob("*-proof.pdf")] == [f"lane-lifts-v{draft.version}-proof.pdf"]


def has_marks(path: Path) -> bool:
    """Whether a file's pages have anything in the ink of all plates, as marks have."""
    with Pdf.open(path) as pdf:
        return any(b"/All" in page.Contents.read_bytes() for page in pdf.pages)


@pytest.mark.parametrize("marks", [True, False])
def test_marks_are_in_the_file_unless_somebody_leaves_them_out(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot, tmp_path: Path, marks: bool
) -> None:
    window, dialog = asked_to_export(open_window, newsroom, draft, qtbot)
    dialog.folder.edit.setText(str(tmp_path / "press"))
    dialog.marks.setChecked(marks)
    with qtbot.waitSignal(window._output.said, timeout=10_000):
        dialog.go.click()
    (path,) = (tmp_path / "press").glob("*.pdf")
    assert has_marks(path) is marks
    assert check_pdf(path) == []
