"""What tests of the window share: a dressed application, a task runner, a small newsroom, and invented cards."""

import gc
import shutil
import sys
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import desktop
from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role, Stage
from db.store import engine
from db.story.card_lists import CardBatch, CardGroup, CardListing, ColumnList, ListMark, takes
from db.values import Account, SignedIn, Story, StoryCard, StoryText
from desktop.board.board import Board
from desktop.board.model import CardModel
from desktop.look.theme import Appearance, Theme, ThemeChoice, apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.settings import LocalSettings
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner
from tests.db.conftest import PASSWORD, signed_in

OpenWindow = Callable[[str], MainWindow]
"""Opens the window for whoever has this login."""

BODY = Document.from_paragraphs(
    ["Mrs Qian is 84 and lives on the fourth floor of a house in Weaver Lane.", "Hers is the first of twelve lifts."]
)

_WINDOW = str(Path(desktop.__file__).parent)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def imports_are_no_garbage() -> None:
    """What is there before a module's first test stays: collecting after each of its tests need not look at it."""
    _collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_on_the_main_thread() -> Iterator[None]:
    """As in the program: no worker of a later test destroys what this one left."""
    gc.disable()
    yield
    _collect()


def _collect() -> None:
    """Take away what is garbage, and before that the closed windows that wait for it: without an event loop none comes
    that would, and what is frozen with them would never be garbage.
    """
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(autouse=True)
def no_key_is_held_down() -> Iterator[None]:
    """After a test that pressed with Ctrl, Qt believes it held until another key comes: selecting would be toggling."""
    yield
    if QGuiApplication.instance() is not None and QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def widgets_ask_through_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """A widget that asks the newsroom itself, on the main thread, fails the test; the test itself may ask."""
    real = engine.session

    def session(*args: Any, **ways: Any) -> Any:
        if threading.current_thread() is threading.main_thread():
            frame = sys._getframe()
            while frame.f_back is not None:
                frame = frame.f_back
                asks = frame.f_code.co_filename.startswith(_WINDOW)
                assert not (asks and isinstance(frame.f_locals.get("self"), QObject)), frame.f_code.co_qualname
        return real(*args, **ways)

    monkeypatch.setattr(engine, "session", session)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme, applied."""
    theme = make_theme("light")
    apply_theme(qapp, theme)
    return theme


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """A task runner that is idle again at the end of the test."""
    runner = TaskRunner()
    yield runner
    runner.stop()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a test is left in the folders of who runs it."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom in a file with two desks and four people, made once and copied for each test."""
    path = tmp_path_factory.mktemp("staffed") / "galley.db"
    newsroom = open_newsroom(path)
    for desk in ("City", "Sport"):
        newsroom.desks.add(desk, actor=None)
    newsroom.accounts.add(login="chief", name="Tomas Okello", role=Role.CHIEF, password=PASSWORD, actor=None)
    chief = signed_in(newsroom, "chief")
    for login, name, role in (
        ("reporter", "Wu Jing", Role.REPORTER),
        ("editor", "Nora Lin", Role.EDITOR),
        ("production", "Shen Bo", Role.PRODUCTION),
    ):
        password = "" if role is Role.REPORTER else PASSWORD
        newsroom.accounts.add(login=login, name=name, role=role, desks=("City",), password=password, actor=chief)
    newsroom.close()
    return path


@pytest.fixture
def newsroom(staffed: Path, tmp_path: Path) -> Iterator[Newsroom]:
    """That newsroom, of a test's own."""
    newsroom = open_newsroom(shutil.copy(staffed, tmp_path / "galley.db"))
    yield newsroom
    newsroom.close()


@pytest.fixture
def door(newsroom: Newsroom, runner: TaskRunner) -> NewsroomDoor:
    """The window's way to that newsroom."""
    return NewsroomDoor(newsroom, runner, read_facts(newsroom))


@pytest.fixture
def draft(newsroom: Newsroom, reporter: SignedIn) -> Story:
    """A draft of the reporter, complete but for its approval."""
    text = StoryText(slug="lane-lifts", headline="Old lane houses get lifts", byline="By Wu Jing", body=BODY)
    return newsroom.stories.create(text, desk="City", actor=reporter, target_lines=40)


@pytest.fixture
def windows_taken_away(qapp: QApplication) -> Iterator[None]:
    """No window of a program that has ended goes on reading its board every minute, while other tests run."""
    yield
    for window in qapp.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_window(
    qtbot: QtBot, newsroom: Newsroom, runner: TaskRunner, theme: Theme, qapp: QApplication, tmp_path: Path
) -> Callable[[str], MainWindow]:
    """Opens the main window for the person of a login, its board read. It lives until the test is over."""
    windows = []

    def make(login: str) -> MainWindow:
        appearance = Appearance(qapp, theme, ThemeChoice.LIGHT)
        settings = LocalSettings(tmp_path / f"{login}.ini")
        door = NewsroomDoor(newsroom, runner, read_facts(newsroom))
        window = MainWindow(door, signed_in(newsroom, login), runner, appearance, settings)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)  # the screen of the tests has less
        with qtbot.waitSignal(window.board_page.loaded):
            window.show()
        return window

    return make


@pytest.fixture
def editor(newsroom: Newsroom) -> SignedIn:
    """Nora Lin, who edits."""
    return signed_in(newsroom, "editor")


@pytest.fixture
def reporter(newsroom: Newsroom) -> SignedIn:
    """Wu Jing, who reports."""
    return signed_in(newsroom, "reporter")


@pytest.fixture
def card() -> Callable[..., StoryCard]:
    """Makes invented cards: `card(3, "lane-lifts", words=655)`."""
    return make_card


def open_in(window: MainWindow, story: Story, qtbot: QtBot) -> None:
    """Open a story, and wait until its page is set."""
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(story.id)


def show_cards(board: Board, cards: Sequence[StoryCard]) -> None:
    """Let a board show these cards of a newsroom that does not exist, by due time, as the newsroom would answer."""
    question = board.question
    wanted = [
        [card for card in cards if all(takes(one, CardGroup.of(card)) for one in filters)]
        for filters in question.columns
    ]
    for column in wanted:
        column.sort(key=lambda card: (card.due is None, card.due, -card.changed.timestamp(), card.id))
    columns = tuple(list_of(column) for column in wanted)
    board.show_lists(CardListing(ListMark(question, 0, 0, frozenset()), columns, ()), CardBatch(tuple(cards)))


def list_of(cards: Sequence[StoryCard]) -> ColumnList:
    """The column of these cards."""
    return ColumnList(array("i", [card.id for card in cards]), array("i", [card.words for card in cards]))


def model_of(me: Account, cards: Sequence[StoryCard]) -> CardModel:
    """A column that has read these cards."""
    model = CardModel(me)
    model.set_list(list_of(cards))
    model.add_cards(cards, ())
    return model


def make_card(number: int = 1, slug: str = "lane-lifts", **changes: Any) -> StoryCard:
    """A card of a story that does not exist."""
    values: dict[str, Any] = {
        "headline": "Old lane houses get lifts that climb outside the wall", "dek": "", "byline": "By Wu Jing",
        "dateline": "", "ednote": "", "stage": Stage.DRAFT, "desk": "City", "writer": "reporter",
        "writer_name": "Wu Jing", "version": 1, "content_hash": "", "words": 655, "changed": NOON,
    }  # fmt: skip
    return StoryCard(id=number, slug=slug, **(values | changes))
