"""Where a comment belongs: a range of text, found again after the text has changed. Pure."""

from dataclasses import dataclass

from db.document import Document

_CONTEXT = 24
"""Characters before and after the range that are kept to tell one place from another."""


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
    """The range where the words of an anchor stand now; None when they are gone.

    Of several places the one with the most of its old surroundings, then the one nearest to where it was.
    """
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
    return found


def _same_start(text: str, other: str) -> int:
    length = 0
    while length < min(len(text), len(other)) and text[length] == other[length]:
        length += 1
    return length


def _same_end(text: str, other: str) -> int:
    return _same_start(text[::-1], other[::-1])
