"""How what was typed is stored: kept for now, saved as a revision, and taken along when a story is left or moved."""

from dataclasses import dataclass

from db.errors import NewsroomError, Refused, Stale, one_line
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted, meet
from desktop.editor.session.journal import Journal
from desktop.localization import tr


@dataclass(frozen=True)
class Saved:
    """A story as it was saved, and what to say about it."""

    story: Story
    said: str = ""
    clash: Conflicted | None = None


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


def save_story(newsroom: Newsroom, story: Story, text: StoryText, actor: Account) -> Saved:
    """Save a text as a revision, together with one that was saved meanwhile; and what to say about that."""
    try:
        return Saved(newsroom.stories.save(story.id, text, actor=actor, base=story.version))
    except Stale:
        fresh = newsroom.stories.get(story.id)
        met = meet(newsroom, fresh, text, story.version)
        if met.clash is not None:
            newsroom.choices.remember(story.id, base=story.version, theirs=fresh.version, actor=actor)
        saved = newsroom.stories.save(story.id, met.text, actor=actor, base=fresh.version)
        return Saved(saved, met.said, met.clash)


def settle_clash(
    newsroom: Newsroom, story: Story, mine: StoryText, clash: Conflicted, chosen: StoryText, actor: Account
) -> Saved:
    """Save what one has, then what was chosen, so that both are revisions; the choice waits no more."""
    saved = save_story(newsroom, story, mine, actor).story
    note = "Chosen where two changed the same place"
    settled = newsroom.stories.save(story.id, chosen, actor=actor, base=saved.version, note=note)
    newsroom.choices.forget(story.id, theirs=clash.revision, actor=actor)
    return Saved(settled)


def clash_of(newsroom: Newsroom, story: Story, text: StoryText) -> Conflicted | None:
    """The places that were changed here and by others since the revision `story` is."""
    fresh = newsroom.stories.get(story.id)
    return meet(newsroom, fresh, text, story.version).clash if fresh.version != story.version else None


def leave_story(newsroom: Newsroom, story: Story, text: StoryText | None, actor: Account) -> Conflicted | None:
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
    from desktop.press import service

    clash = clash_of(newsroom, story, text) if text is not None else None
    if clash is not None:
        why = tr("{name} changed a place meanwhile that you changed too: choose first, then make the move again.")
        raise Refused(why.format(name=clash.name))
    if text is not None:
        save_story(newsroom, story, text, actor)
    moved = service.make_move(newsroom, move, story.id, actor=actor, note=note)
    newsroom.claims.release(story.id, actor=actor)
    return moved
