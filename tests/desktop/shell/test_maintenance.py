"""Care of the newsroom from its menu."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressDialog
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.upkeep.audit import Audit
from db.upkeep.backup import back_up, check
from db.values import Progress, Story
from desktop.press.batch import Batch, export_many
from desktop.shell import maintenance
from desktop.shell.help import TextDialog
from desktop.shell.restore_dialog import RestoreDialog
from desktop.shell.window import MainWindow
from desktop.widgets.message import Tone
from tests.db.conftest import PASSWORD, signed_in
from tests.desktop.conftest import OpenWindow
from tests.desktop.press.test_batch import approved


def test_the_window_backs_up_and_says_what_it_holds(
    open_window: OpenWindow, draft: Story, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["back_up"].trigger()
    assert check(target).counts["story"] == 1
    assert "1 story, " in window.messages.message.sentence


def test_a_backup_is_restored_beside_the_open_newsroom_and_offered(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, place = tmp_path / "copy.db", tmp_path / "restored.db"
    back_up(newsroom, source)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["restore"].trigger()
    with qtbot.waitSignal(window.newsroom_wanted, check_params_cb=lambda name: name == str(place)):
        window.messages._action.click()


@pytest.fixture
def restore_to(
    open_window: OpenWindow, newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path], MainWindow]:
    """A window in which a backup is restored to a place."""
    back_up(newsroom, tmp_path / "copy.db")

    def restore_to(place: Path) -> MainWindow:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "copy.db"), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))
        window = open_window("chief")
        window._actions["restore"].trigger()
        return window

    return restore_to


def confirm_in(window: MainWindow, password: str, qtbot: QtBot) -> RestoreDialog:
    """Type the chief's password into the dialog that asks for it."""
    qtbot.waitUntil(lambda: window.findChild(RestoreDialog) is not None)
    dialog = window.findChild(RestoreDialog)
    dialog.password.setText(password)
    dialog.go.click()
    return dialog


def test_the_open_newsroom_is_put_back_by_its_chief_and_goes_on(
    restore_to: Callable[[Path], MainWindow], newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = restore_to(Path(newsroom.url))
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        confirm_in(window, PASSWORD, qtbot)
    assert (window.messages.message.tone, window.messages.message.action) == (Tone.DONE, "")
    (kept,) = Path(newsroom.url).parent.glob("*before-restore*.db")
    assert check(kept).counts["story"] == 1
    assert str(kept) in window.messages.message.sentence


def test_another_newsroom_is_put_back_by_its_own_chief_alone(
    restore_to: Callable[[Path], MainWindow], staffed: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "other.db"
    shutil.copy(staffed, place)
    before = place.read_bytes()
    window = restore_to(place)
    dialog = confirm_in(window, "a guess", qtbot)
    qtbot.waitUntil(lambda: "password" in dialog.refusal)
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        confirm_in(window, PASSWORD, qtbot)
    assert (window.messages.message.tone, window.messages.message.action) == (Tone.DONE, "Open it")
    assert place.read_bytes() != before


def test_what_is_no_newsroom_any_more_is_set_aside_without_a_question(
    restore_to: Callable[[Path], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "other.db"
    place.write_bytes(b"no newsroom any more")
    window = restore_to(place)
    qtbot.waitUntil(lambda: window.messages.message is not None and window.messages.message.tone is Tone.DONE)
    (kept,) = tmp_path.glob("other-before-restore*.db")
    assert kept.read_bytes() == b"no newsroom any more"


def test_the_window_audits(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["audit"].trigger()
    assert window.messages.message.tone is Tone.DONE


def test_all_that_an_audit_finds_is_shown_at_a_click(
    open_window: OpenWindow, draft: Story, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Audit(3, 2, 1, fault="Row 1 is another.", past_faults=("Row 2 was another.",), notes=("A key was reset.",))
    monkeypatch.setattr(maintenance, "audit", lambda _newsroom, progress: found)
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["audit"].trigger()
    message = window.messages.message
    assert (message.tone, message.sentence, message.action) == (Tone.REFUSED, "Row 1 is another.", "Show all")
    assert message.act is not None
    message.act()
    (listing,) = window.findChild(TextDialog).findChildren(QPlainTextEdit)
    assert listing.toPlainText().splitlines() == ["Row 1 is another.", "Row 2 was another.", "A key was reset."]


def test_the_window_verifies_a_sheet(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"no pdf at all")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["verify"].trigger()
    assert window.messages.message.tone is Tone.REFUSED
    assert "sheet.pdf" in window.messages.message.sentence


def test_of_a_sheet_of_several_stories_each_approval_is_shown_at_a_click(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(newsroom, ["one", "two"])
    actor = signed_in(newsroom, "production")
    (path,) = export_many(newsroom, ["one", "two"], tmp_path, Batch(one_file="city"), actor=actor).paths
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["verify"].trigger()
    assert window.messages.message.sentence.startswith("2 stories, each as it was approved")
    window.messages._action.click()
    dialog = window.findChild(TextDialog)
    assert dialog is not None
    listed = dialog.findChild(QPlainTextEdit)
    assert [line.split(",")[0] for line in listed.toPlainText().splitlines()] == [
        "Nora Lin approved one", "Nora Lin approved two",
    ]  # fmt: skip
    dialog.accept()


def test_a_long_task_shows_its_share_and_stops_when_given_up(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, go_on, done = open_window("chief"), Event(), []

    def work(progress: Progress) -> None:
        progress(0.5)
        go_on.wait(10)
        progress(0.6)

    window._care._run("Working …", partial(window._runner.run, work), done.append)
    waiting = window.findChild(QProgressDialog)
    assert waiting is not None
    qtbot.waitUntil(lambda: waiting.value() == waiting.maximum() // 2)
    waiting.canceled.emit()
    go_on.set()
    qtbot.waitUntil(lambda: not window._runner.busy)
    assert done == []
