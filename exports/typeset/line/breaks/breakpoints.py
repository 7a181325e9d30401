"""The places where the lines of a paragraph may end, measured, and what a line between two of them costs.

Widths are 1/1000 em. A line's slack is shared by its word spaces, the gaps between square characters, and the glyphs
themselves, which may give a little.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from exports import cache_sizes
from exports.typeset.line.word.shaping import MOST_KNOWN, Word, is_squared

HYPHEN_COST = 30.0
"""Demerits of ending a line in a hyphen, on the scale on which a line stretched to its limit costs 100."""

NAME_COST = 120.0
"""Demerits of a hyphen in a word that begins with a capital: names are kept whole where that costs little elsewhere."""

DASH_COST = 10.0
"""Demerits of ending a line behind a hyphen or dash that stands in the text."""

LEADING_DASH_COST = 120.0
"""Demerits of beginning a line with a dash that stands between spaces: it belongs at the end of the one before."""

_DASHES = ("–", "—", "-")

ROW_COST = 4000.0
"""Demerits of a second hyphen in a row; four times as much for each further one."""

FRAGMENT_COST = 200_000.0
"""Demerits of a last line that is short and only part of a word."""

SHORT_LAST = 0.15
"""A last line should fill at least this share of the measure."""

SQUARE_SHRINK = 30.0
"""Most by which two square characters may stand closer."""

NEVER = 1e30
"""Demerits of what cannot be."""

_TOO_LONG = 1e7
OVERFULL = _TOO_LONG**2
"""Demerits from which a line is too long for its measure."""

LONGEST = 1.1
"""Share of the measure beyond which no line can be closed up to it."""

SHORTEST = 0.55
"""Share of the measure a line fills at least, unless nothing longer goes in."""

SQUARE_GIVE = 120.0
"""Stretch of the gap between two square characters that costs 100."""


BADNESS = 100.0
"""Badness of a line stretched or shrunk to its limit (TeX: The Program, section 108): the scale of all other costs."""

RAGGED_BADNESS = 400.0
"""Badness of a ragged line that would be empty; it grows with the square, so that lines come out even: one that is a
fifth short costs 16.
"""

_SHORT_LAST_BADNESS = 60.0
"""Badness of a last line shorter than `SHORT_LAST`: less than that of the loose lines it would take to fill it."""

_NOTHING_GIVES, _RIGID = 1e3, 1e5
"""How far a line counts as stretched that has nothing to give; badness of one too short whose glyphs alone stretch."""

_CLOSER_BADNESS = 180.0
"""Badness of spaces that shrink beyond their limit as far as they ever may: as much as of spaces of nearly twice their
width, which look worse.
"""

_MOST_TOO_LONG = 1e6
"""Bound of how much too long a line counts as: its square stays far below `NEVER`."""

_ROW_GROWTH = 4
"""Times by which each further hyphen in a row costs more."""

_FORBIDDEN = 1e12
"""Demerits of more hyphens in a row than the format allows: it is done only where lines would be too long otherwise."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Tolerances in which lines are filled; spaces in 1/1000 em, glyph tolerances as shares of the width."""

    space: float
    hyphen: float
    stretch: float
    """Growth of a word space that costs 100."""
    shrink: float
    glyph_shrink: float
    glyph_stretch: float
    hang: float
    hyphens_in_a_row: int
    ragged: bool = False
    closer: float = 0.0
    """What a word space may shrink further where all else would be much worse."""


class _Steps(NamedTuple):
    """What a word adds to a paragraph's breakpoints, wherever it stands; each of its pieces has a place."""

    width: float
    ends: tuple[float, ...]
    """Width up to the end of each piece."""
    starts: tuple[float, ...]
    """Width before a line that begins with it."""
    breaks: tuple[tuple[float, float, bool], ...]
    """What a line that ends behind it has besides; the cost of beginning one with it, and whether the line before that
    ends in a hyphen.
    """
    hangs: tuple[float, ...]
    """What of it hangs over the left edge."""
    squares: tuple[tuple[int, int], ...]
    """Squares up to its end, and whether its last character is one; none where there is none in the word."""


class Breakpoints(NamedTuple):
    """The places where a line may end, as parallel sequences: fast to walk. The first is the paragraph's beginning."""

    end: Sequence[float]
    """Width of the text up to here."""
    start: Sequence[float]
    """Width of the text before a line that begins here."""
    word: Sequence[int]
    """Word such a line begins with, counted from 0: as many spaces stand before it."""
    more: Sequence[float]
    """What a line that ends here has besides: a hyphen, less what hangs over."""
    cost: Sequence[float]
    hyphen: Sequence[bool]
    squares: Sequence[int]
    last_square: Sequence[int]
    steps: Sequence[_Steps]
    """Of each word."""

    def begins(self, place: int) -> tuple[int, int]:
        """Word and piece of it that a line begins with."""
        word = self.word[place]
        return word, place - bisect_left(self.word, word)


