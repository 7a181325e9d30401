"""The choice where two people changed the same place: asked for when it comes up, put off, asked for again."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.values import StoryText
from desktop.editor.conflict_dialog import ConflictDialog, Conflicted
from desktop.look.theme import Theme


class PendingConflict(QObject):
    """Remembers the clash that is not settled yet."""

    resolved = Signal(object, object)
    """Clash and StoryText: this shall stand."""
    deferred = Signal()
    """Mine stands for now."""
    needless = Signal(object)
    """Clash: both texts have come to say the same."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._undecided: Conflicted | None = None

    def hold(self, clash: Conflicted | None) -> None:
        """What was put off earlier in the story that was opened, if anything was."""
        self._undecided = clash

    def undecided(self, story_id: int) -> Conflicted | None:
        """The clash in this story that was put off, if there is one."""
        clash = self._undecided
        return clash if clash is not None and clash.story_id == story_id else None

    @Slot(object)
    def ask(self, clash: Conflicted) -> None:
        """Show each place side by side."""
        self._undecided = clash
        dialog = ConflictDialog(self._theme, clash, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._on_chosen, clash))
        dialog.rejected.connect(self.deferred)
        dialog.open()

    def ask_again(self, story_id: int, mine: StoryText) -> None:
        """Show the places that are still different."""
        clash = self.undecided(story_id)
        if clash is None:
            return
        again = replace(clash, mine=mine)
        if again.conflicts:
            self.ask(again)
        else:
            self._undecided = None
            self.needless.emit(clash)

    def _on_chosen(self, clash: Conflicted, text: StoryText) -> None:
        self._undecided = None
        self.resolved.emit(clash, text)
