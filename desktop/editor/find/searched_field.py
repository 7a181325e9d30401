"""Fields in which places are found, shown and replaced: those of several lines, and short ones."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.editor.find.query import FindQuery, Match

_KEEP = QTextCursor.MoveMode.KeepAnchor


class SearchedField(Protocol):
    """One field of a story."""

    @property
    def widget(self) -> QWidget:
        """The field itself."""

    @property
    def selected_text(self) -> str:
        """What is selected within one line; empty when nothing is, or more."""

    @property
    def selection(self) -> tuple[int, int]:
        """Beginning and end of what is selected; the same when nothing is."""

    @property
    def writable(self) -> bool:
        """Whether anything may be replaced in it."""

    def find(self, query: FindQuery, replacement: str = "") -> list[Match]:
        """The matches, from its beginning."""

    def show_match(self, match: Match) -> None:
        """Bring it into view; it is marked by who shows the field."""

    def select(self, match: Match) -> None:
        """Select it."""

    def replace(self, matches: Sequence[Match]) -> None:
        """Replace them, in one step of undo."""

    def undo(self) -> None:
        """Take the last step back."""


class SearchedText:
    """A field of several lines: each of its paragraphs is looked through by itself."""

    def __init__(self, widget: QTextEdit | QPlainTextEdit) -> None:
        self.widget = widget

    @property
    def selected_text(self) -> str:
        """See SearchedField."""
        text = self.widget.textCursor().selectedText()
        return "" if "\u2029" in text or "\u2028" in text else text

    @property
    def selection(self) -> tuple[int, int]:
        """See SearchedField."""
        cursor = self.widget.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    @property
    def writable(self) -> bool:
        """See SearchedField."""
        return not self.widget.isReadOnly()

    def find(self, query: FindQuery, replacement: str = "") -> list[Match]:
        """See SearchedField."""
        found, block = [], self.widget.document().begin()
        while block.isValid():
            begin = block.position()
            found += [
                Match(begin + one.start, one.length, one.replacement)
                for one in query.matches(block.text(), replacement)
            ]
            block = block.next()
        return found

    def show_match(self, match: Match) -> None:
        """See SearchedField."""
        cursor = self.cursor(match)
        cursor.setPosition(match.start)
        self.widget.setTextCursor(cursor)
        self.widget.ensureCursorVisible()

    def select(self, match: Match) -> None:
        """See SearchedField."""
        self.widget.setTextCursor(self.cursor(match))

    def replace(self, matches: Sequence[Match]) -> None:
        """What stands there takes the marks of what was found: bold stays bold."""
        whole = self.widget.textCursor()
        whole.beginEditBlock()
        for match in reversed(matches):
            cursor, first = self.cursor(match), QTextCursor(self.widget.document())
            first.setPosition(match.start + 1)
            cursor.insertText(match.replacement, first.charFormat())
        whole.endEditBlock()

    def undo(self) -> None:
        """See SearchedField."""
        self.widget.undo()

    def cursor(self, match: Match) -> QTextCursor:
        """One that selects a match."""
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.start + match.length, _KEEP)
        return cursor


class SearchedLine:
    """A short field."""

    def __init__(self, widget: QLineEdit) -> None:
        self.widget = widget

    @property
    def selected_text(self) -> str:
        """See SearchedField."""
        return self.widget.selectedText()

    @property
    def selection(self) -> tuple[int, int]:
        """See SearchedField."""
        if not self.widget.hasSelectedText():
            return self.widget.cursorPosition(), self.widget.cursorPosition()
        return self.widget.selectionStart(), self.widget.selectionEnd()

    @property
    def writable(self) -> bool:
        """See SearchedField."""
        return not self.widget.isReadOnly()

    def find(self, query: FindQuery, replacement: str = "") -> list[Match]:
        """See SearchedField."""
        return [*query.matches(self.widget.text(), replacement)]

    def show_match(self, match: Match) -> None:
        """A short field has no marks: it shows the match as what is selected."""
        self.select(match)

    def select(self, match: Match) -> None:
        """See SearchedField."""
        self.widget.setSelection(match.start, match.length)

    def replace(self, matches: Sequence[Match]) -> None:
        """See SearchedField."""
        written = self.widget.text().encode("utf-16-le")
        ends = [0, *(end for one in matches for end in (one.start, one.start + one.length)), len(written) // 2]
        between = [written[2 * begin : 2 * end].decode("utf-16-le") for begin, end in [*pairwise(ends)][::2]]
        self.widget.selectAll()
        self.widget.insert("".join(_alternate(between, [one.replacement for one in matches])))

    def undo(self) -> None:
        """See SearchedField."""
        self.widget.undo()


def _alternate(between: Sequence[str], replacements: Sequence[str]) -> Iterable[str]:
    for kept, put in zip(between, (*replacements, ""), strict=True):
        yield kept
        yield put
