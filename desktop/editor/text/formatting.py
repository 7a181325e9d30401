"""Changes of what paragraphs and stretches of text are: their kind, how many lines they take, their marks.

Each works on the selection of a cursor, and is one step of undo.
"""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor

from db.document import BlockKind, Span
from desktop.editor.text import codec
from desktop.editor.text.styles import block_format, char_format, kind_of, looseness_of, picture_of
from desktop.editor.text.text_ranges import pieces, selected_blocks
from desktop.look.theme import Theme

ONE_LINERS = (BlockKind.SUBHEAD, BlockKind.PULL_QUOTE, BlockKind.PICTURE, BlockKind.CORRECTION)
"""Kinds after which a new line begins a paragraph."""
_GOES_ON = (BlockKind.BULLET, BlockKind.NUMBER, BlockKind.QUOTE)
"""Kinds that an empty line ends."""

Change = Callable[[Span], Span]
"""Makes the marks a range of text gets of those it has."""


def set_kind(cursor: QTextCursor, kind: BlockKind, theme: Theme) -> None:
    """Make every selected paragraph one of that kind; pictures stay pictures."""
    cursor.beginEditBlock()
    for block in selected_blocks(cursor):
        if picture_of(block.blockFormat()) is None:
            restyle(block, kind, theme)
    cursor.endEditBlock()


def set_looseness(cursor: QTextCursor, lines: int) -> None:
    """Set every selected paragraph in a line fewer (-1) or more (1), or as it comes (0)."""
    cursor.beginEditBlock()
    for block in selected_blocks(cursor):
        form = block.blockFormat()
        QTextCursor(block).setBlockFormat(block_format(kind_of(form), picture_of(form), lines))
    cursor.endEditBlock()


def mark(cursor: QTextCursor, change: Change, theme: Theme) -> None:
    """Give the selected text other marks."""
    cursor.beginEditBlock()
    for block in selected_blocks(cursor):
        _mark_block(block, change, theme, cursor.selectionStart(), cursor.selectionEnd())
    cursor.endEditBlock()


def move_paragraphs(cursor: QTextCursor, by: int, theme: Theme) -> QTextCursor | None:
    """Move the selected paragraphs up (-1) or down (1) past the next one; a cursor that selects what it selected, where
    it is now. None at the end of the text.
    """
    document, touched = cursor.document(), selected_blocks(cursor)
    first, last = touched[0].blockNumber(), touched[-1].blockNumber()
    passed = first - 1 if by < 0 else last + 1
    if not 0 <= passed < document.blockCount():
        return None
    beyond = document.findBlockByNumber(passed)
    places = [place - touched[0].position() for place in (cursor.anchor(), cursor.position())]
    blocks = [*map(codec.read_block, touched)]
    other, length = codec.read_block(beyond), beyond.length()
    ordered = (*blocks, other) if by < 0 else (other, *blocks)
    begin = beyond.position() if by < 0 else touched[0].position()
    codec.replace_blocks(QTextCursor(document), min(first, passed), max(last, passed) + 1, ordered, theme)
    moved = QTextCursor(document)
    moved.setPosition(begin + (0 if by < 0 else length) + places[0])
    moved.setPosition(begin + (0 if by < 0 else length) + places[1], QTextCursor.MoveMode.KeepAnchor)
    return moved


def selected_spans(cursor: QTextCursor) -> list[Span]:
    """The marks of each span of the selection; the text is left out."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return [span for block in selected_blocks(cursor) for _, _, span in pieces(block, start, end)]


def break_paragraph(cursor: QTextCursor, theme: Theme) -> None:
    """A new line: behind a subhead or cutline it begins a paragraph; in an empty list item it ends the list."""
    kind = kind_of(cursor.blockFormat())
    cursor.beginEditBlock()
    if kind in _GOES_ON and cursor.block().length() == 1 and not cursor.hasSelection():
        restyle(cursor.block(), BlockKind.PARAGRAPH, theme)
    else:
        follows = BlockKind.PARAGRAPH if kind in ONE_LINERS else kind
        cursor.removeSelectedText()
        cursor.insertBlock(block_format(follows), char_format(follows, theme))
        if follows is not kind:
            restyle(cursor.block(), follows, theme)
    cursor.endEditBlock()


def restyle(block: QTextBlock, kind: BlockKind, theme: Theme) -> None:
    """Make a block one of that kind; its marks stay."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(kind, looseness=looseness_of(block.blockFormat())))
    cursor.setBlockCharFormat(char_format(kind, theme))
    _mark_block(block, lambda span: span, theme)


def _mark_block(block: QTextBlock, change: Change, theme: Theme, start: int = 0, end: int = -1) -> None:
    """Mark the text of a block between two positions of the document."""
    kind = kind_of(block.blockFormat())
    for place, length, span in pieces(block, start, end):
        cursor = QTextCursor(block)
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        new = change(span)
        cursor.setCharFormat(char_format(kind, theme, new.marks))
