"""Review of the open story: comments, what others changed, what is suggested; beside its text, and in one menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QToolTip, QWidget

from db.story.comments import Thread
from db.values import Account, StoryText
from desktop.editor.alteration_group import BACK, KEEP
from desktop.editor.changes import StoryChanges
from desktop.editor.comments import StoryComments
from desktop.editor.form import StoryForm
from desktop.editor.margin.alteration_card import AlterationCard
from desktop.editor.margin.note_card import NoteCard
from desktop.editor.margin.review_menu import ReviewMenu
from desktop.editor.margin.thread_card import ThreadCard
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.details import Details
from desktop.editor.suggestions import StorySuggestions
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor

_NOTES = 1
"""The tab of the details that shows comments."""


class StoryReview(QObject):
    """Brings them together for one person and the story that `work` holds open."""

    said = Signal(object)
    """Message"""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, form: StoryForm,
        details: Details, read: Callable[[], StoryText], change: Callable[[StoryText], None], page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._work, self._form, self._details = work, form, details
        self.comments = StoryComments(door, account, theme, work, form, details.threads, page)
        self.changes = StoryChanges(door, account, theme, work, form, read, change, page)
        self.suggestions = StorySuggestions(door, account, theme, work, form, read, change, page)
        self.menu = self._build_menu(page)
        form.toolbar.offer_review(self.menu)
        form.toolbar.comment_wanted.connect(self.comments.begin)
        form.margin.folded_chosen.connect(self._on_folded_chosen)
        self.comments.begun.connect(self._on_comment_begun)
        self.changes.said.connect(self.said)
        self.suggestions.said.connect(self.said)
        self.suggestions.begun_or_ended.connect(self._on_suggesting)

    @property
    def accepted(self) -> StoryText | None:
        """The story's own text while suggestions of it stand on the screen; None while it stands there itself."""
        return self.suggestions.accepted

    def look(self, threads: Sequence[Thread]) -> None:
        """Take up what was said of the text, and find what became of it."""
        if not self.suggestions.typing:
            self.comments.show(threads)
            self.changes.look()
            self.suggestions.look()

    def forget(self) -> None:
        """Another story is opened: nothing is said of it yet."""
        self.comments.show(())
        self.changes.forget()
        self.suggestions.forget()

    def _build_menu(self, page: QWidget) -> ReviewMenu:
        margin = self._form.margin
        slots: dict[str, Callable[[], None]] = {
            "comment": self.comments.begin, "next": margin.go_on, "previous": margin.go_back,
            "keep": partial(self._decide, KEEP), "back": partial(self._decide, BACK),
            "suggest": self.suggestions.toggle,
        }  # fmt: skip
        return ReviewMenu(slots, page)

    def _decide(self, way: str) -> None:
        """Go on with the change that the cursor stands in."""
        card = self._form.margin.active()
        if isinstance(card, AlterationCard):
            card.decide(way)

    @Slot(bool)
    def _on_suggesting(self, typing: bool) -> None:
        """What is typed is beside the story's text now, or that text again."""
        self.menu.acts["suggest"].setChecked(typing)
        self.changes.pause(typing)
        self._details.set_writable(self._work.writable and not typing)

    @Slot()
    def _on_comment_begun(self) -> None:
        """Where there is no room beside the text, it is seen among the notes."""
        if self._form.margin.folded:
            self._details.setCurrentIndex(_NOTES)

    @Slot(object)
    def _on_folded_chosen(self, card: NoteCard) -> None:
        """What stands beside the text where there is room is read among the notes, a change at the cursor."""
        if isinstance(card, ThreadCard):
            self._details.setCurrentIndex(_NOTES)
            self._details.threads.show_card(card.talk.id)
        elif isinstance(card, AlterationCard):
            body = self._form.body
            QToolTip.showText(body.viewport().mapToGlobal(body.cursorRect().bottomLeft()), card.said, body)
