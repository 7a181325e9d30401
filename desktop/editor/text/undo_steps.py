"""Steps of undo: each takes back a word, or what was typed until a pause; never a whole run."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

PAUSE_SECONDS = 1.0
"""Whoever stops this long begins a new step: shorter, and slow typists undo by letters; longer, and thoughts run on."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

Deliver = Callable[..., None]
"""Hands an event on to Qt, which changes the text."""


class UndoSteps:
    """Divides the typing in one field.

    Qt puts a typed letter to the step before unless that ended; what is typed inside an edit block begins a new one,
    and the letters behind it are put to that. What an input method commits is a step of its own, letters of it are not.
    """

    def __init__(self, edit: QTextEdit | QPlainTextEdit, now: Callable[[], float] = monotonic) -> None:
        self._edit, self._now = edit, now
        self._last, self._in_gap = now(), True
        self._left = (-1, -1)
        """Revision of the document and place of the cursor behind the last letter of an input method."""

    def press(self, event: QKeyEvent, deliver: Deliver) -> None:
        """Hand a key on; the first of a word with the space before it, or after a pause, begins a step."""
        if types(event) and self._begins(event.text()):
            cursor = self._edit.textCursor()
            cursor.beginEditBlock()
            deliver(event)
            cursor.endEditBlock()
        else:
            deliver(event)

    def commit(self, event: QInputMethodEvent, deliver: Deliver) -> None:
        """Hand on what an input method commits; a letter goes on with the word before it."""
        text = event.commitString()
        cursor = self._edit.textCursor()
        goes_on = len(text) == 1 and not self._begins(text) and self._left == self._stands()
        if goes_on and not event.replacementLength():
            cursor.joinPreviousEditBlock()
            deliver(event)
            cursor.endEditBlock()
        else:
            deliver(event)
        if text:
            self._left = self._stands()

    def end(self) -> None:
        """What is typed next begins a step: something else than typing changed the text."""
        self._last, self._left = float("-inf"), (-1, -1)

    def _begins(self, text: str) -> bool:
        now, gap = self._now(), text.isspace()
        begins = now - self._last > PAUSE_SECONDS or (gap and not self._in_gap)
        self._last, self._in_gap = now, gap
        return begins

    def _stands(self) -> tuple[int, int]:
        return self._edit.document().revision(), self._edit.textCursor().position()


def types(event: QKeyEvent) -> bool:
    """Whether a key puts something into the text."""
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & _COMMANDS
