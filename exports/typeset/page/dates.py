"""Days in words, in the language of a story: names and order as the Unicode Common Locale Data Repository has them."""

import json
from datetime import date
from functools import lru_cache
from typing import TypedDict

from resources import resource


class _Words(TypedDict):
    """The words a language has for days; `{number}` in the pattern stands for the month as a figure."""

    pattern: str
    weekdays: list[str]
    """From Monday on."""
    months: list[str]


def in_words(day: date, language: str) -> str:
    """A day as a page line says it, `Thursday, 26 November 2026`; `2026-11-26` in a language whose words are not known.

    A region may have words of its own, as `de-AT`; else those of its language hold.
    """
    words = _words_of(language)
    if not words:
        return f"{day:%Y-%m-%d}"
    weekday, month = words["weekdays"][day.weekday()], words["months"][day.month - 1]
    said = words["pattern"].format(weekday=weekday, day=day.day, month=month, number=day.month, year=day.year)
    return said[:1].upper() + said[1:]


def _words_of(language: str) -> _Words | None:
    parts = language.replace("_", "-").lower().split("-")
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((_known()[tag] for tag in tags if tag in _known()), None)


@lru_cache(maxsize=1)
def _known() -> dict[str, _Words]:
    stored: dict[str, _Words] = json.loads(resource("dates/full.json").read_text(encoding="utf-8"))
    return {tag.lower(): words for tag, words in stored.items()}
