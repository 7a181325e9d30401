"""Ragged text tried at many sizes and widths without being set: how headlines find theirs."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from db.document import Span
from exports.formats import Style
from exports.typeset.line.breaks.breaking import break_lines
from exports.typeset.line.breaks.breakpoints import RAGGED_BADNESS, Breakpoints, breakpoints_of
from exports.typeset.line.lines import offsets_of, parts_of, ragged
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import Words, words_of
from exports.units import PER_EM

_ROUNDING = 0.01
"""By how much a line may be wider than its measure, 1/1000 em: widths are sums of rounded ones."""


class Outline(NamedTuple):
    """One line: its width in points, and the offset in the text at which it ends."""

    width: float
    end: int


class RaggedFit:
    """A text in a style, whatever its size: words and the places between them are measured once."""

    def __init__(self, text: str, style: Style) -> None:
        self._filling = ragged(style).fitting(text).filling
        self._parts: list[tuple[Words, Breakpoints | None, int]] = []
        for spans, offset in parts_of((Span(text=text),) if text else ()):
            words = words_of(spans, style, hyphenator(""))
            self._parts.append((words, breakpoints_of(words.each, self._filling, 0.0) if words.each else None, offset))

    def lines(self, size: float, width: float) -> list[Outline]:
        """The lines the text has in that size and width, in points, as `set_plain` would set them."""
        found, measure = [], width * (PER_EM / size)
        for words, places, offset in self._parts:
            if places is None:
                continue
            if (narrow := words.within(measure)) is not words:
                places = breakpoints_of(narrow.each, self._filling, 0.0)
            for line in break_lines(places, measure, self._filling):
                found.append(Outline(line.width * size / PER_EM, offsets_of(narrow, line)[1] + offset))
        return found

    def divided(self, count: int, size: float, width: float, break_cost: Callable[[int], float]) -> list[Outline]:
        """A given number of lines, as even as may be, that end where `break_cost` of the offset is low; none where they
        do not go in, or where line breaks were typed.
        """
        words, p, _ = self._parts[0]
        measure = width * PER_EM / size
        if len(self._parts) > 1 or p is None or words.within(measure) is not words:
            return []
        last = len(p.end) - 1
        offsets = [_offset(words, *p.begins(place)) for place in range(1, last + 1)]
        own = [0.0, *(break_cost(end) + cost for end, cost in zip(offsets, p.cost[1:], strict=True))]
        ways: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for number in range(count):
            further: dict[int, tuple[float, tuple[int, ...]]] = {}
            for a, (until, way) in ways.items():
                for b in range(a + 1, last + 1):
                    short = (measure - p.end[b] - p.more[b] + p.start[a]) / measure
                    if short < 0:
                        break
                    cost = until + RAGGED_BADNESS * short * short + (own[b] if b < last else 0.0)
                    if (b == last) == (number == count - 1) and (b not in further or cost < further[b][0]):
                        further[b] = cost, (*way, b)
            ways = further
        cuts = ways[last][1] if last in ways else ()
        return [Outline((p.end[b] + p.more[b] - p.start[a]) * size / PER_EM, offsets[b - 1]) for a, b in pairwise(cuts)]

    def fewest(self, size: float, width: float) -> int:
        """Lines the text takes at the least, each filled before the next: told without weighing any break."""
        measure, count = width * (PER_EM / size), 0
        for _, places, _ in self._parts:
            if places is None:
                continue
            at, last = 0, len(places.end) - 1
            while at < last:
                at = max(at + 1, bisect_right(places.end, places.start[at] + measure + _ROUNDING) - 1)
                count += 1
        return count


def _offset(words: Words, word: int, piece: int) -> int:
    """Where a line ends in the text behind which one begins with that piece of that word."""
    if not piece:
        return words.start(word - 1) + words.each[word - 1].length
    return words.start(word) + sum(part.length for part in words.each[word].pieces[:piece])
