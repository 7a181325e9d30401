"""How well what a person types fits a title: each word is the beginning of one of its words, or a part of it."""

from collections.abc import Iterable
from typing import TypeVar

from db.text.folding import fold

T = TypeVar("T")

_WHOLE, _BEGINS, _WITHIN, _INITIALS = 8, 5, 2, 1
"""A word that is all of another is better than its beginning, and that than a part of it; initials are a last guess."""
_FIRST = 2
"""More for what the title itself begins with: one types the first letters of what one looks for."""


def fitness(typed: str, title: str) -> int:
    """The higher the better; 0 when a typed word is nowhere in the title."""
    wanted, there = fold(typed).split(), fold(title)
    words = there.replace("-", " ").split()
    scores = [_score(word, words, there) for word in wanted]
    return sum(scores) + _FIRST * there.startswith(fold(typed).strip()) if all(scores) else 0


def ranked(typed: str, choices: Iterable[tuple[str, T]]) -> list[T]:
    """The choices whose titles fit, the best first, those that fit alike in their order; all when nothing is typed."""
    if not typed.strip():
        return [choice for _, choice in choices]
    found = [(fitness(typed, title), choice) for title, choice in choices]
    return [choice for score, choice in sorted(found, key=lambda one: -one[0]) if score]


def _score(word: str, words: list[str], there: str) -> int:
    if word in words:
        return _WHOLE
    if any(one.startswith(word) for one in words):
        return _BEGINS
    if word in there:
        return _WITHIN
    return _INITIALS if "".join(one[0] for one in words).startswith(word) else 0
