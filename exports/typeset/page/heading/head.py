"""What stands above the columns: kicker, headline and dek."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from unicodedata import category

from db.document import BlockKind, Span
from db.fields import ON_PAGE
from db.values import Story
from exports.cache_sizes import SHORT_TEXTS, STYLES
from exports.formats import Format, Style
from exports.typeset.line.lines import LINE_BREAK, Line, LineSettings, ragged, set_plain
from exports.typeset.line.ragged_fit import Outline, RaggedFit
from exports.typeset.line.script.bidi import has_arabic, has_right_to_left, runs_right_to_left
from exports.typeset.line.script.cjk import has_squares
from exports.typeset.line.script.clusters import has_thai, stands_tall
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import hyphenator, thai_places
from exports.typeset.line.word.shaping import words_of
from exports.typeset.page.column.rows import CAP
from exports.typeset.page.furniture import rule_rise
from exports.typeset.page.heading.headline_breaks import bad_break
from exports.typeset.sheet import RowItem
from exports.units import PER_EM

HEAD_FIELDS = tuple(one for one in ON_PAGE if one.name in ("kicker", "headline", "dek"))
"""The fields that stand above the columns, from the top."""

_SHRINK = 0.96
"""A headline that does not fit is tried again at this share of its size."""

_DESCENT = 0.22
"""Depth of letters below the baseline, as a share of the size: white begins under it."""

_SQUARE_RISE, _SQUARE_DEPTH = 0.87, 0.13
"""Rise of Chinese characters over the baseline, and their depth below it, as shares of the size."""

_ARABIC_DEPTH = 0.3
"""Depth of Arabic letters below the baseline, as a share of the size: more of them hang than of Latin ones."""

_BEYOND = 0.07
"""Share of the size by which a mark may reach beyond the letters before the white begins at its edge: as ascenders do,
and commas. Accents on capitals, and vowel signs, reach further, and would touch the rule or the line next to them.
"""

_DEK_WIDE, _DEK_SHARE = 3, 0.8
"""A dek over as many columns as this, or more, takes that share of the width: longer lines are hard to read."""

_ROUNDING = 0.01
"""Points by which a line may be wider than its measure: widths are sums of rounded ones."""

_NARROW = 0.72
"""Share of the width below which a headline is tried in one line fewer."""

_MUCH_SMALLER = 0.8
"""Share of its size a headline may lose to fill the width in fewer lines."""

_LOOSER = 1.25
"""Most by which lines of a headline may be longer than evenly broken ones, for the sake of better ends."""

_LONGEST_DIVIDED = 400
"""Characters up to which a headline's breaks are looked at: the time a head takes stays bounded."""

_LEAST_SHARE = 0.7
"""Share of its size to which a pull quote shrinks rather than tear a word."""

_SMALLEST = 11.0
"""Points below which no headline shrinks, however long it is."""

_MOST_BALANCED = 8
"""Lines up to which they are made even: more are no head any more, but hostile text."""


_TALL_RISE, _TALL_DEPTH, _TALL_LEADING = 0.95, 0.32, 1.25
"""Rise and depth of letters with marks over and under them, as shares of the size; and the least leading of such a
headline, as a multiple of it.
"""

