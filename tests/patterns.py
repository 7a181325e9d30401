"""Regular expressions tried on text made to slow them down: long runs of what each part of them takes."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]  # how a pattern was parsed is told nowhere else
from re import _parser as parser  # type: ignore[attr-defined]  # nor here
from typing import Any

_NEAR_MISSES = ("\0", "\n", "!", "x")
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "0", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: ";",
}  # fmt: skip
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def attacks(pattern: "re.Pattern[Any]", length: int) -> Iterator[str]:
    """Texts of about so many characters that a pattern begins to match again and again, and does not."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    runs = list(dict.fromkeys(_runs(parser.parse(text, pattern.flags & ~re.UNICODE), "")))
    for before, run in runs:
        for end in _NEAR_MISSES:
            yield before + run * (length // len(run)) + end
    singles = list(dict.fromkeys(run for _, run in runs))[:8]
    for one in singles:
        for other in singles:
            if one != other:
                yield (one + other) * (length // len(one + other)) + "\0"
                yield one * (length // len(one) // 2) + other * (length // len(other) // 2) + "\0"


def _runs(items: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    """For each part of a pattern, what leads up to it and what it takes."""
    for item in items:
        kind, value = item
        one = _example([item])
        if kind in _REPEATS:
            one = _example(value[2])
            yield from _runs(value[2], before)
        elif kind is codes.SUBPATTERN:
            yield from _runs(value[-1], before)
        elif kind is codes.ATOMIC_GROUP:
            yield from _runs(value, before)
        elif kind is codes.BRANCH:
            for branch in value[1]:
                yield from _runs(branch, before)
                if whole := _example(branch):
                    yield before, whole
        if one:
            yield before, one
        before += _example([item])
    if before:
        yield "", before


def _example(items: Sequence[Any]) -> str:
    """The shortest text a pattern matches, by and large."""
    return "".join(_shortest(kind, value) for kind, value in items)


def _shortest(kind: Any, value: Any) -> str:
    if kind is codes.LITERAL:
        return chr(value)
    if kind in _REPEATS:
        return _example(value[2]) * min(value[0], 50)
    if kind is codes.SUBPATTERN:
        return _example(value[-1])
    if kind is codes.ATOMIC_GROUP:
        return _example(value)
    if kind is codes.BRANCH:
        return _example(value[1][0])
    if kind is codes.IN:
        return _member(value)
    return {codes.ANY: "x", codes.NOT_LITERAL: "a" if value != ord("a") else "b"}.get(kind, "")


def _member(choices: Sequence[Any]) -> str:
    """A character of a class."""
    if choices[0][0] is codes.NEGATE:
        taken = [_member([one]) for one in choices[1:]]
        return next(one for one in "a ;0éx" if one not in taken)
    kind, value = choices[0]
    if kind is codes.LITERAL:
        return chr(value)
    return chr(value[0]) if kind is codes.RANGE else _CATEGORIES.get(value, "a")


def seconds(work: Callable[[], object]) -> float:
    """Of the processor's time."""
    before = time.process_time()
    work()
    return time.process_time() - before
