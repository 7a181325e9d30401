"""One field of a story that is proofread: each of its paragraphs when it was changed, and the marks under it."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from desktop.editor.fields import GrowingEdit
from desktop.editor.proofreading.marks import TextMark, paint_marks
from desktop.editor.proofreading.remarks import Remark, Standards, moved_by_edit
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.text_ranges import foreign_runs
from desktop.look.theme import Theme

ProofedEdit = BodyEdit | GrowingEdit
"""Fields that paint something over their text."""


class ProofedText(QObject):
    """Keeps the remarks of each block as the document is; who owns it says when there is time to look."""

    stale = Signal()
    """Some of it is to be looked at."""
    language_met = Signal(str)
    """Words are in a language that nothing is known of yet."""

    def __init__(self, edit: ProofedEdit, theme: Theme, used: Counter[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.edit, self._theme, self._used = edit, theme, used
        self._standards = Standards()
        self._remarks: list[tuple[Remark, ...]] = [()] * edit.document().blockCount()
        self._to_read = set[int]()
        """Numbers of the blocks that are to be looked at."""
        self._typed = -1
        """Place behind what was typed last, while the cursor has not left its word."""
        edit.overlay = self.paint
        edit.document().contentsChange.connect(self._on_contents_change)
        edit.cursorPositionChanged.connect(self._on_cursor_moved)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def hold_against(self, standards: Standards) -> None:
        """Look at all of it anew."""
        self._standards = standards
        self._to_read = set(range(len(self._remarks)))
        self.stale.emit()

    def read_next(self) -> bool:
        """Look at a block that was changed; False when there is none."""
        if not self._to_read:
            return False
        number = self._to_read.pop()
        block = self.edit.document().findBlockByNumber(number)
        if block.isValid() and number < len(self._remarks):
            self._replace(number, self._read(block))
        return True

    def shown(self, number: int) -> list[Remark]:
        """The remarks of a block that count in the story, and are not on a word that is being typed."""
        return [one for one in self._remarks[number] if one.counts(self._used)] if self._is_kept(number) else []

    @property
    def count(self) -> int:
        """Number of the remarks that are shown."""
        return sum(one.counts(self._used) for remarks in self._remarks for one in remarks)

    def all_shown(self) -> Iterator[tuple[int, Remark]]:
        """Every remark that is shown, with the place of its block."""
        block = self.edit.document().begin()
        while block.isValid():
            yield from ((block.position(), one) for one in self.shown(block.blockNumber()))
            block = block.next()

    def remark_at(self, place: int) -> tuple[QTextCursor, Remark] | None:
        """The remark at a place of the document, and a cursor over its words; None when there is none."""
        block = self.edit.document().findBlock(place)
        for one in self.shown(block.blockNumber()) if block.isValid() else ():
            if one.start <= place - block.position() <= one.end:
                return self.cursor_over(block.position(), one), one
        return None

    def cursor_over(self, block: int, remark: Remark) -> QTextCursor:
        """A cursor that selects the words of a remark, in the block that begins at a place."""
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(block + remark.start)
        cursor.setPosition(block + remark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """Paint the marks of what is seen."""
        paint_marks(painter, self.edit, seen, self._marks, self._theme)

    def repaint(self) -> None:
        """Have all marks painted anew."""
        self.edit.viewport().update()

    # helpers

    def _marks(self, number: int) -> list[TextMark]:
        return [one.mark for one in self.shown(number)]

    def _is_kept(self, number: int) -> bool:
        return 0 <= number < len(self._remarks)

    def _read(self, block: QTextBlock) -> tuple[Remark, ...]:
        foreign = foreign_runs(block)
        for run in foreign:
            if run.language not in self._standards.others:
                self.language_met.emit(run.language)
        found = self._standards.remarks(block.text(), foreign)
        typed = self._typed - block.position()
        if not self.edit.hasFocus() or not 0 <= typed < block.length():
            return found
        return tuple(one for one in found if not one.start <= typed <= one.end)

    def _replace(self, number: int, remarks: tuple[Remark, ...]) -> None:
        old, self._remarks[number] = self._remarks[number], remarks
        self._count(old, -1)
        self._count(remarks, 1)
        if [one.mark for one in old] != [one.mark for one in remarks]:
            document = self.edit.document()
            box = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
            self.edit.viewport().update(box.toAlignedRect().adjusted(0, 0, _BELOW, _BELOW))

    def _count(self, remarks: tuple[Remark, ...], by: int) -> None:
        for one in remarks:
            if one.unknown is not None:
                self._used[one.unknown.word] += by

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        document = self.edit.document()
        last = document.findBlock(position + added)
        begin = max(document.findBlock(position).blockNumber(), 0)
        end = last.blockNumber() if last.isValid() else document.blockCount() - 1
        gone = end - begin + 1 - document.blockCount() + len(self._remarks)
        if gone < 0:
            begin, end, gone = 0, document.blockCount() - 1, len(self._remarks)
        self._shift(begin, gone, end + 1 - begin)
        if gone == 1 and begin == end:
            at = position - document.findBlockByNumber(begin).position()
            old = self._remarks[begin]
            self._remarks[begin] = moved_by_edit(old, at, removed, added)
            self._count(old, -1)
            self._count(self._remarks[begin], 1)
        self._typed = position + added if self.edit.hasFocus() else -1
        self._to_read.update(range(begin, end + 1))
        self.stale.emit()

    def _shift(self, begin: int, gone: int, come: int) -> None:
        """Take up that blocks stand in the place of others; what follows has other numbers."""
        if gone == come:
            return
        for old in self._remarks[begin : begin + gone]:
            self._count(old, -1)
        self._remarks[begin : begin + gone] = [()] * come
        behind = begin + gone
        self._to_read = {n if n < begin else n + come - gone for n in self._to_read if n < begin or n >= behind}

    @Slot()
    def _on_cursor_moved(self) -> None:
        """A word that was typed is looked at once the cursor has left it."""
        if self.edit.textCursor().position() != self._typed:
            self._look_at_typed()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, left: QWidget | None, _now: QWidget | None) -> None:
        """So is the last word of a field that is left."""
        if left is self.edit:
            self._look_at_typed()

    def _look_at_typed(self) -> None:
        if self._typed < 0:
            return
        number = self.edit.document().findBlock(self._typed).blockNumber()
        self._typed = -1
        if self._is_kept(number):
            self._to_read.add(number)
            self.stale.emit()


_BELOW = 4
"""Pixels that marks reach beyond their block."""
