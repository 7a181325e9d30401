"""The body that a text document holds, read block by block: what was not written in is not read again."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument

from db.document import Block, BlockKind, Document, count_words
from desktop.editor.text.codec import read_block


class ReadBlocks(QObject):
    """Blocks of a document as they were read, and their words; forgotten where something changes."""

    def __init__(self, source: QTextDocument) -> None:
        super().__init__(source)
        self._source = source
        self._kept: list[tuple[Block, int] | None] = [None] * source.blockCount()
        source.contentsChange.connect(self._on_change)

    def read(self) -> Document:
        """The body."""
        self._fill()
        blocks = tuple(one[0] for one in self._kept if one)
        return Document() if blocks == (Block(),) else Document(blocks=blocks)

    @property
    def words(self) -> int:
        """Words of the body, as `Document.words` counts them."""
        self._fill()
        return sum(one[1] for one in self._kept if one)

    def _fill(self) -> None:
        """Read what is not kept."""
        for number, one in enumerate(self._kept):
            if one is None:
                block = read_block(self._source.findBlockByNumber(number))
                words = count_words(block.text) if block.kind is not BlockKind.PICTURE else 0
                self._kept[number] = block, words

    @Slot(int, int, int)
    def _on_change(self, position: int, _removed: int, added: int) -> None:
        """Text or a format is another one now."""
        begin, last = self._source.findBlock(position).blockNumber(), self._source.findBlock(position + added)
        end = last.blockNumber() if last.isValid() else self._source.blockCount() - 1
        gone = end - begin + 1 - self._source.blockCount() + len(self._kept)
        if begin < 0 or gone < 0:
            self._kept = [None] * self._source.blockCount()
        else:
            self._kept[begin : begin + gone] = [None] * (end - begin + 1)
