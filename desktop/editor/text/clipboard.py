"""Content that is copied from a body and pasted into it: blocks with their marks, or paragraphs of plain text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from db.document import Block, BlockKind, Document, paragraph
from db.errors import Unreadable
from desktop.editor.text import codec
from desktop.editor.text.formatting import ONE_LINERS
from desktop.editor.text.styles import block_format, kind_of, picture_of
from desktop.look.theme import Theme

_OWN_FORMAT = "application/x-galley-blocks"


def fill(data: QMimeData, cursor: QTextCursor) -> None:
    """Put the selection in place of what the data holds: blocks for Galley, plain paragraphs for all others."""
    blocks = _cut_out(cursor)
    for name in (data.text() and data.formats()) or ():
        data.removeFormat(name)
    data.setText("\n\n".join(block.text for block in blocks))
    data.setData(_OWN_FORMAT, Document(blocks=tuple(blocks)).to_json().encode())


def welcome(data: QMimeData) -> bool:
    """Whether it can be pasted: text alone, files are for the window."""
    return data.hasFormat(_OWN_FORMAT) or (data.hasText() and not data.hasUrls())


def paste(data: QMimeData, cursor: QTextCursor, theme: Theme) -> None:
    """Put what the data holds in place of the selection, in one step of undo; it is read before anything is changed."""
    blocks = _blocks_in(data)
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    _insert(blocks, cursor, theme)
    cursor.endEditBlock()


def _insert(blocks: tuple[Block, ...], cursor: QTextCursor, theme: Theme) -> None:
    kind = kind_of(cursor.blockFormat())
    if len(blocks) == 1 and blocks[0].picture is None:
        codec.insert_spans(cursor, blocks[0].spans, kind, theme)
        return
    if cursor.positionInBlock() or picture_of(cursor.blockFormat()):
        cursor.insertBlock(block_format(kind if kind not in ONE_LINERS else BlockKind.PARAGRAPH))
    codec.insert(cursor, blocks, theme)


def _cut_out(cursor: QTextCursor) -> list[Block]:
    """The selected blocks, the first and last cut where the selection is."""
    holder = QTextDocument()
    into = QTextCursor(holder)
    into.insertFragment(cursor.selection())
    start = cursor.document().findBlock(cursor.selectionStart())
    blocks = [codec.read_block(block) for block in codec.blocks_of(holder)]
    first = codec.read_block(start)
    if blocks and blocks[0].kind is BlockKind.PARAGRAPH and first.picture is None:
        blocks[0] = blocks[0].model_copy(update={"kind": first.kind})
    return blocks


def _blocks_in(source: QMimeData) -> tuple[Block, ...]:
    """Content to be pasted: blocks where they can be read, else the plain text, as from a newer Galley."""
    if source.hasFormat(_OWN_FORMAT):
        try:
            return Document.from_json(bytes(source.data(_OWN_FORMAT).data()).decode()).blocks or (Block(),)
        except (ValueError, Unreadable):
            pass
    text = source.text().replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return tuple(paragraph(" ".join(part.split("\n"))) for part in parts if part.strip()) or (paragraph(text),)
