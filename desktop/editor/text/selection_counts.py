"""What of a body is selected, counted: words, characters, and the lines it stands on in the galley."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from db.document import count_words
from desktop.editor.text.codec import OBJECT
from desktop.editor.text.galley.layout import GalleyLayout
from desktop.editor.text.text_ranges import image_length
from desktop.localization import count, tr, words

_BREAK = "\u2029"
"""What Qt gives for the end of a paragraph in a selection."""


@dataclass(frozen=True)
class SelectionCounts:
    """The numbers of a selection."""

    words: int
    """Each Han character counts as one."""
    characters: int
    """Spaces are counted, ends of paragraphs are not."""
    lines: int = 0
    """Lines of the press it touches; 0 where they are not known."""


def counted(cursor: QTextCursor) -> SelectionCounts | None:
    """The numbers of what a cursor selects; None where that is nothing."""
    text = cursor.selectedText().replace(OBJECT, "")
    if not text.strip(_BREAK):
        return None
    return SelectionCounts(count_words(text.replace(_BREAK, "\n")), len(text) - text.count(_BREAK), _lines(cursor))


def _lines(cursor: QTextCursor) -> int:
    layout = cursor.document().documentLayout()
    if not isinstance(layout, GalleyLayout) or not layout.column.settled:
        return 0
    document, lines = cursor.document(), 0
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        begin = block.position() + image_length(block)
        start, end = cursor.selectionStart() - begin, cursor.selectionEnd() - begin
        shown = layout.column.shown(block.blockNumber()).lines
        lines += sum(line.number >= 0 and line.start < end and line.end > start for line in shown)
        block = block.next()
    return lines


def selection_words(found: SelectionCounts | None) -> str:
    """The numbers of a selection in words; empty where nothing is selected."""
    if found is None:
        return ""
    parts = [words(found.words), count(found.characters, "{n} character", "{n} characters")]
    if found.lines:
        parts.append(count(found.lines, "{n} line", "{n} lines"))
    return tr("Selected: {numbers}").format(numbers=" · ".join(parts))
