"""What the story page asks of the newsroom, off the main thread: open, keep, save, look, move, give back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.anchors import Range
from db.comments import Thread
from db.errors import NewsroomError, Refused, Stale, one_line
from db.newsroom import Newsroom
from db.stages import PAST, Move
from db.values import Account, Event, MoveOption, Problem, Revision, Story, StoryText, WorkingCopy
from desktop.editor.meeting import Clash, Meeting, meet
from desktop.editor.work.journal import Journal, own_journal
from desktop.shell.message import Message, Tone
from desktop.tasks import TaskRunner
from desktop.words import clock, tr
from exports.typeset.sheet import Fit

KEEP_MS = 400
"""What is typed is stored at most this long after it was typed."""
_LOOK_MS = 450
_RENEW_MS = 30_000


@dataclass(frozen=True)
class Opened:
    """A story as it was opened for one person."""

    story: Story
    text: StoryText
    """What to show: the newest revision, or what this person had typed and not saved."""
    why_not: str = ""
    """Why they may only read; empty when they may write."""
    may_take_over: bool = False
    said: str = ""
    """What they should know about the text, if anything."""
    dirty: bool = False
    clash: Clash | None = None
    given_back: bool = False
    """Whether they gave it back themselves, and may write again at a click."""


@dataclass(frozen=True)
class Saved:
    """A story as it was saved, and what to say about it."""

    story: Story
    said: str = ""
    clash: Clash | None = None


@dataclass(frozen=True)
class Look:
    """What press and rules say of a text as it stands."""

    story: Story
    options: tuple[MoveOption, ...]
    problems: tuple[Problem, ...] = ()
    fit: Fit | None = None
    page: bytes = b""
    why_no_page: str = ""
    history: tuple[Event, ...] = ()
    threads: tuple[Thread, ...] = ()


class StoryWork(QObject):
    """One open story of one person."""

    opened = Signal(object)
    """Opened"""
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
        self._runner.run(work, on_done=self._on_opened, in_order=True)

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

    def _on_given_back(self, story_id: int, clash: Clash | None) -> None:
        if self.story is not None and self.story.id == story_id:
            self.open(story_id, claim=clash is not None)

    def _on_left(self, clash: Clash | None) -> None:
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

    def comment(self, body: str, where: Range | None) -> None:
        """Write a comment on a stretch of the text as it stands."""
        if self.story is not None:
            add = partial(self._newsroom.comments.add, self.story.id, body, actor=self._account,
                          document=self._read().body, where=where)  # fmt: skip
            self._runner.run(add, on_done=self._on_commented, in_order=True)

    def reply(self, thread: Thread, body: str) -> None:
        """Answer in a thread."""
        answer = partial(self._newsroom.comments.reply, thread.id, body, actor=self._account)
        self._runner.run(answer, on_done=self._on_commented, in_order=True)

    def resolve(self, thread: Thread) -> None:
        """Close a thread, or open it again."""
        close = partial(self._newsroom.comments.resolve, thread.id, actor=self._account, resolved=not thread.resolved)
        self._runner.run(close, on_done=self._on_commented, in_order=True)

    def _on_commented(self, _result: object) -> None:
        self.look()

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

    def settle(self, chosen: StoryText) -> None:
        """Let a text stand where two changed the same place."""
        if self.story is not None and self.writable:
            self._keep.stop()
            mine, self.dirty = self._read(), False
            work = partial(settle_clash, self._newsroom, self.story, mine, chosen, self._account)
            self._runner.run(work, on_done=self._on_saved, on_error=self._on_save_failed, in_order=True)

    def refresh(self) -> None:
        """Somebody changed something: read the story again, unless that would be in the way of writing."""
        if self.story is not None:
            self._runner.run(self._newsroom.stories.get, self.story.id, on_done=self._on_read_again, key="story")

    @Slot()
    def look(self) -> None:
        """See how the text as it stands would print, and which moves it may make; `looked` tells."""
        if self.story is not None:
            work = partial(look_at, self._newsroom, self.story, self._read(), self._account)
            self._runner.run(work, on_done=self._on_looked, key="look")

    def _on_opened(self, opened: Opened) -> None:
        self.story = opened.story
        self.writable, self.dirty = not opened.why_not, opened.dirty
        self._renew.start() if self.writable else self._renew.stop()
        self.opened.emit(opened)
        if opened.clash is not None:
            self.clashed.emit(opened.clash)
        self.look()

    def _on_looked(self, look: Look) -> None:
        if self.story is not None and self.story.id == look.story.id:
            self.looked.emit(look)

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
            self.open(story.id)

    def _on_move_failed(self, error: NewsroomError) -> None:
        self.said.emit(Message(one_line(error), Tone.REFUSED))
        if self.story is not None:
            self.open(self.story.id)


class Away(NewsroomError):
    """The newsroom cannot store a text now; the journal on this computer has it."""


def keep_text(newsroom: Newsroom, journal: Journal, story: Story, text: StoryText, actor: Account) -> WorkingCopy:
    """Keep what is being typed in the newsroom; else in the journal, raising Away.

    Raises the newsroom's own NewsroomError when the journal cannot be written either.
    """
    try:
        copy = newsroom.stories.keep(story.id, text, actor=actor, base=story.version)
    except NewsroomError as error:
        try:
            journal.keep(story.id, text, story.version, newsroom.clock())
        except OSError:
            raise error from None
        raise Away(one_line(error)) from error
    journal.forget(story.id)
    return copy


def open_story(
    newsroom: Newsroom, story_id: int, actor: Account, journal: Journal | None = None, *, take_over: bool = False,
    claim: bool = True,
) -> Opened:  # fmt: skip
    """Claim a story when its reader may write in it and wants to, and find the text they left off with."""
    if journal is not None:
        _send(newsroom, journal, story_id, actor)
    story = newsroom.stories.get(story_id)
    why = newsroom.stories.may_write(story, actor)
    may_take_over = False
    if not why and not claim:
        return Opened(story, story.text, tr("You have given this story back: others may write in it."), given_back=True)
    if not why:
        try:
            (newsroom.claims.take_over if take_over else newsroom.claims.take)(story_id, actor=actor)
        except Refused as error:
            why, may_take_over = one_line(error), actor.role.edits
        story = newsroom.stories.get(story_id)
        if why and story.claim is not None:
            why = tr("{why}, since {time}.").format(why=why.rstrip("."), time=clock(story.claim.since))
    copy = newsroom.stories.working_copy(story_id, actor=actor)
    if copy is None or copy.text == story.text:
        return Opened(story, story.text, why, may_take_over)
    if why:
        said = tr("You typed something here at {time} that is not in this revision; it is kept until you may write.")
        return Opened(story, story.text, why, may_take_over, said.format(time=clock(copy.saved)))
    met = _brought_together(newsroom, story, copy)
    return Opened(story, met.text, said=met.said, dirty=True, clash=met.clash)


def _send(newsroom: Newsroom, journal: Journal, story_id: int, actor: Account) -> None:
    """Bring what the journal holds into the newsroom, unless something newer is there."""
    waiting = journal.find(story_id)
    if waiting is None:
        return
    known = newsroom.stories.working_copy(story_id, actor=actor)
    if known is None or known.saved < waiting.saved:
        newsroom.stories.keep(story_id, waiting.text, actor=actor, base=waiting.base)
    journal.forget(story_id)


def _brought_together(newsroom: Newsroom, story: Story, copy: WorkingCopy) -> Meeting:
    """What was typed and not saved, on top of the newest revision; and what to say about it."""
    if copy.base == story.version:
        said = tr("This is what you typed until {time}; it is not a revision yet.")
        return Meeting(copy.text, said.format(time=clock(copy.saved)))
    return meet(newsroom, story, copy.text, copy.base)


def save_story(newsroom: Newsroom, story: Story, text: StoryText, actor: Account) -> Saved:
    """Save a text as a revision, together with one that was saved meanwhile; and what to say about that."""
    try:
        return Saved(newsroom.stories.save(story.id, text, actor=actor, base=story.version))
    except Stale:
        fresh = newsroom.stories.get(story.id)
        met = meet(newsroom, fresh, text, story.version)
        saved = newsroom.stories.save(story.id, met.text, actor=actor, base=fresh.version)
        return Saved(saved, met.said, met.clash)


def settle_clash(newsroom: Newsroom, story: Story, mine: StoryText, chosen: StoryText, actor: Account) -> Saved:
    """Save what one has, then what was chosen, so that both are revisions."""
    saved = save_story(newsroom, story, mine, actor).story
    note = "Chosen where two changed the same place"
    return Saved(newsroom.stories.save(story.id, chosen, actor=actor, base=saved.version, note=note))


def clash_of(newsroom: Newsroom, story: Story, text: StoryText) -> Clash | None:
    """The places that were changed here and by others since the revision `story` is."""
    fresh = newsroom.stories.get(story.id)
    return meet(newsroom, fresh, text, story.version).clash if fresh.version != story.version else None


def leave_story(newsroom: Newsroom, story: Story, text: StoryText | None, actor: Account) -> Clash | None:
    """Save what was typed, if anything was, and give the story back in any case.

    A text that clashes with another's is not saved: it stays as what this person typed, and waits for their choice.
    """
    try:
        clash = clash_of(newsroom, story, text) if text is not None else None
        if text is not None and clash is None:
            save_story(newsroom, story, text, actor)
        return clash
    finally:
        newsroom.claims.release(story.id, actor=actor)


def move_story(
    newsroom: Newsroom, story: Story, text: StoryText | None, move: Move, note: str, actor: Account
) -> Story:
    """Save what was typed, then move. Raises Refused when it clashes with what another saved meanwhile."""
    from desktop.press import handover

    clash = clash_of(newsroom, story, text) if text is not None else None
    if clash is not None:
        why = tr("{name} changed a place meanwhile that you changed too: choose first, then make the move again.")
        raise Refused(why.format(name=clash.name))
    if text is not None:
        save_story(newsroom, story, text, actor)
    moved = handover.make_move(newsroom, move, story.id, actor=actor, note=note)
    newsroom.claims.release(story.id, actor=actor)
    return moved


def look_at(newsroom: Newsroom, story: Story, text: StoryText, actor: Account) -> Look:
    """How a text would print, what preflight says, which moves are open. The press is loaded when first needed."""
    from desktop.press import handover

    fresh = newsroom.stories.get(story.id)
    as_typed = fresh.with_text(text)
    history = tuple(newsroom.stories.history(story.id))
    threads = tuple(newsroom.comments.all(story.id, text.body))
    try:
        problems = tuple(handover.problems(newsroom, as_typed))
        fit = handover.fit(newsroom, as_typed)
        page = handover.page_bytes(newsroom, as_typed)
    except NewsroomError as error:
        options = tuple(newsroom.moves.options(as_typed, actor))
        return Look(fresh, options, why_no_page=one_line(error), history=history, threads=threads)
    options = tuple(newsroom.moves.options(as_typed, actor, problems))
    return Look(fresh, options, problems, fit, page, history=history, threads=threads)
