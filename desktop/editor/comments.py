"""Comments on the open story: asked for in words, written in the newsroom, shown in their place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from db.document import Document
from db.newsroom import Newsroom
from db.story.comments import Thread
from db.text.anchors import Range
from db.values import Account
from desktop.editor.form import StoryForm
from desktop.editor.margin.thread_card import ThreadCard
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.threads import Threads
from desktop.editor.text.text_ranges import cursor_over
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.ask import ask_note


class StoryComments(QObject):
    """One person's comments on the story that `work` holds open."""

    begun = Signal()
    """A new thread is being written down: show the threads."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, form: StoryForm, threads: Threads,
        page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._work, self._form, self._body, self._page = work, form, form.body, page
        self._shown: list[Thread] = []
        self._cards: list[ThreadCard] = []
        threads.place_wanted.connect(self._on_place_wanted)
        threads.reply_wanted.connect(self._on_reply_wanted)
        threads.resolve_wanted.connect(self._on_resolve_wanted)

    def show(self, threads: Sequence[Thread]) -> None:
        """Mark the words that open threads are about, and let each thread stand beside its words."""
        self._body.mark(thread.where for thread in threads if thread.where and not thread.resolved)
        placed = [thread for thread in threads if thread.where]
        if [_placeless(thread) for thread in placed] != [_placeless(thread) for thread in self._shown]:
            self._cards = [self._build(thread) for thread in placed]
            self._form.margin.show_cards("comments", self._cards)
            self._form.fit_margin()
        self._shown = placed
        for card, thread in zip(self._cards, placed, strict=True):
            card.place = self._place_of(thread)
        self._form.margin.sort()

    def _build(self, thread: Thread) -> ThreadCard:
        card = ThreadCard(self._theme, thread, self._place_of(thread))
        card.reply_wanted.connect(self._on_reply_wanted)
        card.resolve_wanted.connect(self._on_resolve_wanted)
        card.folded.connect(self._form.margin.arrange)
        return card

    def _place_of(self, thread: Thread) -> QTextCursor:
        assert thread.where is not None
        return cursor_over(self._body.document(), thread.where)

    @Slot()
    def begin(self) -> None:
        """Ask for a comment on the selected words, or on the whole story."""
        story, document, where = self._work.story, self._body.read(), self._body.selected()
        about = tr("About the selected words:") if where else tr("About the whole story:")
        words = ask_note(self._theme, tr("Comment"), about, tr("Comment"), self._page)
        if words and story is not None:
            self._write(partial(add_comment, story_id=story.id, words=words, document=document, where=where))
            self.begun.emit()

    @Slot(object)
    def _on_reply_wanted(self, thread: Thread) -> None:
        words = ask_note(self._theme, tr("Reply"), thread.comments[-1].body, tr("Reply"), self._page)
        if words:
            self._write(partial(reply, thread_id=thread.id, words=words))

    @Slot(object)
    def _on_resolve_wanted(self, thread: Thread) -> None:
        """Close a thread, or open it again."""
        self._write(partial(resolve, thread_id=thread.id, resolved=not thread.resolved))

    @Slot(object)
    def _on_place_wanted(self, thread: Thread) -> None:
        if thread.where is not None:
            self._body.show_place(thread.where)

    def _write(self, change: Callable[..., object]) -> None:
        self._door.write(partial(change, actor=self._account), on_done=self._on_written)

    def _on_written(self, _result: object) -> None:
        self._work.look()


def _placeless(thread: Thread) -> Thread:
    return replace(thread, where=None)


def add_comment(
    newsroom: Newsroom, story_id: int, words: str, document: Document, where: Range | None, actor: Account
) -> None:
    """A comment on a place of a story as it stands on the screen, or on the whole of it."""
    newsroom.comments.add(story_id, words, document=document, where=where, actor=actor)


def reply(newsroom: Newsroom, thread_id: int, words: str, actor: Account) -> None:
    """An answer to a comment."""
    newsroom.comments.reply(thread_id, words, actor=actor)


def resolve(newsroom: Newsroom, thread_id: int, resolved: bool, actor: Account) -> None:
    """Close a thread, or open it again."""
    newsroom.comments.resolve(thread_id, resolved=resolved, actor=actor)
