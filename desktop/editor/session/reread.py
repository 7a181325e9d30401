"""An open story read again after others did something to it: whether it stands otherwise, and what to say of that."""

from dataclasses import dataclass

from db.errors import one_line
from db.newsroom import Newsroom
from db.stages import PAST
from db.values import Account, Story
from desktop.localization import tr


@dataclass(frozen=True)
class StoryReadAgain:
    """A story as it stands after others did something."""

    story: Story
    why_not: str = ""
    """Reason why this person may not write in it; empty when they may."""


def read_again(newsroom: Newsroom, story_id: int, actor: Account) -> StoryReadAgain:
    """A story as it stands now, and whether somebody may write in it."""
    story = newsroom.stories.get(story_id)
    return StoryReadAgain(story, newsroom.stories.may_write(story, actor))


def stands_otherwise(story: Story, mine: Story, login: str, *, claimed: bool, writable: bool) -> bool:
    """Whether a story of which nothing is being typed is to be shown anew.

    `mine` is the story as somebody of that login has it open, who holds it (`claimed`) or may write (`writable`).
    """
    moved_on = (story.version, story.stage) != (mine.version, mine.stage)
    holder, before = holder_of(story), holder_of(mine)
    lost = claimed and holder != login
    others = writable and holder not in ("", login)
    return moved_on or lost or others or (not writable and holder != before)


def holder_of(story: Story) -> str:
    """Login of whoever writes in a story; empty when nobody does."""
    return story.claim.login if story.claim else ""


def moved_by_another(story: Story) -> str:
    """What became of a story under the eyes of who reads it, with the note that was written for them."""
    moved = tr("{slug} was {done} meanwhile: it stands in {stage} now.")
    done = tr(PAST[story.last_move]) if story.last_move else tr("moved")
    sentence = moved.format(slug=story.slug, done=done, stage=tr(story.stage.value))
    return f"{sentence} “{one_line(story.last_note)}”" if story.last_note else sentence
