"""The glyphs of one line, gathered into runs of a face each and spread to the line's width. Widths are 1/1000 em."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from exports import cache_sizes
from exports.formats import Style
from exports.typeset.line.script.bidi import in_visual_order
from exports.typeset.line.script.cjk import spacing_between
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.line.word.shaping import Segment, is_squared
from exports.typeset.sheet import Glyph, Run
from exports.units import PER_EM

_RIGHT_TO_LEFT = ("arabic", "hebrew")
_OTHER_SCRIPTS = ("han", *_RIGHT_TO_LEFT)
"""Faces whose characters do not simply follow one another: between squares, and those and others, something stands."""

_advance, _source = itemgetter(1), itemgetter(4)


def is_plain(key: str) -> bool:
    """Whether words of a face follow one another from left to right with a space between them, and no more."""
    return not key.startswith(_OTHER_SCRIPTS)


class _Counts(NamedTuple):
    """What a run holds: its natural width, that of its spaces, and how many spaces and letters there are."""

    width: float
    space_width: float
    spaces: int
    letters: int


def _counted(glyphs: Sequence[Glyph]) -> _Counts:
    sources = list(map(_source, glyphs))
    spaces = sources.count(" ")
    space = glyphs[sources.index(" ")][1] if spaces else 0.0
    return _Counts(sum(map(_advance, glyphs)), space * spaces, spaces, len(glyphs) - spaces)


def _counts_of(key: str, glyphs: Sequence[Glyph], width: float, spaces: int) -> _Counts:
    """The same of a line whose words together are so wide, with so many spaces between them."""
    apart = spaces * face(key).width(" ")
    return _Counts(width + apart, apart, spaces, len(glyphs) - spaces)


@lru_cache(maxsize=cache_sizes.STYLES)
def _hyphen(key: str) -> Glyph:
    """The hyphen of a divided word: it stands for no character of the text (ISO 32000-2, 14.8.2.6.2)."""
    number, advance, dx, dy, _ = face(key).shape("-")[0]
    return number, advance, dx, dy, SOFT_HYPHEN


def _with_hyphen(counts: _Counts, hyphen: Glyph) -> _Counts:
    return _Counts(counts.width + hyphen[1], counts.space_width, counts.spaces, counts.letters + 1)


def _shared(scale: float, tracked: tuple[float, float]) -> tuple[float, float]:
    """The share of a line's width that tracking gives, and the scale that is left for its glyphs."""
    share = tracked[1] if scale >= 1 else tracked[0]
    return (scale - 1) * share, 1 + (scale - 1) * (1 - share)


def _between_letters(give: float, width: float, letters: int) -> float:
    """What stands between any two of so many letters, which are so wide, when they give that share of it together."""
    return give * width / max(1, letters - 1) if give else 0.0


def _run(
    key: str, glyphs: Sequence[Glyph], counts: _Counts, x: float, fill: tuple[float, float, float, float]
) -> tuple[Run, float]:
    """A run from a place on, and where it ends; `fill` is its size, space and scale, and what stands behind a glyph."""
    size, space, scale, apart = fill
    tracking = apart / scale
    added = space / scale - face(key).width(" ") - tracking
    run = Run(key, size, x * size / PER_EM, 0.0, tuple(glyphs), added, tracking, scale)
    return run, x + (counts.width + tracking * len(glyphs) + added * counts.spaces) * scale


class PlainLine(NamedTuple):
    """A line of one plain face, in which a hyphen is: what most lines are, and what is set in one step."""

    face: str
    glyphs: list[Glyph]
    width: float
    """Of its words together, without the spaces between them; and how many these are."""
    spaces: int

    def run(
        self, style: Style, filled: tuple[float, float, float], *, tracked: tuple[float, float], x: float, hyphen: bool
    ) -> tuple[tuple[Run, ...], float]:
        """Its run, and where that ends in points, as `Spaced` would make it."""
        give, scale = _shared(filled[2], tracked)
        counts, glyphs = _counts_of(self.face, self.glyphs, self.width, self.spaces), self.glyphs
        if hyphen:
            glyphs = [*glyphs, _hyphen(self.face)]
            counts = _with_hyphen(counts, glyphs[-1])
        letters = _between_letters(give, counts.width - counts.space_width, counts.letters)
        run, end = _run(self.face, glyphs, counts, x, (style.size, filled[0], scale, letters))
        return (run,), (end - letters) * style.size / PER_EM


def _letterspaced(glyphs: Sequence[Glyph], apart: float) -> list[Glyph]:
    """Glyphs with so much behind each letter; marks, which stand behind it, keep their place."""
    found: list[Glyph] = []
    back = 0.0
    for (number, advance, dx, dy, source), following in zip(glyphs, [*glyphs[1:], None], strict=True):
        back = 0.0 if source else back
        last = following is None or following[4] != "" or not following[1]
        more = apart if advance and last and not back and source != " " else 0.0
        found.append((number, advance + more, dx - back, dy, source))
        back = back or more
    return found


