"""What is asked before an approved story is exported."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from exports.pdf.check import read_claims
from tests.desktop.conftest import OpenWindow
from tests.desktop.export.conftest import asked_to_export


def test_one_story_is_exported_in_its_approved_format_and_the_standard_that_is_chosen(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    window, dialog = asked_to_export(open_window, newsroom, draft, qtbot)
    assert (dialog.layout_name.currentText(), dialog.layout_name.count()) == ("The story’s own: tabloid", 1)
    assert any("Its format was approved with it" in note.text() for note in dialog.findChildren(QLabel))
    dialog.folder.edit.setText(str(tmp_path))
    dialog.flavour.setCurrentIndex(dialog.flavour.findData("x1a"))
    with qtbot.waitSignal(window._output.said, timeout=10_000):
        dialog.go.click()
    (path,) = tmp_path.glob("lane-lifts-v*.pdf")
    claims = read_claims(path)
    assert (claims.format, claims.flavour, window._settings.folder) == ("tabloid", "x1a", tmp_path)
