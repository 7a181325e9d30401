"""Suggestions in the open story: what others suggest is accepted or refused, and one's own is typed beside the text."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.acts import Act, why_not
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.story.suggestions import Decision, Suggestion
from db.text.alterations import Alteration, alterations, make
from db.text.credits import Credit
from db.text.merge import merge
from db.values import Account, Story, StoryText
from desktop.editor.alteration_group import BACK, KEEP, AlterationGroup, ShownAlteration
from desktop.editor.form import StoryForm
from desktop.editor.margin.alteration_card import plain_words
from desktop.editor.session.story_session import StorySession
from desktop.editor.session.suggestion_journal import SuggestionJournal, own_suggestions, send_written_down
from desktop.editor.text.text_ranges import cursor_at, stands_at
from desktop.localization import count, tr, worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone

_KEEP_MS = 400
"""What is suggested is sent to be stored so long after it was typed, as what is typed in a story is."""
_AGAIN_MS = 2_000
"""After this long it is tried again to store what could not be stored, as for what is typed in a story."""


@dataclass(frozen=True)
class OpenSuggestion:
    """What one person suggests of a text."""

    suggestion: Suggestion
    text: StoryText
    """The text that it is suggested of."""
    whole: StoryText
    """That text with all of it."""
    alterations: tuple[Alteration, ...]


@dataclass
class KeptSuggestion:
    """What was kept last of what one suggests of a text; it is read and set where writes follow one another."""

    text: StoryText | None = None


@dataclass(frozen=True)
class Stored:
    """What is suggested as it was stored, compared with the story's text; and the text that was sent for that."""

    own: OpenSuggestion
    sent: StoryText
    on_top: bool
    """Whether it was put on top of what one had suggested before, and was not all of it."""


