"""Changes in the newsroom, here or on another desk, brought to the main thread and put together for a moment."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import Change
from desktop.localization import tr, worded
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import Task
from desktop.widgets.message import Message, Tone

_POLL_MS = 1_000
"""What others do shows after a second at most; more often would cost a server more and nobody would notice."""
_PAUSE_MS = 60
"""Changes that follow one another faster than the eye are read once: a move writes several times."""


class ChangeNotifier(QObject):
    """Listens from `start` to `stop`."""

    written = Signal()
    """Something was stored from here."""
    changed = Signal(object)
    """frozenset[str]: the parts of the newsroom to be read again."""
    polled = Signal(str)
    """The newsroom was asked for news: why it did not answer, or an empty string."""
    said = Signal(object)
    """Message: the newsroom is gone, is back, or is another than it was."""
    _received = Signal(object)
    """Change, told on whatever thread made it; as a signal it comes to the main thread."""

    def __init__(self, door: NewsroomDoor, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._asked: Task | None = None
        """The poll under way; while a server is silent no second one waits behind it."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._pending: set[str] = set()
        self._away = False
        self._replaced: int | None = None
        """How often the newsroom was put back from a backup, when it was last asked."""
        self._received.connect(self._on_received)
        self._pause.timeout.connect(self._on_paused)
        self._poll.timeout.connect(self._on_poll)
        self._unsubscribe = door.subscribe(self._received.emit)

    def start(self) -> None:
        """From now on; what was written before is known."""
        self._on_poll()
        self._poll.start()

    def stop(self) -> None:
        """Nothing is told any more."""
        self._poll.stop()
        self._unsubscribe()

    @Slot(object)
    def _on_received(self, change: Change) -> None:
        """Many changes in one breath are read once."""
        self._pending |= change.parts
        if not self._pause.isActive():
            self._pause.start()
        self.written.emit()

    @Slot()
    def _on_paused(self) -> None:
        parts, self._pending = frozenset(self._pending), set()
        self.changed.emit(parts)

    @Slot()
    def _on_poll(self) -> None:
        """What others do in the same newsroom shows here a second later at most."""
        if self._asked is None or self._asked.finished:
            self._asked = self._door.read(poll, on_done=self._on_polled, on_error=self._on_silent)

    def _on_polled(self, news: "News") -> None:
        self.polled.emit("")
        self._say_what_became(news.replaced)
        if news.change is not None:
            self._pending |= news.change.parts
            self._on_paused()

    def _say_what_became(self, replaced: int) -> None:
        """The newsroom answers: it may have been away, and may be an older one."""
        away, self._away = self._away, False
        before, self._replaced = self._replaced, replaced
        if before not in (None, replaced):
            text = tr("The newsroom was put back from a backup: changes made after that backup are not in it.")
            self.said.emit(Message(text, Tone.REFUSED))
        elif away:
            self.said.emit(Message(tr("The newsroom is back."), Tone.DONE))

    def _on_silent(self, error: NewsroomError) -> None:
        self.polled.emit(worded(error))
        if not self._away:
            self._away = True
            self.said.emit(Message(worded(error), Tone.REFUSED))


@dataclass(frozen=True)
class News:
    """What was heard of the newsroom."""

    change: Change | None
    """Changes that others have made since the last time."""
    replaced: int
    """How often it was put back from a backup since it was opened."""


def poll(newsroom: Newsroom) -> News:
    """Ask what others have changed."""
    return News(newsroom.poll(), newsroom.replaced)
