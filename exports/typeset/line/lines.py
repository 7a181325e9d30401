"""Set lines: a paragraph's text in one style and measure as lines of placed glyphs. Cached by paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain, groupby
from operator import attrgetter
from typing import NamedTuple

from db.document import Span
from exports import cache_sizes
from exports.formats import LineFilling, Style
from exports.typeset.line.breaks.breaking import Break, break_in, break_lines, share_slack
from exports.typeset.line.breaks.breakpoints import Filling, breakpoints_of
from exports.typeset.line.runs import PlainLine, Spaced, is_plain
from exports.typeset.line.script.bidi import has_right_to_left, runs_right_to_left
from exports.typeset.line.script.bidi_levels import levels_of
from exports.typeset.line.script.cjk import mostly_squares, pitch
from exports.typeset.line.script.clusters import has_joined, mostly_thai
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import Segment, Word, Words, words_of
from exports.typeset.sheet import BLACK, Glyph, Ink, Run, SetLine
from exports.units import PER_EM

_LETTER = 480.0
"""Width of a middling letter, 1/1000 em: what turns tracking into a share of the width."""

_TIGHT, _TIGHT_SPACE = 0.01, 1.4
"""Share of their width by which letters may stand closer in a paragraph that is to lose a line; and times by which its
word spaces may shrink more than they otherwise may.
"""

_TIGHT_CLOSER = 0.67
"""Share of that which is left in a paragraph that is to lose a line: no space is narrower than about half its width."""

_CLOSER = 0.6
"""Share of what a word space may shrink by which it shrinks further rather than that others are twice as wide."""

_SHORT_WORD = 0.2
"""Share of the measure under which a word is too short to be a last line: six letters in a column of 45 mm. At a
quarter of it one paragraph in fifteen would be set a line shorter.
"""

_MOST_CLOSER, _MOST_SPREAD = 1.065, 1.2
"""Times their measure that lines hold when they close up, and that text of some width fills when it spreads, at most: a
paragraph that would have to give more is not tried.
"""

Shape = tuple[tuple[float, float], ...]
"""Left edge and width of each of the first lines, in points."""

LINE_BREAK = "\u2028"
"""A line break typed inside a paragraph."""

_SPREAD = 0.11
"""Share of their width by which lines of Thai may get wider by the space between letters: 0.06 em on average.
They hold few spaces between words, or none.
"""


class Line(NamedTuple):
    """One set line: its runs from the line's left edge and baseline, and the part of the text it shows."""

    runs: tuple[Run, ...]
    width: float
    """Points, the last line of a justified paragraph and ragged lines less than the measure."""
    start: int
    """Offset in the paragraph's text."""
    end: int
    hyphen: bool

    def aside(self, x: float) -> "Line":
        """The line moved to the right; its width ends where it ended, counted from the column's edge."""
        return self._replace(runs=tuple(self.at(x, 0.0)), width=self.width + x) if x else self

    def at(self, x: float, y: float, ink: Ink = BLACK) -> list[Run]:
        """The runs with the line's beginning at a point."""
        return [
            Run(run.face, run.size, run.x + x, run.y + y, run.glyphs, run.space, run.tracking, run.scale, ink)
            for run in self.runs
        ]

    def of(self, text: str, x: float, y: float, field: str = "body") -> SetLine:
        """What the runs at a point say: this line's part of a text."""
        return SetLine(0, x, y, self.width, text[self.start : self.end], -1, self.start, self.end, field=field)


