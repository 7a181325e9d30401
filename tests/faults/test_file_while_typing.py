"""What can happen to a newsroom's file while somebody types: each key is stored when the newsroom is there again."""

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import open_newsroom
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import StoryText
from desktop.editor.page import StoryPage
from desktop.editor.session.story_session import StorySession
from desktop.look.theme import apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message
from tests.faults.conftest import Tally
from tests.faults.newsrooms import new_newsroom
from tests.faults.typing_hands import TypingHands, numbers_in, numbers_stored

Act = Callable[[Path, Path], None]
"""Done to the newsroom's file; the second is a backup of it."""


def delete(file: Path, _backup: Path) -> None:
    file.unlink()


def rename(file: Path, _backup: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))


def rename_folder(file: Path, _backup: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))


def truncate(file: Path, _backup: Path) -> None:
    os.truncate(file, random.Random(file.stat().st_size).choice((0, 4096, 65536)))


def replace(file: Path, _backup: Path) -> None:
    other = file.with_name("other.db")
    new_newsroom(other)
    other.replace(file)


def restore_it(file: Path, backup: Path) -> None:
    restore(backup, file)


def put_back(file: Path, backup: Path) -> None:
    """The newsroom comes back: under its name again, or from its backup."""
    folder = file.parent.with_name("elsewhere")
    if folder.exists():
        folder.rename(file.parent)
    elif file.with_name("elsewhere.db").exists():
        file.with_name("elsewhere.db").rename(file)
    else:
        restore(backup, file, another=True)  # what stands there may be another newsroom


ACTS: tuple[Act, ...] = (delete, rename, rename_folder, truncate, replace, restore_it)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A journal of the test's own, and no waiting between one try and the next."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("desktop.editor.session.autosave._AGAIN_MS", 50)
    monkeypatch.setattr(StorySession, "look", lambda _session: None)
    yield


@pytest.mark.parametrize("act", ACTS)
def test_each_key_is_stored_when_the_newsroom_is_there_again(
    act: Act, tmp_path: Path, qtbot: QtBot, qapp: QApplication, rounds: Callable[[int, int], int], table: Tally
) -> None:
    theme = make_theme("light")
    apply_theme(qapp, theme)
    for number in range(rounds(1, 10)):
        folder = tmp_path / f"paper-{number}"
        folder.mkdir()
        new_newsroom(folder / "galley.db")
        play(act, folder / "galley.db", random.Random(number), qtbot)
        table.count(f"{act.__name__.replace('_', ' ')} while typing")


def play(act: Act, file: Path, dice: random.Random, qtbot: QtBot) -> None:
    """Type, do it, type on, save, put the newsroom back, type on: and count."""
    newsroom = open_newsroom(file)
    actor = newsroom.accounts.sign_in("reporter")
    text = StoryText(slug="typed", headline="Typed", byline="Wu Jing", body=Document.from_paragraphs(["On:"]))
    story = newsroom.stories.create(text, desk="City", actor=actor)
    backup = back_up(newsroom, file.parent.with_name(f"{file.parent.name}-backup.db")).path
    said: list[Message] = []
    runner = TaskRunner()
    page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), actor, make_theme("light"))
    page.message.connect(said.append)
    page.show()
    with qtbot.waitSignal(page._work.opened, timeout=20_000):
        page.open_story(story.id)
    hands = TypingHands(page)
    hands.begin()
    qtbot.wait(dice.randint(50, 900))
    act(file, backup)
    if act is not restore_it:
        qtbot.waitUntil(lambda: any("kept on this computer" in one.sentence for one in said), timeout=20_000)
        page._work.save()
        qtbot.wait(dice.randint(50, 500))
        assert not any("is saved" in one.sentence for one in said)  # a slow computer may save when it is there again
        put_back(file, backup)
    qtbot.wait(dice.randint(50, 500))
    hands.end()
    assert hands.struck <= numbers_in(page.text.body.body_text)
    qtbot.waitUntil(lambda: hands.struck <= numbers_stored(newsroom, story.id, actor), timeout=20_000)
    page.close_story()
    assert runner.wait(20_000)
    newsroom.close()
    again = open_newsroom(file)
    assert hands.struck <= numbers_in(again.stories.get(story.id).body.body_text)
    assert again.audit().passed
    again.close()
    runner.stop()
    page.deleteLater()  # Qt takes it apart while Python still has it: left to Python's collector, it falls in any order
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
