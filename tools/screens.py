"""Pictures of the main screens: in both languages and all themes, at the sizes people have, from the sample newsroom.

    python tools/screens.py [--out build/screens] [--language en|zh_CN] [--size 1024x700|1280x800] [--scale 1|2]

They are made without a display. Each language and screen is a run of its own: Qt takes a screen and a scale only when a
program begins, and dialogs are as large as the screen lets them be.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the platform is chosen before Qt begins

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.intake import read_bytes
from db.intake.doubts import doubts_of
from db.newsroom import open_newsroom
from db.stages import Move
from db.values import SignedIn
from desktop.arrivals.reading import Arrived
from desktop.arrivals.sheet import ImportSheet
from desktop.compare.dialog import CompareDialog
from desktop.editor.writing_view import WritingView
from desktop.export.story_dialog import StoryExportDialog
from desktop.language import Language, Translation
from desktop.look.theme import Appearance, ThemeChoice, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.preferences.dialog import PreferencesDialog
from desktop.press.move_briefing import brief
from desktop.press.sample import PASSWORD, make_sample
from desktop.settings import LocalSettings
from desktop.shell.help import ShortcutsDialog
from desktop.shell.new_story_dialog import NewStoryDialog
from desktop.shell.palette import Palette
from desktop.shell.window import MainWindow
from desktop.signin.signin import SignIn, staff_of
from desktop.tasks import TaskRunner
from desktop.widgets.move_dialog import MoveStoriesDialog
from resources import resource
from tools.setup import compile_translations

ROOT = Path(__file__).resolve().parent.parent
SIZES = ("1024x700", "1280x800")
"""Pixels of the screens that a window fills."""
SCALES = ("1", "2")
LANGUAGES = (Language.ENGLISH.value, Language.CHINESE.value)
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)
STORY, APPROVED = "lane-lifts", "tower-lights"
COMING = ("bridge-strike", "school-shade")
COPY = "web-double-byline.txt"
"""The sample of copy that the import sheet is taken with."""
_LONGEST_MS = 60_000
_SETTLED_MS = 400
"""Milliseconds without work after which a screen stands still."""


def main() -> int:
    """Make all of them, a process for each language and screen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--language", choices=LANGUAGES, help="in one language alone")
    parser.add_argument("--size", choices=SIZES, help="on one size of screen alone")
    parser.add_argument("--scale", choices=SCALES, help="at one scale alone")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.here:
        return make(options.out, Language(options.language), options.size, options.scale)
    compile_translations(Path(sys.executable))
    chosen = (options.language, LANGUAGES), (options.size, SIZES), (options.scale, SCALES)
    for language, size, scale in product(*([one] if one else several for one, several in chosen)):
        _run(options.out, language, size, scale)
    print(options.out)
    return 0


