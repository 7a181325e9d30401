"""Text as words in faces, measured: what the line breaker works on. Widths are 1/1000 em."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple

from db.document import Span
from exports import cache_sizes
from exports.formats import Style
from exports.typeset.line.script.cjk import (
    HALF,
    NOT_LAST,
    QUOTES,
    has_squares,
    is_square,
    mostly_squares,
    spacing_between,
)
from exports.typeset.line.script.clusters import clusters, stands_tall, with_their_marks
from exports.typeset.line.word.faces import UNSEEN, Face, face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN, Hyphenator, Piece, hyphenator
from exports.typeset.sheet import Glyph

Segment = tuple[str, str]
"""Face key and text."""

BREAKING_SPACE = re.compile("[ \t\u2002\u2003]+")
"""Spaces between words; a line may end at them. All others (no-break, figure, thin, hair, Chinese) keep their own width
and stand inside a word.
"""

_WORD = re.compile("[^ \t\u2002\u2003]+")
_OTHER_SPACES = "\t\u2002\u2003"
"""Those of them that are no simple one, and seldom come."""

_IGNORED = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Characters that are never seen: they are not set (Unicode, Default_Ignorable_Code_Point)."""

_UNUSED = re.compile(
    "[\u00ad\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufe00-\ufe0f\ufeff]|(?<![\u0620-\u06ff\u0900-\u0dff])\u200d"
    "|(?<![A-Za-z\u00c0-\u024f\u0370-\u06ff\u0900-\u0dff])\u200c"
)
"""Characters that are never seen and change nothing on paper; not those that join letters or keep them apart, or say in
which direction text runs.
"""

_OTHERS = ("han", "arabic", "hebrew", "devanagari", "bengali", "gurmukhi", "odia", "telugu", "kannada", "thai", "signs")
"""Faces that stand in for what a Latin face lacks, of two weights each."""

_HANG = {".": 0.7, ",": 0.7, "-": 0.6, "‐": 0.6, "–": 0.4, "—": 0.25, ";": 0.4, ":": 0.4, "”": 0.5, "’": 0.5, "!": 0.2}
"""Share of a mark's width that hangs over the edge at a line's end."""

_HALF_ENDS = HALF | {"”", "’"}

_OPENING = "“‘\"'(«[¿¡"

_HANG_LEFT = {"“": 0.5, "‘": 0.5, "(": 0.2}


_HALF_SQUARE = 500.0
"""Width of the empty half of a Chinese mark, which may hang over, 1/1000 em."""

MOST_KNOWN = 60_000
"""Words that are remembered; past that all are forgotten."""

_MOST_KERNED = 24
"""A word of more pieces, no word of a language, is measured piece by piece: kerning over their joints is lost."""


_NARROWER = 0.98
"""Share of the measure to which what is wider is cut."""

_widest = attrgetter("widest")


