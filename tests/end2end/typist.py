"""Runs the program on a story and types into it without end, saying how far it is: for the test that kills it.

typist.py NEWSROOM LOGIN SLUG SETTINGS
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from db.newsroom import open_newsroom
from desktop.app import Program
from desktop.settings import LocalSettings

EVERY_MS = 15


def main(newsroom: str, login: str, slug: str, settings: str) -> int:
    """Type `0 1 2 3 …` at the end of the body; print each number once it stands on the screen."""
    app = QApplication([])
    program = Program(app, LocalSettings(Path(settings)))
    program.start(newsroom, login)
    assert program.window is not None
    page, number = program.window.story_page, iter(range(1_000_000))

    def strike() -> None:
        if page.story is None or page.form.body.isReadOnly():
            return
        typed = next(number)
        event = QInputMethodEvent()
        event.setCommitString(f"{typed} ")
        QApplication.sendEvent(page.form.body, event)
        print(typed, flush=True)

    beside = open_newsroom(newsroom, create=False)
    program.window.open_story(beside.stories.get(slug).id)
    beside.close()
    timer = QTimer()
    timer.timeout.connect(strike)
    timer.start(EVERY_MS)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