def breakpoints_of(words: Sequence[Word], filling: Filling, first: float) -> Breakpoints:
    """Every place of a paragraph where a line may end; `first` is the indent of the first line."""
    steps, gap, total = list(map(_known(filling.hyphen, filling.hang).__getitem__, words)), filling.space, 0.0
    end, start, word = [0.0], list[float](), list[int]()
    breaks = list[tuple[float, float, bool]]()
    for number, (width, ends, starts, added, _, _) in enumerate(steps):
        breaks += added
        if len(ends) == 1:  # nothing but speed: most words are in one piece
            end.append(total + width)
            start.append(total + starts[0])
            word.append(number)
        else:
            end += [total + one for one in ends]
            start += [total + one for one in starts]
            word += [number] * len(ends)
        total += width
        total += gap
    more, cost, hyphen = zip(*breaks, strict=True)
    start[0] -= first
    return Breakpoints(
        end, [*start, total], [*word, len(steps)], (0.0, *more), (0.0, *cost[1:], 0.0), (*hyphen, False),
        *_squares_at(steps, len(end)), steps,
    )  # fmt: skip


def _squares_at(steps: Sequence[_Steps], count: int) -> tuple[Sequence[int], Sequence[int]]:
    """Squares up to each of so many places, and whether one stands before it."""
    if not any(map(_squares, steps)):
        return [0] * count, [0] * count
    squares, last_square, total = [0], [0], 0
    for step in steps:
        each = step.squares or ((0, 0),) * len(step.ends)
        squares += [total + inside for inside, _ in each]
        last_square += [last for _, last in each]
        total = squares[-1]
    return squares, last_square


_squares = itemgetter(5)


class _MeasuredSteps(dict[Word, _Steps]):
    """The steps of words by what lines add to them; forgotten when there are very many."""

    def __init__(self, hyphen: float, hang: float) -> None:
        super().__init__()
        self._hyphen = hyphen
        self._hang = hang

    def __missing__(self, word: Word) -> _Steps:
        if len(self) > MOST_KNOWN:
            self.clear()
        steps = self[word] = self._steps(word)
        return steps

    def _steps(self, word: Word) -> _Steps:
        hangs = tuple([piece.hang_left * self._hang for piece in word.pieces])
        cost = LEADING_DASH_COST if word.segments and word.segments[0][1] in _DASHES else 0.0
        hyphen, hyphen_cost = False, NAME_COST if word.name else HYPHEN_COST
        width, count = 0.0, 0
        ends, starts, breaks, squares = list[float](), list[float](), [], []
        for piece, hang in zip(word.pieces, hangs, strict=True):
            starts.append(width + hang + piece.gap if ends else hang)
            width += piece.width + piece.gap
            ends.append(width)
            breaks.append(((self._hyphen if piece.hyphen else 0.0) - piece.hang_right * self._hang, cost, hyphen))
            count += piece.squares
            squares.append((count, 1 if piece.squares and is_squared(piece.segments[-1][0]) else 0))
            hyphen = piece.hyphen
            cost = 0.0 if piece.squares else hyphen_cost if hyphen else DASH_COST
        return _Steps(width, tuple(ends), tuple(starts), tuple(breaks), hangs, tuple(squares) if count else ())


@lru_cache(maxsize=cache_sizes.STYLES)
def _known(hyphen: float, hang: float) -> _MeasuredSteps:
    return _MeasuredSteps(hyphen, hang)


def costs(p: Breakpoints, measure: float, filling: Filling) -> Callable[[int, int, int], float]:
    """What a line from one place to another costs, in demerits, when so many lines before it end in hyphens in a row.

    Badness grows with the cube of how far a line gives (TeX: The Program, section 108); from `OVERFULL` on the line is
    too long. The lists are at hand inside, for speed: it is asked some hundred times a paragraph.
    """
    end, more, start, own, hyphen, last = p.end, p.more, p.start, p.cost, p.hyphen, len(p.end) - 1
    word, squares, last_square = p.word, p.squares, p.last_square
    stretch, shrink, in_a_row = filling.stretch, filling.shrink, filling.hyphens_in_a_row
    closer, chinese = filling.closer, squares[-1] > 0
    less, wider, ragged, short = filling.glyph_shrink, filling.glyph_stretch, filling.ragged, measure * SHORT_LAST

    def cost(a: int, b: int, row: int) -> float:
        width = end[b] + more[b] - start[a]
        slack = measure - width
        if ragged:
            bad = RAGGED_BADNESS * (slack / measure) ** 2 if slack >= 0 else _TOO_LONG * (1 - slack / measure)
        elif slack >= 0 and b == last:
            bad = 0.0 if width > short else _SHORT_LAST_BADNESS
        else:
            gaps, square = word[b - 1] - word[a], squares[b] - last_square[b] - squares[a] if chinese else 0
            if slack >= 0:
                give = gaps * stretch + wider * width + square * SQUARE_GIVE
                ratio = slack / give if give else _NOTHING_GIVES
                bad = BADNESS * ratio * ratio * ratio if gaps or square or ratio <= 1.0 else _RIGID
            else:
                give = gaps * shrink + less * width + square * SQUARE_SHRINK
                ratio = -slack / give if give else _NOTHING_GIVES
                if ratio <= 1.0:
                    bad = BADNESS * ratio * ratio * ratio
                elif (more_shrink := gaps * closer) and -slack - give <= more_shrink:
                    bad = BADNESS + _CLOSER_BADNESS * (-slack - give) / more_shrink
                else:
                    bad = _TOO_LONG * min(ratio, _MOST_TOO_LONG)
        found = 1.0 + bad + own[b]
        found *= found
        if row and hyphen[b]:
            found += ROW_COST * _ROW_GROWTH**row if row < in_a_row else _FORBIDDEN
        elif row and b == last:
            found += ROW_COST if width > short else FRAGMENT_COST
        return found

    return cost