@dataclass(frozen=True, slots=True)
class LineSettings:
    """Settings of a paragraph's lines; lengths in points."""

    style: Style
    filling: Filling
    language: str
    """Language by whose rules its words are divided; not at all when empty."""
    indent: float = 0.0
    """Indent of the first line; the lines after it begin at the left edge."""
    squares: bool = False
    """Whether it is Chinese: set on a character grid."""
    right_to_left: bool = False
    """Whether it begins at the right."""
    tracked: tuple[float, float] = (0.0, 0.0)
    """Share of what letters give, closing up and spreading, that is tracking: the rest is their width."""
    joined: bool = False
    """Whether its letters are not tracked one by one, but, if at all, with their marks."""

    def fitting(self, text: str) -> "LineSettings":
        """Settings for a text in its script.

        Chinese characters keep their width, so that they stand in line with those above. Scripts that join their
        letters, or set marks over and under them, have none apart, but Thai spreads letters with their marks. Text from
        right to left hangs nothing over, besides.
        """
        if mostly_squares(text):
            return replace(self, filling=replace(self.filling, glyph_shrink=0.0, glyph_stretch=0.0), squares=True)
        if not has_joined(text):
            return self
        shrink = self.filling.glyph_shrink * (1 - self.tracked[0])
        stretch = self.filling.glyph_stretch * (1 - self.tracked[1])
        filling = replace(self.filling, glyph_shrink=shrink, glyph_stretch=stretch)
        joined = replace(self, filling=filling, tracked=(0.0, 0.0), joined=True)
        if has_right_to_left(text):
            return replace(joined, filling=replace(filling, hang=0.0), right_to_left=runs_right_to_left(text))
        if filling.ragged or not mostly_thai(text):
            return joined
        wider = replace(filling, glyph_stretch=stretch + _SPREAD)
        return replace(joined, filling=wider, tracked=(0.0, _SPREAD / (stretch + _SPREAD)))

    def tightened(self) -> "LineSettings":
        """Settings with more give, for a paragraph that is to lose a line."""
        filling, tracked = self.filling, self.tracked[0] * self.filling.glyph_shrink
        total = filling.glyph_shrink + _TIGHT
        shrink = filling.shrink * _TIGHT_SPACE
        tight = replace(filling, shrink=shrink, glyph_shrink=total, closer=filling.closer * _TIGHT_CLOSER)
        closer = 0.0 if self.joined else (tracked + _TIGHT) / total
        return replace(self, filling=tight, tracked=(closer, self.tracked[1]))

    def indented(self, indent: float) -> "LineSettings":
        """Settings with another indent."""
        return replace(self, indent=indent)


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def justified(style: Style, setting: LineFilling, language: str) -> LineSettings:
    """Body text: lines filled to the measure, unless the format sets it ragged; words divided by language."""
    space = face(style.face).width(" ")
    least, natural, most = setting.word_space
    down, up = setting.glyph_tolerance
    closer, wider = (PER_EM * give / _LETTER for give in setting.tracking)
    filling = Filling(
        space=space * natural, hyphen=face(style.face).width("-"), stretch=space * (most - natural),
        shrink=space * (natural - least), glyph_shrink=-down - closer, glyph_stretch=up + wider, hang=setting.hang,
        hyphens_in_a_row=setting.hyphens_in_a_row, ragged=setting.ragged, closer=_CLOSER * space * (natural - least),
    )  # fmt: skip
    tracked = (closer / ((down + closer) or 1.0), wider / ((up + wider) or 1.0))
    return LineSettings(style, filling, language, tracked=tracked)


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def ragged(style: Style) -> LineSettings:
    """Headlines, deks, cutlines: natural spaces, no word divided."""
    space = face(style.face).width(" ")
    filling = Filling(
        space=space, hyphen=face(style.face).width("-"), stretch=space, shrink=0.0, glyph_shrink=0.0,
        glyph_stretch=0.0, hang=0.0, hyphens_in_a_row=0, ragged=True,
    )  # fmt: skip
    return LineSettings(style, filling, "")


@lru_cache(maxsize=cache_sizes.PARAGRAPHS)
def set_paragraph(
    spans: tuple[Span, ...], settings: LineSettings, measure: float, *, shape: Shape = (), looseness: int = 0
) -> tuple[Line, ...]:
    """The lines of a paragraph set to a measure in points. None when there is nothing to see.

    `shape` has left edge and width of the first lines, where something stands beside them. `looseness` asks for a
    line more or fewer, which is given where it can be set well.
    """
    lines: list[Line] = []
    for part, offset in parts_of(spans):
        within = settings if not lines else settings.indented(0.0)
        lines += _set_part(part, within, (measure, shape[len(lines) :], looseness), offset)
    return tuple(lines)


def set_plain(text: str, settings: LineSettings, measure: float) -> tuple[Line, ...]:
    """The lines of an unmarked text."""
    return set_paragraph((Span(text=text),) if text else (), settings, measure)


def parts_of(spans: Sequence[Span]) -> Iterator[tuple[list[Span], int]]:
    """The parts between typed line breaks, each with its offset in the text."""
    part: list[Span] = []
    offset = at = 0
    for span in spans:
        for index, text in enumerate(span.text.split(LINE_BREAK)):
            if index:
                at += 1
                yield part, offset
                part, offset = [], at
            if text:
                part.append(span.model_copy(update={"text": text}) if text != span.text else span)
            at += len(text)
    yield part, offset