def _run(out: Path, language: str, size: str, scale: str) -> None:
    width, height = (int(side) for side in size.split("x"))
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    call = [sys.executable, __file__, "--here", "--out", str(out)]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"screens": [screen]}, file)
        file.flush()
        environment = {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": f"offscreen:configfile={file.name}"}
        options = ["--language", language, "--size", size, "--scale", scale]
        subprocess.run([*call, *options], check=True, env=os.environ | environment)


def make(out: Path, language: Language, size: str, scale: str) -> int:
    """The screens of one language on one screen."""
    app = QApplication(sys.argv[:1])
    Translation(app, language)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "galley.db"
        make_sample(place)
        for theme in THEMES:
            name = f"{language.value}-{theme.value}-{size}" + ("" if scale == "1" else f"@{scale}")
            for screen, widget in Screens(app, place, theme).all():
                widget.grab().save(str(out / f"{screen}-{name}.png"))
    return 0


class Screens:
    """The main screens in one theme."""

    def __init__(self, app: QApplication, place: Path, theme: ThemeChoice) -> None:
        self._newsroom, self._runner = open_newsroom(place), TaskRunner()
        self._appearance = Appearance(app, make_theme(), theme)
        self._theme, self._folder = self._appearance.theme, place.parent
        self._door = NewsroomDoor(self._newsroom, self._runner, read_facts(self._newsroom))
        self._settings = LocalSettings(place.parent / f"{theme}.ini")
        self._window = MainWindow(self._door, self._account("editor"), self._runner, self._appearance, self._settings)

    def all(self) -> Iterator[tuple[str, QWidget]]:
        """Each by its name, ready to be taken."""
        self._window.resize(self._window.screen().size())
        self._window.show()
        yield from self._of_window()
        proof = self._opened(self._window._press.look)
        proof.resize(proof.screen().size())
        yield "proof", self._settled(proof)
        proof.close()
        yield "find", self._settled(self._opened(self._window._on_find_in_desk))
        for name, build in DIALOGS.items():
            dialog = build(self)
            dialog.show()
            yield name, self._settled(dialog)
            dialog.close()
        yield from self._of_settings()
        self._end()

    def _end(self) -> None:
        self._window.close()
        self._runner.stop()
        self._newsroom.close()
        self._window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # while it is held: Python would tear it apart

    def _of_window(self) -> Iterator[tuple[str, QWidget]]:
        window, board = self._window, self._window.board_page.board
        yield "board", self._settled(window)
        board.show_as(listed=True)
        yield "list", self._settled(window)
        board.show_as(listed=False)
        window._commands.open()
        yield "palette", self._settled(window)
        window.findChildren(Palette)[-1].end()
        window.open_story(self._newsroom.stories.get(STORY).id)
        yield "story", self._settled(window)
        for view in (WritingView.WIDE, WritingView.FOCUS):
            window.story_page.writing.choose(view)
            yield view.value, self._settled(window)
        window.story_page.writing.choose(WritingView.GALLEY)
        self._settled(window)

    def _of_settings(self) -> Iterator[tuple[str, QWidget]]:
        settings = PreferencesDialog(self._door, self._account("chief"), self._theme)
        self._window._on_settings_opened(settings)
        settings.show()
        for page in settings.pages:
            settings.show_page(page)
            yield f"settings-{page}", self._settled(settings)
        settings.close()

    # the dialogs

    def sign_in(self) -> QWidget:
        return SignIn(self._theme, self._door, staff_of(self._newsroom), last="chief")

    def new_story(self) -> QWidget:
        return NewStoryDialog(self._theme, ["City", "Sport"], "City", parent=self._window)

    def copy(self) -> QWidget:
        path = Path(resource(f"samples/copy/{COPY}"))
        draft = read_bytes(path.read_bytes(), path.name)
        arrived = Arrived(path, draft, doubts=doubts_of(draft))
        return ImportSheet(self._theme, self._door, self._settings, arrived)

    def moves(self) -> QWidget:
        newsroom = self._newsroom
        cards = [newsroom.stories.get(slug) for slug in COMING]
        return MoveStoriesDialog(self._theme, brief(newsroom, Move.APPROVE, cards, self._account("editor")))

    def export(self) -> QWidget:
        formats = {key: key for key in self._door.facts.formats}
        return StoryExportDialog(self._theme, self._newsroom.stories.get(APPROVED), formats, self._folder)

    def comparison(self) -> QWidget:
        revisions = self._newsroom.stories.revisions(self._newsroom.stories.get(STORY).id)
        return CompareDialog(self._theme, revisions, may_restore=True)

    def keys(self) -> QWidget:
        return ShortcutsDialog(self._theme, self._window)

    # how they are brought up

    def _account(self, login: str) -> SignedIn:
        return self._newsroom.accounts.sign_in(login, PASSWORD)

    def _opened(self, way: Callable[[], object]) -> QWidget:
        """The window that opens by a way."""
        before = set(QApplication.topLevelWidgets())
        way()
        (found,) = (one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible())
        return found

    def _settled(self, widget: QWidget) -> QWidget:
        """The widget when nothing is worked on any more."""
        settle(self._runner)
        return widget


DIALOGS: dict[str, Callable[[Screens], QWidget]] = {
    "signin": Screens.sign_in,
    "new": Screens.new_story,
    "import": Screens.copy,
    "moves": Screens.moves,
    "export": Screens.export,
    "compare": Screens.comparison,
    "keys": Screens.keys,
}


def settle(runner: TaskRunner) -> None:
    """Let the windows go on until nothing is worked on any more."""
    end, quiet = QDeadlineTimer(_LONGEST_MS), QDeadlineTimer(_SETTLED_MS)
    loop, look = QEventLoop(), QTimer(interval=20)

    def on_look() -> None:
        if runner.busy:
            quiet.setRemainingTime(_SETTLED_MS)
        if quiet.hasExpired() or end.hasExpired():
            loop.quit()

    look.timeout.connect(on_look)
    look.start()
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
