"""Credits: who made which alteration of a text, and when, by the revisions between. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.text.alterations import alterations
from db.values import Revision, StoryText


@dataclass(frozen=True)
class Credit:
    """The person who altered something, and when that was saved."""

    login: str
    name: str
    at: datetime


def credits_of(base: StoryText, later: Iterable[Revision]) -> Mapping[Any, Credit]:
    """By its mark, who made each alteration of a text: the first revision, of those in order, that has it so.

    What one person altered again that another had altered is theirs.
    """
    found: dict[Any, Credit] = {}
    seen: set[Any] = set()
    before = base
    for revision in later:
        if revision.text != before:
            marks = {one.mark for one in alterations(base, revision.text)}
            credit = Credit(revision.author, revision.author_name, revision.made)
            found |= dict.fromkeys(marks - seen, credit)
            seen, before = marks, revision.text
    return found
