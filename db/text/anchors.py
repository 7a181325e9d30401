"""Where a comment belongs: a range of text, found again after the text has changed. Pure."""

from dataclasses import dataclass

from db.document import Document

_CONTEXT = 24
"""Characters before and after the range that are kept to tell one place from another."""
_SURELY = 8
"""Characters that are the same and not by chance: a word and a half. With fewer, “of the” would be a place."""
_GROWN = 3
"""Times that words may grow while they are rewritten: what stands between the two ends else is more than they were."""


@dataclass(frozen=True)
class Range:
    """A stretch of one block's text; offsets in characters."""

    block: int
    start: int
    end: int


@dataclass(frozen=True)
class Anchor:
    """A range as it is kept: its words, those around them, and the place where they stood."""

    block: int
    start: int
    quote: str
    before: str = ""
    after: str = ""


def anchor(document: Document, where: Range) -> Anchor:
    """The anchor of a range. Raises ValueError for an empty one or one outside the text."""
    text = document.blocks[where.block].text if 0 <= where.block < len(document.blocks) else ""
    quote = text[where.start : where.end]
    if not quote or where.start < 0:
        raise ValueError("a comment needs some words to stand at")
    before, after = text[max(0, where.start - _CONTEXT) : where.start], text[where.end : where.end + _CONTEXT]
    return Anchor(where.block, where.start, quote, before, after)


def locate(document: Document, held: Anchor) -> Range | None:
    """The range where the words of an anchor stand now, also when some of them are others; None when they are gone.

    Of several places the one with the most of its old surroundings, then the one nearest to where it was. The same
    words elsewhere, with nothing of their surroundings, give way to the place whose words were changed.
    """
    around, same = _exact(document, held)
    if same is not None and around >= min(_SURELY, len(held.before) + len(held.after)):
        return same
    return _changed_place(document, held) or same


def _exact(document: Document, held: Anchor) -> tuple[int, Range | None]:
    """The best place of the very words, and how many characters round it are as they were."""
    best: tuple[int, int, int] | None = None
    found: Range | None = None
    for number, block in enumerate(document.blocks):
        text, at = block.text, block.text.find(held.quote)
        while at >= 0:
            end = at + len(held.quote)
            around = _same_end(text[:at], held.before) + _same_start(text[end:], held.after)
            rank = (-around, abs(number - held.block), abs(at - held.start))
            if best is None or rank < best:
                best, found = rank, Range(number, at, end)
            at = text.find(held.quote, at + 1)
    return -best[0] if best else 0, found


def _changed_place(document: Document, held: Anchor) -> Range | None:
    """The place whose words were changed, between what stood before and behind them or what is left of both ends."""
    places = []
    for number, block in enumerate(document.blocks):
        if bounds := _bounds(block.text, held):
            known, start, end = bounds
            places.append(((-known, abs(number - held.block), abs(start - held.start)), Range(number, start, end)))
    return min(places, key=lambda one: one[0])[1] if places else None


def _bounds(text: str, held: Anchor) -> tuple[int, int, int] | None:
    """Characters by which both ends are known in a paragraph, and the two; None when one is not, or nothing is left."""
    begun = _surest(_end_behind(text, held.before), _begin_at(text, held.quote))
    ended = _surest(_end_before(text, held.after), _end_at(text, held.quote))
    if begun is None or ended is None or begun[0] + ended[0] < _SURELY:
        return None
    (known, start), (also, end) = begun, ended
    return (known + also, start, end) if start < end <= start + _GROWN * len(held.quote) + _CONTEXT else None


def _surest(*found: "_Known | None") -> "_Known | None":
    return max((one for one in found if one is not None), key=lambda one: one[0], default=None)


_Known = tuple[int, int]
"""Characters by which a place is known, and the place."""


def _end_behind(text: str, before: str) -> _Known | None:
    """Where the words began: behind those before them; at its beginning when they began their paragraph."""
    if not before:
        return 0, 0
    sizes = range(len(before), min(_SURELY, len(before)) - 1, -1)
    return next(((size, at + size) for size in sizes if (at := text.find(before[-size:])) >= 0), None)


def _end_before(text: str, after: str) -> _Known | None:
    """Where the words ended: before those behind them; at its end when they ended their paragraph."""
    if not after:
        return 0, len(text)
    sizes = range(len(after), min(_SURELY, len(after)) - 1, -1)
    return next(((size, at) for size in sizes if (at := text.rfind(after[:size])) >= 0), None)


def _begin_at(text: str, quote: str) -> _Known | None:
    """Where the words begin, by the first of them."""
    sizes = range(len(quote), _SURELY - 1, -1)
    return next(((size, at) for size in sizes if (at := text.find(quote[:size])) >= 0), None)


def _end_at(text: str, quote: str) -> _Known | None:
    """Where the words end, by the last of them."""
    sizes = range(len(quote), _SURELY - 1, -1)
    return next(((size, at + size) for size in sizes if (at := text.rfind(quote[-size:])) >= 0), None)


def _same_start(text: str, other: str) -> int:
    length = 0
    while length < min(len(text), len(other)) and text[length] == other[length]:
        length += 1
    return length


def _same_end(text: str, other: str) -> int:
    return _same_start(text[::-1], other[::-1])
