"""The body of a story as it is written: paragraphs of several kinds, bold, italic, links, pictures in their place.

It is long because Qt tells a text editor all in one class: keys, mouse, drops, input methods, paint. What each of them
does stands in modules of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QKeyCombination, QMimeData, QRect, QSize, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from db.text.anchors import Range
from desktop.editor.text import clipboard, codec, formatting
from desktop.editor.text.change_marks import ChangeMark, draw_changes
from desktop.editor.text.decorations import dim_others, draw_boxes, draw_invitation, draw_signs
from desktop.editor.text.images import FindImage, Images
from desktop.editor.text.read_blocks import ReadBlocks
from desktop.editor.text.styles import LOOKS, char_format, kind_of, looseness_of, picture_of, span_of
from desktop.editor.text.text_ranges import beginning, cursor_at, cursor_over, range_of, stands_at, step_over_image
from desktop.editor.text.typing_habits import TypedBody, TypingHabits
from desktop.editor.text.undo_memory import states_of
from desktop.editor.text.undo_steps import UndoSteps, types
from desktop.key_turn import KEY_TURN
from desktop.localization import tr
from desktop.look.theme import GRID, Theme

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Keys that move paragraphs, held with Alt."""

_PASTE_PLAIN = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_V)


Overlay = Callable[[QPainter, QRect], None]
"""Paints something over the part of a text that is seen."""


