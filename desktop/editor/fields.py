"""The fields of a story: one that grows with its text for headline and dek, a bare line for the short ones."""

from PySide6.QtCore import QMimeData, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.look.theme import GRID, set_property

_SMALL = 11
"""Pixels of a field's name at 100 %."""


class GrowingEdit(QTextEdit):
    """Plain text without paragraphs that is as high as it needs to be. Enter leaves it."""

    edited = Signal()
    left = Signal()
    """Enter was pressed: on to the next field."""

    def __init__(self, font: QFont, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setFont(font)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self._fit()

    @property
    def text(self) -> str:
        """What stands in it, on one line."""
        return " ".join(self.toPlainText().split("\n"))

    def fill(self, text: str, *, anew: bool = False) -> None:
        """Show a text; it is not an edit. `anew` nothing of what was typed before can be brought back by undo."""
        if anew or text != self.text:
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files are for the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste on one line."""
        self.insertPlainText(" ".join(source.text().split()))

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


class NoteEdit(QPlainTextEdit):
    """The ednote: several lines, never printed."""

    edited = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self.setProperty("field", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_text_changed)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files are for the window."""
        return source.hasText() and not source.hasUrls()

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Show a text; it is not an edit."""
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._filling:
            self.edited.emit()


class LineField(QLineEdit):
    """A short field without a frame, as wide as its text but not narrower than its hint."""

    edited = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("field", "bare")
        self.setTextMargins(-2, 0, 0, 0)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._on_text_edited)

    def fill(self, text: str) -> None:
        """Show a text; it is not an edit."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        self.edited.emit()


class Labelled(QWidget):
    """A field under its name, with room for a remark at the right."""

    def __init__(self, title: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = QLabel()
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

    def remark(self, text: str, tone: str = "muted") -> None:
        """Say something about the field's content."""
        self._remark.setText(text)
        set_property(self._remark, "tone", tone)
