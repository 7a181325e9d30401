"""Lines into paragraphs: hard-wrapped lines are joined, paragraphs of one long line each are left alone.

Whether a text is hard-wrapped shows in its own lines: in one that is, lines stop in the middle of sentences, close to
one width, and the next word would not have fitted on the line before.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from db.intake.datelines import starts_with_dateline
from db.intake.lines import CopyLine, ends_sentence, han, is_han, starts_closing, starts_low, width

_WIDEST = 130
"""Cells; nobody wraps text by hand at more."""
_NARROWEST = 30
_LIST_ITEM = re.compile(
    r"(?:[•·▪‣◦●○*–—-]|\(?(?:\d{1,2}|[a-z])[.)]|\[\d{1,2}\])\s+\S"
    r"|(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])\S"
)
_FIRST_WORD = re.compile(r"\S+")
_LONGEST_WORD = 40
"""Characters before a line's end in which the word that is parted there begins."""
_HYPHEN = re.compile(r"([^\W\d_]{1,40})[-\u2010]$")
_FRAGMENT = re.compile(
    r"(?:tion|sion|ment|ness|ity|ing|ings|ed|ers?|ance|ence|able|ible|ive|tive|ture|al|tional|ly|ous|ful|ments?|tions)\b"
)
_DASH_END = re.compile(r"[^\s\u2014-][\u2014/]$")
_SPACED = re.compile(r"[\u4e00-\u9fff] [A-Za-z0-9]")
_GLUED = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]")
_HEADLINE_LINES = 3
"""Lines of the first paragraph from which on it is no headline."""
_WIDEST_SHARE = 0.95
"""Place among the widths of broken lines at which the measure is read: the widest may be one that was typed."""
_OVER = 1.25
"""Times the measure from which on a line was not wrapped at it."""
_LEAST_EARLY = 2
"""Lines that end early, by which a text is ragged; one may be a slip."""
_EARLY = 6
"""One line in so many ends early in a ragged text."""
_GAPS = 8
"""One line in so many at most stands behind an empty one in a text whose paragraphs are not parted by them."""
_LEAST_HAN = 12
"""Han characters of a line that surely goes on in the next."""
_LONG = 40
"""Cells from which on a line may be a paragraph’s that was not wrapped."""
_FULL_HAN = 4
"""Cells that may stay free at the end of a full line of Han: two characters, for what must not begin a line."""
_SMALL_WORD = 4
"""Letters of words that have no capital in a title."""
_TITLED = 0.8
"""Share of the other words that have one."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, or a line that stands for itself, and the lines of the file it was made from."""

    text: str
    lines: tuple[CopyLine, ...]

    @property
    def raw(self) -> tuple[str, ...]:
        """Its lines as they stood in the file."""
        return tuple(line.raw for line in self.lines)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text was typed: the measure it is wrapped at (0: it is not), and whether first lines are indented."""

    measure: int
    indented: bool
    base: int
    """The indent most lines have."""
    words: frozenset[str]
    """All words of the text in small letters, for mending hyphens."""
    ragged: bool
    """Whether lines end far from the measure in mid-sentence, and paragraphs where a sentence ends."""
    spaced: bool
    """Whether Latin words among Han characters have spaces round them."""


def gather(lines: Sequence[CopyLine], stands_alone: Callable[[str], bool]) -> list[Item]:
    """The paragraphs of a text. `stands_alone` tells the lines that are none of the running text: a byline, a date …"""
    shape = find_shape(lines)
    items: list[list[CopyLine]] = []
    for line in lines:
        first = len(items) == 1 and len(items[0]) < _HEADLINE_LINES and not starts_with_dateline(items[0][0].text)
        if (
            items
            and not line.gap
            and (_hangs(items[-1], line) or _goes_on(items[-1][-1], line, shape, stands_alone, first))
        ):
            items[-1].append(line)
        else:
            items.append([line])
    return [Item(join(group, shape), tuple(group)) for group in items]


def _hangs(item: Sequence[CopyLine], line: CopyLine) -> bool:
    """Whether a line hangs under the first word of a list's item, behind its sign or number."""
    aligned = line.indent == item[-1].indent if len(item) > 1 else line.indent > item[0].indent + 1
    return bool(aligned and _LIST_ITEM.match(item[0].text) and not _LIST_ITEM.match(line.text))


def find_shape(lines: Sequence[CopyLine]) -> Shape:
    """How the text was typed."""
    text = "\n".join(line.text for line in lines)
    indents = Counter(line.indent for line in lines)
    base = indents.most_common(1)[0][0] if indents else 0
    stepped = sum(not b.gap and a.indent <= base < b.indent for a, b in pairwise(lines))
    measure = _measure(lines)
    return Shape(
        measure=measure,
        ragged=stepped < 2 and _is_ragged(lines, measure),
        indented=stepped >= 2,
        base=base,
        words=frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(map(_unbroken, lines)).lower())),
        spaced=len(_SPACED.findall(text)) > len(_GLUED.findall(text)),
    )


def _unbroken(line: CopyLine) -> str:
    """A line without the beginning of a word that goes on in the next line: it is no word."""
    found = _HYPHEN.search(line.text[-_LONGEST_WORD:])
    return line.text[: -len(found.group())] if found else line.text


