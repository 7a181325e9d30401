"""Drop caps: the first letter of a story some lines high, the text beside it in narrower lines."""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from db.document import Span
from exports import cache_sizes
from exports.formats import Format
from exports.typeset.line.lines import Line, LineSettings, ragged, set_paragraph, set_plain
from exports.typeset.line.word.faces import face
from exports.typeset.sheet import Item, Run
from exports.units import PER_EM

_OPENING = "“‘\"'«„‹¡¿"
"""Marks that stand before a first letter and do not grow with it."""

_CAPITALS = 14
"""Letters after which no further word of the opening is set in small capitals, or capitals."""

_GAP = 0.3
"""Between a drop cap and its text, em of the text."""

_LAST_EUROPEAN = 0x52F
"""The last of Latin, Greek and Cyrillic in Unicode: letters beyond it have no capitals that stand on the baseline."""


@dataclass(frozen=True, slots=True)
class DropCap:
    """A paragraph with a drop cap: what hangs on its first row, its lines, and how far in the first ones begin."""

    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    lines_beside: int
    """Lines that stand beside the letter."""
    x: float


def set_drop_cap(spans: tuple[Span, ...], settings: LineSettings, fmt: Format, *, looseness: int = 0) -> DropCap | None:
    """The paragraph with its first letter as high as the format says, from the first row's capitals to a baseline.

    None where that would not look right: no Latin, Greek or Cyrillic letter or a figure at its head, or too few lines.
    """
    text = "".join(span.text for span in spans)
    quotes = len(text) - len(text.lstrip(_OPENING))
    height = fmt.setting.drop_cap
    if height < 2 or quotes > 2 or not _may_grow(text[quotes : quotes + 1]):
        return None
    items, x = _letter(text[:quotes], text[quotes], fmt)
    rest, settings = _opening(_without_start(spans, quotes + 1), settings)
    shape = ((0.0, fmt.measure - x),) * height
    lines = set_paragraph(rest, settings.indented(0.0), fmt.measure, shape=shape, looseness=looseness)
    if len(lines) < height:
        return None
    whole = [line._replace(start=line.start + quotes + 1, end=line.end + quotes + 1) for line in lines]
    return DropCap(items, (whole[0]._replace(start=0), *whole[1:]), height, x)


def _may_grow(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter) in ("Lu", "Ll", "Nd") and ord(letter) <= _LAST_EUROPEAN


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def _letter(quote: str, letter: str, fmt: Format) -> tuple[tuple[Item, ...], float]:
    """The large letter, its stem on the column's edge, a quotation mark before it hung; and the room it takes."""
    style, body = fmt.styles.headline, fmt.styles.body
    cap, small = (face(key).facts.cap_height / PER_EM for key in (style.face, body.face))
    drop = (fmt.setting.drop_cap - 1) * fmt.baseline
    size = (drop + small * body.size) / cap
    large = set_plain(letter, ragged(style.model_copy(update={"size": size})), fmt.span_width(fmt.columns))[0]
    glyph = large.runs[0].glyphs[0][0] if large.runs else 0
    found = face(large.runs[0].face).hb_font.get_glyph_extents(glyph) if large.runs else None
    scale = face(large.runs[0].face).per_unit * size / PER_EM if large.runs else 0.0
    bearing, inked = (found.x_bearing * scale, found.width * scale) if found else (0.0, large.width)
    items: list[Run] = list(large.at(-bearing, drop))
    for hung in set_plain(quote, ragged(body), fmt.measure) if quote else ():
        items = [*hung.at(-hung.width - 0.5, 0.0), *items]
    return tuple(items), inked + _GAP * body.size


def _without_start(spans: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """The marked text behind so many characters."""
    kept = []
    for span in spans:
        if count < len(span.text):
            kept.append(span.model_copy(update={"text": span.text[count:]}) if count else span)
        count = max(0, count - len(span.text))
    return tuple(kept)


def _opening(spans: tuple[Span, ...], settings: LineSettings) -> tuple[tuple[Span, ...], LineSettings]:
    """The first words in small capitals where the face has them, else in capitals, so that the eye goes on to them.

    Bold italics stand for the small capitals: text that has some of its own gets capitals.
    """
    small = f"{settings.style.face}+smcp"
    if not spans or any(span.bold and span.italic for span in spans) or not _has_small_capitals(settings.style.face):
        return _opening_in_capitals(spans), settings
    first, end = spans[0], _opening_end(spans[0].text)
    marked = first.model_copy(update={"text": first.text[:end], "bold": True, "italic": True})
    left = first.model_copy(update={"text": first.text[end:]})
    style = settings.style.model_copy(update={"bold_italic": small})
    return (marked, *((left,) if left.text else ()), *spans[1:]), replace(settings, style=style)


@lru_cache(maxsize=cache_sizes.HEAVY)
def _has_small_capitals(key: str) -> bool:
    return face(key).shape("a", ("smcp",)) != face(key).shape("a")


def _opening_end(text: str) -> int:
    """Where the first words end that stand out."""
    end = 0
    while 0 <= end < min(_CAPITALS, len(text)):
        end = text.find(" ", end + 1)
    return end if end >= 0 else len(text)


def _opening_in_capitals(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first words in capitals, as long as each stays as long as it is."""
    if not spans:
        return spans
    text = spans[0].text
    head = text[: _opening_end(text)]
    if len(head.upper()) != len(head):
        return spans
    return (spans[0].model_copy(update={"text": head.upper() + text[len(head) :]}), *spans[1:])
