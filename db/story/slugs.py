"""Slugs: short internal names, unique among open stories; and the tidying of fields before they are stored."""

import re
import unicodedata

from sqlmodel import Session, col, select

from db.document import clean
from db.errors import Refused
from db.models import StoryRow
from db.stages import OPEN_STAGES
from db.values import StoryText

MAX_SLUG = 48
MAX_FIELD = 1000
"""Characters of a field; what is longer is no headline, dek or byline."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "of",
        "on",
        "or",
        "over",
        "than",
        "that",
        "the",
        "to",
        "with",
    )
)
_ONE_LINE = ("slug", "kicker", "headline", "dek", "byline", "dateline", "language")


def tidy_text(text: StoryText) -> StoryText:
    """The text with its fields on one line, trimmed, and free of what cannot be stored.

    Raises Refused for a field that is too long.
    """
    tidy = {name: " ".join(clean(getattr(text, name)).split()) for name in _ONE_LINE}
    for name, value in tidy.items():
        if len(value) > MAX_FIELD:
            raise Refused(f"The {name} is {len(value)} characters long; {MAX_FIELD} are the most.")
    return text.with_(**tidy, ednote=clean(text.ednote).replace("\u2028", "\n").strip())


def slug_from(words: str) -> str:
    """A slug of up to three telling words; `story` when there is none in Latin letters."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower().replace("'", "")
    found = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]
    return "-".join(found[:3])[:MAX_SLUG].strip("-") or "story"


def free_slug(session: Session, words: str) -> str:
    """A slug from these words that no open story has."""
    first = words if _SLUG.fullmatch(words) and len(words) <= MAX_SLUG else slug_from(words)
    slug, number = first, 2
    while slug_is_taken(session, slug):
        slug, number = f"{first}-{number}", number + 1
    return slug


def slug_is_taken(session: Session, slug: str, but: int | None = None) -> bool:
    """Whether an open story, other than the one of that number, has this slug."""
    query = select(StoryRow.id).where(StoryRow.slug == slug, col(StoryRow.stage).in_(OPEN_STAGES))
    return session.exec(query.where(StoryRow.id != but) if but is not None else query).first() is not None


def check_slug(session: Session, slug: str) -> None:
    """Raise Refused unless a story may take this slug."""
    if not _SLUG.fullmatch(slug) or len(slug) > MAX_SLUG:
        raise Refused(f"“{slug}” cannot be a slug: use lower-case letters and digits joined by hyphens.")
    if slug_is_taken(session, slug):
        raise Refused(f"There is an open story called {slug} already.")