def _measure(lines: Sequence[CopyLine]) -> int:
    """The width lines were wrapped at, or 0: nearly the greatest width of those that stop in mid-sentence."""
    broken = sorted(a.width for a, b in pairwise(lines) if not b.gap and _is_broken(a, b))
    if not broken:
        return 0
    measure = broken[int(_WIDEST_SHARE * (len(broken) - 1))]
    total = sum(line.width for line in lines)
    longer = sum(line.width for line in lines if line.width > measure * _OVER)
    return measure if measure <= _WIDEST and longer * 2 < total else 0


def _is_ragged(lines: Sequence[CopyLine], measure: int) -> bool:
    """Whether lines are broken where the next word would have fitted, in a text without empty lines."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and _is_broken(a, b)]
    early = sum(not _is_full(a, b, measure) for a, b in pairs)
    gaps = sum(line.gap > 0 for line in lines[1:])
    return bool(measure) and early >= _LEAST_EARLY and early * _EARLY >= len(pairs) and gaps * _GAPS <= len(lines)


def _is_broken(a: CopyLine, b: CopyLine) -> bool:
    """Whether a sentence surely runs from one line into the next."""
    if a.width < _NARROWEST or ends_sentence(a.text):
        return False
    return starts_low(b.text) or (is_han(a.text[-1]) and han(a.text) > _LEAST_HAN and han(b.text[:2]) > 0)


def _goes_on(a: CopyLine, b: CopyLine, shape: Shape, stands_alone: Callable[[str], bool], first: bool) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if _starts_paragraph(a, b, shape):
        return False
    if starts_closing(b.text):
        return True
    in_sentence = not ends_sentence(a.text) and starts_low(b.text)
    if not shape.measure:
        long = a.width >= _LONG and not first
        return in_sentence and long and not stands_alone(a.text) and not stands_alone(b.text)
    if not _is_full(a, b, shape.measure):
        open_end = in_sentence or (not ends_sentence(a.text) and (not first or starts_with_dateline(a.text)))
        return open_end and a.width * 2 > shape.measure and not stands_alone(a.text) and not stands_alone(b.text)
    if in_sentence:
        return True
    if shape.ragged and ends_sentence(a.text):
        return False
    if stands_alone(a.text) or stands_alone(b.text):
        return False
    return _headline_goes_on(a, b) if first else True


def _starts_paragraph(a: CopyLine, b: CopyLine, shape: Shape) -> bool:
    if _LIST_ITEM.match(b.text):
        return True
    if shape.indented:
        return b.indent > shape.base
    return b.indent > a.indent + 1


def _is_full(a: CopyLine, b: CopyLine, measure: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    if is_han(b.text[0]) or is_han(a.text[-1]):
        return a.width + _FULL_HAN >= measure
    word = _FIRST_WORD.match(b.text)
    return a.width + 1 + width(word.group() if word else "") > measure


def _headline_goes_on(a: CopyLine, b: CopyLine) -> bool:
    """Whether a first line is the start of a headline of two lines, set in capitals on each word like the second."""
    return not ends_sentence(b.text) and is_titled(a.text) and is_titled(b.text) and b.width <= a.width


def is_titled(text: str) -> bool:
    """Whether nearly all words of a text, small ones left out, start with a capital."""
    long = [word for word in text.split() if len(word) > _SMALL_WORD and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) >= _TITLED * len(long)


def join(lines: Sequence[CopyLine], shape: Shape) -> str:
    """One paragraph of several lines."""
    parts = [lines[0].text]
    for a, b in pairwise(lines):
        parts[-1], glue = _seam(parts[-1], a.text, b.text, shape)
        parts.append(glue + b.text)
    return "".join(parts)


def _seam(part: str, before: str, after: str, shape: Shape) -> tuple[str, str]:
    """The part before a line's end, its hyphen perhaps taken off, and what goes between it and the next line."""
    if _HYPHEN.search(before[-_LONGEST_WORD:]) and after[0].isalpha():
        return (part[:-1], "") if _hyphen_goes(before, after, shape) else (part, "")
    if starts_closing(after) or _DASH_END.search(before[-2:]):
        return part, ""
    if is_han(before[-1]) and is_han(after[0]):
        return part, ""
    if is_han(before[-1]) or is_han(after[0]):
        return part, "" if _runs_close(before, after, shape) else " "
    return part, " "


def _runs_close(before: str, after: str, shape: Shape) -> bool:
    """Whether a Latin word and a Han character meet without a space: in Chinese text that is typed so."""
    chinese = han(before + after) * 2 > len(before + after)
    return chinese and not shape.spaced


def _hyphen_goes(before: str, after: str, shape: Shape) -> bool:
    """Whether a hyphen at a line's end was put there by the wrapping; when nothing says so it stays.

    The text itself is asked first: whether it has the word elsewhere joined, or with its hyphen.
    """
    found = _HYPHEN.search(before[-_LONGEST_WORD:])
    start, end = (found.group(1) if found else "").lower(), re.split(r"[^\w]", after.lower(), maxsplit=1)[0]
    if starts_low(after) and f"{start}{end}" in shape.words:
        return True
    if f"{start}-{end}" in shape.words or not starts_low(after):
        return False
    return bool(_FRAGMENT.match(end)) and start not in shape.words
