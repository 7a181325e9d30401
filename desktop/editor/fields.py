"""The fields of a story: one that grows with its text for headline and dek, one of a single line for the short ones."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QRect, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.editor.text.clipboard import line_in, text_in
from desktop.editor.text.typing_habits import TypedText, TypingHabits
from desktop.editor.text.undo_memory import states_of
from desktop.editor.text.undo_steps import UndoSteps, types
from desktop.localization import worded
from desktop.look.theme import GRID, set_property

_SMALL = 11
"""Pixels of a field's name at 100 %."""


class GrowingEdit(QTextEdit):
    """Plain text without paragraphs that is as high as it needs to be. Enter leaves it."""

    edited = Signal()
    left = Signal()
    """Enter was pressed: on to the next field."""
    resized = Signal(int)
    """Pixels it is wide now."""

    def __init__(
        self, font: QFont, name: str, hint: str, habits: TypingHabits | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filling = False
        self._document = self.document()
        """Kept, so that Python does not take a layout that is given to it for nobody's, and end it."""
        self.overlay: Callable[[QPainter, QRect], None] | None = None
        """Paints marks over the text that is seen."""
        self._steps, self.typed = UndoSteps(self), TypedText(self, habits or TypingHabits())
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFont(font)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(0)
        self.document().setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    @property
    def text(self) -> str:
        """The text in it, on one line."""
        return " ".join(plain_text(self.document()).split("\n"))

    def fill(self, text: str, *, anew: bool = False) -> None:
        """Show a text; it is not an edit. `anew` nothing of what was typed before can be brought back by undo."""
        if anew or text != self.text:
            self._filling = True
            self.setPlainText(text) if anew else change_text(self.document(), text)
            self._filling = False

    def past(self) -> list[str]:
        """The text, and what undo leads back to, step by step."""
        self._filling = True
        states = states_of(self.document(), lambda: plain_text(self.document()))
        self._filling = False
        return states

    def relive(self, past: Sequence[object]) -> None:
        """Let undo lead back to these, if the text is the first of them."""
        if len(past) < 2 or past[0] != plain_text(self.document()):
            return
        self._filling = True
        self.setPlainText(str(past[-1]))
        for state in past[-2::-1]:
            change_text(self.document(), str(state))
        self._filling = False
        self._steps.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        self._steps.press(event, super().keyPressEvent)
        if types(event) and not self.isReadOnly() and self.typed.mend():
            self._steps.end()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is committed letter by letter is undone by words."""
        self._steps.commit(event, super().inputMethodEvent)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files are for the window."""
        return bool(text_in(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste on one line."""
        self.insertPlainText(line_in(source))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and what lies over it."""
        super().paintEvent(event)
        if self.overlay is not None:
            self.overlay(QPainter(self.viewport()), event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See `resized`."""
        super().resizeEvent(event)
        self.resized.emit(self.viewport().width())

    def lay_out(self, layout: QAbstractTextDocumentLayout | None) -> None:
        """Let another layout say where lines end; None for Qt's own. Text, cursor and undo stay."""
        self._filling = True
        self.document().setDocumentLayout(layout)  # type: ignore[arg-type]  # none is Qt's own
        self._filling = False
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._fit()
        self.viewport().update()

    def take_focus(self) -> None:
        """Take the keyboard, behind the last letter."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(60 * GRID, self.maximumHeight())

    def _fit(self) -> None:
        self.setFixedHeight(max(round(self.document().size().height()), self.fontMetrics().height()) + 2)

    @Slot(QSizeF)
    def _on_size_changed(self, _size: QSizeF) -> None:
        self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()


class LineField(GrowingEdit):
    """A short field of one line, which moves under its frame where the text is longer. Enter leaves it."""

    def __init__(self, name: str, hint: str, habits: TypingHabits | None = None, parent: QWidget | None = None) -> None:
        super().__init__(QFont(), name, hint, habits or TypingHabits(marks=False, markdown=False), parent)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_LINE_NARROWEST)

    def sizeHint(self) -> QSize:
        """Room for a name; its place in the window gives it more."""
        return QSize(_LINE_WIDE, self.maximumHeight())

    def fill(self, text: str, *, anew: bool = False) -> None:
        """Show a text from its beginning, unless one is typing in it; it is not an edit."""
        super().fill(text, anew=anew)
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)


_LINE_NARROWEST, _LINE_WIDE = 8 * GRID, 36 * GRID
"""Pixels of a short field: the least that shows what one types, and what a slug or a name takes."""


class NoteEdit(QPlainTextEdit):
    """The ednote: several lines, never printed."""

    edited = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._steps = UndoSteps(self)
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files are for the window."""
        return bool(text_in(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the text, its lines as they are."""
        self.insertPlainText("\n".join(text_in(source).splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed is undone by words."""
        self._steps.press(event, super().keyPressEvent)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is committed letter by letter is undone by words too."""
        self._steps.commit(event, super().inputMethodEvent)

    @property
    def text(self) -> str:
        """The text in it."""
        return plain_text(self.document())

    def fill(self, text: str, *, anew: bool = False) -> None:
        """Show a text; it is not an edit. `anew` nothing of what was typed before can be brought back by undo."""
        if anew or text != self.text:
            self._filling = True
            self.setPlainText(text) if anew else change_text(self.document(), text)
            self._filling = False

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()


def change_text(document: QTextDocument, text: str) -> None:
    """Make of a plain text another one, in one step of undo: what both begin and end with stays, cursors in it too."""
    old = plain_text(document)
    head = _alike(old, text)
    tail = _alike(old[head:][::-1], text[head:][::-1])
    cursor = QTextCursor(document)
    cursor.setPosition(_places(old[:head]))
    cursor.setPosition(_places(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text[head : len(text) - tail])


def plain_text(document: QTextDocument) -> str:
    """The text of a document with its no-break spaces, which Qt's own plain text has as usual ones."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def _alike(one: str, other: str) -> int:
    """Number of characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _places(text: str) -> int:
    """Places that a text takes in a document, where characters beyond the first 65,536 take two."""
    return len(text.encode("utf-16-le")) // 2


class Labelled(QWidget):
    """A field under its name, with room for a remark at the right, and for a refusal under a red line below it."""

    def __init__(self, title: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark, self._refusal = QLabel(), QLabel()
        self._field = field
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name = QLabel(title)
        name.setBuddy(field)
        for label in (name, self._remark):
            set_property(label, "tone", "muted")
            label.setStyleSheet(f"font-size: {_SMALL}px")
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch()
        head.addWidget(self._remark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(field)
        layout.addWidget(self._build_refusal())

    @property
    def refusal(self) -> str:
        """Reason why the text in the field is not taken; empty when it is."""
        return self._refusal.text()

    def refuse(self, why: str) -> None:
        """Say that what stands in the field is not taken, and why, under a red line; an empty string takes it back."""
        why = worded(why)
        if why != self._refusal.text():
            self._refusal.setText(why)
            self._refusal.setVisible(bool(why))
            self._field.setAccessibleDescription(why)

    def _build_refusal(self) -> QLabel:
        self._refusal.setWordWrap(True)
        self._refusal.setStyleSheet(f"font-size: {_SMALL}px")
        set_property(self._refusal, "tone", "refused")
        self._refusal.hide()
        return self._refusal

    def remark(self, text: str, tone: str = "muted") -> None:
        """Say something about the field's content."""
        self._remark.setText(text)
        if self._remark.property("tone") != tone:
            set_property(self._remark, "tone", tone)
