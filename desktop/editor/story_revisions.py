"""Revisions of the open story beside one another, and the ways from there: restored, put back in part, proofed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.values import Revision, StoryText
from desktop.compare.dialog import CompareDialog
from desktop.editor.session.story_session import StorySession
from desktop.look.theme import Theme


class StoryRevisions(QObject):
    """Opens the dialog that compares them."""

    redline_requested = Signal(int, int)
    """Number of an earlier revision, and of the one whose proof shows what changed since."""

    def __init__(self, theme: Theme, work: StorySession, change: Callable[[StoryText], None], page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._work, self._change, self._page = theme, work, change, page

    @Slot()
    def compare(self) -> None:
        """Read the revisions, then show them."""
        self._work.ask_revisions(self._show)

    def _show(self, revisions: list[Revision]) -> None:
        dialog = CompareDialog(self._theme, revisions, may_restore=self._work.writable, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_wanted.connect(self._work.restore)
        dialog.put_back_wanted.connect(self._change)
        dialog.proof_wanted.connect(self.redline_requested)
        dialog.open()
