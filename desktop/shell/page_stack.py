"""The two pages of the window, the board and the story that is open: which one is shown, and the ways between them.

The page of a story is made when it is first wanted: it takes half as long to load and make as all else at the start.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.values import StoryCard, StoryText
from desktop.board.page import BoardPage
from desktop.localization import tr
from desktop.shell.pane_walk import walk
from desktop.widgets.message import Message, Tone

if TYPE_CHECKING:
    from desktop.editor.conflict_dialog import Conflicted
    from desktop.editor.page import StoryPage
    from exports.typeset.galley.page_places import TextPlace


class PageStack(QStackedWidget):
    """Leads from one to the other; what is typed in a story is stored before another page or story is shown."""

    turned = Signal(bool)
    """A page is shown: whether it is the board."""
    story_made = Signal(object)
    """StoryPage: the page of a story is there from now on."""
    said = Signal(object)
    """Message."""

    def __init__(self, board: BoardPage, make: "Callable[[], StoryPage]", parent: QWidget) -> None:
        super().__init__(parent)
        self.board, self._make = board, make
        self._story: StoryPage | None = None
        self._to_reveal = 0
        """Number of the story to select once the board was read."""
        self.addWidget(board)
        board.board.opened.connect(self.open_story)
        board.inbox.opened.connect(self.open_story)
        board.loaded.connect(self._on_loaded)

    @property
    def story(self) -> "StoryPage":
        """The page of a story, which is made now if it was not."""
        return self._story or self.make_story()

    def make_story(self) -> "StoryPage":
        """Make the page of a story, unless that was done."""
        if self._story is None:
            self._story = self._make()
            self.addWidget(self._story)
            self._story.back_requested.connect(self.show_board)
            self._story.left_clashing.connect(self._on_left_clashing)
            self.story_made.emit(self._story)
        return self._story

    @property
    def made_story(self) -> "StoryPage | None":
        """The page of a story, if it was wanted before."""
        return self._story

    @property
    def on_board(self) -> bool:
        """Whether the board is shown, and no story."""
        return self.currentWidget() is self.board

    @property
    def shown_story(self) -> int:
        """Number of the story that is open; 0 while the board is shown."""
        return 0 if self.on_board else self.story.story_id

    @property
    def subject(self) -> StoryCard | None:
        """The story that export and proof are about: the open one, else the selected card."""
        return self.board.board.card() if self.on_board else self.story.story

    @property
    def text(self) -> StoryText | None:
        """The text of the open story as it stands on the screen; None while the board is shown."""
        return None if self.on_board else self.story.text

    @Slot(int)
    def open_story(self, story_id: int) -> None:
        """Show a story to read or write."""
        self._show(self.story)
        self.story.open_story(story_id)

    @Slot()
    def open_selected(self) -> None:
        """Open the story that is selected on the board."""
        if number := self.board.board.number():
            self.open_story(number)
        else:
            self.said.emit(Message(tr("Select a story first."), Tone.REFUSED))

    def open_instead(self, story_id: int) -> None:
        """Show a story in place of another, whose text is stored first."""
        if self.story.story_id != story_id:
            self.open_story(story_id)

    def open_at(self, story_id: int, place: "TextPlace | str") -> None:
        """Show a place in the text of a story."""
        if self.shown_story == story_id:
            self.story.go_to(place)
        else:
            self._show(self.story)
            self.story.open_story(story_id, place)

    @Slot()
    def show_board(self) -> None:
        """Back to the board, with the story that was open selected; its text is stored first."""
        self._to_reveal = self.story.story_id
        self.story.close_story()
        self._show(self.board)
        self.board.refresh()
        self.board.board.take_focus()

    @Slot()
    def leave_story(self) -> None:
        """Back to the board, if a story is shown."""
        if not self.on_board:
            self.show_board()

    @Slot(int)
    def reveal(self, story_id: int) -> None:
        """Read the board again, and select a story there."""
        self._to_reveal = story_id
        self.board.refresh()

    def refresh(self, parts: frozenset[str]) -> None:
        """Read again what is shown of these parts of the newsroom."""
        if not self.on_board:
            self.story.refresh(parts)
        elif parts:
            self.board.refresh()
        if "inbox" in parts:
            self.board.inbox.refresh()

    @Slot(int)
    def leave_room(self, height: int) -> None:
        """A message covers no card: the columns end over it. A text that is being written stays where it is."""
        self.board.setContentsMargins(0, 0, 0, height)

    @Slot()
    def go_to_next_pane(self) -> None:
        """Give the keyboard to the next part of the page."""
        self._walk(1)

    @Slot()
    def go_to_previous_pane(self) -> None:
        """Give the keyboard to the part before."""
        self._walk(-1)

    def _walk(self, steps: int) -> None:
        walk(self.board.panes if self.on_board else self.story.panes, steps)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.turned.emit(self.on_board)

    @Slot()
    def _on_loaded(self) -> None:
        if self._to_reveal:
            story_id, self._to_reveal = self._to_reveal, 0
            self.board.reveal(story_id)

    @Slot(object)
    def _on_left_clashing(self, clash: "Conflicted") -> None:
        """Back to the story, which asks what shall stand; unless another is being written already."""
        text = tr("{name} changed a place meanwhile that you changed too.").format(name=clash.name)
        go, on_board = partial(self.open_story, clash.story_id), self.on_board
        if on_board:
            go()
        self.said.emit(Message(text, Tone.NOTE, "" if on_board else tr("Choose"), go))
