"""Places in the text document of a body are places in its blocks, images not counted."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from db.document import Block, BlockKind, Document, PictureUse, Span
from db.text.anchors import Range
from desktop.editor.text import codec
from desktop.editor.text.text_ranges import (
    beginning,
    cursor_at,
    cursor_over,
    image_length,
    pieces,
    range_of,
    selected_blocks,
    stands_at,
)
from desktop.look.theme import Theme

PICTURE = Block(kind=BlockKind.PICTURE, spans=(Span(text="A lift"),), picture=PictureUse(sha256="0" * 64, columns=2))
TEXT = Block(spans=(Span(text="Mrs Qian "), Span(text="climbs", bold=True), Span(text=" stairs.")))
BODY = Document(blocks=(PICTURE, TEXT, Block(spans=(Span(text="No more."),))))


@pytest.fixture
def document(theme: Theme) -> QTextDocument:
    """A picture, a paragraph with a bold word, and another one."""
    document = QTextDocument()
    codec.fill(document, BODY, theme)
    return document


def test_characters_that_take_two_places_are_counted_once(theme: Theme) -> None:
    document, body = QTextDocument(), Document.from_paragraphs(["The 😀 lift and the 𠮷 stairs."])
    codec.fill(document, body, theme)
    cursor = cursor_over(document, Range(0, 6, 10))
    assert cursor.selectedText() == "lift"
    assert range_of(cursor) == Range(0, 6, 10)
    cursor.clearSelection()
    assert cursor_at(document, body, stands_at(cursor, body)).position() == cursor.position()


@pytest.mark.parametrize("place", [Range(0, 2, 6), Range(1, 9, 15), Range(2, 0, 8)])
def test_a_range_comes_back_as_it_went_in(document: QTextDocument, place: Range) -> None:
    cursor = cursor_over(document, place)
    assert cursor.selectedText() == BODY.blocks[place.block].text[place.start : place.end]
    assert range_of(cursor) == place


def test_of_a_selection_over_several_paragraphs_the_first_counts(document: QTextDocument) -> None:
    cursor = cursor_over(document, Range(1, 9, 15))
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    assert range_of(cursor) == Range(1, 9, len(TEXT.text))
    assert [block.blockNumber() for block in selected_blocks(cursor)] == [1, 2]
    cursor.clearSelection()
    assert range_of(cursor) is None


def test_a_range_behind_the_end_selects_what_is_there(document: QTextDocument) -> None:
    assert cursor_over(document, Range(2, 3, 90)).selectedText() == "more."


def test_one_begins_to_write_below_the_picture(document: QTextDocument) -> None:
    assert beginning(document).blockNumber() == 1
    assert [image_length(document.findBlockByNumber(number)) for number in range(3)] == [2, 0, 0]


def test_stretches_of_a_block_carry_their_marks(document: QTextDocument) -> None:
    block = document.findBlockByNumber(1)
    assert [(length, span.bold) for _, length, span in pieces(block)] == [(9, False), (6, True), (8, False)]
    within = pieces(block, block.position() + 10, block.position() + 12)
    assert [(length, span.bold) for _, length, span in within] == [(2, True)]


def test_a_cursor_goes_along_with_the_words_it_stands_among(document: QTextDocument, theme: Theme) -> None:
    stood = stands_at(cursor_over(document, Range(2, 3, 3)), BODY)
    later = Document(blocks=(*BODY.blocks[:2], Block(spans=(Span(text="New above."),)), BODY.blocks[2]))
    codec.fill(document, later, theme)
    cursor = cursor_at(document, later, stood)
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (3, 3)