_CLOSE_ENOUGH = 3.0
"""Points: how exactly the narrowest measure that holds some lines is sought; it takes a trial for each halving."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the columns, from the type area's top left, and how many grid lines it takes."""

    items: tuple[RowItem, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field of a head: its lines, in a style, under so much white at the least, in points."""

    name: str
    text: str
    lines: Sequence[Line]
    style: Style
    over: float

    @property
    def leading(self) -> float:
        """Points from line to line; marks over and under letters ask for more of a headline."""
        least = self.style.size * _TALL_LEADING if stands_tall(self.text) and not self.style.leading else 0.0
        return max(self.style.lead, least)

    @property
    def rise(self) -> float:
        """Points by which its letters rise over their baseline."""
        size = self.style.size
        return max(size * self._shares[0], _ink(self.lines[0])[0] - _BEYOND * size)

    @property
    def depth(self) -> float:
        """Points by which they hang below it."""
        size = self.style.size
        return max(size * self._shares[1], _ink(self.lines[-1])[1] - _BEYOND * size)

    @property
    def height(self) -> float:
        """Points from the top of its first line to the foot of its last."""
        return self.rise + (len(self.lines) - 1) * self.leading + self.depth

    @property
    def _shares(self) -> tuple[float, float]:
        """Rise and depth of the letters of its script, as shares of the size."""
        if stands_tall(self.text):
            return _TALL_RISE, _TALL_DEPTH
        if has_squares(self.text):
            return _SQUARE_RISE, _SQUARE_DEPTH
        capital = face(self.style.face).facts.cap_height / PER_EM
        return capital, _ARABIC_DEPTH if has_arabic(self.text) else _DESCENT

    def items(self, top: float, width: float, *, leftwards: bool) -> Iterator[RowItem]:
        """Its lines under a place, flush left; flush right where they, or all of the page, run so."""
        flush = leftwards or runs_right_to_left(self.text)
        for number, line in enumerate(self.lines):
            x, y = width - line.width if flush else 0.0, top + self.rise + number * self.leading
            yield from line.at(x, y)
            yield line.of(self.text, x, y, self.name)


def _ink(line: Line) -> tuple[float, float]:
    """Points by which the ink of a line reaches above its baseline, and below it."""
    above = below = 0.0
    for run in line.runs:
        font = face(run.face)
        for number, _, _, dy, _ in run.glyphs:
            if ink := font.hb_font.get_glyph_extents(number):
                above = max(above, (ink.y_bearing * font.per_unit + dy) * run.size)
                below = max(below, -((ink.y_bearing + ink.height) * font.per_unit + dy) * run.size)
    return above / PER_EM, below / PER_EM


def head(story: Story, fmt: Format, width: float) -> Head:
    """Kicker, headline and dek over so wide a space in points, in whole grid lines."""
    texts = story.kicker, story.headline, story.dek
    return _head(texts, fmt, width, story.language, leftwards=reads_leftwards(story))


def reads_leftwards(story: Story) -> bool:
    """Whether a story is read from right to left: whether its first paragraph is, or its headline if there is none."""
    texts = (block.text for block in story.body.blocks if block.kind is BlockKind.PARAGRAPH)
    return runs_right_to_left(next(filter(str.strip, texts), story.headline))


@lru_cache(maxsize=STYLES)
def _head(texts: tuple[str, str, str], fmt: Format, width: float, language: str, *, leftwards: bool) -> Head:
    """A head is asked for again when its story is measured, and at every key typed in the text."""
    fields = [one for one in _fields(texts, fmt, width, language) if one.lines]
    if not fields:
        return Head((), 0)
    text = fmt.setting.head_space[-1] + CAP * fmt.styles.body.size - fmt.baseline
    whites = [fields[0].over - rule_rise(fmt), *(one.over for one in fields[1:]), text]
    needed = sum(whites) + sum(one.height for one in fields)
    rows = ceil(needed / fmt.baseline - _ROUNDING)
    shared = _shared(rows * fmt.baseline - needed, [*(one.over for one in fields), fmt.setting.head_space[-1]])
    items: list[RowItem] = []
    y = 0.0
    for one, white, more in zip(fields, whites, shared, strict=False):
        y += white + more
        items += one.items(y, width, leftwards=leftwards)
        y += one.height
    return Head(tuple(items), rows)


def _fields(texts: tuple[str, str, str], fmt: Format, width: float, language: str) -> Iterator[HeadField]:
    """Kicker, headline and dek; the first that shows stands under the rule above the head."""
    (over, title, under), styles = texts, fmt.styles
    from_rule, under_kicker, over_dek, _ = fmt.setting.head_space
    kicker = set_plain(over, ragged(styles.kicker), width)
    yield HeadField("kicker", over, kicker, styles.kicker, from_rule)
    title_field = headline_field(title, fmt, width, language, under_kicker if kicker else from_rule)
    yield title_field
    yield dek_field(under, fmt, width, over_dek if kicker or title_field.lines else from_rule)


def headline_field(text: str, fmt: Format, width: float, language: str, over: float = 0.0) -> HeadField:
    """The headline over so wide a space, under so much white."""
    size, lines = headline(text, fmt.styles.headline, width, language)
    sized = fmt.styles.headline.model_copy(update={"size": size, "leading": 0.0})
    return HeadField("headline", text, lines, sized, over)


def dek_field(text: str, fmt: Format, width: float, over: float = 0.0) -> HeadField:
    """The dek under it."""
    return HeadField("dek", text, evenly(text, fmt.styles.dek, dek_width(fmt, width)), fmt.styles.dek, over)


def dek_width(fmt: Format, width: float) -> float:
    """Width of the dek's lines in a head over so wide a space."""
    return width * (1.0 if width < _DEK_WIDE * fmt.measure else _DEK_SHARE)


def _shared(slack: float, whites: Sequence[float]) -> list[float]:
    """What the grid leaves over, shared among whites as large as they are."""
    return [slack * white / (sum(whites) or 1.0) for white in whites]


def least_rows(story: Story, fmt: Format, width: float) -> int:
    """Grid lines the head takes at the least over so wide a space, told from the widths of its words alone."""
    styles = fmt.styles
    smallest = styles.headline.model_copy(update={"size": min(_SMALLEST, styles.headline.size)})
    lines = (
        (_lines_at_least(story.kicker, styles.kicker, width), styles.kicker.lead),
        (_lines_at_least(story.headline, smallest, width), smallest.size * smallest.leading_ratio),
        (_lines_at_least(story.dek, styles.dek, width), styles.dek.lead),
    )
    return int(sum(count * leading for count, leading in lines) / fmt.baseline)


def headline(text: str, style: Style, width: float, language: str = "") -> tuple[float, tuple[Line, ...]]:
    """The size a headline is set in, and its lines: as large as fits its lines in number and width, evenly broken, but
    better behind no word that belongs to the next line.
    """
    floor, fit, measure = min(style.size_min or _SMALLEST, style.size), RaggedFit(text, style), width
    for size in _sizes(text, style, width, floor):
        if size > floor and fit.fewest(size, width) > style.lines:
            continue
        lines = fit.lines(size, width)
        if _fits(text, lines, width) and (len(lines) <= style.lines or size <= floor):
            measure = _narrowest_measure(fit, text, size, width)
            wider = _in_fewer(fit, text, (size, measure), width, max(floor, _MUCH_SMALLER * size))
            size, measure = wider or (size, measure)
            break
    settings = ragged(style.model_copy(update={"size": size}))
    evenly_set = set_plain(text, settings, measure)
    return size, _better_broken(text, evenly_set, settings, fit, (min(width, _LOOSER * measure), language))


def _better_broken(
    text: str, lines: tuple[Line, ...], settings: LineSettings, fit: RaggedFit, room: tuple[float, str]
) -> tuple[Line, ...]:
    """The lines of a headline ended elsewhere where one ends badly for the language and some points of width allow."""
    width, language = room
    if not 2 <= len(lines) <= _MOST_BALANCED or len(text) > _LONGEST_DIVIDED or has_right_to_left(text):
        return lines
    if not any(bad_break(text, line.end, language) for line in lines[:-1]):
        return lines
    found = fit.divided(len(lines), settings.style.size, width, lambda end: bad_break(text, end, language))
    ends = [line.end for line in found]
    if not found or not _fits(text, found, width) or ends == [line.end for line in lines]:
        return lines
    starts = [0, *ends[:-1]]
    each = [set_plain(text[start:end], settings, width) for start, end in zip(starts, ends, strict=True)]
    if any(len(one) != 1 for one in each):
        return lines
    return tuple(
        one._replace(start=one.start + start, end=one.end + start) for (one,), start in zip(each, starts, strict=True)
    )


def _sizes(text: str, style: Style, width: float, floor: float) -> Iterator[float]:
    """The sizes worth a try, largest first, down to the smallest: not those at which the words cannot go in."""
    whole, widest = _extent(text, style)
    size = style.size
    while size > _SMALLEST:
        room = width * style.lines * (1000 / size) if size > floor else float("inf")
        if whole <= room and widest <= width * (1000 / size) + _ROUNDING:
            yield size
        size = max(_SMALLEST, round(size * _SHRINK, 2))
    yield min(_SMALLEST, size)


@lru_cache(maxsize=SHORT_TEXTS)
def _extent(text: str, style: Style) -> tuple[float, float]:
    """Width of all words of a text together, and of the widest part that is never divided; 1/1000 em."""
    pieces = [word.pieces for word in words_of((Span(text=text.replace(LINE_BREAK, " ")),), style, hyphenator("")).each]
    each = [piece.width for word in pieces for piece in word]
    return sum(each), max(each, default=0.0)


def narrowed(style: Style, text: str, width: float) -> Style:
    """The style, smaller where a word would not go into so many points whole, if it need not shrink too much."""
    widest = _extent(text, style)[1] * style.size / 1000
    size = style.size * width / widest - _ROUNDING if widest > width else style.size
    return style.model_copy(update={"size": size}) if _LEAST_SHARE * style.size <= size < style.size else style


def _lines_at_least(text: str, style: Style, width: float) -> int:
    return int(_extent(text, style)[0] * style.size / 1000 / width)


def _in_fewer(
    fit: RaggedFit, text: str, found: tuple[float, float], width: float, floor: float
) -> tuple[float, float] | None:
    """Size and measure of the headline in one line fewer, where it leaves much of the width empty and need not shrink
    too much. `found` is what it has now.
    """
    size, measure = found
    lines = fit.lines(size, measure)
    if not 2 <= len(lines) <= _MOST_BALANCED or max(line.width for line in lines) > _NARROW * width:
        return None
    while (size := round(size * _SHRINK, 2)) >= floor:
        tried = fit.lines(size, width)
        if len(tried) < len(lines) and _fits(text, tried, width):
            return size, _narrowest_measure(fit, text, size, width)
    return None


def evenly(text: str, style: Style, width: float) -> tuple[Line, ...]:
    """The lines of a text, of lengths as even as can be without there being more of them."""
    return set_plain(text, ragged(style), _narrowest_measure(RaggedFit(text, style), text, style.size, width))


def _narrowest_measure(fit: RaggedFit, text: str, size: float, width: float) -> float:
    """The narrowest measure that holds a text in as many lines as the width."""
    count = len(fit.lines(size, width))
    if not 2 <= count <= _MOST_BALANCED:
        return width

    def holds(measure: float) -> bool:
        tried = fit.lines(size, measure)
        return len(tried) <= count and _fits(text, tried, measure)

    likely = _narrowest(lambda measure: fit.fewest(size, measure) <= count, width / count, width)
    return likely if holds(likely) else _narrowest(holds, width / count, width)


def _narrowest(holds: Callable[[float], bool], low: float, high: float) -> float:
    """The least measure between two that holds what the wider of them holds, within a few points."""
    while high - low > _CLOSE_ENOUGH:
        middle = (low + high) / 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


def _fits(text: str, lines: Sequence[Outline], width: float) -> bool:
    """Whether no line is too wide, and none ends inside a word that has no break of its own there."""
    return not any(line.width > width + _ROUNDING or _splits_word(text, line.end) for line in lines)


def _splits_word(text: str, end: int) -> bool:
    """Whether a line ends between two letters of a word: Chinese, which has no spaces, may be parted anywhere."""
    if end >= len(text) or text[end] == " ":
        return False
    sides = text[end - 1 : end + 1]
    if has_squares(sides) or not all(one.isalnum() or category(one).startswith("M") for one in sides):
        return False
    return not (has_thai(sides) and end in thai_places(text))
