"""Slugs as they are spelled, and the tidying of fields before they are stored. Pure."""

import re

from db.document import clean
from db.errors import Refused
from db.fields import STORY_FIELDS, FieldKind
from db.text.folding import fold
from db.values import StoryText

MAX_SLUG = 48
"""Characters of a slug: it is said aloud, and the names of files begin with it."""
_MOST_WORDS = 3
"""Words of a headline that become a slug: two are seldom enough to tell stories apart, four are not said aloud."""
MAX_FIELD = 1000
"""Characters of a field; what is longer is no headline, dek or byline."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SMALL = (
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "over", "than", "that",
    "the", "to", "with",
)  # fmt: skip
_ONE_LINE = tuple(one.name for one in STORY_FIELDS if one.kind is not FieldKind.NOTE)
_NOTES = tuple(one.name for one in STORY_FIELDS if one.kind is FieldKind.NOTE)


def tidy_text(text: StoryText) -> StoryText:
    """The text with its fields trimmed, all but notes on one line, and free of what cannot be stored.

    Raises Refused for a field that is too long.
    """
    tidy = {name: " ".join(clean(getattr(text, name)).split()) for name in _ONE_LINE}
    for name, value in tidy.items():
        if len(value) > MAX_FIELD:
            raise Refused(f"The {name} is {len(value)} characters long; {MAX_FIELD} are the most.")
    notes = {name: clean(getattr(text, name)).replace("\u2028", "\n").strip() for name in _NOTES}
    return text.with_(**tidy, **notes)


def numbered(slug: str, number: int) -> str:
    """A slug with a number behind it, and as much of it as there is room for."""
    end = f"-{number}"
    return slug[: MAX_SLUG - len(end)].rstrip("-") + end


_NO_WORDS = "story"
"""The slug of what has no words to make one of."""
_WITHOUT_WORDS = re.compile(r"story(?:-[0-9]+)?")


def tells_nothing(slug: str) -> bool:
    """Whether a slug was made without words, and means no story in particular: `story`, `story-2`."""
    return _WITHOUT_WORDS.fullmatch(slug) is not None


def slug_from(words: str) -> str:
    """A slug of up to three telling words; `story` when there is none in Latin letters."""
    plain = fold(words).replace("'", "")
    found = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]
    return "-".join(found[:_MOST_WORDS])[:MAX_SLUG].strip("-") or _NO_WORDS
