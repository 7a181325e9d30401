"""Several stories exported from the board: what is selected, what is asked, how far it is, what came of it."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import desktop.press.batch
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story, StoryText
from desktop.export.batch_dialog import BatchExportDialog
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.export.conftest import SLUGS
from tests.desktop.press.test_batch import approved


def pick_all(window: MainWindow) -> None:
    """Select all cards of the first column."""
    window.board_page.board.columns[0].list.selectAll()


def dialog_of(window: MainWindow, qtbot: QtBot) -> BatchExportDialog:
    """The export dialog that is open."""
    qtbot.waitUntil(lambda: bool(window.findChildren(BatchExportDialog)))
    return window.findChildren(BatchExportDialog)[0]


def finish(dialog: BatchExportDialog, qtbot: QtBot) -> str:
    """Export, and wait for the summary."""
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.running, timeout=30_000)
    return dialog.sum.text()


def test_drafts_that_are_selected_are_named_and_no_other_story_is_exported(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    approved(newsroom, SLUGS)
    for slug in ("four", "five"):
        text = StoryText(slug=slug, headline="Not yet", byline="By Wu Jing")
        newsroom.stories.create(text, desk="City", actor=reporter)
    window = open_window("editor")
    window.board_page.board.columns[0].list.selectAll()
    assert window._several.button.text() == "Export 0 of 2…"
    window._actions["export_many"].trigger()
    form = dialog_of(window, qtbot).form
    assert (form.request.stories, form.lacks) == ([], "None of these stories can be exported.")
    assert sorted(line.split()[1] for line in form.listed.toPlainText().splitlines()) == ["five", "four"]


def test_the_selected_stories_are_exported_with_a_manifest(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    pick_all(window)
    window._actions["export"].trigger()
    dialog = dialog_of(window, qtbot)
    dialog.form.folder.edit.setText(str(tmp_path / "press"))
    said = finish(dialog, qtbot)
    assert said.startswith("3 stories exported, 3 files in")
    written = sorted(path.name for path in (tmp_path / "press").iterdir())
    assert written == ["manifest.csv", "manifest.json", "one-v3.pdf", "three-v3.pdf", "two-v3.pdf"]
    assert all(window._door._newsroom.stories.get(slug).exported for slug in SLUGS)
    assert dialog.share.value() == dialog.share.maximum()


def test_all_of_the_view_go_into_one_file_run_in(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window._several.button.click()
    dialog = dialog_of(window, qtbot)
    dialog.form.folder.edit.setText(str(tmp_path / "press"))
    dialog.form.together.setChecked(True)
    dialog.form.name.setText("city")
    dialog.form.run_in.setChecked(True)
    assert dialog.form.layout_name.count() == 1
    assert "one file in" in finish(dialog, qtbot)
    assert (tmp_path / "press" / "city.pdf").exists()
    listed = json.loads((tmp_path / "press" / "manifest.json").read_text())
    assert {entry["format"] for entry in listed} == {"tabloid"}


def test_a_story_that_is_refused_is_named_with_its_reason(
    newsroom: Newsroom, runner: TaskRunner, theme: Theme, draft: Story, editor: Account, qtbot: QtBot, tmp_path: Path
) -> None:
    _, two = approved(newsroom, ["one", "two"])
    dialog = make_dialog(newsroom, runner, theme, ["one", "two", draft.id], tmp_path)
    qtbot.addWidget(dialog)
    assert "1 is not approved" in dialog.form.sum.text()
    newsroom.moves.make(Move.RECALL, two.id, actor=editor, note="Wait", problems=[])
    assert "1 was refused" in finish(dialog, qtbot)
    assert "two is in Edit" in dialog.refused.toPlainText()
    assert not dialog.open_folder.isHidden()


def test_cancel_ends_the_run_and_what_is_not_written_is_not_recorded(
    newsroom: Newsroom, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    approved(newsroom, SLUGS)
    monkeypatch.setattr(desktop.press.batch, "cores", lambda: 1)
    dialog = make_dialog(newsroom, runner, theme, SLUGS, tmp_path / "press")
    qtbot.addWidget(dialog)
    called_off = CalledOffAfter(1)
    monkeypatch.setattr("desktop.export.batch_dialog.Event", lambda: called_off)
    said = finish(dialog, qtbot)
    assert said.startswith("Called off. 1 story exported")
    assert dialog.focusWidget() is dialog.cancel
    written = sorted(path.name for path in (tmp_path / "press").iterdir())
    assert len(written) == 3
    assert sum(bool(newsroom.stories.get(slug).exported) for slug in SLUGS) == 1


def test_the_dialog_stays_open_until_the_run_has_ended(
    newsroom: Newsroom, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    approved(newsroom, ["one"])
    dialog = make_dialog(newsroom, runner, theme, ["one"], tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.go.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.cancel.isEnabled()
    qtbot.waitUntil(lambda: not dialog.running, timeout=30_000)
    assert dialog.cancel.text() == "Close"


def test_a_name_that_is_no_file_name_is_said_in_the_form(
    newsroom: Newsroom, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    approved(newsroom, ["one"])
    dialog = make_dialog(newsroom, runner, theme, ["one"], tmp_path)
    qtbot.addWidget(dialog)
    dialog.form.together.setChecked(True)
    assert not dialog.form.each.isChecked()
    dialog.form.name.setText("")
    assert not dialog.go.isEnabled()
    dialog.form.name.setText("a/b")
    finish(dialog, qtbot)
    assert "not the name of a file" in dialog.refusal
    assert not dialog.go.isHidden()
    assert dialog.form.isVisibleTo(dialog)


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_a_run_is_called_off_and_the_dialog_waits_for_its_end(
    how: str, newsroom: Newsroom, runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    approved(newsroom, ["one"])
    dialog = make_dialog(newsroom, runner, theme, ["one"], tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.go.click()
    called_off = dialog._called_off
    assert called_off is not None and not called_off.is_set()
    dialog.cancel.click() if how == "cancel" else dialog.close()
    assert called_off.is_set()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.running, timeout=30_000)


def test_the_folder_is_remembered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window._several.button.click()
    dialog = dialog_of(window, qtbot)
    dialog.form.folder.edit.setText(str(tmp_path / "press"))
    finish(dialog, qtbot)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: window._settings.folder == tmp_path / "press")


def test_the_dialog_is_as_high_as_what_it_shows(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window._several.button.click()
    dialog = dialog_of(window, qtbot)
    asked = dialog.height()
    dialog.form.folder.edit.setText(str(tmp_path / "press"))
    finish(dialog, qtbot)
    assert dialog.height() < asked - 100
    dialog._ask_again("It broke off.")
    qtbot.waitUntil(lambda: dialog.height() >= asked)
    dialog.reject()


class CalledOffAfter(Event):
    """Called off as soon as it was asked for the given time."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self._left = times

    def is_set(self) -> bool:
        self._left -= 1
        return self._left < 0


def make_dialog(
    newsroom: Newsroom, runner: TaskRunner, theme: Theme, keys: list[str] | list[int], folder: Path
) -> BatchExportDialog:
    """The dialog for stories of these slugs or numbers."""
    from desktop.export.request import StoryChoice

    ids = [newsroom.stories.get(key).id for key in keys]
    cards = [card for card in newsroom.stories.list() if card.id in ids]
    account: Account = signed_in(newsroom, "production")
    return BatchExportDialog(
        NewsroomDoor(newsroom, runner), account, theme, [StoryChoice("These", cards)], {"tabloid": "Tabloid"}, folder
    )
