"""A window ends while a slow newsroom stores: it goes on answering, and after a while one may close anyway."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.look.theme import Theme
from desktop.shell import finishing
from desktop.shell.finishing import FinishingDialog, finish
from desktop.shell.window import MainWindow
from desktop.tasks import _STOP_MS, TaskRunner


@pytest.fixture
def held() -> Iterator[Event]:
    """A newsroom that does not answer until this is set."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window whose end is shown at once."""
    monkeypatch.setattr(finishing, "SHOWN_AFTER_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def once_shown(act: Callable[[FinishingDialog], object]) -> None:
    """Do something with the dialog as soon as it is open: the event loop goes on."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, FinishingDialog):
        act(dialog)
    else:
        QTimer.singleShot(5, partial(once_shown, act))


def test_the_wait_ends_by_itself_when_all_is_stored(
    runner: TaskRunner, theme: Theme, window: QWidget, held: Event
) -> None:
    said: list[str] = []

    def let_go(dialog: FinishingDialog) -> None:
        said.append(dialog.state.text())
        assert dialog.go.isHidden()
        held.set()

    runner.run(held.wait, in_order=True)
    once_shown(let_go)
    finish(runner, theme, window)
    assert said == ["What you typed is being stored in the newsroom."]
    assert (runner.ended, runner.given_up) == (True, False)


def test_a_question_without_answer_is_not_called_a_text_that_is_not_stored(
    runner: TaskRunner, theme: Theme, window: QWidget, held: Event
) -> None:
    runner.run(held.wait)
    dialog = FinishingDialog(runner, theme, window, not_noted="")
    assert dialog.state.text().startswith("All is stored.")


def test_what_is_done_at_once_shows_no_dialog(
    runner: TaskRunner, theme: Theme, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(finishing.FinishingDialog, "exec", lambda dialog: pytest.fail("shown"))
    stored: list[int] = []
    runner.run(stored.append, 1, in_order=True)
    finish(runner, theme, window)
    assert stored == [1]


def test_after_a_while_one_closes_anyway_and_is_told_where_the_text_is(
    runner: TaskRunner, theme: Theme, window: QWidget, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "ASKED_AFTER_MS", 0)
    said: list[str] = []

    def close_anyway(dialog: FinishingDialog) -> None:
        if dialog.go.isHidden():
            QTimer.singleShot(5, partial(close_anyway, dialog))
            return
        said.append(dialog.refusal)
        dialog.go.click()

    runner.run(held.wait, in_order=True)
    once_shown(close_anyway)
    finish(runner, theme, window)
    stopping = QElapsedTimer()
    stopping.start()
    runner.stop()
    assert stopping.elapsed() < _STOP_MS / 2
    assert "kept on this computer" in said[0]
    assert (runner.given_up, held.is_set()) == (True, False)


def test_a_text_that_is_in_no_journal_is_never_given_up_unasked(
    runner: TaskRunner, theme: Theme, window: QWidget, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "GIVEN_UP_AFTER_MS", 0)
    runner.run(held.wait, in_order=True)
    noted = FinishingDialog(runner, theme, window, not_noted="")
    lost = FinishingDialog(runner, theme, window, not_noted="No space left on device")
    qtbot.waitUntil(lambda: noted.given_up)
    lost.offer()
    assert not lost.given_up
    assert "(No space left on device): closing now loses it." in lost.refusal


def test_escape_does_not_end_the_wait(
    runner: TaskRunner, theme: Theme, window: QWidget, held: Event, qtbot: QtBot
) -> None:
    runner.run(held.wait, in_order=True)
    dialog = FinishingDialog(runner, theme, window, not_noted="")
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_window_stores_what_was_typed_though_the_newsroom_is_slow(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, held: Event, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    window, save = open_window("reporter"), newsroom.stories.save
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    window.story_page.form.headline.insertPlainText("Last words: ")
    monkeypatch.setattr(finishing, "SHOWN_AFTER_MS", 0)
    monkeypatch.setattr(newsroom.stories, "save", lambda *args, **ways: held.wait() and save(*args, **ways))
    once_shown(lambda _dialog: (window.close(), held.set()))
    window.close()
    assert not window.isVisible()
    assert newsroom.stories.get(draft.id).headline.startswith("Last words: ")
