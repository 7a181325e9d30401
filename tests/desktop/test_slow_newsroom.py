"""A newsroom that does not answer holds nothing up: the window goes on, and what comes too late is dropped."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from db.document import PictureUse
from db.newsroom import Newsroom
from db.stages import Move
from db.values import MoveOption, Story, StoryText
from desktop.editor.page import StoryPage
from desktop.editor.session.assessment import Assessment
from desktop.look.theme import Appearance, Theme, ThemeChoice
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.settings import LocalSettings
from desktop.shell.window import MainWindow
from desktop.signin.first import FirstAccount
from desktop.signin.signin import SignIn, staff_of
from desktop.tasks import Task, TaskRunner
from desktop.widgets.dialog import FormDialog
from tests.db.conftest import signed_in


class HeldDoor(NewsroomDoor):
    """Answers when it is let go."""

    def __init__(self, newsroom: Newsroom, runner: TaskRunner) -> None:
        super().__init__(newsroom, runner, read_facts(newsroom))
        self.free, self.asked = Event(), 0
        self.free.set()

    def read(self, question: Callable[..., Any], *args: Any, **ways: Any) -> Task:
        """Ask, once it is let go."""
        return super().read(self._held(question), *args, **ways)

    def write(self, change: Callable[..., Any], *args: Any, **ways: Any) -> Task:
        """Change, once it is let go."""
        return super().write(self._held(change), *args, **ways)

    def hold(self) -> None:
        """Answer nothing for now."""
        self.free.clear()
        self.asked = 0

    def _held(self, function: Callable[..., Any]) -> Callable[..., Any]:
        self.asked += 1
        return partial(self._wait, function)

    def _wait(self, function: Callable[..., Any], *args: Any, **ways: Any) -> Any:
        self.free.wait()
        return function(*args, **ways)


@pytest.fixture
def held(newsroom: Newsroom, runner: TaskRunner) -> Iterator[HeldDoor]:
    """A door that can be held."""
    door = HeldDoor(newsroom, runner)
    yield door
    door.free.set()


@pytest.fixture
def window(
    qtbot: QtBot, held: HeldDoor, newsroom: Newsroom, runner: TaskRunner, theme: Theme, qapp: QApplication,
    draft: Story, tmp_path: Path,
) -> MainWindow:  # fmt: skip
    """The chief's, its board read, with a draft on it."""
    appearance, settings = Appearance(qapp, theme, ThemeChoice.LIGHT), LocalSettings(tmp_path / "window.ini")
    window = MainWindow(held, signed_in(newsroom, "chief"), runner, appearance, settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.board_page.loaded):
        window.show()
    window.board_page.board.choose(draft.id)
    assert runner.wait()
    return window


def goes_on(qtbot: QtBot) -> bool:
    """Whether events are dealt with: a timer of no time goes off."""
    seen: list[int] = []
    QTimer.singleShot(0, partial(seen.append, 1))
    qtbot.waitUntil(lambda: bool(seen))
    return bool(seen)


def close_dialogs() -> None:
    """Close and destroy every dialog."""
    for dialog in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def make_story(window: MainWindow) -> None:
    window._new_stories.plan()
    assert window._new_stories._planning is not None
    window._new_stories._planning.go.click()


def save_search(window: MainWindow) -> None:
    window.board_page.saved._on_save()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "SaveSearchDialog"]
    dialog.name.setText("Lifts")
    dialog.go.click()


def card_of(window: MainWindow) -> Any:
    card = window.board_page.board.card()
    assert card is not None
    return card


ACTS: dict[str, Callable[[MainWindow], object]] = {
    "news": lambda window: window._watch._on_poll(),
    "cards": lambda window: window.board_page.refresh(),
    "facts": lambda window: window._on_changed(frozenset({"settings", "desks"})),
    "settings": lambda window: window._actions["settings"].trigger(),
    "search": lambda window: window.board_page.header.search.setText("lifts"),
    "saved searches": lambda window: window.board_page.saved.menu().aboutToShow.emit(),
    "save a search": save_search,
    "forget a search": lambda window: window.board_page.saved._forget("Lifts"),
    "menu of a card": lambda window: window._moves.ask_options([card_of(window).id], QPoint(9, 9)),
    "a move": lambda window: window._moves.ask_move(Move.SUBMIT, [card_of(window)]),
    "inbox": lambda window: window.board_page.inbox._on_mark_all(),
    "new story": make_story,
    "import": lambda window: window._arrivals.bring_in([Path("gone.txt")]),
    "export": lambda window: window._output.export(card_of(window)),
    "proof": lambda window: window._output.proof(card_of(window), None),
    "open a story": lambda window: window.open_story(card_of(window).id),
    "audit": lambda window: window._actions["audit"].trigger(),
    "verify": lambda window: window._actions["verify"].trigger(),
    "back up": lambda window: window._actions["back_up"].trigger(),
}
"""What a person may do that the newsroom is asked for."""


