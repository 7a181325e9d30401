"""Revisions of the open story beside one another, and the ways from there: restored, put back in part, proofed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.text.merge import KeptPlaces, merge
from db.values import Revision, StoryText
from desktop.compare.dialog import CompareDialog
from desktop.editor.session.story_session import StorySession
from desktop.look.theme import Theme


class StoryRevisions(QObject):
    """Opens the dialog that compares them."""

    redline_requested = Signal(int, int)
    """Number of an earlier revision, and of the one whose proof shows what changed since."""

    def __init__(
        self, theme: Theme, work: StorySession, read: Callable[[], StoryText], change: Callable[[StoryText], None],
        page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._theme, self._work, self._read, self._change, self._page = theme, work, read, change, page
        self._dialog: CompareDialog | None = None
        self._newest = StoryText()
        """The newest text as the dialog has it, with what was put back there."""

    @Slot()
    def compare(self) -> None:
        """Read the revisions, then show them."""
        self._work.ask_revisions(self._show)

    def forget(self) -> None:
        """The story is left: what is compared is none of the next one's."""
        if self._dialog is not None:
            self._dialog.close()

    def _show(self, revisions: Sequence[Revision]) -> None:
        if self._work.story is None:  # it was left meanwhile; the next one is opened behind this answer
            return
        self._newest = max(revisions, key=lambda one: one.number).text
        dialog = CompareDialog(self._theme, revisions, may_restore=self._work.writable, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        dialog.restore_wanted.connect(self._work.restore)
        dialog.put_back_wanted.connect(self._on_put_back)
        dialog.proof_wanted.connect(self.redline_requested)
        dialog.open()
        self._dialog = dialog

    @Slot()
    def _on_finished(self) -> None:
        self._dialog = None

    @Slot(object)
    def _on_put_back(self, text: StoryText) -> None:
        """What others saved since the revisions were read stays on the screen."""
        before, self._newest = self._newest, text
        shown = self._read()
        self._change(text if shown == before else merge(before, shown, text, keep=KeptPlaces.THEIRS).text)
