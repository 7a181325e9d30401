"""The one writer of an open story: all that is claimed, kept, saved or moved goes through it, one after the other.

Its methods are asked through the door, which calls them with the newsroom, one after the other; `note` alone asks
nobody and may be called on any thread. So an older text never overwrites a newer one, and each text is put on top of
what the newsroom has by then.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from db.errors import NewsroomError, NotFound, Refused, Stale, one_line
from db.newsroom import Newsroom
from db.stages import Move
from db.text.merge import merge
from db.text.slugs import tidy_text
from db.values import Account, Story, StoryCard, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted, merge_with_newest
from desktop.editor.session.journal import Base, Journal
from desktop.editor.session.opening import OpenedStory, base_of, open_story
from desktop.editor.session.saving import Away, Saved, clash_of, move_story, resolve_clash, save_story
from desktop.localization import tr

_CHOOSE_FIRST = "{name} changed a place meanwhile that you changed too: choose first, then make the move again."


@dataclass(frozen=True)
class Typed:
    """A text as it stood on the screen at one moment."""

    text: StoryText
    number: int
    """Grows with every key: of two texts the higher number is the newer one."""
    changes_shown: int
    """Number of the writer's `changes` that the screen showed then."""
    at: datetime
    """That moment, by the newsroom's clock."""


@dataclass(frozen=True)
class TextChange:
    """A change of a text besides what was typed: another's put together with it, or an older one brought back."""

    before: StoryText
    after: StoryText

    def on_top(self, typed: StoryText) -> StoryText:
        """The same change of a text that was typed on meanwhile; where both changed a place, what was typed stands."""
        return self.after if typed == self.before else merge(self.before, typed, self.after).text


