"""Slugs that are free: unique among the open stories of a newsroom."""

from sqlmodel import Session, col, select

from db.errors import SlugRefused
from db.stages import OPEN_STAGES
from db.store.tables import StoryRow
from db.text.slugs import MAX_SLUG, SLUG, numbered, slug_from


def free_slug(session: Session, words: str) -> str:
    """A slug from these words that no open story has."""
    first = words if SLUG.fullmatch(words) and len(words) <= MAX_SLUG else slug_from(words)
    slug, number = first, 2
    while slug_is_taken(session, slug):
        slug, number = numbered(first, number), number + 1
    return slug


def slug_is_taken(session: Session, slug: str, but: int | None = None) -> bool:
    """Whether an open story, other than the one of that number, has this slug."""
    query = select(StoryRow.id).where(StoryRow.slug == slug, col(StoryRow.stage).in_(OPEN_STAGES))
    return session.exec(query.where(StoryRow.id != but) if but is not None else query).first() is not None


def check_slug(session: Session, slug: str) -> None:
    """Raise SlugRefused unless a story may take this slug."""
    if not SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
        raise SlugRefused(f"“{slug}” cannot be a slug: use lower-case letters and digits joined by hyphens.")
    if slug_is_taken(session, slug):
        raise SlugRefused(f"There is an open story called {slug} already.")