def _set_part(spans: list[Span], settings: LineSettings, room: tuple[float, Shape, int], offset: int) -> list[Line]:
    measure, shape, looseness = room
    per_em = PER_EM / settings.style.size
    width, first = measure * per_em, settings.indent * per_em
    widths = tuple(wide * per_em for _, wide in shape)
    words = words_of(spans, settings.style, hyphenator(settings.language))
    text = "".join(span.text for span in spans)
    settings = settings.fitting(text)
    widest = min((width, *widths)) - max(first, 0.0)
    words = words.within(widest)
    if not words.each:
        return []
    places = breakpoints_of(words.each, settings.filling, first)
    breaks = break_lines(places, width, settings.filling, widths=widths)
    for more in (looseness,) if looseness else _without_stub(breaks, width, settings.filling):
        tight = settings.tightened() if more < 0 else settings
        asked = break_in(len(breaks) + more, places, width, tight.filling, widths=widths)
        if asked and (looseness or not _ends_in_a_stub(asked, width, settings.filling)):
            breaks, settings = asked, tight
            break
    last = len(breaks) - 1
    both_ways = len(breaks) > 1 and has_right_to_left(text)
    directed = _Directed.of(words.each, right_to_left=settings.right_to_left) if both_ways else None
    plain = None if settings.right_to_left or settings.joined else _PlainWords.of(words.each)
    lines = []
    for number, found in enumerate(breaks):
        wide = widths[number] if number < len(widths) else width
        within = wide, first if not number else 0.0
        line = _assemble(words, found, settings, within, offset, final=number == last, parts=plain or directed)
        lines.append(line.aside(shape[number][0]) if number < len(shape) else line)
    return lines


def _without_stub(breaks: Sequence[Break], measure: float, filling: Filling) -> Iterator[int]:
    """The numbers of lines, less those of a paragraph that ends in one short word, in which it may do without that."""
    if not _ends_in_a_stub(breaks, measure, filling):
        return
    before = len(breaks) - 1
    natural = sum(line.width for line in breaks) + before * filling.space
    if natural <= before * measure * _MOST_CLOSER:
        yield -1
    if natural - _SHORT_WORD * measure >= (before + 1) * measure / _MOST_SPREAD:
        yield 1


def _ends_in_a_stub(breaks: Sequence[Break], measure: float, filling: Filling) -> bool:
    """Whether the last line of a justified paragraph is one short word, or a part of one."""
    if len(breaks) < 2 or filling.ragged:
        return False
    last = breaks[-1]
    return not (last.spaces or last.squares) and last.width < _SHORT_WORD * measure


class _PlainWords(NamedTuple):
    """The words of a paragraph that are all in one face and follow one another: lines are cut out of its glyphs."""

    face: str
    words: Sequence[Word]
    glyphs: list[Glyph]
    """Those of all words, with a space behind each."""
    starts: Sequence[int]
    """Where each word begins in them, and the next one would."""
    widths: list[float]

    @classmethod
    def of(cls, words: Sequence[Word]) -> "_PlainWords | None":
        """These words, if they are such."""
        key = words[0].face
        if not key or not is_plain(key) or set(map(_face, words)) != {key} or not face(key).has("-"):
            return None
        each = list(map(_glyphs, words))
        starts = [*accumulate(map(len, each), initial=0)]
        return cls(key, words, [*chain.from_iterable(each)], starts, list(map(_width, words)))

    def line(self, found: Break) -> PlainLine:
        """The glyphs of a line."""
        first, last = found.word, found.end_word
        if first == last:
            glyphs, width = self._part(first, found.piece, found.end_piece)
            return PlainLine(self.face, [*glyphs], width, 0)
        end, space = self.starts[last], len(face(self.face).shape(" "))
        line, widths = self.glyphs[self.starts[first] : end - space], self.widths[first:last]
        if found.piece:
            begun, widths[0] = self._part(first, found.piece, None)
            line[: len(self.words[first].glyphs) - space] = begun
        if found.end_piece:
            ended, width = self._part(last, 0, found.end_piece)
            line += [*self.glyphs[end - space : end], *ended]
            widths.append(width)
        return PlainLine(self.face, line, sum(widths), len(widths) - 1)

    def _part(self, number: int, begin: int, end: int | None) -> tuple[Sequence[Glyph], float]:
        """Some pieces of a word as they are set together, and their width."""
        pieces = self.words[number].pieces[begin:end]
        return face(self.face).shaped["".join(text for piece in pieces for _, text in piece.segments)]


