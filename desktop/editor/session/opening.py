"""Opening a story: whether its reader may write, and with the text they left off with."""

from contextlib import suppress
from dataclasses import dataclass, replace

from db.errors import NewsroomError, NotFound, Refused
from db.fields import ON_PAGE, STORY_FIELDS, FieldKind
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import Conflicted, ConflictMerge, deferred_conflict, merge_with_newest
from desktop.editor.session.journal import Base, DamagedJournal, Journal, salvage
from desktop.localization import clock, tr, worded
from desktop.press.format_folders import format_of
from exports.typeset.galley.body_setting import GalleyPress


@dataclass(frozen=True)
class OpenedStory:
    """A story as it was opened for one person."""

    story: Story
    text: StoryText
    """The text to show: the newest revision, or what this person had typed and not saved."""
    why_not: str = ""
    """Reason why they may only read; empty when they may write."""
    may_take_over: bool = False
    said: str = ""
    """A sentence about the text that they should know, if there is one."""
    unsaved: str = ""
    """A sentence that tells the text they left off with from a revision; it says so until they type on."""
    dirty: bool = False
    clash: Conflicted | None = None
    """A conflict found just now, which asks for a choice."""
    deferred: Conflicted | None = None
    """A conflict found earlier, which waits for a choice."""
    given_back: bool = False
    """Whether they gave it back themselves, and may write again at a click."""
    kinds: tuple[str, ...] = ()
    """Kinds a story may be of."""
    claimed: bool = False
    """Whether this person holds it now; nobody does while they only read."""
    found: str = ""
    """Text of the journal on this computer that could not be put back, to be copied."""
    galley: GalleyPress | None = None
    """What its galley is set with; None where there is no such format."""


def open_story(
    newsroom: Newsroom, story_id: int, actor: Account, journal: Journal | None = None, *, take_over: bool = False,
    claim: bool = False, given_back: bool = False, again: bool = False,
) -> OpenedStory:  # fmt: skip
    """Read a story, and find the text its reader left off with.

    Nothing is claimed unless that is wanted, or such a text is put back: the first key that changes something claims.
    `again` it is open already, with what its reader types in it.
    """
    spoilt = _set_damaged_aside(newsroom, journal, story_id, actor) if journal is not None else _Sent()
    sent = _send(newsroom, journal, story_id, actor) if journal is not None else _Sent()
    opened = _open(newsroom, story_id, actor, take_over=take_over, claim=claim, given_back=given_back, again=again)
    said = " ".join(filter(None, (spoilt.said, sent.said, opened.said)))
    found = sent.found or spoilt.found
    with newsroom.reading_at_once():
        kinds, galley = tuple(newsroom.kinds.all()), galley_press(newsroom, opened.story, opened.text)
    return replace(opened, kinds=kinds, said=said, found=found, galley=galley)


def _open(
    newsroom: Newsroom, story_id: int, actor: Account, *, take_over: bool, claim: bool, given_back: bool, again: bool
) -> OpenedStory:
    with newsroom.reading_at_once():
        story = newsroom.stories.get(story_id)
        copy = newsroom.stories.working_copy(story_id, actor=actor)
    why = newsroom.stories.may_write(story, actor)
    held = story.claim is not None and story.claim.login != actor.login
    if not why and given_back and not held:
        said = tr("You have let go of this story: others may write in it.")
        return OpenedStory(story, story.text, said, given_back=True)
    typed = copy is not None and copy.text != story.text
    may_take_over = False
    if not why and (take_over or claim or held or typed):
        try:
            (newsroom.claims.take_over if take_over else newsroom.claims.take)(story_id, actor=actor)
        except Refused as error:
            why, may_take_over = worded(error), actor.role.edits
        story = newsroom.stories.get(story_id)
        if why and story.claim is not None:
            why = tr("{why}, since {time}.").format(why=why.rstrip("."), time=clock(story.claim.since))
    mine = story.claim is not None and story.claim.login == actor.login
    if copy is None or copy.text == story.text:
        waiting = _deferred(newsroom, story, story.text, actor, why)
        return OpenedStory(story, story.text, why, may_take_over, deferred=waiting, claimed=mine)
    if why:
        said = tr("You typed something here at {time} that is not in this revision; it is kept until you may write.")
        return OpenedStory(story, story.text, why, may_take_over, said.format(time=clock(copy.saved)))
    merged = _brought_together(newsroom, story, copy)
    if merged.clash is not None:
        newsroom.choices.remember(story_id, base=copy.base, theirs=story.version, actor=actor)
    waiting = _deferred(newsroom, story, merged.text, actor)
    unsaved = ""
    if not again and copy.base == story.version:
        unsaved = tr("This is what you typed until {time}; it is not a revision yet.").format(time=clock(copy.saved))
    return OpenedStory(
        story, merged.text, said=merged.said, unsaved=unsaved, dirty=True, clash=merged.clash, deferred=waiting,
        claimed=mine,
    )  # fmt: skip


