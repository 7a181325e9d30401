"""The last move, undone: offered for a moment after it was made, by a button at the foot of the window and a key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.stages import BY_MOVE, UNDO_OFFERED, Move
from db.values import Account, Story
from desktop.localization import stories, tr
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message
from desktop.widgets.moved_stories import MovedStories, move_each, said_of_move

_OFFERED_MS = int(UNDO_OFFERED.total_seconds() * 1000)


class MoveUndo(QObject):
    """Says what was moved; while its offer stands the key undoes it, where no text has the keyboard."""

    said = Signal(object)
    """Message."""

    def __init__(self, door: NewsroomDoor, account: Account, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._door, self._account, self._action = door, account, action
        self._left: Sequence[Story] = ()
        """The stories as the last move left them."""
        self._timer = QTimer(self, singleShot=True, interval=_OFFERED_MS)
        self._timer.timeout.connect(self._forget)
        self._action.setEnabled(False)

    def tell(self, move: Move, moved: MovedStories) -> None:
        """Say what became of some stories, and offer to undo it where that is possible."""
        message = Message(" ".join(filter(None, [said_of_move(move, moved), *moved.refused])), moved.tone)
        if not moved.done or not BY_MOVE[move].undoable:
            self._forget()
            self.said.emit(message)
            return
        self._left = tuple(moved.done)
        self._action.setEnabled(True)
        self._timer.start()
        words = tr("Undo ({keys})").format(keys=self._action.shortcut().toString())
        undo = partial(self._undo, self._left)
        self.said.emit(Message(message.sentence, message.tone, words, undo, _OFFERED_MS))

    @Slot()
    def undo(self) -> None:
        """Undo the last move."""
        self._undo(self._left)

    def _undo(self, left: Sequence[Story]) -> None:
        self._forget()
        if left:
            self._door.write(undo_moves, left, self._account, on_done=self._say_undone)

    @Slot()
    def _forget(self) -> None:
        self._left = ()
        self._timer.stop()
        self._action.setEnabled(False)

    def _say_undone(self, moved: MovedStories) -> None:
        text = ""
        if len(moved.done) == 1:
            (story,) = moved.done
            text = tr("{slug} is put back: it stands in {stage}.").format(slug=story.slug, stage=tr(story.stage.value))
        elif moved.done:
            text = tr("{stories} are put back to where they stood.").format(stories=stories(len(moved.done)))
        self.said.emit(Message(" ".join(filter(None, [text, *moved.refused])), moved.tone))


def undo_moves(newsroom: Newsroom, left: Sequence[Story], actor: Account) -> MovedStories:
    """Undo the last move of each story that is still as that left it; of several, those that cannot be are named."""
    return move_each(left, partial(newsroom.moves.undo, actor=actor))