class StorySuggestions(QObject):
    """One person's suggestions, and their decisions on those of others, in the story that `work` holds open."""

    said = Signal(object)
    """Message"""
    begun_or_ended = Signal(bool)
    """Whether what is typed is a suggestion from now on."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, work: StorySession, form: StoryForm,
        read: Callable[[], StoryText], change: Callable[[StoryText], None], page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._door, self._account = door, account
        self._work, self._form, self._read, self._change = work, form, read, change
        self.accepted: StoryText | None = None
        """The story's own text while suggestions are typed; None while they are not."""
        self._of = 0
        """Number of the story whose suggestions are typed."""
        self._turn, self._known = 0, True
        """Times that it was begun; and whether what one had suggested before stands on the screen by now."""
        self._kept = KeptSuggestion()
        self._shown: OpenSuggestion | None = None
        """What one suggests, as it was compared last."""
        self._journal = own_suggestions(door.facts.identity, account.login)
        self._found_in = 0
        """Number of the story for which it was looked whether something was written down as the program ended."""
        self._open: list[OpenSuggestion] = []
        self.group = AlterationGroup("suggestions", theme, form, self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.send)
        self.group.decided.connect(self._on_decided)
        form.suggestion_bar.linkActivated.connect(self._on_link)

    @property
    def typing(self) -> bool:
        """Whether what is typed is a suggestion."""
        return self.accepted is not None

    # one's own

    @Slot()
    def toggle(self) -> None:
        """Type suggestions from now on, or go back to the story's own text."""
        self.end() if self.typing else self.begin()

    def begin(self) -> None:
        """Go on with what one suggests of this story; what was typed in it is saved first."""
        story = self._work.story
        if story is None:
            return
        if why := self._why_not(story):
            self._refuse(why)
            return
        self._work.save()
        self._of, self._turn, self._kept = story.id, self._turn + 1, KeptSuggestion()
        self._take_place(self._read(), None)
        self._known = False
        self._find_own()

    def _take_place(self, accepted: StoryText, suggested: StoryText | None) -> None:
        """Let what is typed from this moment on be a suggestion; not a key goes into the story itself."""
        self.accepted = accepted
        self._form.set_writable(True)
        if suggested is not None:
            self._form.show_in_place(suggested)
        self.begun_or_ended.emit(True)
        self._show_own(OpenSuggestion(self._suggestion(accepted), accepted, accepted, ()))

    @Slot()
    def _find_own(self) -> None:
        """Find what one suggested before; it is tried again until it is there."""
        found = partial(self._on_own_found, self._turn)
        if self.typing and not self._known:
            self._door.write(
                find_own, self._of, self._read(), self._kept, self._account, on_done=found,
                on_error=self._on_not_found,
            )  # fmt: skip

    def _on_not_found(self, error: NewsroomError) -> None:
        self._on_error(error)
        QTimer.singleShot(_AGAIN_MS, self, self._find_own)

    def _on_own_found(self, turn: int, found: OpenSuggestion | None) -> None:
        """What was typed meanwhile is put on top of it."""
        if self.accepted is None or turn != self._turn or self._known:
            return
        typed = self._suggestion(self._text())
        self._known = True
        if found is None:
            return
        if (found.text, found.text) == (typed.base, typed.text):
            self._form.show_in_place(found.whole)
            self._show_own(found)
        else:
            self._form.show_in_place(with_typed(found.suggestion, typed))
            self.send()

    @contextmanager
    def put_aside(self) -> Iterator[None]:
        """Let the story's own text be shown anew: what is suggested is on top of that again before the next key."""
        if self.accepted is None:
            yield
            return
        own, known, body = self._suggestion(self._text()), self._known, self._form.body
        stood = stands_at(body.textCursor(), body.read())
        self.end()
        yield
        story = self._work.story
        if story is None or story.id != own.story_id:
            return
        if why := self._why_not(story):
            self._refuse(why)
            return
        suggested = own.on(self._read())
        self._take_place(self._read(), suggested)
        self._known, self._kept = known, KeptSuggestion(suggested if known else None)
        self.send()
        body.setTextCursor(cursor_at(body.document(), body.read(), stood))

    def end(self) -> None:
        """Store what is suggested, and show the story's own text again."""
        if self.accepted is None:
            return
        self.send()
        text, self.accepted, self._shown = self.accepted, None, None
        self._form.show_in_place(text)
        self._form.set_writable(self._work.writable)
        self.group.show((), ())
        self._form.suggestion_bar.say("", ())
        self.begun_or_ended.emit(False)
        self._work.look()

    def typed(self) -> None:
        """Something was typed that is suggested: it is stored soon, however fast one goes on typing."""
        if not self._timer.isActive():
            self._timer.start(_KEEP_MS)

    @Slot()
    def send(self) -> None:
        """Store what is suggested now, and compare it with the story's text: both where nothing waits for it."""
        self._timer.stop()
        if self.accepted is not None:
            own = self._suggestion(self._text())
            self._door.write(
                keep_suggestion, own, self._known, self._kept, self._journal, self._account,
                on_done=self._on_kept, on_error=self._on_not_kept,
            )  # fmt: skip

    def keep_now(self) -> None:
        """Write what is suggested into the journal, on this thread, and send it: the program may end.

        Raises OSError when this disk will not have it; it is sent nevertheless.
        """
        story = self._work.story
        if self.accepted is not None and story is not None and story.id == self._of:
            self.send()
            self._journal.keep(story, self.accepted, self._text(), self._door.now())

    def _on_kept(self, stored: Stored) -> None:
        own = stored.own
        if own.suggestion.story_id != self._of or own.text != self.accepted or stored.on_top:
            return
        if own.whole != stored.sent:
            self._take_out_refused(stored)
        elif own.whole == self._text():
            self._show_own(own)

    def _take_out_refused(self, stored: Stored) -> None:
        """What the writer refused meanwhile no longer stands on the screen of whoever types on."""
        self._form.fill(merge(stored.sent, self._text(), stored.own.whole).text, anew=False)
        self.said.emit(Message(tr("Some of what you suggest was refused: it is taken out."), Tone.DONE))
        self.send()

    def _on_not_kept(self, error: NewsroomError) -> None:
        """It is tried again: nothing that is typed is lost while the page stands."""
        self._on_error(error)
        if self.typing:
            self._timer.start(_AGAIN_MS)

    def _text(self) -> StoryText:
        """What stands on the screen."""
        assert self.accepted is not None
        return self._form.read(self.accepted).with_(slug=self.accepted.slug)

    def _suggestion(self, text: StoryText) -> Suggestion:
        """A text as one suggests it of the story's own."""
        assert self.accepted is not None
        by = self._account
        return Suggestion(self._of, by.login, by.name, self.accepted, text, self._door.now())

    def _show_own(self, own: OpenSuggestion) -> None:
        self._shown = own
        shown = _shown_of(own, made=True)
        self.group.show(shown, [(BACK, tr("Take back"))])
        number = count(len(shown), "{n} change", "{n} changes") if shown else tr("what you type")
        sentence = tr("You suggest {changes}, for whoever writes the story to accept; until then it stays as it is.")
        self._form.suggestion_bar.say(sentence.format(changes=number), [("end", tr("Done"))])

    # those of others

    def look(self) -> None:
        """Find what is suggested of the text as it stands."""
        story = self._work.story
        if story is not None and not self.typing:
            done = partial(self._on_found, story.id)
            self._send_written_down(story.id)
            self._door.read(find_suggestions, story.id, self._read(), on_done=done, key="suggestions")

    def _send_written_down(self, story_id: int) -> None:
        """Send what was written down of a story as the program ended, once for each that is opened."""
        if self._found_in != story_id:
            self._found_in = story_id
            self._door.write(
                send_written_down, story_id, self._journal, self._account, on_done=self._on_sent,
                on_error=self._on_error,
            )  # fmt: skip

    def _on_sent(self, found: bool) -> None:
        if found:
            self.look()

    def forget(self) -> None:
        """The story is left."""
        self.end()
        self._show(())

    def _on_found(self, story_id: int, found: Sequence[OpenSuggestion]) -> None:
        story = self._work.story
        if story is None or story.id != story_id or self.typing:
            return
        if all(one.text == self._read() for one in found):
            self._show(found)

    def _show(self, found: Sequence[OpenSuggestion]) -> None:
        self._open = [one for one in found if one.alterations]
        shown = [alteration for one in self._open for alteration in _shown_of(one, made=False)]
        ways = [(KEEP, tr("Accept")), (BACK, tr("Refuse"))] if self._work.writable else []
        self.group.show(shown, ways)
        if not shown:
            self._form.suggestion_bar.say("", ())
            return
        number = count(len(shown), "{n} change", "{n} changes")
        names = ", ".join(dict.fromkeys(one.suggestion.name for one in self._open))
        all_of = [("accept", tr("Accept all")), ("refuse", tr("Refuse all"))] if ways else []
        sentence = tr("{changes} suggested by {names}.").format(changes=number, names=names)
        self._form.suggestion_bar.say(sentence, all_of)

    # what becomes of them

    @Slot(object, str)
    def _on_decided(self, key: Hashable, way: str) -> None:
        if self.typing:
            self._take_back(key)
            return
        for one in self._open:
            now = self._compared(one)
            for alteration in now.alterations:
                if _key(now, alteration) == key and self._work.writable:
                    self._decide(now, [alteration], way)
                    return

    @Slot(str)
    def _on_link(self, way: str) -> None:
        if way == "end":
            self.end()
            return
        for one in self._open if self._work.writable else ():
            now = self._compared(one)  # with what was accepted of the one before
            if now.alterations:
                self._decide(now, now.alterations, KEEP if way == "accept" else BACK)

    def _compared(self, one: OpenSuggestion) -> OpenSuggestion:
        """What somebody suggests of the text as it stands at this moment."""
        return compared(one.suggestion, self._read())

    def _decide(self, one: OpenSuggestion, decided: Sequence[Alteration], way: str) -> None:
        words = "; ".join(map(plain_words, decided))
        left = one.suggestion
        if way == KEEP:
            text = one.text
            for alteration in reversed(decided):
                text = make(text, alteration, one.whole)
            self._change(text)
        else:
            for alteration in reversed(decided):
                left = left.without(alteration, one.text)
            undo = partial(self._record, left, one.suggestion, Decision.REOPENED, words)
            self.said.emit(Message(tr("Refused: {change}").format(change=words), Tone.DONE, tr("Undo"), undo))
        self._record(one.suggestion, left, Decision.ACCEPTED if way == KEEP else Decision.REFUSED, words)

    def _record(self, seen: Suggestion, left: Suggestion, decision: Decision, words: str) -> None:
        work = partial(decide_suggestion, seen=seen, left=left, decision=decision, words=words, actor=self._account)
        self._door.write(work, on_done=self._on_recorded, on_error=self._on_error)

    def _on_recorded(self, _result: Any) -> None:
        self.look()

    def _take_back(self, key: Hashable) -> None:
        """Let the story's own words stand again in what is suggested, as it was compared last."""
        own = self._shown
        if own is None or own.whole != self._text():
            self.send()  # it is compared anew, and the card with it
            return
        for alteration in own.alterations:
            if _key(own, alteration) == key:
                self._form.change(own.suggestion.without(alteration, own.text).text)
                self.send()
                return

    def _why_not(self, story: Story) -> str:
        """Reason why this person may not suggest anything of the story; empty when they may."""
        mine = story.writer == self._account.login
        return worded(why_not(Act.SUGGEST, self._account.role, story.stage, is_writer=mine))

    def _on_error(self, error: NewsroomError) -> None:
        self._refuse(worded(error))

    def _refuse(self, why: str) -> None:
        self.said.emit(Message(why, Tone.REFUSED))
        self.begun_or_ended.emit(self.typing)