class BodyEdit(QTextEdit):
    """Knows nothing of newsrooms: it is given a Document and gives one back."""

    edited = Signal()
    """Its content was changed by the person, undo and redo included."""
    place_changed = Signal()
    """The cursor stands elsewhere, or what it stands in became something else."""
    picture_opened = Signal(object)
    """PictureUse: its details are to be changed."""
    pictures_arrived = Signal(object)
    """Files or bytes of pictures that were pasted or dropped where the cursor stands."""
    paste_refused = Signal(str)
    """Reason why what was pasted is not put in."""
    picture_came = Signal()
    """The image of a picture is there, whose place was held until now."""
    laid_out = Signal()
    """Another layout says where its lines end."""
    zoom_wanted = Signal(int)
    """Steps by which the text is to be larger."""

    def __init__(
        self, theme: Theme, find_image: FindImage, habits: TypingHabits | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        habits = habits or TypingHabits()
        self._theme, self._images = theme, Images(find_image, self)
        self._filling = False
        self._comments: list[QTextEdit.ExtraSelection] = []
        self._found: list[QTextEdit.ExtraSelection] = []
        self._changed: dict[str, tuple[ChangeMark, ...]] = {}
        self._steps, self.typed = UndoSteps(self), TypedBody(self, habits, theme)
        self._plain = True
        """Whether it is laid out as plain writing, not in the lines of a format."""
        self.overlay: Overlay | None = None
        """Paints marks over the text that is seen."""
        self.cursor_elsewhere: Callable[[], QRect | None] = lambda: None
        """Says where the cursor is seen when that is not where Qt takes it to be."""
        self._dim = False
        """Whether all paragraphs but the one that is written in are dim."""
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Body"))
        self._invite()
        self.setFont(theme.fonts.printed(LOOKS[BlockKind.PARAGRAPH].size))
        self.document().setDocumentMargin(0)
        self.document().setDefaultCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
        self._blocks = ReadBlocks(self.document())
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.cursorPositionChanged.connect(self.place_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        theme.changed.connect(self._on_theme_changed)
        self._images.arrived.connect(self._on_image_arrived)

    # content

    def fill(self, document: Document, *, anew: bool = True) -> None:
        """Show a body, which is no edit. The cursor stays at its words, and undo as it was, unless it is shown anew."""
        stood = None if anew else stands_at(self.textCursor(), self.read())
        self._filling = True
        (codec.fill if anew else codec.change)(self.document(), document, self._theme)
        self._filling = False
        self.setTextCursor(cursor_at(self.document(), document, stood) if stood else beginning(self.document()))
        self.place_changed.emit()

    def past(self) -> list[Document]:
        """The body, and what undo leads back to, step by step."""
        self._filling = True
        states = states_of(self.document(), self.read)
        self._filling = False
        return states

    def relive(self, past: Sequence[object]) -> None:
        """Let undo lead back to these, if the body is the first of them."""
        states = [one for one in past if isinstance(one, Document)]
        if len(states) < 2 or states[0] != self.read():
            return
        self._filling = True
        codec.fill(self.document(), states[-1], self._theme)
        for state in states[-2::-1]:
            codec.change(self.document(), state, self._theme)
        self._filling = False
        if self.read() != states[0]:
            self.fill(states[0])
        self._steps.end()

    def read(self) -> Document:
        """The body as it stands."""
        return self._blocks.read()

    @property
    def words(self) -> int:
        """Words of it."""
        return self._blocks.words

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt asks for the image of a picture."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value and address.startswith("picture:"):
            return self._images.get(address.removeprefix("picture:"), self.devicePixelRatioF())
        return super().loadResource(kind, name)

    def lay_out(self, layout: QAbstractTextDocumentLayout | None) -> None:
        """Let another layout say where lines end; None for that of plain writing. Text, cursor and undo stay."""
        if layout is None and self._plain:
            return
        self._plain = layout is None
        self._filling = True
        self._invite()
        self.document().setDocumentLayout(layout)  # type: ignore[arg-type]  # none is Qt's own
        self._filling = False
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.updateGeometry()
        self.viewport().update()
        self.laid_out.emit()

    def show_one_paragraph(self, one: bool) -> None:
        """Let the paragraph that is written in be clear and the others dim, or all be clear."""
        self._dim = one
        self.viewport().update()

    def picture(self, name: str) -> QImage:
        """The image of a picture by its hash and part, as `Images` names it; a grey field until it is there."""
        return self._images.get(name, self.devicePixelRatioF())

    def picture_of_use(self, use: PictureUse) -> QImage:
        """The part of a picture that is printed."""
        return self.picture(codec.picture_address(use).removeprefix("picture:"))

    @Slot(str)
    def _on_image_arrived(self, name: str) -> None:
        """Show a picture in the place that was held for it; the text is not changed by that."""
        self.picture_came.emit()
        if not self._plain:
            self.viewport().update()
            return
        image = self._images.get(name, self.devicePixelRatioF())
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{name}"), image)
        self.document().markContentsDirty(0, self.document().characterCount())

    # places

    def selected(self) -> Range | None:
        """The selected range of one paragraph's text, pictures' images not counted; None when nothing is selected."""
        return range_of(self.textCursor())

    def mark(self, places: Iterable[Range]) -> None:
        """Show where comments stand; it is no part of the text."""
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor_over(self.document(), place)
            mark.format.setBackground(self._theme.color("warning_soft"))
            marks.append(mark)
        self._comments = marks
        self.setExtraSelections([*self._comments, *self._found])

    def mark_found(self, found: list[QTextEdit.ExtraSelection]) -> None:
        """Show what was found; it is no part of the text."""
        self._found = found
        self.setExtraSelections([*self._comments, *self._found])

    def mark_changes(self, group: str, marks: Sequence[ChangeMark]) -> None:
        """Show a group of changes in place of those it had; it is no part of the text."""
        if tuple(marks) != self._changed.get(group, ()):
            self._changed[group] = tuple(marks)
            self.viewport().update()

    @property
    def changes(self) -> list[ChangeMark]:
        """The changes that are marked."""
        return [mark for group in self._changed.values() for mark in group]

    def show_place(self, place: Range) -> None:
        """Select a range of text and bring it into view."""
        self.setTextCursor(cursor_over(self.document(), place))
        self.setFocus()

    def go_to(self, block: int) -> None:
        """Put the cursor at the beginning of a block, in a picture's at its cutline."""
        cursor = self.textCursor()
        cursor.setPosition(max(self.document().findBlockByNumber(block).position(), 0))
        step_over_image(cursor)
        self.setTextCursor(cursor)

    def open_picture(self) -> None:
        """Ask for the details of the picture the cursor stands in, of whoever may write."""
        picture = picture_of(self.textCursor().blockFormat())
        if picture is not None and not self.isReadOnly():
            self.picture_opened.emit(picture)

    # what the toolbar does

    @property
    def kind(self) -> BlockKind:
        """The kind of paragraph the cursor stands in."""
        return kind_of(self.textCursor().blockFormat())

    @property
    def looseness(self) -> int:
        """Lines more or fewer that the paragraph of the cursor is to take."""
        return looseness_of(self.textCursor().blockFormat())

    def span(self) -> Span:
        """The marks of what would be typed now; its text is the selection."""
        return span_of("", self.currentCharFormat())

    def set_kind(self, kind: BlockKind) -> None:
        """Make every selected paragraph one of that kind; pictures stay pictures."""
        cursor = self.textCursor()
        formatting.set_kind(cursor, kind, self._theme)
        if cursor.block().length() == 1:
            self.setCurrentCharFormat(char_format(kind, self._theme))
        self.place_changed.emit()

    def set_looseness(self, lines: int) -> None:
        """Set every selected paragraph in a line fewer (-1) or more (1), or as it comes (0)."""
        formatting.set_looseness(self.textCursor(), lines)
        self.place_changed.emit()

    def move_paragraphs(self, by: int) -> None:
        """Move the selected paragraphs up (-1) or down (1) past the next one."""
        moved = formatting.move_paragraphs(self.textCursor(), by, self._theme)
        if moved is not None:
            self.setTextCursor(moved)
            self._steps.end()
            self.ensureCursorVisible()

    def toggle(self, mark: str) -> None:
        """Turn `bold` or `italic` on for the selection, or off when all of it has it."""
        spans = formatting.selected_spans(self.textCursor()) or [self.span()]
        on = not all(getattr(span, mark) for span in spans)
        self._mark(lambda span: span.model_copy(update={mark: on}))

    def set_link(self, link: str) -> None:
        """Link the selection to an address; an empty one, or one that is not safe, takes the link away."""
        checked = Span(text="x", link=link).link
        self._mark(lambda span: span.model_copy(update={"link": checked}))

    def set_language(self, language: str) -> None:
        """Say which language the selection, or what is typed next, is written in; an empty one is the story's."""
        checked = Span(text="x", language=language).language
        self._mark(lambda span: span.model_copy(update={"language": checked}))

    def insert_picture(self, picture: PictureUse, cutline: str, at: QTextCursor | None = None) -> None:
        """Put a picture behind the paragraph the cursor stands in, or another place that is given."""
        cursor = at or self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        shown = Block(kind=BlockKind.PICTURE, spans=paragraph(cutline).spans, picture=picture)
        if cursor.block().length() == 1:
            codec.insert(cursor, (shown, Block()), self._theme)
        else:
            cursor.insertBlock()
            codec.insert(cursor, (shown,), self._theme)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def change_picture(self, picture: PictureUse) -> None:
        """Give the picture the cursor stands in other details: credit, columns, crop."""
        cursor = self.textCursor()
        if picture_of(cursor.blockFormat()) is not None:
            codec.change_picture(cursor, picture)

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A new line behind a subhead or cutline begins a paragraph; an empty list item ends its list."""
        KEY_TURN.begin()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.textCursor().insertText("\u2028")
            else:
                self._break_paragraph()
            self.ensureCursorVisible()
            return
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in _MOVES and not self.isReadOnly():
            self.move_paragraphs(_MOVES[Qt.Key(event.key())])
            return
        if event.keyCombination() == _PASTE_PLAIN and not self.isReadOnly():
            self.paste_plain()
            return
        if event.text().isprintable() and event.text():
            self._step_over_image()
        self._steps.press(event, super().keyPressEvent)
        if types(event) and not self.isReadOnly() and self.typed.mend():
            self._steps.end()
            self.place_changed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is typed before a picture's image is meant for its cutline."""
        KEY_TURN.begin()
        if event.commitString():
            self._step_over_image()
        self._steps.commit(event, super().inputMethodEvent)
        if len(event.commitString()) == 1 and not self.isReadOnly() and self.typed.mend():
            self._steps.end()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *argument: Any) -> Any:
        """What an input method asks; its candidates are to stand where the cursor is seen."""
        seen = self.cursor_elsewhere() if query is Qt.InputMethodQuery.ImCursorRectangle else None
        return seen or super().inputMethodQuery(query, *argument)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a picture: its details."""
        picture = picture_of(self.cursorForPosition(event.position().toPoint()).blockFormat())
        super().mouseDoubleClickEvent(event)
        if picture is not None and not self.isReadOnly():
            self.picture_opened.emit(picture)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the text gets larger or smaller; else the page around it scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The content that is copied.

        Qt makes the object: the clipboard may destroy it after Python has ended, which one made here would not survive.
        """
        data = super().createMimeDataFromSelection()
        clipboard.fill(data, self.textCursor())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and pictures: other files are for the window."""
        return clipboard.welcome(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: blocks as they were copied here, paragraphs of text, or pictures, which are stored first."""
        if self._is_too_long(source):
            return
        if pictures := clipboard.pictures_in(source):
            self.pictures_arrived.emit(pictures)
            return
        self._step_over_image()
        cursor = self.textCursor()
        clipboard.paste(source, cursor, self._theme)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _is_too_long(self, source: QMimeData) -> bool:
        """Refuse a clip that would hold up the window; whether it does."""
        found = clipboard.is_too_long(source)
        if found:
            self.paste_refused.emit(tr("That is more text than is pasted at once: save it as a file and import that."))
        return found

    @Slot()
    def paste_plain(self) -> None:
        """Paste the words on the clipboard without their structure and marks."""
        data = QGuiApplication.clipboard().mimeData()
        if not self._is_too_long(data) and clipboard.text_in(data):
            cursor = self.textCursor()
            clipboard.paste(data, cursor, self._theme, plain=True)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text over the tint of boxes, and the signs of lists, which are no part of it."""
        if not self._plain:
            super().paintEvent(event)
            self._draw_invitation()
            self._draw_changes(event)
            self._paint_overlay(event.rect())
            return
        under = self._painter()
        draw_boxes(under, self.document(), event.rect(), self._theme)
        under.end()
        super().paintEvent(event)
        over = self._painter()
        draw_signs(over, self.document(), event.rect(), self.font(), self._theme)
        self._paint_overlay(event.rect(), over)
        if self._dim:
            dim_others(over, self.textCursor().block(), event.rect(), self._theme)
        over.end()
        self._draw_changes(event)

    def _invite(self) -> None:
        """Let Qt say in an empty text what may be done; over byline and dateline of a galley it would stand on them."""
        self.setPlaceholderText(tr("Write the story here") if self._plain else "")

    def _draw_invitation(self) -> None:
        """Say the same in an empty galley, on the line that is written in."""
        composing = self.textCursor().block().layout().preeditAreaText()
        if self.document().isEmpty() and not composing:
            painter = self._painter()
            words = tr("Write the story here")
            draw_invitation(painter, self.cursorRect(), words, self.font(), self._theme)
            painter.end()

    def _draw_changes(self, event: QPaintEvent) -> None:
        if marks := self.changes:
            painter = self._painter()
            draw_changes(painter, self, marks, event.rect())
            painter.end()

    def sizeHint(self) -> QSize:
        """As high as its text: the page around it scrolls."""
        return QSize(super().sizeHint().width(), max(round(self.document().size().height()) + 2, 40 * GRID))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return QSize(60 * GRID, self.sizeHint().height())

    # helpers

    def _step_over_image(self) -> None:
        cursor = self.textCursor()
        if not self.isReadOnly() and step_over_image(cursor):
            self.setTextCursor(cursor)

    def _painter(self) -> QPainter:
        """One that draws where the text is."""
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return painter

    def _paint_overlay(self, seen: QRect, painter: QPainter | None = None) -> None:
        if self.overlay is None:
            return
        if painter is not None:
            self.overlay(painter, seen)
            return
        own = self._painter()
        self.overlay(own, seen)
        own.end()

    def _break_paragraph(self) -> None:
        cursor = self.textCursor()
        formatting.break_paragraph(cursor, self._theme)
        self.setTextCursor(cursor)
        if cursor.block().length() == 1:
            self.setCurrentCharFormat(char_format(kind_of(cursor.blockFormat()), self._theme))

    def _mark(self, change: formatting.Change) -> None:
        """Other marks for the selection, or for what will be typed next."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            formatting.mark(cursor, change, self._theme)
        else:
            marks = change(self.span()).marks
            self.setCurrentCharFormat(char_format(self.kind, self._theme, marks))
        self.place_changed.emit()

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self._dim:
            self.viewport().update()

    @Slot(QSizeF)
    def _on_size_changed(self, _size: QSizeF) -> None:
        self.updateGeometry()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Other colours: the same text, drawn again. Undo begins anew."""
        place = self.textCursor().position()
        self._filling = True
        codec.fill(self.document(), self.read(), self._theme)
        self._filling = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
