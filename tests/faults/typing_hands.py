"""Hands that type numbers into the body of an open story, on and on, whatever happens around them."""

import re

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from db.newsroom import Newsroom
from db.values import Account
from desktop.editor.page import StoryPage

_EVERY_MS = 15
"""Between two numbers: faster than anybody types, so that something is always on its way."""


class TypingHands(QObject):
    """Types `0 1 2 …` from `begin` to `end`; `struck` holds the numbers that came onto the screen."""

    def __init__(self, page: StoryPage) -> None:
        super().__init__(page)
        self._page, self.struck = page, set[int]()
        self._next = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._strike)

    def begin(self) -> None:
        """From the end of the text on."""
        self._page.form.body.moveCursor(QTextCursor.MoveOperation.End)
        self._timer.start()

    def end(self) -> None:
        """No more."""
        self._timer.stop()

    def _strike(self) -> None:
        body = self._page.form.body
        if self._page.story is None or body.isReadOnly():
            return
        event = QInputMethodEvent()
        event.setCommitString(f"{self._next} ")
        QApplication.sendEvent(body, event)
        self.struck.add(self._next)
        self._next += 1


def numbers_in(text: str) -> set[int]:
    """The numbers that stand in a text."""
    return {int(found) for found in re.findall(r"\d+", text)}


def numbers_stored(newsroom: Newsroom, story_id: int, account: Account) -> set[int]:
    """The numbers that the newsroom has: in what is kept of a person's typing, and in all revisions."""
    texts = [revision.text for revision in newsroom.stories.revisions(story_id)]
    copy = newsroom.stories.working_copy(story_id, actor=account)
    return set().union(*(numbers_in(text.body.body_text) for text in (*texts, *([copy.text] if copy else []))))