def _deferred(
    newsroom: Newsroom, story: Story, text: StoryText, actor: Account, why_not: str = ""
) -> Conflicted | None:
    """The conflict that waits for a choice, for whoever may write."""
    return None if why_not else deferred_conflict(newsroom, story, text, actor)


def galley_press(newsroom: Newsroom, story: Story, text: StoryText) -> GalleyPress | None:
    """What the galley of a story is set with; None where its format is not to be had."""
    pictures = {}
    try:
        fmt = format_of(newsroom, story)
    except NewsroomError:
        return None
    for picture in text.body.pictures:
        with suppress(NotFound):
            pictures[picture.sha256] = newsroom.pictures.get(picture.sha256)
    return GalleyPress(fmt, pictures)


@dataclass(frozen=True)
class _Sent:
    """Result of sending the journal: a sentence about it, and a text that could not be sent."""

    said: str = ""
    found: str = ""


def _set_damaged_aside(newsroom: Newsroom, journal: Journal, story_id: int, actor: Account) -> _Sent:
    """Take out of the newsroom what was typed and cannot be read: the story opens with its newest revision then.

    Where this computer cannot keep it, it stays, and the story is not opened.
    """
    data = newsroom.stories.damaged_working_copy(story_id, actor=actor)
    if data is None:
        return _Sent()
    try:
        aside = journal.keep_damaged(story_id, data)
    except OSError:
        return _Sent()
    newsroom.stories.drop_working_copy(story_id, actor=actor)
    said = tr("What you typed here and did not save was damaged; it is kept as {path}.")
    return _Sent(said.format(path=aside), salvage(data))


def _send(newsroom: Newsroom, journal: Journal, story_id: int, actor: Account) -> _Sent:
    """Bring what the journal holds into the newsroom, unless something newer is there; that is kept aside then."""
    try:
        waiting = journal.find(story_id)
    except DamagedJournal as error:
        return _Sent(worded(error), error.found)
    if waiting is None:
        return _Sent()
    base = base_of(newsroom, story_id, waiting.base)
    if base is None:
        aside = journal.set_aside(story_id, "other-story")
        said = tr("What you typed in {slug} waited for this number, which is another story now; it is kept as {path}.")
        return _Sent(said.format(slug=waiting.base.slug, path=aside), plain_text(waiting.text))
    known = newsroom.stories.working_copy(story_id, actor=actor)
    if known is None or known.saved <= waiting.saved or known.saved == waiting.over:
        newsroom.stories.keep(story_id, waiting.text, actor=actor, base=base, typed=waiting.saved)
        journal.forget(story_id)
    elif known.text == waiting.text:
        journal.forget(story_id)
    else:
        aside = journal.set_aside(story_id, "older")
        said = tr("This computer had kept what you typed here at {time}; you typed on since. It is kept as {path}.")
        return _Sent(said.format(time=clock(waiting.saved), path=aside), plain_text(waiting.text))
    return _Sent()


def base_of(newsroom: Newsroom, story_id: int, base: Base) -> int | None:
    """Number of the revision on which a text was typed, in this newsroom: it may have been put back from a backup.

    Then it is the newest one from before that the newsroom has. None when the number is another story's there.
    """
    revisions = newsroom.stories.revisions(story_id)
    same = next((one for one in revisions if one.number == base.number), None)
    if same and base.content_hash in ("", same.content_hash) and base.slug in ("", same.text.slug):
        return base.number
    if base.slug not in {one.text.slug for one in revisions}:
        return None
    before = [one.number for one in revisions if base.changed is None or one.made <= base.changed]
    return before[0] if before else revisions[-1].number


def _brought_together(newsroom: Newsroom, story: Story, copy: WorkingCopy) -> ConflictMerge:
    """The text that was typed and not saved, on top of the newest revision; and a sentence about what that changed."""
    if copy.base != story.version:
        return merge_with_newest(newsroom, story, copy.text, copy.base)
    return ConflictMerge(copy.text, "")


def plain_text(text: StoryText) -> str:
    """All a person typed, without marks: for the clipboard."""
    printed = [getattr(text, one.name) for one in ON_PAGE]
    notes = [getattr(text, one.name) for one in STORY_FIELDS if one.kind is FieldKind.NOTE]
    return "\n\n".join(filter(None, (*printed, text.body.body_text, *notes)))
