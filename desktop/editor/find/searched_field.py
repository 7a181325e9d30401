"""Fields in which places are found, shown and replaced."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop.editor.find.query import FindQuery, Match

_KEEP = QTextCursor.MoveMode.KeepAnchor


class SearchedField:
    """A field of a story: each of its paragraphs is looked through by itself."""

    def __init__(self, widget: QTextEdit | QPlainTextEdit) -> None:
        self.widget = widget

    @property
    def selected_text(self) -> str:
        """What is selected within one line; empty when nothing is, or more."""
        text = self.widget.textCursor().selectedText()
        return "" if "\u2029" in text or "\u2028" in text else text

    @property
    def selection(self) -> tuple[int, int]:
        """Beginning and end of what is selected; the same when nothing is."""
        cursor = self.widget.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    @property
    def writable(self) -> bool:
        """Whether anything may be replaced in it."""
        return not self.widget.isReadOnly()

    def find(self, query: FindQuery, replacement: str = "") -> list[Match]:
        """The matches, from its beginning."""
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
        """Bring it into view; it is marked by who shows the field."""
        cursor = self.cursor(match)
        cursor.setPosition(match.start)
        self.widget.setTextCursor(cursor)
        self.widget.ensureCursorVisible()

    def select(self, match: Match) -> None:
        """Select it."""
        self.widget.setTextCursor(self.cursor(match))

    def replace(self, matches: Sequence[Match]) -> None:
        """Replace them, in one step of undo; what is put there takes the marks of what was found: bold stays bold."""
        whole = self.widget.textCursor()
        whole.beginEditBlock()
        for match in reversed(matches):
            cursor, first = self.cursor(match), QTextCursor(self.widget.document())
            first.setPosition(match.start + 1)
            cursor.insertText(match.replacement, first.charFormat())
        whole.endEditBlock()

    def undo(self) -> None:
        """Take the last step back."""
        self.widget.undo()

    def cursor(self, match: Match) -> QTextCursor:
        """One that selects a match."""
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.start + match.length, _KEEP)
        return cursor
