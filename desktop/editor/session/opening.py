"""How a story is opened: with its claim when its reader may write, and with the text they left off with."""

from dataclasses import dataclass, replace

from db.errors import Refused, one_line
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted, ConflictMerge, meet, put_off
from desktop.editor.session.journal import Journal
from desktop.localization import clock, tr


@dataclass(frozen=True)
class OpenedStory:
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
    clash: Conflicted | None = None
    """What was met just now, and asks for a choice."""
    put_off: Conflicted | None = None
    """What was met earlier, and waits for a choice."""
    given_back: bool = False
    """Whether they gave it back themselves, and may write again at a click."""
    kinds: tuple[str, ...] = ()
    """What kinds a story may be of."""


def open_story(
    newsroom: Newsroom, story_id: int, actor: Account, journal: Journal | None = None, *, take_over: bool = False,
    claim: bool = True,
) -> OpenedStory:  # fmt: skip
    """Claim a story when its reader may write in it and wants to, and find the text they left off with."""
    if journal is not None:
        _send(newsroom, journal, story_id, actor)
    opened = _open(newsroom, story_id, actor, take_over=take_over, claim=claim)
    return replace(opened, kinds=tuple(newsroom.kinds.all()))


def _open(newsroom: Newsroom, story_id: int, actor: Account, *, take_over: bool, claim: bool) -> OpenedStory:
    story = newsroom.stories.get(story_id)
    why = newsroom.stories.may_write(story, actor)
    may_take_over = False
    if not why and not claim:
        return OpenedStory(
            story, story.text, tr("You have let go of this story: others may write in it."), given_back=True
        )
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
        return OpenedStory(
            story, story.text, why, may_take_over, put_off=_put_off(newsroom, story, story.text, actor, why)
        )
    if why:
        said = tr("You typed something here at {time} that is not in this revision; it is kept until you may write.")
        return OpenedStory(story, story.text, why, may_take_over, said.format(time=clock(copy.saved)))
    met = _brought_together(newsroom, story, copy)
    if met.clash is not None:
        newsroom.choices.remember(story_id, base=copy.base, theirs=story.version, actor=actor)
    waiting = _put_off(newsroom, story, met.text, actor)
    return OpenedStory(story, met.text, said=met.said, dirty=True, clash=met.clash, put_off=waiting)


def _put_off(newsroom: Newsroom, story: Story, text: StoryText, actor: Account, why_not: str = "") -> Conflicted | None:
    """What waits for a choice, for whoever may write."""
    return None if why_not else put_off(newsroom, story, text, actor)


def _send(newsroom: Newsroom, journal: Journal, story_id: int, actor: Account) -> None:
    """Bring what the journal holds into the newsroom, unless something newer is there."""
    waiting = journal.find(story_id)
    if waiting is None:
        return
    known = newsroom.stories.working_copy(story_id, actor=actor)
    if known is None or known.saved < waiting.saved:
        newsroom.stories.keep(story_id, waiting.text, actor=actor, base=waiting.base)
    journal.forget(story_id)


def _brought_together(newsroom: Newsroom, story: Story, copy: WorkingCopy) -> ConflictMerge:
    """What was typed and not saved, on top of the newest revision; and what to say about it."""
    if copy.base == story.version:
        said = tr("This is what you typed until {time}; it is not a revision yet.")
        return ConflictMerge(copy.text, said.format(time=clock(copy.saved)))
    return meet(newsroom, story, copy.text, copy.base)