def _key(one: OpenSuggestion, alteration: Alteration) -> Hashable:
    return one.suggestion.login, alteration.mark


def _shown_of(one: OpenSuggestion, *, made: bool) -> list[ShownAlteration]:
    by = Credit(one.suggestion.login, one.suggestion.name, one.suggestion.saved)
    return [ShownAlteration(_key(one, each), each, by, made) for each in one.alterations]


def compared(suggestion: Suggestion, text: StoryText) -> OpenSuggestion:
    """What somebody suggests of a text."""
    return OpenSuggestion(suggestion, text, suggestion.on(text), tuple(suggestion.open_in(text)))


def find_suggestions(newsroom: Newsroom, story_id: int, text: StoryText) -> list[OpenSuggestion]:
    """All that is suggested of a story, of its text as it stands on the screen."""
    return [compared(one, text) for one in newsroom.suggestions.of(story_id)]


def find_own(
    newsroom: Newsroom, story_id: int, text: StoryText, kept: KeptSuggestion, actor: Account
) -> OpenSuggestion | None:
    """What somebody suggested before of a story, on top of its text; None when nothing."""
    own = own_of(actor, newsroom.suggestions.of(story_id))
    found = compared(own, text) if own else None
    kept.text = found.whole if found else text
    return found


def keep_suggestion(
    newsroom: Newsroom, own: Suggestion, whole: bool, kept: KeptSuggestion, journal: SuggestionJournal, actor: Account
) -> Stored:
    """Store what somebody suggests of a text; unless it is the `whole`, on top of what they suggested before.

    What another window of theirs stores meanwhile stays.
    """
    before = None if whole else own_of(actor, newsroom.suggestions.of(own.story_id))
    text = with_typed(before, own) if before else own.text
    known = before.on(own.base) if before else own.base
    last = kept.text if whole else known
    kept.text = newsroom.suggestions.keep(own.story_id, text, base=own.base, actor=actor, last=last)
    journal.forget(own.story_id, own.text)
    found = tuple(alterations(own.base, kept.text))
    return Stored(OpenSuggestion(replace(own, text=kept.text), own.base, kept.text, found), own.text, not whole)


def own_of(account: Account, found: Iterable[Suggestion]) -> Suggestion | None:
    """What this person suggests, among all that is suggested."""
    return next((one for one in found if one.login == account.login), None)


def with_typed(before: Suggestion, typed: Suggestion) -> StoryText:
    """The text that was typed in, with what was suggested before and what was typed since."""
    return before.with_later(replace(typed, text=typed.base), typed).on(typed.base)


def decide_suggestion(
    newsroom: Newsroom, seen: Suggestion, left: Suggestion, decision: Decision, words: str, actor: Account
) -> None:
    """Record what became of a part of a suggestion; nobody else may be writing."""
    newsroom.suggestions.decide(seen, left, decision, words, actor=actor)
