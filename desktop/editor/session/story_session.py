"""What the story page asks of the newsroom, off the main thread: open, keep, save, look, move, give back."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.stages import PAST, Move
from db.values import Account, Revision, Story, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted
from desktop.editor.session.assessment import Assessment, look_at
from desktop.editor.session.journal import own_journal
from desktop.editor.session.opening import OpenedStory, open_story
from desktop.editor.session.saving import Away, Saved, keep_text, leave_story, move_story, save_story, settle_clash
from desktop.localization import tr
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone

KEEP_MS = 400
"""What is typed is stored at most this long after it was typed."""
_LOOK_MS = 450
_RENEW_MS = 30_000
_TAKES_ON = (Move.RECALL, Move.CORRECT, Move.RESTORE)
"""Moves after which whoever made them goes on writing; by all others a story is handed on."""


class StorySession(QObject):
    """One open story of one person."""

    opened = Signal(object)
    """Opened"""
    not_opened = Signal()
    """The story could not be opened; what was open before still is."""
    looked = Signal(object)
    """Look"""
    kept = Signal(object)
    """WorkingCopy: what was typed is stored."""
    said = Signal(object)
    """Message"""
    clashed = Signal(object)
    """Clash: somebody else changed what was changed here."""
    left_clashing = Signal(object)
    """Clash, in a story that was just left: what was typed waits in it."""
    lost = Signal(str)
    """The right to write was lost; why."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, read: Callable[[], StoryText],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._newsroom, self._account, self._runner, self._read = newsroom, account, runner, read
        self._journal = own_journal(newsroom.identity, account.login)
        self._away = False
        self.story: Story | None = None
        self.writable = False
        self.dirty = False
        self._given_back = False
        self._keep = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._look = QTimer(self, interval=_LOOK_MS, singleShot=True)
        self._renew = QTimer(self, interval=_RENEW_MS)
        self._keep.timeout.connect(self._on_keep)
        self._look.timeout.connect(self.look)
        self._renew.timeout.connect(self._on_renew)

    def open(self, story_id: int, *, take_over: bool = False, claim: bool = True) -> None:
        """Open a story, to write in it or only to read; `opened` tells how."""
        self._given_back = not claim
        work = partial(
            open_story, self._newsroom, story_id, self._account, self._journal, take_over=take_over, claim=claim
        )
        self._runner.run(work, on_done=self._on_opened, on_error=self._on_not_opened, in_order=True)

    def touched(self) -> None:
        """Something was typed."""
        if not self.writable:
            return
        self.dirty = True
        if not self._keep.isActive():
            self._keep.start()
        self._look.start()

    def keep_now(self) -> None:
        """Store what was typed on this thread, before anything else happens: in the journal, if nowhere else."""
        if self.story is not None and self.writable and self.dirty:
            self._keep.stop()
            with suppress(Away):
                keep_text(self._newsroom, self._journal, self.story, self._read(), self._account)

    def save(self) -> None:
        """Make what was typed a revision; the story stays open."""
        if self.story is None or not self.writable or not self.dirty:
            return
        self._keep.stop()
        text, self.dirty = self._read(), False
        work = partial(save_story, self._newsroom, self.story, text, self._account)
        self._runner.run(work, on_done=self._on_saved, on_error=self._on_save_failed, in_order=True)

    def close(self) -> None:
        """Store what was typed as a revision and give the story back."""
        if self.story is None:
            return
        self.keep_now()
        story, text = self.story, self._read() if self.dirty and self.writable else None
        if self.writable:
            work = partial(leave_story, self._newsroom, story, text, self._account)
            self._runner.run(work, on_done=self._on_left, on_error=self._on_save_failed, in_order=True)
        self.story, self.writable, self.dirty = None, False, False
        for timer in (self._keep, self._look, self._renew):
            timer.stop()

    def give_back(self) -> None:
        """Store what was typed as a revision and release the claim; the story stays open to read."""
        story = self.story
        if story is None or not self.writable:
            return
        self.keep_now()
        text = self._read() if self.dirty else None
        self.writable, self.dirty = False, False
        self._renew.stop()
        work = partial(leave_story, self._newsroom, story, text, self._account)
        done = partial(self._on_given_back, story.id)
        self._runner.run(work, on_done=done, on_error=self._on_save_failed, in_order=True)

    def _on_given_back(self, story_id: int, clash: Conflicted | None) -> None:
        if self.story is not None and self.story.id == story_id:
            self.open(story_id, claim=clash is not None)

    def _on_left(self, clash: Conflicted | None) -> None:
        if clash is not None:
            self.left_clashing.emit(clash)

    def move(self, move: Move, note: str) -> None:
        """Save what was typed, then move the story; where others changed the same place, that is chosen first."""
        if self.story is None:
            return
        text = self._read() if self.dirty and self.writable else None
        self.keep_now()
        work = partial(move_story, self._newsroom, self.story, text, move, note, self._account)
        self._runner.run(work, on_done=partial(self._on_moved, move), on_error=self._on_move_failed, in_order=True)

    def ask_revisions(self, on_done: Callable[[list[Revision]], None]) -> None:
        """Read the revisions of the story; what is being typed is one of them then."""
        if self.story is not None:
            self.save()
            self._runner.run(self._newsroom.stories.revisions, self.story.id, on_done=on_done, in_order=True)

    def restore(self, number: int) -> None:
        """Make the text of an older revision the next one."""
        if self.story is not None and self.writable:
            bring = partial(self._newsroom.stories.restore, self.story.id, number, actor=self._account)
            self._runner.run(bring, on_done=self._on_restored, in_order=True)

    def _on_restored(self, story: Story) -> None:
        self.dirty = False
        self._on_saved(Saved(story))

    @Slot(object, object)
    def settle(self, clash: Conflicted, chosen: StoryText) -> None:
        """Let a text stand where two changed the same place."""
        if self.story is not None and self.writable:
            self._keep.stop()
            mine, self.dirty = self._read(), False
            work = partial(settle_clash, self._newsroom, self.story, mine, clash, chosen, self._account)
            self._runner.run(work, on_done=self._on_saved, on_error=self._on_save_failed, in_order=True)

    @Slot(object)
    def forget(self, clash: Conflicted) -> None:
        """Nothing is left to choose."""
        work = partial(self._newsroom.choices.forget, clash.story_id, theirs=clash.revision, actor=self._account)
        self._runner.run(work, in_order=True)

    def refresh(self) -> None:
        """Somebody changed something: read the story again, unless that would be in the way of writing."""
        if self.story is not None:
            self._runner.run(self._newsroom.stories.get, self.story.id, on_done=self._on_read_again,
                             on_error=self._on_not_read, key="story")  # fmt: skip

    @Slot()
    def look(self) -> None:
        """See how the text as it stands would print, and which moves it may make; `looked` tells."""
        if self.story is not None:
            work = partial(look_at, self._newsroom, self.story, self._read(), self._account)
            self._runner.run(work, on_done=self._on_looked, on_error=self._on_not_read, key="look")

    def _on_opened(self, opened: OpenedStory) -> None:
        self.story = opened.story
        self.writable, self.dirty = not opened.why_not, opened.dirty
        self._renew.start() if self.writable else self._renew.stop()
        self.opened.emit(opened)
        if opened.clash is not None:
            self.clashed.emit(opened.clash)
        self.look()

    def _on_not_opened(self, error: NewsroomError) -> None:
        self.said.emit(Message(one_line(error), Tone.REFUSED))
        self.not_opened.emit()

    def _on_looked(self, look: Assessment) -> None:
        if self.story is not None and self.story.id == look.story.id:
            self.looked.emit(look)

    def _on_not_read(self, error: NewsroomError) -> None:
        """While the newsroom is away that was said already, with what becomes of the text; it must stay to be read."""
        if not self._away:
            self.said.emit(Message(one_line(error), Tone.REFUSED))

    def _on_read_again(self, story: Story) -> None:
        mine = self.story
        if mine is None or mine.id != story.id:
            return
        held_by_me = story.claim is not None and story.claim.login == self._account.login
        moved_on = (story.version, story.stage) != (mine.version, mine.stage) and not self.dirty
        set_free = not self.writable and mine.claim is not None and story.claim is None
        if self.writable and not held_by_me:
            self._lose(tr("{name} has taken this story over.").format(name=story.claim.name) if story.claim else "")
        elif moved_on or set_free:
            self.open(story.id, claim=not self._given_back)

    def _lose(self, why: str) -> None:
        """What was typed is stored, and stays on the screen to read. A claim that only ran out is taken again."""
        self.keep_now()
        assert self.story is not None
        if why:
            self.writable = False
            self.dirty = True
            self._renew.stop()
            self.lost.emit(why)
            self.look()
        else:
            self.open(self.story.id)

    @Slot()
    def _on_keep(self) -> None:
        if self.story is None or not self.writable:
            return
        work = partial(keep_text, self._newsroom, self._journal, self.story, self._read(), self._account)
        self._runner.run(work, on_done=self._on_kept, on_error=self._on_keep_failed, in_order=True)

    def _on_kept(self, copy: WorkingCopy) -> None:
        if self._away:
            self._away = False
            self.said.emit(Message(tr("The newsroom is back: all that you typed is stored there."), Tone.DONE))
        self.kept.emit(copy)

    def _on_keep_failed(self, error: NewsroomError) -> None:
        """It is tried again until it works: the disk may be full, or the newsroom away for a while."""
        if isinstance(error, Away) and not self._away:
            text = tr("{why} What you type is kept on this computer, and sent when the newsroom is back.")
            self.said.emit(Message(text.format(why=one_line(error)), Tone.REFUSED))
        elif not isinstance(error, Away):
            text = tr("What you type cannot be stored anywhere: {why} Copy what you need.").format(why=one_line(error))
            self.said.emit(Message(text, Tone.REFUSED))
        self._away = isinstance(error, Away)
        self._keep.start(2_000)
        self._keep.setInterval(KEEP_MS)

    @Slot()
    def _on_renew(self) -> None:
        if self.story is not None and self.writable:
            work = partial(self._newsroom.claims.renew, self.story.id, actor=self._account)
            self._runner.run(work, on_error=lambda _error: self.refresh())

    def _on_saved(self, saved: Saved) -> None:
        story, said = saved.story, saved.said
        if self.story is None or self.story.id != story.id:
            return
        self.story = story
        sentence = said or tr("Revision {n} is saved.").format(n=story.version)
        self.said.emit(Message(sentence, Tone.NOTE if said else Tone.DONE))
        if saved.clash is not None:
            self.clashed.emit(saved.clash)
        self.open(story.id)

    def _on_save_failed(self, error: NewsroomError) -> None:
        self.dirty = True
        text = tr("{why} What you typed is kept and waits for you in this story.").format(why=one_line(error))
        self.said.emit(Message(text, Tone.REFUSED))

    def _on_moved(self, move: Move, story: Story) -> None:
        text = tr("{slug} is {done}: it stands in {stage} now.")
        values = {"slug": story.slug, "done": tr(PAST[move]), "stage": tr(story.stage.value)}
        self.said.emit(Message(text.format(**values), Tone.DONE))
        if self.story is not None and self.story.id == story.id:
            self.open(story.id, claim=move in _TAKES_ON)

    def _on_move_failed(self, error: NewsroomError) -> None:
        self.said.emit(Message(one_line(error), Tone.REFUSED))
        if self.story is not None:
            self.open(self.story.id)
