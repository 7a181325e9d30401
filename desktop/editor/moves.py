"""Moves of the open story: what is to be known before one is made, and the question whether it shall be."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.stages import Stage
from db.values import Account, MoveOption, StoryText
from desktop.editor.session.story_session import StorySession
from desktop.localization import worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.press.move_briefing import MoveBriefing, brief
from desktop.widgets.move_dialog import ask_for


class StoryMoves(QObject):
    """Asks before a move, of the story as it was seen when its button was pressed."""

    refused = Signal(str)
    """Reason why the move cannot be made any more."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, read: Callable[[], StoryText],
        page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._work, self._read, self._page = work, read, page
        self._stage = Stage.DRAFT

    def offer(self, stage: Stage) -> None:
        """The buttons show the moves from this stage now."""
        self._stage = stage

    @Slot(object)
    def ask(self, option: MoveOption) -> None:
        """Find out what is to be known of the story, then ask."""
        if self._work.story is not None:
            seen = replace(self._work.story, stage=self._stage)
            self._door.read(
                brief, option.move, [seen], self._account, self._read(), on_done=partial(self._on_known, option.asks),
                key="briefing",
            )  # fmt: skip

    def _on_known(self, asks: str, briefings: list[MoveBriefing]) -> None:
        (known,) = briefings
        if self._work.story is None or known.story.id != self._work.story.id:
            return
        if not known.option.allowed:
            self.refused.emit(worded(known.option.reason))
            self._work.refresh()
            return
        note = ask_for(briefings, self._theme, self._page, asks)
        if note is not None:
            self._work.move(known.option.move, note, known.story)
