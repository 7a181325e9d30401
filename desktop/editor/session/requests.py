"""Small requests of an open story to the newsroom, each made on a worker."""

from datetime import datetime

from db.newsroom import Newsroom
from db.values import Account, Revision


def revisions_of(newsroom: Newsroom, story_id: int) -> list[Revision]:
    """The revisions of a story, the newest first."""
    return newsroom.stories.revisions(story_id)


def forget_choice(newsroom: Newsroom, story_id: int, theirs: int, actor: Account) -> None:
    """Nothing is left to choose between somebody's text and that revision."""
    newsroom.choices.forget(story_id, theirs=theirs, actor=actor)


def last_typed(newsroom: Newsroom, story_id: int) -> datetime | None:
    """Time at which the holder of a story last typed in it."""
    return newsroom.claims.last_typed(story_id)


def renew_claim(newsroom: Newsroom, story_id: int, actor: Account) -> None:
    """Go on holding a story."""
    newsroom.claims.renew(story_id, actor=actor)
