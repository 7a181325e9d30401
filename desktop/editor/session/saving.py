"""Saving: a typed text becomes a revision, and goes along when a story is moved. `StoryWriter` says in which order."""

from dataclasses import dataclass

from db.errors import NewsroomError, SlugRefused, Stale
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story, StoryCard, StoryText
from desktop.editor.conflict_dialog import Conflicted, merge_with_newest
from desktop.localization import tr, worded


@dataclass(frozen=True)
class Saved:
    """A story as it was saved, and what to say about it."""

    story: Story
    said: str = ""
    clash: Conflicted | None = None
    merged: bool = False
    """Whether another's text was put together with what was typed."""
    slug_refused: str = ""
    """Reason why the slug that was typed was not taken; all else was saved."""


class Away(NewsroomError):
    """The newsroom cannot store a text now; the journal on this computer has it."""


def save_story(
    newsroom: Newsroom, story: Story, text: StoryText, actor: Account, *, unsure: StoryText | None = None
) -> Saved:
    """Save a text as a revision, together with one that was saved meanwhile; and what to say about that.

    `unsure` is what this person sent before without hearing whether it was saved: a revision of that text is their own.
    """
    try:
        return _save(newsroom, story, text, actor)
    except Stale:
        fresh = newsroom.stories.get(story.id)
        if unsure and fresh.text == unsure.with_(slug=fresh.slug) and fresh.version == story.version + 1:
            slug = fresh.slug if text.slug == unsure.slug else text.slug  # it may have been made from the headline
            return save_story(newsroom, fresh, text.with_(slug=slug), actor)
        merged = merge_with_newest(newsroom, fresh, text, story.version)
        if merged.clash is not None:
            newsroom.choices.remember(story.id, base=story.version, theirs=fresh.version, actor=actor)
        saved = _save(newsroom, fresh, merged.text, actor)
        return Saved(saved.story, merged.said, merged.clash, merged=True, slug_refused=saved.slug_refused)


def _save(newsroom: Newsroom, story: Story, text: StoryText, actor: Account) -> Saved:
    """Save a text; under the slug the story has, when it cannot have another."""
    try:
        return Saved(newsroom.stories.save(story.id, text, actor=actor, base=story.version))
    except SlugRefused as error:
        told = tr("{why} The story keeps its slug {slug}; all else is saved.")
        said = told.format(why=worded(error), slug=story.slug)
        saved = newsroom.stories.save(story.id, text.with_(slug=story.slug), actor=actor, base=story.version)
        return Saved(saved, said, slug_refused=worded(error))


def resolve_clash(newsroom: Newsroom, story: Story, clash: Conflicted, chosen: StoryText, actor: Account) -> Saved:
    """Save what was chosen on top of what one has saved, so that both are revisions; the choice waits no more."""
    note = "Chosen where two changed the same place"
    resolved = newsroom.stories.save(story.id, chosen, actor=actor, base=story.version, note=note)
    newsroom.choices.forget(story.id, theirs=clash.revision, actor=actor)
    return Saved(resolved)


def clash_of(newsroom: Newsroom, story: Story, text: StoryText) -> Conflicted | None:
    """The places that were changed here and by others since the revision `story` is."""
    fresh = newsroom.stories.get(story.id)
    return merge_with_newest(newsroom, fresh, text, story.version).clash if fresh.version != story.version else None


def move_story(
    newsroom: Newsroom, story_id: int, move: Move, note: str, actor: Account, seen: StoryCard | None = None
) -> Story:
    """Move a story as it was saved, and give it back. The press is loaded when first needed."""
    from desktop.press import service

    moved = service.make_move(newsroom, move, story_id, actor=actor, note=note, seen=seen)
    newsroom.claims.release(story_id, actor=actor)
    return moved
