"""Places in the text document of a body: ranges of a block's text to cursors and back, and the stretches of a block."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from db.document import Document, Span
from db.text.anchors import Anchor, Range, anchor, locate
from desktop.editor.text.codec import OBJECT
from desktop.editor.text.styles import LANGUAGE, span_of

_AROUND = 16
"""Characters on each side of a cursor by which its place is known again."""


def beginning(document: QTextDocument) -> QTextCursor:
    """Place to begin writing: before the first text that is no cutline; without any, behind the first image."""
    block = document.begin()
    while block.next().isValid() and image_length(block):
        block = block.next()
    cursor = QTextCursor(block)
    step_over_image(cursor)
    return cursor


def step_over_image(cursor: QTextCursor) -> bool:
    """Bring a cursor that stands before a picture's image behind it, where its cutline begins; whether it moved."""
    first = cursor.block().position() + image_length(cursor.block())
    if cursor.hasSelection() or cursor.position() >= first:
        return False
    cursor.setPosition(first)
    return True


def range_of(cursor: QTextCursor) -> Range | None:
    """The selected range of one paragraph's text, pictures' images not counted; None when nothing is selected."""
    if not cursor.hasSelection():
        return None
    block = cursor.document().findBlock(cursor.selectionStart())
    skipped = image_length(block)
    start = cursor.selectionStart() - block.position() - skipped
    end = min(cursor.selectionEnd(), block.position() + block.length() - 1) - block.position() - skipped
    return Range(block.blockNumber(), characters_of(block, max(start, 0)), characters_of(block, end))


def place_of(cursor: QTextCursor) -> Range:
    """Place of a cursor, as an empty range."""
    block = cursor.block()
    offset = max(cursor.position() - block.position() - image_length(block), 0)
    return Range(block.blockNumber(), offset, offset)


@dataclass(frozen=True)
class Stand:
    """Place of a cursor: words around it, how far into them, and where that was."""

    words: Anchor | None
    into: int
    block: int
    offset: int


def stands_at(cursor: QTextCursor, text: Document) -> Stand:
    """Place of a cursor in a text."""
    block = cursor.block()
    number = block.blockNumber()
    offset = characters_of(block, max(cursor.position() - block.position() - image_length(block), 0))
    length = len(text.blocks[number].text) if number < len(text.blocks) else 0
    start, end = max(0, offset - _AROUND), min(length, offset + _AROUND)
    words = anchor(text, Range(number, start, end)) if start < end else None
    return Stand(words, offset - start, number, offset)


def cursor_at(document: QTextDocument, text: Document, stood: Stand) -> QTextCursor:
    """A cursor among the words among which one stood, where they are now; else as near to its place as can be."""
    found = locate(text, stood.words) if stood.words else None
    number, offset = (found.block, found.start + stood.into) if found else (stood.block, stood.offset)
    number = min(number, document.blockCount() - 1)
    cursor = cursor_over(document, Range(number, offset, offset))
    cursor.clearSelection()
    return cursor


def cursor_over(document: QTextDocument, place: Range) -> QTextCursor:
    """A cursor that selects a range of text, as much of it as is there."""
    block = document.findBlockByNumber(place.block)
    cursor, first = QTextCursor(block), block.position() + image_length(block)
    last = block.position() + block.length() - 1
    cursor.setPosition(min(first + places_of(block, place.start), last))
    cursor.setPosition(min(first + places_of(block, place.end), last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def places_of(block: QTextBlock, characters: int) -> int:
    """Places that so many characters of a block's text take: two each beyond the first 65,536, as in an emoji."""
    text = block.text()[image_length(block) :]
    return characters if text.isascii() else characters + sum(map(_is_wide, text[:characters]))


def characters_of(block: QTextBlock, places: int) -> int:
    """Characters of a block's text that stand before a place in it."""
    text = block.text()[image_length(block) :]
    if text.isascii() or not any(map(_is_wide, text)):
        return places
    return len(text.encode("utf-16-le")[: 2 * places].decode("utf-16-le", "ignore"))


def _is_wide(character: str) -> bool:
    return character > "\uffff"


def selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Every block a selection touches; without one, the block the cursor stands in."""
    document, last = cursor.document(), cursor.selectionEnd()
    block = document.findBlock(cursor.selectionStart())
    found = [block]
    while block.next().isValid() and block.next().position() < last:
        block = block.next()
        found.append(block)
    return found


def pieces(block: QTextBlock, start: int = 0, end: int = -1) -> list[tuple[int, int, Span]]:
    """Place, length and content of each span of a block between two positions, images left out."""
    found = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        first = max(fragment.position(), start)
        last = fragment.position() + fragment.length() if end < 0 else min(fragment.position() + fragment.length(), end)
        if first < last and not fragment.charFormat().isImageFormat():
            found.append((first, last - first, span_of("", fragment.charFormat())))
        walk += 1
    return found


class ForeignRun(NamedTuple):
    """Characters of a block's text, its image counted, that are in another language than the story."""

    start: int
    end: int
    language: str


def foreign_runs(block: QTextBlock) -> list[ForeignRun]:
    """What of a block is said to be in another language."""
    found, at = list[ForeignRun](), 0
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        end, language = at + len(fragment.text()), fragment.charFormat().property(LANGUAGE)
        if language and found and found[-1].end == at and found[-1].language == language:
            found[-1] = found[-1]._replace(end=end)
        elif language:
            found.append(ForeignRun(at, end, language))
        at = end
        walk += 1
    return found


def image_length(block: QTextBlock) -> int:
    """Characters of a block that are its image and the break behind it."""
    text = block.text()
    return 2 if text.startswith(f"{OBJECT}\u2028") else text.startswith(OBJECT)
