"""The door to the newsroom: answers come back on the main thread, and the window goes on meanwhile."""

import ast
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

import desktop
from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import TaskRunner


class Widget(QObject):
    """Whoever asks, as a widget does, and remembers the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Any] = []

    def on_done(self, result: object) -> None:
        """A result."""
        self.seen.append(result)

    def on_error(self, error: NewsroomError) -> None:
        """A refusal."""
        self.seen.append(str(error))

    def on_end(self) -> None:
        """Whatever came."""
        self.seen.append("end")


def desks(newsroom: Newsroom) -> list[str]:
    return newsroom.desks.all()


def thread(newsroom: Newsroom) -> int:
    return threading.get_ident()


def refuse(newsroom: Newsroom) -> None:
    raise Refused("The desk is closed.")


def fail(newsroom: Newsroom) -> None:
    raise ZeroDivisionError


@pytest.fixture
def held() -> Iterator[Event]:
    """A newsroom that does not answer until this is set."""
    event = Event()
    yield event
    event.set()


def test_a_result_comes_back_from_a_worker(door: NewsroomDoor, runner: TaskRunner) -> None:
    widget = Widget()
    door.read(desks, on_done=widget.on_done, on_end=widget.on_end)
    assert runner.wait()
    door.write(thread, on_done=widget.on_done)
    assert runner.wait()
    assert widget.seen[:2] == [["City", "Sport"], "end"]
    assert widget.seen[2] != threading.get_ident()


@pytest.mark.parametrize("way", ["read", "write"])
def test_a_refusal_comes_back_to_whoever_asked(door: NewsroomDoor, runner: TaskRunner, way: str) -> None:
    widget = Widget()
    getattr(door, way)(refuse, on_done=widget.on_done, on_error=widget.on_error, on_end=widget.on_end)
    assert runner.wait()
    assert widget.seen == ["The desk is closed.", "end"]


@pytest.mark.parametrize("way", ["read", "write"])
def test_a_bug_goes_to_the_crash_window_and_the_widget_is_free_again(
    door: NewsroomDoor, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    widget, caught = Widget(), []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    getattr(door, way)(fail, on_done=widget.on_done, on_error=widget.on_error, on_end=widget.on_end)
    assert runner.wait()
    assert (caught, widget.seen) == ([ZeroDivisionError], ["end"])


def test_the_window_goes_on_while_the_newsroom_does_not_answer(
    door: NewsroomDoor, held: Event, qtbot: QtBot, runner: TaskRunner
) -> None:
    widget, ticks = Widget(), Widget()
    door.read(lambda newsroom: held.wait(), on_done=widget.on_done)
    QTimer.singleShot(0, ticks.on_end)
    qtbot.waitUntil(lambda: ticks.seen == ["end"])
    assert widget.seen == []
    held.set()
    assert runner.wait()
    assert widget.seen == [True]


def test_a_question_does_not_wait_for_a_change_that_takes_long(door: NewsroomDoor, held: Event, qtbot: QtBot) -> None:
    widget = Widget()
    door.write(lambda newsroom: held.wait())
    door.read(desks, on_done=widget.on_done)
    qtbot.waitUntil(lambda: widget.seen == [["City", "Sport"]])


def test_an_answer_for_a_widget_that_is_gone_is_dropped(
    door: NewsroomDoor, held: Event, runner: TaskRunner, qtbot: QtBot
) -> None:
    widget = Widget()
    seen = widget.seen
    door.read(lambda newsroom: held.wait(), on_done=widget.on_done, on_end=widget.on_end)
    widget.deleteLater()
    with qtbot.waitSignal(widget.destroyed):
        pass
    held.set()
    assert runner.wait()
    assert seen == []


WINDOW = Path(desktop.__file__).parent
OUTSIDE = (Path("command"), Path("press"), Path("newsroom_door.py"))
"""Parts of `desktop` that are not the window: commands and workers, which may wait, and the door itself."""


def window_modules() -> Iterator[Path]:
    for path in sorted(WINDOW.rglob("*.py")):
        here = path.relative_to(WINDOW)
        if not {here, *here.parents} & set(OUTSIDE):
            yield path


def asks(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines at which something is asked of a newsroom where the main thread may be at work."""
    free = {node for one in ast.walk(tree) if works_for_the_door(one) for node in ast.walk(one)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        asked = ast.unparse(node.value)
        if node.attr == "_newsroom" or asked == "self.newsroom":
            yield node.lineno, "holds a newsroom"
        elif asked == "newsroom" and node not in free:
            yield node.lineno, f"asks for {ast.unparse(node)}"


def works_for_the_door(node: ast.AST) -> bool:
    """Whether it is a function that the door calls with the newsroom, on a worker."""
    if not isinstance(node, ast.FunctionDef | ast.Lambda):
        return False
    names = [argument.arg for argument in node.args.args]
    return "newsroom" in names[: 2 if names[:1] == ["self"] else 1]


def test_no_slot_asks_the_newsroom_itself() -> None:
    modules = list(window_modules())
    found = [(path.name, *ask) for path in modules for ask in asks(ast.parse(path.read_text(encoding="utf-8")))]
    assert len(modules) > 60
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["def slot(self):\n    self._newsroom.poll()", "def slot(self, newsroom):\n    self.newsroom.poll()",
     "def slot(self, name, newsroom):\n    newsroom.desks.all()"],
)  # fmt: skip
def test_a_slot_that_does_is_found(text: str) -> None:
    assert list(asks(ast.parse(text)))
