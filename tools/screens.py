"""Pictures of the main screens: in both languages and themes, at the sizes people have, from the sample newsroom.

    python tools/screens.py [--out build/screens] [--language en|zh_CN]

They are made without a display. Each language is a run of its own, and so is 200 %: Qt takes a scale only when a
program begins.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the platform is chosen before Qt begins

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.newsroom import open_newsroom
from desktop.language import Language, Translation
from desktop.look.theme import Appearance, ThemeChoice, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.press.sample import PASSWORD, make_sample
from desktop.settings import LocalSettings
from desktop.shell.help import shortcuts_dialog
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner

ROOT = Path(__file__).resolve().parent.parent
SIZES = ((1024, 700), (1280, 800))
"""Pixels of the screens that a window fills."""
SCALES = ("1", "2")
LANGUAGES = (Language.ENGLISH.value, Language.CHINESE.value)
STORY = "lane-lifts"
_LONGEST_MS = 60_000
_SETTLED_MS = 400
"""Milliseconds without work after which a screen stands still."""


def main() -> int:
    """Make all of them, a process for each scale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screens")
    parser.add_argument("--language", choices=LANGUAGES, help="in one language alone")
    parser.add_argument("--scale", choices=SCALES, help="make those of one scale, in this process")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.scale:
        return make(options.out, Language(options.language or LANGUAGES[0]), options.scale)
    for language, scale in product([options.language] if options.language else LANGUAGES, SCALES):
        call = [sys.executable, __file__, "--out", str(options.out), "--language", language, "--scale", scale]
        subprocess.run(call, check=True, env=os.environ | {"QT_SCALE_FACTOR": scale})
    print(options.out)
    return 0


def make(out: Path, language: Language, scale: str) -> int:
    """The screens of one scale."""
    app = QApplication(sys.argv[:1])
    Translation(app, language)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "galley.db"
        make_sample(place)
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            for width, height in SIZES:
                name = f"{language.value}-{theme.value}-{width}x{height}" + ("" if scale == "1" else f"@{scale}")
                for screen, widget in screens(app, place, theme, (width // int(scale), height // int(scale))):
                    widget.grab().save(str(out / f"{screen}-{name}.png"))
    return 0


def screens(app: QApplication, place: Path, theme: ThemeChoice, size: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """Each main screen by its name, ready to be taken."""
    newsroom, runner = open_newsroom(place), TaskRunner()
    appearance = Appearance(app, make_theme(), theme)
    door = NewsroomDoor(newsroom, runner, read_facts(newsroom))
    account = newsroom.accounts.sign_in("editor", PASSWORD)
    window = MainWindow(door, account, runner, appearance, LocalSettings(place.parent / f"{theme}{size[0]}.ini"))
    window.resize(*size)
    window.show()
    settle(runner)
    yield "board", window
    window.board_page.board.show_as(listed=True)
    settle(runner)
    yield "list", window
    window.board_page.board.show_as(listed=False)
    window.open_story(newsroom.stories.get(STORY).id)
    settle(runner)
    yield "story", window
    yield from _others(window, runner, appearance, size)
    window.close()
    runner.stop()
    newsroom.close()


def _others(
    window: MainWindow, runner: TaskRunner, appearance: Appearance, size: tuple[int, int]
) -> Iterator[tuple[str, QWidget]]:
    """What opens over the window."""
    proof = _opened(window, window._press.look)
    proof.resize(*size)
    settle(runner)
    yield "proof", proof
    proof.close()
    settings = _opened(window, window._care.show_settings)
    settle(runner)
    yield "settings", settings
    settings.close()
    keys = shortcuts_dialog(appearance.theme, window)
    keys.show()
    settle(runner)
    yield "keys", keys
    keys.close()


def _opened(window: QWidget, way: Callable[[], object]) -> QWidget:
    """The window that opens by a way."""
    before = set(QApplication.topLevelWidgets())
    way()
    (found,) = (one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible())
    return found


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
