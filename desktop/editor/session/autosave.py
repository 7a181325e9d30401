"""Autosave of what is typed: sent to be stored soon after each key, one text at a time, until it is stored."""

from functools import partial
from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import NewsroomError
from db.values import WorkingCopy
from desktop.editor.session.saving import Away
from desktop.editor.session.writer import StoryWriter, Typed
from desktop.key_turn import GLANCE, KEY_TURN
from desktop.localization import tr, worded
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone

KEEP_MS = 400
"""What is typed is sent to be stored at most this long after it was typed, or when what was sent before is stored."""
_GLANCE_MS = ceil(GLANCE * 1000)
_AGAIN_MS = 2_000
"""After this long it is tried again to store what could not be stored: a server that is back is found soon, and one
that stays away is not asked more often than anybody would look.
"""


class Autosave(QObject):
    """Says when what was typed is due, sends it, and tries again what could not be stored."""

    due = Signal()
    """What was typed is to be sent now."""
    kept = Signal(object, object, object)
    """StoryWriter, Typed, WorkingCopy: what was sent is stored."""
    back = Signal()
    """The newsroom answers again."""
    said = Signal(object)
    """Message"""

    def __init__(self, door: NewsroomDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.away = False
        """Whether the newsroom did not answer the last time."""
        self._sending = False
        self._unsent: tuple[StoryWriter, Typed] | None = None
        """What could not be stored the last time."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def waiting(self) -> bool:
        """Whether anything is due, or on its way."""
        return self._sending or self._timer.isActive()

    def begin(self) -> None:
        """Something was typed: it is due soon, unless it is anyway."""
        if not self._timer.isActive():
            self._timer.start(KEEP_MS)

    def put_off(self) -> None:
        """Something was typed or is to be sent again: it is due soon, counted from now."""
        self._timer.start(KEEP_MS)

    def stop(self) -> None:
        """Nothing is due until something is typed; what could not be stored is still tried again."""
        if self._unsent is None:
            self._timer.stop()

    def forget(self) -> None:
        """Nothing is due any more: all that could not be stored was sent another way, or is left to the journal."""
        self._unsent = None
        self._timer.stop()

    def send(self, writer: StoryWriter, typed: Typed) -> None:
        """Send what was typed behind all that was sent before."""
        self._timer.stop()
        self._sending = True
        done, failed = partial(self._on_kept, writer, typed), partial(self._on_failed, writer, typed)
        self._door.write(partial(writer.keep, typed=typed), on_done=done, on_error=failed)

    def send_again(self) -> None:
        """Send what could not be stored, though nothing more may be typed there."""
        if self._unsent is not None:
            self.send(*self._unsent)

    @Slot()
    def _on_timeout(self) -> None:
        """One text is on its way at a time: a slow server is not sent more than it can take.

        It is sent right behind a key, where one is typing.
        """
        if self._sending:
            self._timer.start(KEEP_MS)
        elif KEY_TURN.left() or KEY_TURN.expects_key():
            self._timer.start(_GLANCE_MS)
        else:
            self.due.emit()

    def _on_kept(self, writer: StoryWriter, typed: Typed, copy: WorkingCopy) -> None:
        self._sending, self._unsent = False, None
        if self.away:
            self.away = False
            self.said.emit(Message(tr("The newsroom is back: all that you typed is stored there."), Tone.DONE))
            self.back.emit()
        self.kept.emit(writer, typed, copy)

    def _on_failed(self, writer: StoryWriter, typed: Typed, error: NewsroomError) -> None:
        """It is tried again until it works: the disk may be full, or the newsroom away for a while."""
        self._sending, self._unsent = False, (writer, typed)
        before, self.away = self.away, isinstance(error, Away)
        if self.away and not before:
            text = tr("{why} What you type is kept on this computer, and sent when the newsroom is back.")
            self.said.emit(Message(text.format(why=worded(error)), Tone.REFUSED))
        elif not self.away:
            text = tr("What you type cannot be stored anywhere: {why} Copy what you need.").format(why=worded(error))
            self.said.emit(Message(text, Tone.REFUSED))
        self._timer.start(_AGAIN_MS)