STORY_ACTS: dict[str, Callable[[StoryPage], object]] = {
    "typing": lambda page: (page.form.headline.insertPlainText("More "), page._work.send_now()),
    "save": lambda page: (page.form.headline.insertPlainText("More "), page._work.save()),
    "look": lambda page: page._work.look(),
    "read again": lambda page: page.refresh(),
    "plan": lambda page: page._plan.send({"target_lines": 9}),
    "move": lambda page: page._moves.ask(MoveOption(Move.SUBMIT, allowed=True)),
    "compare": lambda page: page.revisions.compare(),
    "give back": lambda page: (page._work.give_back(), page.form.headline.insertPlainText("More ")),
    "picture": lambda page: page._pictures._on_opened(PictureUse(sha256="a" * 64)),
}
"""What a person may do with an open story that the newsroom is asked for."""


def assert_window_goes_on(held: HeldDoor, runner: TaskRunner, qtbot: QtBot) -> None:
    """The newsroom was asked and the window answers meanwhile; then the newsroom answers, too."""
    assert held.asked
    assert goes_on(qtbot)
    close_dialogs()
    held.free.set()
    assert runner.wait()
    close_dialogs()


@pytest.mark.parametrize("act", STORY_ACTS)
def test_no_story_waits_for_the_newsroom(
    window: MainWindow, held: HeldDoor, runner: TaskRunner, qtbot: QtBot, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "exec", lambda _dialog: 0)
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(card_of(window).id)
    held.hold()
    STORY_ACTS[act](window.story_page)
    assert_window_goes_on(held, runner, qtbot)


def test_the_page_beside_follows_whoever_types_on(
    window: MainWindow, held: HeldDoor, runner: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, headline, seen = window.story_page._work, window.story_page.form.headline, list[str]()
    with qtbot.waitSignal(work.opened, timeout=10_000):
        window.open_story(card_of(window).id)
    with qtbot.waitSignal(work.claimed, timeout=10_000):
        headline.insertPlainText("4")

    def look_at(_newsroom: Newsroom, story: Story, text: StoryText, *_press: object, **_ways: object) -> Assessment:
        seen.append(text.headline.partition("Old")[0])
        return Assessment(story, ())

    assert runner.wait()
    monkeypatch.setattr("desktop.editor.session.story_session.look_at", look_at)
    held.hold()
    for letter in "321":
        headline.insertPlainText(letter)
        work._look.timeout.emit()  # a pause
    with qtbot.waitSignals([work.looked, work.looked], timeout=10_000):
        held.free.set()
    assert list(dict.fromkeys(seen)) == ["43", "4321"]


@pytest.mark.parametrize("act", ACTS)
def test_nothing_waits_and_what_comes_too_late_is_dropped(
    window: MainWindow, held: HeldDoor, runner: TaskRunner, qtbot: QtBot, tmp_path: Path, act: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(FormDialog, "exec", lambda _dialog: 0)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(tmp_path / "chosen"), ""))
    held.hold()
    ACTS[act](window)
    assert_window_goes_on(held, runner, qtbot)
    assert goes_on(qtbot)


def test_who_signs_in_is_not_signed_in_twice_while_the_newsroom_is_slow(
    held: HeldDoor, newsroom: Newsroom, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    dialog = SignIn(theme, held, staff_of(newsroom), last="reporter")
    qtbot.addWidget(dialog)
    held.hold()
    dialog.go.click()
    dialog.go.click()
    assert goes_on(qtbot)
    assert (held.asked, dialog.account) == (1, None)
    held.free.set()
    assert runner.wait()
    assert dialog.account is not None


def test_a_refusal_that_finds_its_dialog_gone_is_a_message(
    held: HeldDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    dialog = FirstAccount(theme, held)
    values = {"newsroom": "Post", "desks": "Arts", "name": "Ann", "login": "ann"}
    values |= dict.fromkeys(("password", "again"), "long enough")
    for name, text in values.items():
        dialog.fields[name].setText(text)
    held.hold()
    dialog.go.click()
    assert goes_on(qtbot)
    dialog.deleteLater()
    with qtbot.waitSignal(dialog.destroyed):
        pass
    with qtbot.waitSignal(runner.failed):
        held.free.set()
