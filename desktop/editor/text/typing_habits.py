"""Habits of typing: quotes and dashes of the story's language set as one types, and the signs of Markdown.

Each is a step of undo of its own: one Ctrl+Z brings back what was typed, and typing goes on.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from db.document import BlockKind, Span
from db.text.typed_marks import typed_mark
from desktop.editor.text import formatting
from desktop.editor.text.styles import char_format, kind_of
from desktop.editor.text.text_ranges import image_length
from desktop.look.theme import Theme

_BEGINNINGS = {
    "# ": BlockKind.SUBHEAD, "## ": BlockKind.SUBHEAD, "### ": BlockKind.SUBHEAD, "> ": BlockKind.QUOTE,
    "- ": BlockKind.BULLET, "* ": BlockKind.BULLET, "1. ": BlockKind.NUMBER, "1) ": BlockKind.NUMBER,
}  # fmt: skip
"""Kinds of paragraphs by what is typed at the head of a plain one."""


def _linked(found: re.Match[str]) -> dict[str, object]:
    link = Span(text="x", link=found[2]).link
    return {"link": link} if link else {}


_WRAPPED: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, object]]], ...] = (
    (re.compile(r"\*\*(?=\S)([^*]*[^*\s])\*\*$"), lambda _: {"bold": True}),
    (re.compile(r"(?<!\w)_(?=[^_\s])([^_]*[^_\s])_$"), lambda _: {"italic": True}),
    (re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)$"), _linked),
)
"""Signs that words are put between, and the marks the words get; none for an address that is not safe."""

_LOOKED_AT = 1_000
"""Characters before the cursor among which a sign of Markdown may have begun: more than a long sentence."""


@dataclass
class TypingHabits:
    """The habits of one person, for all fields: changed in the settings, they count at once."""

    marks: bool = True
    """Whether quotes, apostrophes and dashes are set by language."""
    markdown: bool = True
    spelling: bool = True
    """Whether words that nobody knows are marked."""
    style: bool = True
    """Whether what breaks the house style is marked."""


class TypedText:
    """Applies the habits to what was just typed in one field."""

    def __init__(self, edit: QTextEdit, habits: TypingHabits) -> None:
        self._edit, self._habits = edit, habits
        self.language = ""
        """Of the story: BCP 47."""

    def mend(self) -> bool:
        """Set what the last key asks for; whether it asked for anything."""
        cursor = self._edit.textCursor()
        block = cursor.block()
        place = cursor.position() - block.position()
        written = block.text().encode("utf-16-le")
        before, after = written[: 2 * place].decode("utf-16-le"), written[2 * place :].decode("utf-16-le")
        before = before[image_length(block) :]
        if self._habits.markdown and self._mend_markdown(cursor, before):
            return True
        return self._habits.marks and self._mend_mark(cursor, before, after)

    def _mend_mark(self, cursor: QTextCursor, before: str, after: str) -> bool:
        mark = typed_mark(before, after, self.language)
        if mark is None:
            return False
        changed = select_before(cursor, before[mark.start :], before[mark.end :])
        changed.beginEditBlock()
        changed.insertText(mark.mark)
        changed.endEditBlock()
        return True

    def _mend_markdown(self, _cursor: QTextCursor, _before: str) -> bool:
        """Plain fields have no paragraphs and no marks."""
        return False


class TypedBody(TypedText):
    """The same in the body, where paragraphs have kinds and words are bold, italic and linked."""

    def __init__(self, edit: QTextEdit, habits: TypingHabits, theme: Theme) -> None:
        super().__init__(edit, habits)
        self._theme = theme

    def _mend_markdown(self, cursor: QTextCursor, before: str) -> bool:
        if kind_of(cursor.blockFormat()) is BlockKind.PARAGRAPH and before in _BEGINNINGS:
            self._begin(cursor, before, _BEGINNINGS[before])
            return True
        for sign, marks_of in _WRAPPED:
            found = sign.search(before[-_LOOKED_AT:])
            if found and (marks := marks_of(found)):
                self._wrap(cursor, found, marks)
                return True
        return False

    def _begin(self, cursor: QTextCursor, before: str, kind: BlockKind) -> None:
        """Make the paragraph one of a kind, without the sign that asked for it."""
        changed = select_before(cursor, before)
        changed.beginEditBlock()
        changed.removeSelectedText()
        formatting.restyle(changed.block(), kind, self._theme)
        changed.endEditBlock()
        if changed.block().length() == 1:
            self._edit.setCurrentCharFormat(char_format(kind, self._theme))

    def _wrap(self, cursor: QTextCursor, found: re.Match[str], marks: dict[str, object]) -> None:
        """Mark the words between two signs, and take the signs out; what is typed next is as it was before them."""
        goes_on, text = self._edit.currentCharFormat(), found.string
        words, behind = text[found.start(1) :], text[found.end(1) :]
        changed = QTextCursor(cursor)
        changed.beginEditBlock()
        formatting.mark(select_before(cursor, words, behind), lambda span: span.model_copy(update=marks), self._theme)
        for sign in (select_before(cursor, text[found.start() :], words), select_before(cursor, behind)):
            sign.removeSelectedText()
        changed.endEditBlock()
        self._edit.setCurrentCharFormat(goes_on)


def select_before(cursor: QTextCursor, text: str, behind: str = "") -> QTextCursor:
    """Another cursor that selects a text that ends at one, without the part of it that is `behind`."""
    found = QTextCursor(cursor)
    found.setPosition(cursor.position() - _places(text))
    found.setPosition(cursor.position() - _places(behind), QTextCursor.MoveMode.KeepAnchor)
    return found


def _places(text: str) -> int:
    """Places of a document that a text takes: characters beyond the first 65,536 take two."""
    return len(text.encode("utf-16-le")) // 2
