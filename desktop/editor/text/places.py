"""Places in the text document of a body: ranges of a block's text to cursors and back, and the stretches of a block."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from db.document import Span
from db.text.anchors import Range
from desktop.editor.text.codec import OBJECT
from desktop.editor.text.styles import span_of


def beginning(document: QTextDocument) -> QTextCursor:
    """Where one begins to write: before the first text that is no cutline; without any, behind the first image."""
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
    """The selected stretch of one paragraph's text, pictures' images not counted; None when nothing is selected."""
    if not cursor.hasSelection():
        return None
    block = cursor.document().findBlock(cursor.selectionStart())
    skipped = image_length(block)
    start = cursor.selectionStart() - block.position() - skipped
    end = min(cursor.selectionEnd(), block.position() + block.length() - 1) - block.position() - skipped
    return Range(block.blockNumber(), max(start, 0), end)


def cursor_over(document: QTextDocument, place: Range) -> QTextCursor:
    """A cursor that selects a stretch of text, as much of it as is there."""
    block = document.findBlockByNumber(place.block)
    cursor, skipped = QTextCursor(block), image_length(block)
    last = block.position() + block.length() - 1
    cursor.setPosition(min(block.position() + skipped + place.start, last))
    cursor.setPosition(min(block.position() + skipped + place.end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


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
    """Place, length and span of each stretch of a block between two positions, images left out."""
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


def image_length(block: QTextBlock) -> int:
    """How many characters of a block are its image and the break behind it."""
    text = block.text()
    return 2 if text.startswith(f"{OBJECT}\u2028") else text.startswith(OBJECT)
