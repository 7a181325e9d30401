"""Requests of the story page to the newsroom, off the main thread: open, claim, keep, save, look, move, give back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from db.errors import NewsroomError, Refused
from db.stages import Move
from db.values import Account, Revision, Story, StoryCard, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted
from desktop.editor.session.assessment import Assessment, look_at
from desktop.editor.session.autosave import Autosave
from desktop.editor.session.journal import own_journal
from desktop.editor.session.opening import OpenedStory, plain_text
from desktop.editor.session.requests import forget_choice, last_typed, renew_claim, revisions_of
from desktop.editor.session.reread import StoryReadAgain, holder_of, moved_by_another, read_again, stands_otherwise
from desktop.editor.session.saving import Saved
from desktop.editor.session.story_setting import SetStory, set_here
from desktop.editor.session.writer import StoryWriter, Typed
from desktop.localization import tr, worded
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone
from desktop.widgets.moved_stories import MovedStories

_LOOK_MS = 450
_RENEW_MS = 30_000
_PLAN = ("due", "target_lines", "layout", "desk", "kind")
"""What is planned of a story: no part of its text, and set while others write in it."""
_TAKES_ON = (Move.RECALL, Move.CORRECT, Move.RESTORE)
"""Moves after which whoever made them goes on writing; by all others a story is handed on."""


class StorySession(QObject):
    """One open story of one person."""

    opened = Signal(object)
    """OpenedStory"""
    not_opened = Signal()
    """The story could not be opened; what was open before still is."""
    changed = Signal(object)
    """StoryText: this shall stand on the screen, what was typed meanwhile included."""
    claimed = Signal()
    """The story is held for this person now."""
    saved = Signal(object)
    """Saved: what was typed is a revision."""
    planned = Signal(object)
    """Story: something of its plan is other than it was shown; its text is as it was."""
    looked = Signal(object)
    """Assessment"""
    kept = Signal(object)
    """WorkingCopy: what was typed is stored."""
    said = Signal(object)
    """Message"""
    moved = Signal(object, object)
    """Move and MovedStories: the story stands elsewhere now."""
    copy_offered = Signal(str, str)
    """A sentence about a text that is not on the screen or will not be, and that text, to be copied."""
    clashed = Signal(object)
    """Conflicted: somebody else changed what was changed here."""
    left_clashing = Signal(object)
    """Conflicted, in a story that was just left: what was typed waits in it."""
    lost = Signal(str, str)
    """The right to write was lost: why, and what became of the text."""
    holder_known = Signal(int, object)
    """Number of a story, and datetime or None: when its holder last typed in it."""

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        read: Callable[[], StoryText],
        parent: QObject | None = None,
        set_story: SetStory = set_here,
    ) -> None:
        super().__init__(parent)
        self._set_story = set_story
        self._door, self._account, self._read = door, account, read
        self._journal = own_journal(door.facts.identity, account.login)
        self._writer: StoryWriter | None = None
        self.writable = self._claiming = self._claimed = self._given_back = self._lost = False
        self._under_way, self._overtaken = 0, False
        """Writes that are asked for and not done, and whether others changed something, which is read after them."""
        self._typed = self._stored = self._changes_shown = 0
        """Number of the last key, of the last key that is in a revision, and of the writer's changes on the screen."""
        self.story: Story | None = None
        self._looking = self._look_again = False
        """Whether a look is under way, and whether something was typed that it does not see."""
        self._look = QTimer(self, interval=_LOOK_MS, singleShot=True)
        self._renew = QTimer(self, interval=_RENEW_MS)
        self._autosave = Autosave(door, self)
        self._autosave.due.connect(self._on_due)
        self._autosave.kept.connect(self._on_kept)
        self._autosave.back.connect(self.refresh)
        self._autosave.said.connect(self.said)
        self._look.timeout.connect(self._on_look_due)
        self._renew.timeout.connect(self._on_renew)

    @property
    def dirty(self) -> bool:
        """Whether anything was typed that is in no revision."""
        return self._typed > self._stored

    @property
    def away(self) -> bool:
        """Whether what is typed waits on this computer, because the newsroom cannot store it."""
        return self._autosave.away

    # what the person does

    def open(self, story_id: int, *, take_over: bool = False, claim: bool = False, given_back: bool = False) -> None:
        """Open a story, to write in it or only to read; `opened` tells how. It is claimed by the first key, or now."""
        self._given_back = given_back
        writer, typed = self._writer, None
        if writer is None or writer.story_id != story_id:
            writer = StoryWriter(self._journal, story_id, self._account)
        elif self.writable:
            self.send_now()
            typed = self._taken()
        work = partial(writer.open, typed=typed, take_over=take_over, claim=claim, given_back=given_back)
        self._write(work, partial(self._on_opened, writer, typed), self._on_not_opened)

    def touched(self) -> None:
        """Something was typed."""
        if not self.writable:
            return
        self._typed += 1
        if not self._claimed and not self._claiming:
            self._claim()
        self._autosave.begin()
        self._look.start()

    def keep_now(self) -> None:
        """Write what was typed into the journal, on this thread, and send it to the newsroom: the program may end.

        Raises OSError when this disk will not have it; it is sent nevertheless.
        """
        if self._writer is not None and self.writable and self.dirty:
            self.send_now()
            self._writer.note(self._taken())

    def send_now(self) -> None:
        """Send what was typed to be stored, without waiting for more."""
        if self._writer is not None and self.writable and self.dirty:
            self._send_keep()

    def save(self) -> None:
        """Make what was typed a revision; the story stays open, and typing goes on."""
        if self._writer is None or not self.writable or not self.dirty:
            return
        self._autosave.stop()
        typed = self._taken()
        self._write(partial(self._writer.save, typed=typed), partial(self._on_saved, typed), self._on_save_failed)

    def close(self) -> None:
        """Store what was typed as a revision and give the story back."""
        writer = self._writer
        if writer is not None and self.writable and (self.dirty or self._claimed or self._claiming):
            typed = self._noted(writer) if self.dirty else None
            self._write(partial(writer.leave, typed=typed), self._on_left, self._on_save_failed)
        self._writer, self.story = None, None
        self.writable = self._claimed = self._claiming = self._lost = False
        self._typed = self._stored = 0
        self._autosave.forget()
        for timer in (self._look, self._renew):
            timer.stop()

    def give_back(self) -> None:
        """Store what was typed as a revision and release the claim; the story stays open to read."""
        if self._writer is not None and self.writable:
            self._autosave.stop()
            typed = self._noted(self._writer) if self.dirty else None
            done = partial(self._on_given_back, typed)
            self._write(partial(self._writer.leave, typed=typed), done, self._on_save_failed)

    def move(self, move: Move, note: str, seen: StoryCard | None = None) -> None:
        """Save what was typed, then move the story as it was seen.

        Where others changed the same place, that is chosen first.
        """
        if self._writer is None:
            return
        self._autosave.stop()
        typed = self._taken() if self.dirty and self.writable else None
        work = partial(self._writer.move, typed=typed, move=move, note=note, seen=seen)
        self._write(work, partial(self._on_moved, move, typed), self._on_move_failed)

    def take_plan(self, story: Story) -> None:
        """The story was planned otherwise, here or by another; all else of it is read by who asks for it."""
        plan = {name: getattr(story, name) for name in _PLAN}
        if self.story is not None and plan != {name: getattr(self.story, name) for name in _PLAN}:
            self.story = replace(self.story, **plan)
            self.planned.emit(self.story)

    def ask_revisions(self, on_done: Callable[[list[Revision]], None]) -> None:
        """Read the revisions of the story; what is being typed is one of them then."""
        if self.story is not None:
            self.save()
            self._door.write(revisions_of, self.story.id, on_done=on_done)

    def restore(self, number: int) -> None:
        """Make the text of an older revision the next one."""
        if self._writer is not None and self.writable:
            typed = self._taken()
            work = partial(self._writer.restore, typed=typed, number=number)
            self._write(work, partial(self._on_saved, typed), self._on_save_failed)

    @Slot(object, object)
    def resolve(self, clash: Conflicted, chosen: StoryText) -> None:
        """Let a text stand where two changed the same place."""
        if self._writer is not None and self.writable:
            self._autosave.stop()
            typed = self._taken()
            work = partial(self._writer.resolve, typed=typed, clash=clash, chosen=chosen)
            self._write(work, partial(self._on_saved, typed), self._on_save_failed)

    @Slot(object)
    def forget(self, clash: Conflicted) -> None:
        """Nothing is left to choose."""
        self._door.write(forget_choice, clash.story_id, clash.revision, self._account)

    def ask_holder(self) -> None:
        """Find out when the holder of the story last typed in it; `holder_known` tells."""
        if self.story is not None:
            known = partial(self.holder_known.emit, self.story.id)
            self._door.read(last_typed, self.story.id, on_done=known, on_error=self._on_not_read, key="holder")

    def refresh(self) -> None:
        """Somebody changed something: read the story again, unless that would be in the way of writing."""
        if self.story is not None:
            self._door.read(
                read_again, self.story.id, self._account, on_done=self._on_read_again, on_error=self._on_not_read,
                key="story",
            )  # fmt: skip

    @Slot()
    def look(self) -> None:
        """See how the text as it stands would print, and which moves it may make; `looked` tells."""
        if self.story is not None:
            self._looking, self._look_again = True, False
            self._door.read(
                look_at, self.story, self._read(), self._account, self._set_story, on_done=self._on_looked,
                on_error=self._on_not_read, on_end=self._on_look_end, on_progress=self._on_setting, key="look",
            )  # fmt: skip

    @Slot()
    def _on_look_due(self) -> None:
        """What was typed is looked at behind a look under way: far away that takes longer than a pause in typing."""
        if self._looking:
            self._look_again = True
        else:
            self.look()

    def _on_look_end(self) -> None:
        self._looking = False
        if self._look_again:
            self.look()

    def _on_setting(self, _share: float) -> None:
        """The turn of a look has come: one that is not wanted any more is left then."""

    # one write after the other

    def _write(self, work: Callable[..., Any], on_done: Callable[[Any], None], on_error: Callable[[Any], None]) -> None:
        """Do it behind all writes before; what it changed of the text is on the screen when its answer is told."""
        self._under_way += 1
        done, failed = partial(self._on_answer, on_done), partial(self._on_answer, on_error)
        self._door.write(work, on_done=done, on_error=failed, on_end=self._on_end)

    def _on_answer(self, deliver: Callable[[Any], None], answer: Any) -> None:
        self._under_way -= 1
        self._take_in()
        deliver(answer)

    def _on_end(self) -> None:
        if self._overtaken and not self._under_way:
            self._overtaken = False
            self.refresh()

    def _take_in(self) -> None:
        """Show what the writer put together with what was typed; what was typed since stays."""
        if self._writer is None or not self.writable or len(self._writer.changes) == self._changes_shown:
            return
        shown = text = self._read()
        for change in self._writer.changes[self._changes_shown :]:
            text = change.on_top(text)
        self._changes_shown = len(self._writer.changes)
        if text != shown:
            self.changed.emit(text)

    def _taken(self) -> Typed:
        """The text as it stands on the screen."""
        return Typed(self._read(), self._typed, self._changes_shown, self._door.now())

    def _noted(self, writer: StoryWriter) -> Typed:
        """The text on the screen, written into the journal in case the program ends before it is stored."""
        typed = self._taken()
        with suppress(OSError):
            writer.note(typed)
        return typed

    # opening, and the claim

    def _on_opened(self, writer: StoryWriter, typed: Typed | None, opened: OpenedStory) -> None:
        """What was typed since it was asked for stays on the screen; where it may not, it is kept aside."""
        self._autosave.forget()  # what waited on this computer was sent in opening
        late = typed is not None and self._writer is writer and self._typed > typed.number
        if opened.why_not and typed is not None and (late or self.dirty):
            self._keep_aside(tr("What you typed meanwhile is kept until you may write here."))
        elif typed is not None and not opened.why_not:
            opened = replace(opened, text=self._read())
        if typed is None:
            self._writer, self._changes_shown = writer, len(writer.changes)
        self.story, self.writable, self._claimed, self._lost = opened.story, not opened.why_not, opened.claimed, False
        if not self.writable or not (late or opened.dirty):
            self._stored = self._typed
        elif not self.dirty:
            self._typed += 1
        self._renew.start() if self._claimed else self._renew.stop()
        self.opened.emit(opened)
        self._notify_of_opening(opened)
        self.look()

    def _notify_of_opening(self, opened: OpenedStory) -> None:
        if opened.found:
            self.copy_offered.emit(opened.said, opened.found)
        if opened.clash is not None:
            self.clashed.emit(opened.clash)
        if self.dirty and self.writable:
            if not self._claimed and not self._claiming:
                self._claim()
            self._autosave.put_off()

    def _on_not_opened(self, error: NewsroomError) -> None:
        if not self._autosave.away:
            self.said.emit(Message(worded(error), Tone.REFUSED))
        self.not_opened.emit()

    def _claim(self) -> None:
        assert self._writer is not None
        self._claiming = True
        self._write(partial(self._writer.claim, typed=self._taken()), self._on_claimed, self._on_claim_failed)

    def _on_claimed(self, saved: Saved) -> None:
        self._claiming = False
        if self.story is None or self.story.id != saved.story.id:
            return
        self._claimed, self.story = True, saved.story
        self._renew.start()
        self.claimed.emit()
        if saved.said:
            self.said.emit(Message(saved.said))
        self.look()

    def _on_claim_failed(self, error: NewsroomError) -> None:
        """Another holds it: what was typed is kept aside. Without an answer the next key asks again."""
        self._claiming = False
        if isinstance(error, Refused) and self.story is not None and self.writable:
            self._lose(worded(error), tr("What you typed is kept and waits for you here."))

    def _lose(self, why: str, became: str) -> None:
        """What was typed is stored, and stays on the screen to read."""
        self._send_keep()
        self.writable = self._claimed = False
        self._lost, self._stored = True, self._typed
        self._autosave.stop()
        self._renew.stop()
        self.lost.emit(why, became)
        self.look()

    def _keep_aside(self, why: str) -> None:
        """What stands on the screen will not be there any more: keep it, and offer it to be copied."""
        self._send_keep()
        self.copy_offered.emit(why, plain_text(self._read()))

    @Slot()
    def _on_renew(self) -> None:
        if self.story is not None and self._claimed:
            self._door.read(renew_claim, self.story.id, self._account, on_error=self._on_not_renewed)

    def _on_not_renewed(self, _error: NewsroomError) -> None:
        self.refresh()

    # what others do

    def _on_looked(self, look: Assessment) -> None:
        if self.story is not None and self.story.id == look.story.id:
            self.looked.emit(look)

    def _on_not_read(self, error: NewsroomError) -> None:
        """While the newsroom is away that was said already, with what becomes of the text; it must stay to be read."""
        if not self._autosave.away:
            self.said.emit(Message(worded(error), Tone.REFUSED))

    def _on_read_again(self, found: StoryReadAgain) -> None:
        story, mine = found.story, self.story
        if mine is None or mine.id != story.id or self._lost:
            return
        self.take_plan(story)
        if self._under_way:
            self._overtaken = True
        elif self.writable and self.dirty:
            self._on_changed_while_typing(story, found.why_not)
        elif stands_otherwise(story, mine, self._account.login, claimed=self._claimed, writable=self.writable):
            moved = story.stage is not mine.stage and story.version > mine.version
            if moved:
                self.said.emit(Message(moved_by_another(story), Tone.NOTE))
            self.open(story.id, given_back=self._given_back and not moved)

    def _on_changed_while_typing(self, story: Story, why: str) -> None:
        """A claim that only ran out is taken again; one that was lost, or a move, ends the writing."""
        holder = holder_of(story)
        if self._claimed and holder not in ("", self._account.login):
            taken = tr("{name} has taken this story over.").format(name=story.claim.name if story.claim else "")
            self._lose(taken, tr("What you typed is kept, and what was stored by then is a revision of its own."))
        elif why:
            self._lose(why, tr("What you typed is kept and waits for you here."))
        elif self._claimed and not holder:
            self.open(story.id, claim=True)

    # keeping and saving

    @Slot()
    def _on_due(self) -> None:
        if self._writer is not None and self.writable:
            self._send_keep()
        else:
            self._autosave.send_again()

    def _send_keep(self) -> None:
        """Send what was typed behind all that was sent before."""
        assert self._writer is not None
        self._autosave.send(self._writer, self._taken())

    @Slot(object, object, object)
    def _on_kept(self, writer: StoryWriter, typed: Typed, copy: WorkingCopy) -> None:
        if self._writer is writer:
            if self._typed > typed.number and self.writable:
                self._autosave.begin()
            self.kept.emit(copy)

    def _on_saved(self, typed: Typed, saved: Saved) -> None:
        """What was saved is the new base; text, cursor and undo stay as they are."""
        story, said = saved.story, saved.said
        if self.story is None or self.story.id != story.id:
            return
        self.story, self._stored = story, max(self._stored, typed.number - bool(saved.slug_refused))
        sentence = said or tr("Revision {n} is saved.").format(n=story.version)
        tone = Tone.REFUSED if saved.slug_refused else Tone.NOTE if said else Tone.DONE
        self.said.emit(Message(sentence, tone))
        self.saved.emit(saved)
        if saved.clash is not None:
            self.clashed.emit(saved.clash)
        if self.dirty:
            self._autosave.begin()
        self.look()

    def _on_save_failed(self, error: NewsroomError) -> None:
        text = tr("{why} What you typed is kept and waits for you in this story.").format(why=worded(error))
        self.said.emit(Message(text, Tone.REFUSED))
        if self.writable and self.dirty:
            self._autosave.put_off()

    # leaving and moving

    def _on_left(self, saved: Saved) -> None:
        if saved.clash is not None:
            self.left_clashing.emit(saved.clash)
        elif saved.slug_refused:
            self.said.emit(Message(saved.said, Tone.REFUSED))

    def _on_given_back(self, typed: Typed | None, saved: Saved) -> None:
        """Who went on typing wants to keep it after all."""
        if self.story is None or self.story.id != saved.story.id:
            return
        self._claimed = False
        late = self._typed > typed.number if typed else self.dirty
        if typed is not None and saved.clash is None:
            self._stored = max(self._stored, typed.number)
        self._on_left(replace(saved, clash=None))
        self.open(saved.story.id, claim=late or saved.clash is not None, given_back=not late and saved.clash is None)

    def _on_moved(self, move: Move, typed: Typed | None, story: Story) -> None:
        self.moved.emit(move, MovedStories([story]))
        if self.story is not None and self.story.id == story.id:
            self._stored = max(self._stored, typed.number if typed else 0)
            self._claimed = False
            self.open(story.id, given_back=move not in _TAKES_ON)

    def _on_move_failed(self, error: NewsroomError) -> None:
        self.said.emit(Message(worded(error), Tone.REFUSED))
        if self.story is not None:
            self.open(self.story.id)
