"""Connecting to a server and moving there, from the window."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom, open_newsroom
from db.store.address import without_password
from db.store.secrets import Secrets
from db.values import Story
from desktop.app import Program
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.newsroom_location import pointed_to
from desktop.press import sample
from desktop.settings import LocalSettings
from desktop.shell.move_to_server import MoveDialog
from desktop.shell.window import MainWindow
from desktop.signin.connect import ConnectDialog, connect
from desktop.signin.first import FirstAccount
from desktop.signin.signin import SignIn
from desktop.tasks import TaskRunner
from tests.db import servers
from tests.db.conftest import PASSWORD
from tests.db.servers import Server
from tests.db.store.test_address import Ring

pytestmark = pytest.mark.usefixtures("windows_taken_away")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A running server."""
    with servers.server() as running:
        yield running


@pytest.fixture
def address(server: Server) -> str:
    """An empty database."""
    return server.url(server.new_database())


def test_moving_shows_the_share_and_then_leads_there(
    door: NewsroomDoor, draft: Story, theme: Theme, qtbot: QtBot, address: str
) -> None:
    dialog = MoveDialog(theme, door, Secrets(Ring()))
    qtbot.addWidget(dialog)
    dialog.address.setText(address)
    dialog.go.click()
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    assert dialog.progress.value() == dialog.progress.maximum()
    assert dialog.focusWidget() is dialog.go
    assert "1 story, 1 revision" in dialog.state.text()
    assert pointed_to() == without_password(address)
    with qtbot.waitSignal(dialog.open_wanted) as wanted:
        dialog.go.click()
    assert [without_password(place) for place in wanted.args] == [without_password(address)]


def test_a_move_given_up_leaves_the_newsroom_where_it_is(
    door: NewsroomDoor, newsroom: Newsroom, draft: Story, runner: TaskRunner, theme: Theme, qtbot: QtBot, address: str
) -> None:
    dialog = MoveDialog(theme, door, Secrets(Ring()))
    qtbot.addWidget(dialog)
    dialog.address.setText(address)
    dialog.go.click()
    dialog.cancel.click()
    assert runner.wait(30_000)
    assert pointed_to() == ""
    assert newsroom.stories.get(draft.id).slug == "lane-lifts"


def test_only_the_chief_moves_the_newsroom(open_window: Callable[[str], MainWindow]) -> None:
    window = open_window("editor")
    assert not window._actions["move_to"].isEnabled()


@pytest.mark.parametrize("given", ["", "postgresql://", "/tmp/galley.db", "rubbish://x"])
def test_what_is_no_address_of_a_server_is_refused(given: str, runner: TaskRunner, theme: Theme, qtbot: QtBot) -> None:
    dialog = ConnectDialog(theme, runner, Secrets(Ring()))
    qtbot.addWidget(dialog)
    dialog.address.setText(given)
    dialog.go.click()
    assert dialog.refusal
    assert not runner.busy
    assert dialog.go.isEnabled()


def test_the_beginning_of_an_address_may_be_left_out(runner: TaskRunner, theme: Theme, qtbot: QtBot) -> None:
    dialog = ConnectDialog(theme, runner, Secrets(Ring()))
    qtbot.addWidget(dialog)
    dialog.address.setText("nora@paper.example/courier")
    assert dialog.place == "postgresql://nora@paper.example/courier"


def test_a_server_that_is_not_there_is_told_and_can_be_tried_again(
    runner: TaskRunner, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ConnectDialog(theme, runner, Secrets(Ring()), [f"postgresql://nora@/paper?host={tmp_path}"])
    qtbot.addWidget(dialog)
    dialog.recent.setCurrentRow(0)
    dialog.go.click()
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    assert dialog.refusal


def test_a_password_is_asked_for_and_kept_in_the_keyring(
    server: Server, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    ring, opened = Ring(), []
    dialog = ConnectDialog(theme, runner, Secrets(ring), address=server.with_password("vera", "s3cret"))
    qtbot.addWidget(dialog)
    dialog.connected.connect(opened.append)
    dialog.go.click()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=30_000)
    assert dialog.refusal == "The server asks for a password."
    dialog.password.setText("wrong")
    dialog.go.click()
    qtbot.waitUntil(lambda: "does not take" in dialog.refusal, timeout=30_000)
    assert dialog.focusWidget() is dialog.password
    dialog.password.setText("s3cret")
    dialog.from_now_on.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    opened[0].close()
    assert "s3cret" not in opened[0].url
    assert "s3cret" in ring.held.values()
    assert pointed_to() == opened[0].url


def test_a_newsroom_that_opens_after_one_gave_up_is_closed(address: str) -> None:
    given_up = Event()
    given_up.set()
    assert connect(address, Secrets(Ring()), given_up) is None


def test_newsrooms_opened_lately_are_remembered(newsroom: Newsroom, qapp: QApplication, tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    program = Program(qapp, settings)
    assert program.start(newsroom.url, "reporter")
    other = open_newsroom(tmp_path / "other.db")
    other.accounts.add(login="ida", name="Ida", role=newsroom.accounts.get("chief").role, actor=None)
    other.close()
    assert program.start(str(tmp_path / "other.db"), "ida")
    assert settings.recent == [str(tmp_path / "other.db"), newsroom.url]
    program.end()


def test_a_start_on_a_server_that_does_not_answer_asks_in_the_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom
) -> None:
    asked: list[ConnectDialog] = []
    opened = open_newsroom(newsroom.url)

    def answer(dialog: ConnectDialog) -> int:
        asked.append(dialog)
        assert "does not answer" in dialog.refusal
        dialog.connected.emit(NewsroomDoor(opened, dialog._runner))
        return 1

    monkeypatch.setattr(ConnectDialog, "exec", answer)
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    assert program.start(f"postgresql://nora@/paper?host={tmp_path}", "reporter")
    assert len(asked) == 1
    program.end()


def test_whoever_wants_to_look_around_first_is_let_into_the_sample_newsroom(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom
) -> None:
    def look_around(dialog: FirstAccount) -> int:
        dialog._on_sample_made(newsroom.url)
        return dialog.result()

    monkeypatch.setattr(FirstAccount, "exec", look_around)
    monkeypatch.setattr(SignIn, "exec", lambda _dialog: 0)  # nobody is asked who they are
    monkeypatch.setattr(sample, "PASSWORD", PASSWORD)
    program = Program(qapp, LocalSettings(tmp_path / "window.ini"))
    assert program.start(str(tmp_path / "nothing-yet.db"), None)
    assert program.window is not None
    assert newsroom.name in program.window.windowTitle()
    program.end()


def test_whose_newsroom_is_on_a_server_need_not_found_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newsroom: Newsroom
) -> None:
    opened = open_newsroom(newsroom.url)

    def found_nothing(dialog: FirstAccount) -> int:
        dialog.server.click()
        return dialog.result()

    def connect_to_it(dialog: ConnectDialog) -> int:
        assert dialog.from_now_on.isChecked()
        dialog.connected.emit(NewsroomDoor(opened, dialog._runner))
        return 1

    monkeypatch.setattr(FirstAccount, "exec", found_nothing)
    monkeypatch.setattr(ConnectDialog, "exec", connect_to_it)
    settings = LocalSettings(tmp_path / "window.ini")
    settings.login = "reporter"
    monkeypatch.setattr(Program, "_may_stay", lambda *_: True)
    program = Program(qapp, settings)
    assert program.start(str(tmp_path / "nothing-yet.db"), None)
    assert program.window is not None
    assert newsroom.name in program.window.windowTitle()
    program.end()
