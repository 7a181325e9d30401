"""Comments on the open story: asked for in words, written in the newsroom, shown in their place."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.story.comments import Thread
from db.values import Account
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.threads import Threads
from desktop.editor.text.body import BodyEdit
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.tasks import TaskRunner
from desktop.widgets.ask import ask_note


class StoryComments(QObject):
    """One person's comments on the story that `work` holds open."""

    begun = Signal()
    """A new thread is being written down: show the threads."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, theme: Theme, work: StorySession,
        body: BodyEdit, threads: Threads, page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._newsroom, self._account, self._runner, self._theme = newsroom, account, runner, theme
        self._work, self._body, self._page = work, body, page
        threads.place_wanted.connect(self._on_place_wanted)
        threads.reply_wanted.connect(self._on_reply_wanted)
        threads.resolve_wanted.connect(self._on_resolve_wanted)

    @Slot()
    def begin(self) -> None:
        """Ask for a comment on the selected words, or on the whole story."""
        story, where = self._work.story, self._body.selected()
        about = tr("About the selected words:") if where else tr("About the whole story:")
        words = ask_note(self._theme, tr("Comment"), about, tr("Comment"), self._page)
        if words and story is not None:
            self._write(partial(self._newsroom.comments.add, story.id, words, document=self._body.read(), where=where))
            self.begun.emit()

    @Slot(object)
    def _on_reply_wanted(self, thread: Thread) -> None:
        words = ask_note(self._theme, tr("Reply"), thread.comments[-1].body, tr("Reply"), self._page)
        if words:
            self._write(partial(self._newsroom.comments.reply, thread.id, words))

    @Slot(object)
    def _on_resolve_wanted(self, thread: Thread) -> None:
        """Close a thread, or open it again."""
        self._write(partial(self._newsroom.comments.resolve, thread.id, resolved=not thread.resolved))

    @Slot(object)
    def _on_place_wanted(self, thread: Thread) -> None:
        if thread.where is not None:
            self._body.show_place(thread.where)

    def _write(self, change: Callable[..., object]) -> None:
        self._runner.run(partial(change, actor=self._account), on_done=self._on_written, in_order=True)

    def _on_written(self, _result: object) -> None:
        self._work.look()
