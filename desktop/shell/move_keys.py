"""The moves by key, and as a menu of the window: of what is selected on the board, or of the open story."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db.stages import Move
from db.values import Account, MoveOption
from desktop.localization import tr, worded
from desktop.look.icons import dress
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.card_moves import MOST_MOVED, Offered, options
from desktop.shell.page_stack import PageStack
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_menu import MOVE_KEYS, TITLES

if TYPE_CHECKING:
    from desktop.editor.page import StoryPage


class MoveKeys(QObject):
    """An act for each move. It is always there: one that cannot be made says why."""

    said = Signal(object)
    """Message."""
    wanted = Signal(object, object)
    """Move and list[StoryCard]: the move is to be made of these."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self._door, self._account = door, account
        self._pages: PageStack | None = None
        self.actions = {move: self._action(move, theme, window) for move in Move}
        menu.addActions(list(self.actions.values()))

    def serve(self, pages: PageStack) -> None:
        """Move what is selected on the board, or the story that is open: whichever is seen."""
        self._pages = pages

    def _action(self, move: Move, theme: Theme, window: QWidget) -> QAction:
        words, sign = TITLES[move]
        action = QAction(tr(words), window)
        action.setShortcut(QKeySequence(MOVE_KEYS[move]))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(partial(self._begin, move))
        dress(action, sign, theme, "muted")
        window.addAction(action)
        return action

    def _begin(self, move: Move) -> None:
        if self._pages is not None and self._pages.on_board:
            self._move_selected(self._pages.board.board.selected(), move)
        elif self._pages is not None:
            self._move_open(self._pages.story, move)

    def _move_open(self, page: "StoryPage", move: Move) -> None:
        """As its button would, with what is typed in it."""
        option = next((one for one in page.header.options if one.move is move), None)
        if option is not None and option.allowed:
            page.header.move_requested.emit(option)
        elif option is not None:
            self._refuse(worded(option.reason))

    def _move_selected(self, numbers: list[int], move: Move) -> None:
        if not numbers:
            self._refuse(tr("Select a story first."))
        elif len(numbers) > MOST_MOVED:
            text = tr("{n} stories at most are moved at once: select fewer.")
            self._refuse(text.format(n=MOST_MOVED))
        else:
            known = partial(self._on_known, move)
            self._door.read(options, numbers, self._account, on_done=known, key="options")

    def _on_known(self, move: Move, offered: Offered) -> None:
        found: list[MoveOption] = [one for _, many in offered for one in many if one.move is move]
        if any(one.allowed for one in found):
            self.wanted.emit(move, [card for card, _ in offered])
        elif found:
            self._refuse(f"{offered[0][0].slug}: {worded(found[0].reason)}")

    def _refuse(self, sentence: str) -> None:
        self.said.emit(Message(sentence, Tone.REFUSED))