class StoryWriter:
    """Writes one story for one person."""

    def __init__(self, journal: Journal, story_id: int, actor: Account) -> None:
        self._journal, self._actor = journal, actor
        self.story_id = story_id
        self._base: Story | None = None
        self._unsure: StoryText | None = None
        """The text that was sent to be saved when the newsroom fell silent: it may be the newest revision or not."""
        self._replaced = 0
        """Count of the newsroom's replacements when the base was found."""
        self._kept: datetime | None = None
        """Time at which the newsroom kept the last text."""
        self._noted = -1
        self._lock = Lock()
        self.changes: list[TextChange] = []
        """In order; it only grows. The screen takes them in when it can, what it sends before is put on top of them."""

    @property
    def base(self) -> Story:
        """The revision on which what is typed stands."""
        assert self._base is not None
        return self._base

    def open(
        self,
        newsroom: Newsroom,
        typed: Typed | None,
        *,
        take_over: bool = False,
        claim: bool = False,
        given_back: bool = False,
    ) -> OpenedStory:
        """Open the story, again when something is `typed` in it already. Raises NewsroomError."""
        replaced = newsroom.replaced
        opened = open_story(
            newsroom, self.story_id, self._actor, self._journal, take_over=take_over, claim=claim,
            given_back=given_back, again=typed is not None,
        )  # fmt: skip
        if typed is None:
            self._base, self._replaced = opened.story, replaced
        elif not opened.why_not:
            self._change(self._on_top(typed), opened.text)
            self._base = opened.story
        return opened

    def claim(self, newsroom: Newsroom, typed: Typed) -> Saved:
        """Claim the story, since something was typed in it. Raises Refused when another has claimed it meanwhile, and
        NotFound when its number is another story's in a newsroom that was put back.

        What others saved since it was opened is put together with what was typed; where that cannot be, saving asks.
        """
        self._find_base(newsroom)
        newsroom.claims.take(self.story_id, actor=self._actor)
        fresh, said = newsroom.stories.get(self.story_id), ""
        if fresh.version != self.base.version:
            text = self._on_top(typed)
            merged = merge_with_newest(newsroom, fresh, text, self.base.version)
            if merged.clash is not None:
                return Saved(self.base)
            self._change(text, merged.text)
            said = merged.said
        self._base = fresh
        return Saved(fresh, said)

    def keep(self, newsroom: Newsroom, typed: Typed) -> WorkingCopy:
        """Keep what is being typed in the newsroom; else in the journal, raising Away.

        Raises the newsroom's own NewsroomError when the journal cannot be written either.
        """
        try:
            self._find_base(newsroom)
            text, base = self._on_top(typed), self.base.version
            copy = newsroom.stories.keep(self.story_id, text, actor=self._actor, base=base, typed=typed.at)
            self._kept = copy.saved
        except NewsroomError as error:
            try:
                self.note(typed)
            except OSError:
                raise error from None
            raise Away(one_line(error)) from error
        self._forget(typed)
        return copy

    def note(self, typed: Typed) -> None:
        """Write a text into the journal on this computer, unless a newer one is there. Raises OSError."""
        with self._lock:
            if typed.number >= self._noted:
                self._journal.keep(self.base, self._on_top(typed), typed.at, self._kept)
                self._noted = typed.number

    def save(self, newsroom: Newsroom, typed: Typed) -> Saved:
        """Make what was typed a revision; if that cannot be, it is kept, and what prevented it is raised."""
        try:
            saved = self._save(newsroom, self._on_top(typed))
        except NewsroomError:
            with suppress(NewsroomError):
                self.keep(newsroom, typed)
            raise
        self._forget(typed)
        return saved

    def resolve(self, newsroom: Newsroom, typed: Typed, clash: Conflicted, chosen: StoryText) -> Saved:
        """Save what was typed, then what was chosen where two changed the same place."""
        saved = self.save(newsroom, typed)
        mine = saved.story.text
        resolved = resolve_clash(newsroom, saved.story, clash, chosen, self._actor)
        self._base = resolved.story
        self._change(mine, resolved.story.text)
        return resolved

    def restore(self, newsroom: Newsroom, typed: Typed, number: int) -> Saved:
        """Save what was typed, then make the text of an older revision the next one."""
        mine = self.save(newsroom, typed).story.text
        self._base = newsroom.stories.restore(self.story_id, number, actor=self._actor)
        self._change(mine, self._base.text)
        return Saved(self._base)

    def leave(self, newsroom: Newsroom, typed: Typed | None) -> Saved:
        """Save what was typed, if anything was, and give the story back in any case.

        A text that clashes with another's is not saved: it stays as what this person typed, and waits for their choice.
        """
        try:
            if typed is None:
                return Saved(self.base)
            self._find_base(newsroom)
            clash = clash_of(newsroom, self.base, self._on_top(typed))
            if clash is None:
                return self.save(newsroom, typed)
            self.keep(newsroom, typed)
            return Saved(self.base, clash=clash)
        except NewsroomError:
            if typed is not None:
                with suppress(NewsroomError):
                    self.keep(newsroom, typed)
            raise
        finally:
            with suppress(NewsroomError):  # then the claim runs out by itself
                newsroom.claims.release(self.story_id, actor=self._actor)

    def move(
        self, newsroom: Newsroom, typed: Typed | None, move: Move, note: str, seen: StoryCard | None = None
    ) -> Story:
        """Save what was typed, then move the story as it was seen, and as it was typed in.

        Raises Refused when it clashes with what another saved meanwhile, Stale when it is not what was seen.
        """
        self._find_base(newsroom)
        if typed is not None:
            clash = clash_of(newsroom, self.base, self._on_top(typed))
            if clash is not None:
                raise Refused(tr(_CHOOSE_FIRST).format(name=clash.name))
            saved = self.save(newsroom, typed)
            if saved.slug_refused:
                raise Refused(saved.slug_refused)
            if seen is not None and not saved.merged:
                seen = replace(seen, version=self.base.version)
        return move_story(newsroom, self.story_id, move, note, self._actor, seen)

    def _save(self, newsroom: Newsroom, text: StoryText) -> Saved:
        self._find_base(newsroom)
        before = self.base
        try:
            saved = save_story(newsroom, before, text, self._actor, unsure=self._unsure)
        except NewsroomError as error:
            if not isinstance(error, Refused | Stale):
                self._unsure = tidy_text(text)
            raise
        self._unsure, self._base = None, saved.story
        if saved.merged:
            self._change(text, saved.story.text)
        elif not saved.slug_refused and saved.story.slug != text.slug.strip():
            self._change(text, text.with_(slug=saved.story.slug))  # made from the headline
        return saved

    def _find_base(self, newsroom: Newsroom) -> None:
        """In a newsroom that was put back from a backup, find the revision that what is typed stands on.

        Raises NotFound when the story is not there any more.
        """
        replaced = newsroom.replaced
        if replaced == self._replaced:
            return
        number = base_of(newsroom, self.story_id, Base.of(self.base))
        if number is None:
            raise NotFound(f"{self.base.slug} is not in the newsroom that was put back.")
        self._base, self._replaced = replace(self.base, version=number, content_hash=""), replaced

    def _change(self, before: StoryText, after: StoryText) -> None:
        if before != after:
            self.changes.append(TextChange(before, after))

    def _on_top(self, typed: Typed) -> StoryText:
        """The text with all that became of the story since it stood on the screen."""
        text = typed.text
        for change in self.changes[typed.changes_shown :]:
            text = change.on_top(text)
        return text

    def _forget(self, typed: Typed) -> None:
        """The newsroom has this text: the journal need not keep it, nor an older one."""
        with self._lock:
            if typed.number >= self._noted:
                self._journal.forget(self.story_id)
