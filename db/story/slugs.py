"""Slugs that are free: unique among the open stories of a newsroom."""

from sqlmodel import Session, col, select

from db.errors import SlugRefused
from db.stages import OPEN_STAGES
from db.store.tables import StoryRow
from db.text.slugs import MAX_SLUG, SLUG, numbered, slug_from, tells_nothing
from db.values import StoryText


def free_slug(session: Session, words: str) -> str:
    """A slug from these words that no open story has."""
    first = words if SLUG.fullmatch(words) and len(words) <= MAX_SLUG else slug_from(words)
    slug, number = first, 2
    while slug_is_taken(session, slug):
        slug, number = numbered(first, number), number + 1
    return slug


def slug_after_headline(session: Session, row: StoryRow, text: StoryText) -> str:
    """The slug a text is saved under: one from its first telling headline where the story began without one.

    Where somebody has chosen the slug, before or now, it stays.
    """
    had_words = not tells_nothing(slug_from(row.headline))
    if text.slug != row.slug or had_words or not tells_nothing(row.slug) or tells_nothing(slug_from(text.headline)):
        return text.slug
    return free_slug(session, text.headline)


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
