"""Starting up: who is at work, the first account of a new newsroom, and what happens when Galley has a bug."""

import gc
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.errors import NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.store.backup_files import backups, when
from db.store.secrets import Secrets
from db.values import Story
from desktop.app import Program, run_window, start_or_show_why
from desktop.crash import CrashHook
from desktop.editor.session.journal import Journal
from desktop.founding import Founding, found
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.shell.help import TextDialog
from desktop.shell.window import MainWindow
from desktop.signin.first import FirstAccount
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in

pytestmark = pytest.mark.usefixtures("windows_taken_away")


def test_a_new_newsroom_asks_for_its_chief(tmp_path: Path, runner: TaskRunner, theme: Theme, qtbot: QtBot) -> None:
    newsroom = open_newsroom(tmp_path / "new.db")
    dialog = FirstAccount(theme, NewsroomDoor(newsroom, runner))
    qtbot.addWidget(dialog)
    dialog.go.click()
    assert dialog.refusal
    values = {"newsroom": "Courier", "desks": "City", "name": "Tomas Okello", "password": "ink", "again": "ink"}
    for name, value in values.items():
        dialog.fields[name].setText(value)
    dialog.go.click()
    assert "at least 6" in dialog.refusal
    for name in ("password", "again"):
        dialog.fields[name].setText("ink and paper")
    dialog.go.click()
    assert runner.wait()
    assert dialog.account is not None
    assert newsroom.accounts.has_password("tomas")
    assert (dialog.account.login, dialog.account.role) == ("tomas", Role.CHIEF)
    assert newsroom.name == "Courier"
    newsroom.close()


def test_the_program_opens_its_window_on_a_newsroom(newsroom: Newsroom, qapp: QApplication, tmp_path: Path) -> None:
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    assert program.start(newsroom.url, "reporter")
    assert program.window is not None
    assert program.window.isVisible()
    program.end()


def test_a_program_that_ends_says_nothing_at_the_terminal(
    newsroom: Newsroom, qapp: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    assert program.start(newsroom.url, "reporter")
    program.end()
    program.deleteLater()
    del program
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert "Traceback" not in capfd.readouterr().err


def test_a_window_that_is_left_open_makes_the_backup_of_the_next_day(
    newsroom: Newsroom, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    assert program.start(newsroom.url, "reporter")
    qtbot.waitUntil(lambda: len(backups(Path(newsroom.url))) == 1)
    (today,) = backups(Path(newsroom.url))
    today.rename(today.with_name(today.name.replace(f"{when(today):%Y%m%d}", "20200131")))
    assert program._hour.isActive()
    program._hour.timeout.emit()
    qtbot.waitUntil(lambda: len(backups(Path(newsroom.url))) == 2)
    program.end()


class SlowRing(Secrets):
    """A keyring that may ask to be unlocked: no main thread may wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def _ask(self, what: str, name: str, *values: str) -> str | None:
        assert threading.current_thread() is not threading.main_thread()
        self.asked.append(what)
        return "ink and paper"


def test_the_window_goes_on_while_the_keyring_is_asked(newsroom: Newsroom, qapp: QApplication, tmp_path: Path) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.accounts.add(login="vera", name="Vera", role=Role.EDITOR, password="ink and paper", actor=chief)
    settings = LocalSettings(tmp_path / "window.ini")
    settings.login = "vera"
    program = Program(qapp, settings)
    program._secrets = ring = SlowRing()
    assert program.start(newsroom.url, None)
    program.end()
    assert ring.asked == ["get_password", "get_password"]


def test_a_login_that_is_not_there_is_refused(newsroom: Newsroom, qapp: QApplication, tmp_path: Path) -> None:
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    with pytest.raises(NewsroomError, match="nobody"):
        program.start(newsroom.url, "nobody")
    program.end()


def test_what_prevents_a_start_is_shown_in_a_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, shown = tmp_path / "notes.db", []
    file.write_text("no newsroom, but a text that is long enough to look at " * 20)
    monkeypatch.setattr(
        TextDialog, "exec", lambda dialog: shown.extend(label.text() for label in dialog.findChildren(QLabel))
    )
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    with pytest.raises(NewsroomError) as told:
        start_or_show_why(program, str(file), None, "")
    assert shown[1] == str(told.value)
    program.end()


def test_without_a_display_it_says_so(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NewsroomError, match="no display"):
        run_window(newsroom.url, "editor")


def test_a_bug_is_shown_after_the_text_is_stored(
    open_window: Callable[[str], MainWindow],
    newsroom: Newsroom,
    draft: Story,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    window.story_page.form.headline.insertPlainText("Typed: ")
    monkeypatch.setattr(Journal, "forget", lambda *_: None)  # as it does when the newsroom has the text, too
    hook = CrashHook(window.keep_now)
    hook.install()
    try:
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("oops"), None)
    finally:
        hook.uninstall()
    assert hook.window is not None
    assert "oops" in hook.window.report.toPlainText()
    assert window.story_page._work._journal.find(draft.id) is not None
    assert window._runner.wait()
    copy = newsroom.stories.working_copy(draft.id, actor=signed_in(newsroom, "reporter"))
    assert copy is not None
    assert copy.text.headline.startswith("Typed: ")
    hook.window.accept()


def test_founding_a_newsroom_records_who_did_it(tmp_path: Path) -> None:
    newsroom = open_newsroom(tmp_path / "new.db")
    chief = found(newsroom, Founding("Courier", "City", "Tomas Okello", "tomas"))
    assert chief.role is Role.CHIEF
    assert newsroom.desks.all() == ["City"]
    newsroom.close()