class WordPart(NamedTuple):
    """A part of a word that is never divided."""

    segments: tuple[Segment, ...]
    width: float
    """Width it adds to the word up to here: kerning over the joint is in it."""
    hyphen: bool
    """Whether a hyphen is added when the line ends behind it."""
    squares: int
    """Glyphs of the Chinese face it has, marks among them: the places where Chinese is spread."""
    hang_right: float
    hang_left: float
    length: int
    """Characters of the source."""
    gap: float = 0.0
    """What stands between it and the piece before, unless a line is broken there."""


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What stands between two spaces: its pieces, and the whole in its faces."""

    pieces: tuple[WordPart, ...]
    segments: tuple[Segment, ...]
    name: bool
    """Whether it begins like a name, with a capital."""
    widest: float
    """Width of its widest piece."""
    length: int
    """Characters of the source."""
    face: str = ""
    """The face all of it is in; none where it is in several."""
    glyphs: tuple[Glyph, ...] = ()
    """What is set of it in that face, and a space behind it; and its width without that."""
    width: float = 0.0


class Words(NamedTuple):
    """The words of a text, and where they stand in it."""

    each: Sequence[Word]
    before: Sequence[int]
    """Characters before each, less one for each word: a single space stands between two, nearly always."""
    bound: float
    """Width that no piece of them exceeds, 1/1000 em."""

    def start(self, number: int) -> int:
        """Where a word begins in the text."""
        return self.before[number] + number

    def within(self, measure: float) -> "Words":
        """The words, none wider than a measure in 1/1000 em: wider ones are cut between any two characters into parts
        a little narrower.
        """
        if self.bound <= measure or max(map(_widest, self.each), default=0.0) <= measure:
            return self
        return self._replace(each=[_chopped(word, measure * _NARROWER) for word in self.each])


def words_of(spans: Sequence[Span], style: Style, divide: Hyphenator) -> Words:
    """The words of marked text with their pieces. A word may change face inside."""
    if len(spans) != 1:
        return _words_across(spans, style, divide)
    chinese = mostly_squares(spans[0].text)
    divide = _dividing(spans[0], divide)
    known = _known_words(style.face_for(bold=spans[0].bold, italic=spans[0].italic), divide, chinese)
    found, before = _parted(spans[0].text)
    words = Words([*map(known.__getitem__, found)], before, known.widest)
    return _seen(words) if known.unseen else words


def _parted(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """The words of a text, and the characters before each, less one for each word."""
    words = text.split(" ")
    if "" not in words and not any(space in text for space in _OTHER_SPACES):
        return words, [*accumulate(map(len, words[:-1]), initial=0)]
    found = [*_WORD.finditer(text)]
    return [match[0] for match in found], [match.start() - number for number, match in enumerate(found)]


def _seen(words: Words) -> Words:
    """The words of which anything is seen."""
    kept = [number for number, word in enumerate(words.each) if word.segments]
    before = [words.start(number) - at for at, number in enumerate(kept)]
    return Words([words.each[number] for number in kept], before, words.bound)


class _ShapedWords(dict[str, "Word"]):
    """Words of one face and language, each measured when it is first met; forgotten when there are very many."""

    def __init__(self, key: str, divide: Hyphenator, chinese: bool) -> None:
        super().__init__()
        self._key = key
        self._divide = divide
        self._chinese = chinese
        self.unseen = False
        """Whether one of them consists of characters that are never seen."""
        self.widest = 0.0
        """Width of the widest piece of all it has measured."""

    def __missing__(self, text: str) -> "Word":
        if len(self) > MOST_KNOWN:
            self.clear()
        word = self[text] = measured(((self._key, text),), self._divide, self._chinese)
        self.unseen = self.unseen or not word.segments
        self.widest = max(self.widest, word.widest)
        return word


@lru_cache(maxsize=cache_sizes.STYLES)
def _known_words(key: str, divide: Hyphenator, chinese: bool) -> _ShapedWords:
    return _ShapedWords(key, divide, chinese)


def _words_across(spans: Sequence[Span], style: Style, divide: Hyphenator) -> Words:
    """The words of text whose marks may change anywhere."""
    spans = with_their_marks(spans)
    found: list[Word] = []
    starts: list[int] = []
    open_word: list[Segment] = []
    at = start = 0
    dividing = divide
    chinese = mostly_squares("".join(span.text for span in spans))

    def close() -> None:
        if open_word:
            found.append(measured(tuple(open_word), dividing, chinese))
            starts.append(start)
        open_word.clear()

    for span in spans:
        key = style.face_for(bold=span.bold, italic=span.italic)
        for index, part in enumerate(_parts(span.text)):
            if index % 2:
                close()
            elif part:
                if not open_word:
                    start, dividing = at, _dividing(span, divide)
                open_word.append((key, part))
            at += len(part)
    close()
    before = [start - number for number, start in enumerate(starts)]
    return _seen(Words(found, before, max(map(_widest, found), default=0.0)))


def _dividing(span: Span, divide: Hyphenator) -> Hyphenator:
    """What divides the words that begin in a span: its own language does, where words are divided at all."""
    return hyphenator(span.language) if span.language and divide.divides else divide


def _parts(text: str) -> list[str]:
    """Words and the spaces between them in turn, a word first."""
    parts, at = [], 0
    for match in BREAKING_SPACE.finditer(text):
        parts += [text[at : match.start()], match[0]]
        at = match.end()
    return [*parts, text[at:]]


@lru_cache(maxsize=cache_sizes.WORDS)
def measured(word: tuple[Segment, ...], divide: Hyphenator, chinese: bool) -> Word:
    """The pieces of a word, each measured in its faces; `chinese` says that it stands in a Chinese paragraph."""
    text = "".join([part for _, part in word])
    parts = divide.divide(text)
    alone = len(parts) > _MOST_KERNED or has_squares(text)
    tall = len(parts) > 1 and stands_tall(text)
    plain = len(word) == 1 and not (alone or tall) and _is_plain(*word[0])
    if plain:
        pieces, length = [*_plain_pieces(*word[0], parts)], len(text)
    else:
        pieces, length = _pieces(word, parts, chinese, alone=alone, tall=tall)
    widest = max([piece.width for piece in pieces], default=0.0)
    segments, name = word if plain else _in_all_faces(word, chinese), text.lstrip(_OPENING)[:1].isupper()
    if len(segments) != 1:
        return Word(tuple(pieces), segments, name, widest, length)
    key, seen = segments[0]
    glyphs, width = face(key).shaped[seen]
    return Word(tuple(pieces), segments, name, widest, length, key, glyphs + face(key).shape(" "), width)


def _is_plain(key: str, text: str) -> bool:
    """Whether a face that is no Chinese one has all of a word, and all of it is seen."""
    return not is_squared(key) and not _IGNORED.search(text) and face(key).covers(text)


def _plain_pieces(key: str, text: str, parts: Sequence[Piece]) -> Iterator[WordPart]:
    """The pieces of a word that is all in one face, as nearly all are."""
    source, before, end = face(key), 0.0, 0
    for part, hyphen in parts:
        end += len(part)
        width = source.prefix_width(text[:end]) if end < len(text) else source.width(text)
        only = key, part
        right, left = _hang_right(only, hyphen=hyphen), _hang_left(only)
        yield WordPart((only,), width - before, hyphen, 0, right, left, len(part))
        before = width


def _pieces(
    word: tuple[Segment, ...], parts: Sequence[Piece], chinese: bool, *, alone: bool, tall: bool
) -> tuple[list[WordPart], int]:
    """The pieces of any word, measured `alone` or with what stands before them; and the length of its source."""
    pieces: list[WordPart] = []
    text, before, at = "".join(part for _, part in word), 0.0, 0
    for part, hyphen in parts:
        length = len(part)
        while text[at : at + 1] == SOFT_HYPHEN:
            at, length = at + 1, length + 1
        end = at + len(part)
        cut = _cut(word, at, end, chinese)
        width = before + _width(cut) if alone else _width(_cut(word, 0, end, chinese), whole=end >= len(text))
        piece = _piece(cut, width - before, hyphen=hyphen, length=length)
        if tall and at and not alone:
            own = _width(cut)
            piece = piece._replace(width=own, gap=width - before - own)
        seen = pieces[-1].segments if alone and cut and pieces else ()
        pieces.append(piece._replace(gap=spacing_between(seen[-1][1][-1], cut[0][1][0])) if seen else piece)
        before, at = width, end
    return pieces, at


def _in_all_faces(word: tuple[Segment, ...], chinese: bool) -> tuple[Segment, ...]:
    """All of a word in the faces that have its characters."""
    return tuple(segment for key, text in word for segment in in_faces(key, text, chinese))


def _chopped(word: Word, widest: float) -> Word:
    """A word whose pieces are at most so wide."""
    pieces: list[WordPart] = []
    for piece in word.pieces:
        pieces += [piece] if piece.width <= widest else _chop(piece)
    return replace(word, pieces=tuple(pieces))


def _chop(piece: WordPart) -> list[WordPart]:
    cut = [(key, c) for key, text in piece.segments for c in clusters(text)]
    gaps = [piece.gap, *(spacing_between(before[-1], after[0]) for (_, before), (_, after) in pairwise(cut))]
    parts = [
        _piece(((key, c),), face(key).width(c), hyphen=False, length=len(c))._replace(gap=gap)
        for (key, c), gap in zip(cut, gaps, strict=True)
    ]
    unseen = piece.length - sum(part.length for part in parts)
    parts[0] = parts[0]._replace(length=parts[0].length + unseen)  # soft hyphens stand before it
    parts[-1] = parts[-1]._replace(hyphen=piece.hyphen, hang_right=piece.hang_right)
    return parts


def _piece(segments: tuple[Segment, ...], width: float, *, hyphen: bool, length: int) -> WordPart:
    right = _hang_right(segments[-1], hyphen=hyphen) if segments else 0.0
    left = _hang_left(segments[0]) if segments else 0.0
    squares = sum(len(face(key).shape(text)) for key, text in segments if is_squared(key))
    return WordPart(segments, width, hyphen, squares, right, left, length)


def _hang_left(segment: Segment) -> float:
    key, text = segment
    if key.startswith("han") and text[0] in NOT_LAST:
        return _HALF_SQUARE
    share = _HANG_LEFT.get(text[0])
    return share * face(key).width(text[0]) if share else 0.0


def _hang_right(segment: Segment, *, hyphen: bool) -> float:
    last = "-" if hyphen else segment[1][-1]
    if segment[0].startswith("han") and last in _HALF_ENDS:
        return _HALF_SQUARE
    share = _HANG.get(last)
    return share * face(segment[0]).width(last) if share and face(segment[0]).has(last) else 0.0


def _cut(word: tuple[Segment, ...], start: int, end: int, chinese: bool) -> tuple[Segment, ...]:
    """The part of a word between two offsets, in the faces that have its characters."""
    if len(word) == 1:
        key, text = word[0]
        return in_faces(key, text[start:end], chinese)
    found: list[Segment] = []
    at = 0
    for key, text in word:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            found += in_faces(key, part, chinese)
        at += len(text)
    return tuple(found)


def _width(segments: tuple[Segment, ...], *, whole: bool = False) -> float:
    """The width of a part of a word, or of a whole one, which will be set."""
    if whole:
        return sum(face(key).width(text) for key, text in segments)
    return sum(face(key).prefix_width(text) for key, text in segments)


@lru_cache(maxsize=cache_sizes.WORDS)
def in_faces(key: str, text: str, chinese: bool = False) -> tuple[Segment, ...]:
    """The text in runs of the face asked for and of the fallback for what it lacks; what is never seen is left out.

    A letter and its marks are in one face. In a Chinese paragraph marks that Chinese and Latin share are Chinese beside
    square characters.
    """
    wanted, seen = face(key), _IGNORED.sub("", text)
    if not seen:
        return ()
    if wanted.covers(seen):
        return ((key, seen if seen == text else _UNUSED.sub("", text)),)
    seen, at = _UNUSED.sub("", text), 0
    found: list[list[str]] = []
    for cluster in clusters(seen):
        before = found[-1][0] if found else ""
        chosen = _choose(wanted, cluster, before) if cluster not in UNSEEN else before or wanted.key
        if chinese and cluster in QUOTES and _in_squares(seen, at, before):
            chosen = fallback_of(key)
        for one, part in ((chosen, cluster),) if chosen else _by_character(wanted, cluster, before):
            if found and found[-1][0] == one:
                found[-1][1] += part
            else:
                found.append([one, part])
        at += len(cluster)
    return tuple((chosen, run) for chosen, run in found)


def _in_squares(text: str, at: int, before: str) -> bool:
    """Whether a mark that Chinese and Latin share is Chinese: by what it opens, or by what it follows."""
    if text[at] in NOT_LAST:
        return is_square(text[at + 1 : at + 2] or " ")
    return before.startswith("han") and (is_square(text[at - 1]) or text[at - 1] in QUOTES)


def _choose(wanted: Face, cluster: str, before: str) -> str:
    """The face for a letter with its marks, none where no face has all of them.

    Chinese punctuation and characters come from the fallback together, and what several scripts share, such as a danda,
    from the face of the text before it.
    """
    if wanted.covers(cluster) and not is_square(cluster[0]):
        return wanted.key
    if before not in ("", wanted.key) and face(before).covers(cluster):
        return before
    return next((key for key in fallbacks_of(wanted.key) if face(key).covers(cluster)), "")


def _by_character(wanted: Face, cluster: str, before: str) -> list[Segment]:
    """The characters of a cluster that no face has whole."""
    return [(_choose(wanted, character, before) or wanted.key, character) for character in cluster]


def is_squared(key: str) -> bool:
    """Whether a face is the Chinese one, whose characters stand in squares."""
    return key.startswith("han")


def fallback_of(key: str) -> str:
    """The Chinese face that stands in for what a face lacks, of about its weight."""
    heavy = key.partition("+")[0].endswith(("bold", "black", "bold-italic", "semibold"))
    return "han-bold" if heavy else "han"


@lru_cache(maxsize=cache_sizes.STYLES)
def fallbacks_of(key: str) -> tuple[str, ...]:
    """The faces that stand in for what a face lacks, of about its weight: the sans has no Greek, the serif has."""
    weight = fallback_of(key).removeprefix("han")
    name = key.partition("+")[0]
    greek = (name.replace("sans", "serif"),) if name.startswith("sans") else ()
    han, arabic, hebrew, *others = (f"{script}{weight}" for script in _OTHERS)
    return han, arabic, hebrew, *greek, *others


def missing_characters(key: str, text: str) -> set[str]:
    """The characters of a text that neither the face nor its fallback has."""
    sound = _sound_characters(key)
    seen = asked = set(text) - sound
    if not seen:
        return seen
    for one in (key, *fallbacks_of(key)):
        has = face(one).has
        seen = {c for c in seen if not (has(c) or c.isspace() or _IGNORED.match(c))}
        if not seen:
            break
    sound |= asked - seen
    return seen


@lru_cache(maxsize=cache_sizes.STYLES)
def _sound_characters(key: str) -> set[str]:
    """What was looked for in a face and its fallback, and found."""
    return set()