_face, _glyphs, _width = attrgetter("face"), attrgetter("glyphs"), attrgetter("width")


class _Directed(NamedTuple):
    """A paragraph that runs both ways, as its characters are set, with a space between two words, and their levels."""

    text: str
    levels: Sequence[int]

    @classmethod
    def of(cls, words: Sequence[Word], *, right_to_left: bool) -> "_Directed":
        """The levels that the characters of these words have: what is opened in one line is open in the next."""
        text = " ".join(_set_text(word.segments) for word in words)
        return cls(text, levels_of(text, int(right_to_left)))

    def of_line(self, words: Sequence[Word], found: Break, line: str) -> Sequence[int]:
        """The levels of a line's characters; none where it is set otherwise than the whole was."""
        before = sum(len(_set_text(word.segments)) + 1 for word in words[: found.word])
        before += sum(len(_set_text(piece.segments)) for piece in words[found.word].pieces[: found.piece])
        return self.levels[before : before + len(line)] if self.text.startswith(line, before) else ()


def _set_text(segments: Iterable[Segment]) -> str:
    return "".join(text for _, text in segments)


def _assemble(
    words: Words, found: Break, settings: LineSettings, room: tuple[float, float], offset: int, *, final: bool,
    parts: _PlainWords | _Directed | None = None,
) -> Line:  # fmt: skip
    """The runs of a broken line, its slack shared out; a last line keeps its natural spaces unless it is too long."""
    width, indent = room
    apart = pitch(width, PER_EM) - PER_EM if settings.squares and not settings.filling.ragged else 0.0
    natural = settings.filling.ragged or (final and found.width + apart * found.squares <= width - indent)
    filled = (settings.filling.space, apart, 1.0) if natural else share_slack(found, width - indent, settings.filling)
    x = indent - found.hang_left
    if settings.right_to_left:
        x = width - indent - found.width if natural else 0.0
    if isinstance(parts, _PlainWords):
        runs, right = parts.line(found).run(settings.style, filled, tracked=settings.tracked, x=x, hyphen=found.hyphen)
    else:
        spaced = Spaced(settings.style, *filled, tracked=settings.tracked, x=x, whole=settings.joined)
        segments = _segments_of(words.each, found)
        levels = parts.of_line(words.each, found, " ".join(map(_set_text, segments))) if parts else ()
        spaced.add_words(segments, right_to_left=settings.right_to_left, levels=levels)
        if found.hyphen:
            spaced.add_hyphen()
        runs, right = spaced.runs()
    start, end = offsets_of(words, found)
    return Line(runs, right, start + offset, end + offset, found.hyphen)


def _segments_of(words: Sequence[Word], found: Break) -> list[tuple[Segment, ...]]:
    """The text of a line in its faces, word by word; the first and last may be parts of words."""
    first, last = found.word, found.end_word
    if first == last:
        return [_joined(words[first], found.piece, found.end_piece)]
    segments = [word.segments for word in words[first:last]]
    if found.piece:
        segments[0] = _joined(words[first], found.piece, None)
    if found.end_piece:
        segments.append(_joined(words[last], 0, found.end_piece))
    return segments


def _joined(word: Word, begin: int, end: int | None) -> tuple[Segment, ...]:
    """Some pieces of a word, neighbours of one face as one."""
    segments = (segment for piece in word.pieces[begin:end] for segment in piece.segments)
    return tuple((key, "".join(text for _, text in same)) for key, same in groupby(segments, key=lambda pair: pair[0]))


def offsets_of(words: Words, found: Break) -> tuple[int, int]:
    """Where a line begins and ends in the text of its part."""
    start, end = _offset(words, found.word, found.piece), found.end_word
    if found.end_piece:
        return start, _offset(words, end, found.end_piece)
    return start, words.start(end - 1) + words.each[end - 1].length


def _offset(words: Words, number: int, piece: int) -> int:
    """Where a piece of a word begins in the text."""
    start = words.start(number)
    return start + sum(part.length for part in words.each[number].pieces[:piece]) if piece else start
