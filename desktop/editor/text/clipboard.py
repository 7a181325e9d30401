"""Content that is copied from a body and pasted into it: blocks with their marks, paragraphs of text, or pictures."""

from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextDocument

from db.document import Block, BlockKind, Document, paragraph
from db.errors import Unreadable
from desktop.editor.text import codec
from desktop.editor.text.formatting import ONE_LINERS
from desktop.editor.text.styles import block_format, kind_of, picture_of
from desktop.look.theme import Theme

_OWN_FORMAT = "application/x-galley-blocks"
_PICTURES = ("image/jpeg", "image/png", "image/tiff", "image/webp")
"""Kinds of picture that are taken as they are, the one that is most likely the original first."""
_ENDINGS = frozenset((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"))
"""Of the names of files that hold one of them."""
_LONGEST, _MOST_LINES = 300_000, 5_000
"""Characters and lines that are pasted: four times the longest story that any paper prints. Ten times as much would
hold up the window for seconds; a file is read beside it, and may have a million characters.
"""
_LONGEST_FORMATTED = 4_000_000
"""Characters of a clip with its formats: word processors put a dozen to each of its words, and whole pictures."""


def fill(data: QMimeData, cursor: QTextCursor) -> None:
    """Put the selection in place of what the data holds: blocks for Galley, plain paragraphs for all others."""
    blocks = _cut_out(cursor)
    for name in (data.text() and data.formats()) or ():
        data.removeFormat(name)
    data.setText("\n\n".join(block.text for block in blocks))
    data.setData(_OWN_FORMAT, Document(blocks=tuple(blocks)).to_json().encode())


def text_in(data: QMimeData) -> str:
    """The words on a clip: its plain text, else those of its HTML; empty for files and pictures.

    Word, Outlook, LibreOffice and browsers give both; some programs give HTML alone.
    """
    if any(url.isLocalFile() for url in data.urls()):
        return ""
    if data.hasText() and not (data.hasUrls() and data.hasHtml()) and data.text().strip("\0"):
        return data.text()
    words = _reader().text_of_clip(data.html()) if data.hasHtml() else ""
    return (data.text() or words) if words else ""  # a picture dragged out of a browser: its address is no text


def line_in(data: QMimeData) -> str:
    """The words on a clip for a field: on one line."""
    return on_one_line(text_in(data))


def on_one_line(text: str) -> str:
    """A pasted text as a field has it."""
    line: str = _reader().one_line(text)
    return line


def _reader() -> ModuleType:
    """What reads a pasted text: it is loaded with the first, for a board has no use for it and its 10 MB."""
    from db.intake import pasted

    return pasted


def pictures_in(data: QMimeData) -> tuple[Path | bytes, ...]:
    """The pictures on a clip that holds no words: files, or the bytes of one.

    Programs for tables and texts add a picture of what was copied; their words come first.
    """
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return tuple(files) if all(file.suffix.lower() in _ENDINGS for file in files) else ()
    if text_in(data).strip():
        return ()
    kind = next((kind for kind in _PICTURES if data.hasFormat(kind)), "")
    if kind:
        return (bytes(data.data(kind).data()),)
    return _as_png(data.imageData()) if data.hasImage() else ()


def _as_png(image: object) -> tuple[bytes, ...]:
    """A picture that is given as its pixels alone."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    saved = isinstance(image, QImage) and image.save(buffer, "PNG")  # type: ignore[call-overload]  # bytes in PySide6
    return (bytes(buffer.data().data()),) if saved else ()


def welcome(data: QMimeData) -> bool:
    """Whether it can be pasted: text or pictures; other files are for the window."""
    return data.hasFormat(_OWN_FORMAT) or bool(text_in(data)) or bool(pictures_in(data))


def is_too_long(data: QMimeData) -> bool:
    """Whether a clip holds more text than is put in at once; it is told without reading it."""
    text = data.text() if data.hasText() else ""
    formatted = max(data.data(_OWN_FORMAT).size(), len(data.html()) if data.hasHtml() else 0)
    return len(text) > _LONGEST or text.count("\n") > _MOST_LINES or formatted > _LONGEST_FORMATTED


def paste(data: QMimeData, cursor: QTextCursor, theme: Theme, *, plain: bool = False) -> None:
    """Put what the data holds in place of the selection, in one step of undo; it is read before anything is changed.

    `plain` its words alone: they take the kind and marks of the place.
    """
    blocks = _paragraphs_of(text_in(data)) if plain else _blocks_in(data)
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
    """Content to be pasted: blocks where they can be read, else the plain text, as from a newer Galley.

    The HTML of other programs gives blocks where it has more structure than paragraphs.
    """
    if source.hasFormat(_OWN_FORMAT):
        try:
            return Document.from_json(bytes(source.data(_OWN_FORMAT).data()).decode()).blocks or (Block(),)
        except (ValueError, Unreadable):
            pass
    text = text_in(source)
    if source.hasHtml() and text and (blocks := _reader().blocks_of_clip(source.html(), text)):
        return tuple(blocks)
    return _paragraphs_of(text)


def _paragraphs_of(text: str) -> tuple[Block, ...]:
    return tuple(map(paragraph, _reader().paragraphs(text))) or (Block(),)