class Spaced:
    """Gathers the glyphs of a line into runs: a run ends where the face does. Widths are 1/1000 em."""

    def __init__(
        self, style: Style, space: float, squares: float, scale: float, *, tracked: tuple[float, float], x: float,
        whole: bool = False,
    ) -> None:  # fmt: skip
        self._style = style
        self._space = space
        self._squares = squares
        self._give, self._scale = _shared(scale, tracked)
        self._x = x
        self._whole = whole
        self._gathered: list[tuple[str, list[Glyph]]] = []
        self._counts: _Counts | None = None
        """Those of the only run, where they are known."""

    def add_words(
        self, words: Sequence[tuple[Segment, ...]], *, right_to_left: bool, levels: Sequence[int] = ()
    ) -> None:
        """Words with spaces between them, in reading order; where they run both ways with each character's level."""
        keys = {key for word in words for key, _ in word}
        if len(keys) == 1 and not right_to_left and is_plain(key := next(iter(keys))):
            self._add_of_one_face(key, words)
        elif right_to_left or any(key.startswith(_RIGHT_TO_LEFT) for key in keys):
            self._add_in_visual_order(words, right_to_left, levels)
        else:
            for index, segments in enumerate(words):
                if index:
                    self.add_space()
                for key, text in segments:
                    self.add(key, text)

    def _add_of_one_face(self, key: str, words: Sequence[tuple[Segment, ...]]) -> None:
        """Words of a single face: the commonest kind of line, gathered quickly."""
        shaped = face(key).shaped
        glyphs, width = list[Glyph](), 0.0
        space, _ = shaped[" "]
        for word in words:
            for _, text in word:
                found, wide = shaped[text]
                glyphs += found
                width += wide
            glyphs += space
        del glyphs[-len(space) :]
        self._counts = _counts_of(key, glyphs, width, len(words) - 1)
        self._gathered.append((key, glyphs))

    def _add_in_visual_order(
        self, words: Sequence[tuple[Segment, ...]], right_to_left: bool, levels: Sequence[int]
    ) -> None:
        space = (self._style.face, " ")
        parts = [part for word in words for part in (space, *word)][1:]
        for key, text, direction in in_visual_order(parts, right_to_left=right_to_left, levels=levels):
            self.add(key, text, direction)

    def add(self, key: str, text: str, direction: str = "") -> None:
        """Text of one face."""
        glyphs = face(key).shape(text, (), direction)
        if self._gathered and glyphs and (key.startswith("han") or self._gathered[-1][0].startswith("han")):
            self._join(glyphs[0][4][:1])
        if self._gathered and self._gathered[-1][0] == key:
            self._gathered[-1][1].extend(glyphs)
        else:
            self._gathered.append((key, list(glyphs)))

    def _join(self, following: str) -> None:
        """Let Chinese and Latin stand a little apart: the glyph before gets wider, or narrower."""
        glyphs = self._gathered[-1][1]
        number, advance, dx, dy, source = glyphs[-1]
        apart = spacing_between(source[-1:] or " ", following or " ")
        glyphs[-1] = (number, advance + apart, dx, dy, source)

    def add_space(self) -> None:
        """The space between two words, in the face before it, unless that stands in for one."""
        before = self._gathered[-1][0] if self._gathered else self._style.face
        self.add(self._style.face if before.startswith(_OTHER_SCRIPTS) else before, " ")

    def add_hyphen(self) -> None:
        """The hyphen of a divided word: it stands for no character of the text (ISO 32000-2, 14.8.2.6.2)."""
        key = self._gathered[-1][0]
        if not face(key).has("-"):
            key, self._counts = self._style.face, None
            self._gathered.append((key, []))
        hyphen = _hyphen(key)
        self._gathered[-1][1].append(hyphen)
        self._counts = self._counts and _with_hyphen(self._counts, hyphen)

    def runs(self) -> tuple[tuple[Run, ...], float]:
        """The runs, and where the last one ends in points."""
        if self._whole and self._give:
            return self._spread()
        size, x, runs, squares = self._style.size, self._x, list[Run](), 0.0
        counted = [self._counts] if self._counts else [_counted(glyphs) for _, glyphs in self._gathered]
        letters = self._tracking(counted)
        for (key, glyphs), counts in zip(self._gathered, counted, strict=True):
            squares = self._squares if is_squared(key) else 0.0
            run, x = _run(key, glyphs, counts, x, (size, self._space, self._scale, letters + squares))
            runs.append(run)
        return tuple(runs), (x - letters - squares) * size / PER_EM

    def _spread(self) -> tuple[tuple[Run, ...], float]:
        """Letterspaced runs whose letters keep their marks: what stands between them is in their advances."""
        size, x, runs, scale = self._style.size, self._x, [], self._scale
        glyphs = [glyph for _, gathered in self._gathered for glyph in gathered]
        letters = sum(glyph[4] not in ("", " ") for glyph in glyphs)
        wide = sum(glyph[1] for glyph in glyphs if glyph[4] != " ")
        apart = self._give * wide / max(1, letters - 1) / scale
        for key, gathered in self._gathered:
            spread = _letterspaced(gathered, apart)
            counts, squares = _counted(spread), self._squares / scale if is_squared(key) else 0.0
            added = self._space / scale - face(key).width(" ") - squares
            runs.append(Run(key, size, x * size / PER_EM, 0.0, tuple(spread), added, squares, scale))
            x += (counts.width + squares * len(spread) + added * counts.spaces) * scale
        return tuple(runs), (x - apart * scale) * size / PER_EM

    def _tracking(self, counted: Sequence["_Counts"]) -> float:
        """What stands between any two letters, spread evenly so that together they give their share."""
        if len(counted) == 1:  # nearly always
            return _between_letters(self._give, counted[0].width - counted[0].space_width, counted[0].letters)
        width = sum(counts.width - counts.space_width for counts in counted)
        return _between_letters(self._give, width, sum(counts.letters for counts in counted))
