"""The body of a story as it is written: paragraphs of several kinds, bold, italic, links, pictures in their place."""

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from db.anchors import Range
from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from desktop.editor.text import codec
from desktop.editor.text.styles import LOOKS, block_format, char_format, kind_of, looseness_of, picture_of, span_of
from desktop.look.theme import GRID, Theme
from desktop.words import tr

_OWN_FORMAT = "application/x-galley-blocks"
_WIDEST_PICTURE = 90 * GRID
_ONE_LINERS = (BlockKind.SUBHEAD, BlockKind.PULL_QUOTE, BlockKind.PICTURE, BlockKind.CORRECTION)
"""Kinds after which a new line begins a paragraph."""

FindImage = Callable[[str], QImage]
"""The image of a stored picture by its hash; a null one when it is not there."""


class BodyEdit(QTextEdit):
    """Knows nothing of newsrooms: it is given a Document and gives one back."""

    edited = Signal()
    """Its content was changed by the person, undo and redo included."""
    place_changed = Signal()
    """The cursor stands elsewhere, or what it stands in became something else."""
    picture_opened = Signal(object)
    """PictureUse: its details are to be changed."""

    def __init__(self, theme: Theme, find_image: FindImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._find_image = theme, find_image
        self._filling = False
        self._images: dict[str, QImage] = {}
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Body"))
        self.setPlaceholderText(tr("Write the story here"))
        self.setFont(theme.fonts.printed(LOOKS[BlockKind.PARAGRAPH].size))
        self.document().setDocumentMargin(0)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.cursorPositionChanged.connect(self.place_changed)
        theme.changed.connect(self._on_theme_changed)

    # content

    def fill(self, document: Document) -> None:
        """Show a body; it is not an edit, and cannot be undone."""
        self._filling = True
        codec.fill(self.document(), document, self._theme)
        self._filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.place_changed.emit()

    def read(self) -> Document:
        """The body as it stands."""
        return codec.read(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt asks for the image of a picture."""
        address = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value and address.startswith("picture:"):
            sha256 = address.removeprefix("picture:")
            if sha256 not in self._images:
                self._images[sha256] = _fitted(self._find_image(sha256), self.devicePixelRatioF())
            return self._images[sha256]
        return super().loadResource(kind, name)

    # what the toolbar does

    @property
    def kind(self) -> BlockKind:
        """The kind of paragraph the cursor stands in."""
        return kind_of(self.textCursor().blockFormat())

    def span(self) -> Span:
        """The marks of what would be typed now; its text is the selection."""
        return span_of("", self.currentCharFormat())

    def selected(self) -> Range | None:
        """The selected stretch of one paragraph's text, pictures' images not counted; None when nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        block = self.document().findBlock(cursor.selectionStart())
        skipped = _image_length(block)
        start = cursor.selectionStart() - block.position() - skipped
        end = min(cursor.selectionEnd(), block.position() + block.length() - 1) - block.position() - skipped
        return Range(block.blockNumber(), max(start, 0), end)

    def mark(self, places: Iterable[Range]) -> None:
        """Show where comments stand; it is no part of the text."""
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor_over(place)
            mark.format.setBackground(self._theme.color("warning_soft"))
            marks.append(mark)
        self.setExtraSelections(marks)

    def show_place(self, place: Range) -> None:
        """Select a stretch of text and bring it into view."""
        self.setTextCursor(self._cursor_over(place))
        self.setFocus()

    def _cursor_over(self, place: Range) -> QTextCursor:
        block = self.document().findBlockByNumber(place.block)
        cursor, skipped = QTextCursor(block), _image_length(block)
        last = block.position() + block.length() - 1
        cursor.setPosition(min(block.position() + skipped + place.start, last))
        cursor.setPosition(min(block.position() + skipped + place.end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def set_kind(self, kind: BlockKind) -> None:
        """Make every selected paragraph one of that kind; pictures stay pictures."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._selected_blocks():
            if picture_of(block.blockFormat()) is None:
                self._restyle(block, kind)
        cursor.endEditBlock()
        if cursor.block().length() == 1:
            self.setCurrentCharFormat(char_format(kind, self._theme))
        self.place_changed.emit()

    @property
    def looseness(self) -> int:
        """How many lines more or fewer the paragraph is to take in which the cursor stands."""
        return looseness_of(self.textCursor().blockFormat())

    def set_looseness(self, lines: int) -> None:
        """Set every selected paragraph in a line fewer (-1) or more (1), or as it comes (0)."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in self._selected_blocks():
            form = block.blockFormat()
            QTextCursor(block).setBlockFormat(block_format(kind_of(form), picture_of(form), lines))
        cursor.endEditBlock()
        self.place_changed.emit()

    def toggle(self, mark: str) -> None:
        """Turn `bold` or `italic` on for the selection, or off when all of it has it."""
        on = not all(getattr(span, mark) for span in self._selected_spans())
        self._mark(lambda span: span.model_copy(update={mark: on}))

    def set_link(self, link: str) -> None:
        """Link the selection to an address; an empty one takes the link away. Raises ValueError for an unsafe one."""
        checked = Span(text="x", link=link).link
        self._mark(lambda span: span.model_copy(update={"link": checked}))

    def insert_picture(self, picture: PictureUse, cutline: str) -> None:
        """Put a picture behind the paragraph the cursor stands in."""
        cursor = self.textCursor()
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
        """Give the picture the cursor stands in other details: credit, columns."""
        cursor = self.textCursor()
        if picture_of(cursor.blockFormat()) is not None:
            cursor.setBlockFormat(block_format(BlockKind.PICTURE, picture))

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A new line behind a subhead or cutline begins a paragraph; an empty list item ends its list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.textCursor().insertText("\u2028")
            else:
                self._break_paragraph()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a picture: its details."""
        picture = picture_of(self.cursorForPosition(event.position().toPoint()).blockFormat())
        super().mouseDoubleClickEvent(event)
        if picture is not None and not self.isReadOnly():
            self.picture_opened.emit(picture)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied: blocks with their marks for Galley, plain paragraphs for all others.

        Qt makes the object: the clipboard may destroy it after Python has ended, which one made here would not survive.
        """
        blocks = _cut_out(self.textCursor())
        data = super().createMimeDataFromSelection()
        for name in (data.text() and data.formats()) or ():
            data.removeFormat(name)
        data.setText("\n\n".join(block.text for block in blocks))
        data.setData(_OWN_FORMAT, Document(blocks=tuple(blocks)).to_json().encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone: files are for the window."""
        return source.hasFormat(_OWN_FORMAT) or (source.hasText() and not source.hasUrls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: blocks as they were copied here, or paragraphs of plain text."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._paste(cursor, _blocks_in(source))
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text over the tint of boxes, and the signs of lists, which are no part of it."""
        self._draw_boxes()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        number = 0
        for block in codec.blocks_of(self.document()):
            kind = kind_of(block.blockFormat())
            number = number + 1 if kind is BlockKind.NUMBER else 0
            if kind in (BlockKind.BULLET, BlockKind.NUMBER):
                self._draw_sign(painter, block, f"{number}." if number else "•")
            elif kind is BlockKind.QUOTE:
                self._draw_rule(painter, block)

    def sizeHint(self) -> QSize:
        """As high as its text: the page around it scrolls."""
        return QSize(super().sizeHint().width(), max(round(self.document().size().height()) + 2, 40 * GRID))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`."""
        return QSize(60 * GRID, self.sizeHint().height())

    # helpers

    def _paste(self, cursor: QTextCursor, blocks: tuple[Block, ...]) -> None:
        if len(blocks) == 1 and blocks[0].picture is None:
            kind = kind_of(cursor.blockFormat())
            codec.insert_spans(cursor, blocks[0].spans, kind, self._theme)
            return
        tail_kind = kind_of(cursor.blockFormat())
        if cursor.positionInBlock() or picture_of(cursor.blockFormat()):
            cursor.insertBlock(block_format(tail_kind if tail_kind not in _ONE_LINERS else BlockKind.PARAGRAPH))
        codec.insert(cursor, blocks, self._theme)
        self.setTextCursor(cursor)

    def _break_paragraph(self) -> None:
        cursor = self.textCursor()
        kind = kind_of(cursor.blockFormat())
        in_list = kind in (BlockKind.BULLET, BlockKind.NUMBER, BlockKind.QUOTE)
        cursor.beginEditBlock()
        if in_list and cursor.block().length() == 1 and not cursor.hasSelection():
            self._restyle(cursor.block(), BlockKind.PARAGRAPH)
        else:
            follows = BlockKind.PARAGRAPH if kind in _ONE_LINERS else kind
            cursor.removeSelectedText()
            cursor.insertBlock(block_format(follows), char_format(follows, self._theme))
            if follows is not kind:
                self._restyle(cursor.block(), follows)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        if cursor.block().length() == 1:
            self.setCurrentCharFormat(char_format(kind_of(cursor.blockFormat()), self._theme))

    def _restyle(self, block: QTextBlock, kind: BlockKind) -> None:
        """Make a block one of that kind; its marks stay."""
        cursor = QTextCursor(block)
        cursor.setBlockFormat(block_format(kind, looseness=looseness_of(block.blockFormat())))
        cursor.setBlockCharFormat(char_format(kind, self._theme))
        self._restyle_text(block, lambda span: span)

    def _restyle_text(self, block: QTextBlock, change: Callable[[Span], Span], start: int = 0, end: int = -1) -> None:
        """Give the text of a block, between two positions of the document, the marks that `change` makes of its own."""
        kind = kind_of(block.blockFormat())
        for place, length, span in _pieces(block, start, end):
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
            new = change(span)
            cursor.setCharFormat(char_format(kind, self._theme, bold=new.bold, italic=new.italic, link=new.link))

    def _mark(self, change: Callable[[Span], Span]) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            new = change(self.span())
            self.setCurrentCharFormat(
                char_format(self.kind, self._theme, bold=new.bold, italic=new.italic, link=new.link)
            )
        else:
            cursor.beginEditBlock()
            for block in self._selected_blocks():
                self._restyle_text(block, change, cursor.selectionStart(), cursor.selectionEnd())
            cursor.endEditBlock()
        self.place_changed.emit()

    def _selected_blocks(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        block, last = self.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
        found = [block]
        while block.next().isValid() and block.next().position() < last:
            block = block.next()
            found.append(block)
        return found

    def _selected_spans(self) -> list[Span]:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return [self.span()]
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return [span for block in self._selected_blocks() for _, _, span in _pieces(block, start, end)] or [self.span()]

    def _draw_sign(self, painter: QPainter, block: QTextBlock, sign: str) -> None:
        layout: QAbstractTextDocumentLayout = self.document().documentLayout()
        box = layout.blockBoundingRect(block)
        line = block.layout().lineAt(0) if block.layout().lineCount() else None
        if line is None:
            return
        painter.setFont(block.charFormat().font() if block.length() == 1 else self.font())
        painter.setPen(self._theme.color("muted"))
        baseline = box.top() + line.y() + line.ascent()
        painter.drawText(QPointF(box.left() - 5 * GRID, baseline), sign)

    def _draw_boxes(self) -> None:
        """A tint under each paragraph of a box."""
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for block in codec.blocks_of(self.document()):
            if kind_of(block.blockFormat()) is BlockKind.BOX:
                box = self.document().documentLayout().blockBoundingRect(block)
                goes_on = block.next().isValid() and kind_of(block.next().blockFormat()) is BlockKind.BOX
                deep = box.height() + (4 if goes_on else 2) * GRID
                tint = QRectF(0, box.top() - GRID, self.viewport().width(), deep)
                painter.fillRect(tint, self._theme.color("hover"))
        painter.end()

    def _draw_rule(self, painter: QPainter, block: QTextBlock) -> None:
        box = self.document().documentLayout().blockBoundingRect(block)
        painter.fillRect(QRectF(box.left() - 4 * GRID, box.top(), 2, box.height()), self._theme.color("strong_line"))

    @Slot()
    def _on_contents_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

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


def _image_length(block: QTextBlock) -> int:
    """How many characters of a block are its image and the break behind it."""
    text = block.text()
    return 2 if text.startswith(f"{codec.OBJECT}\u2028") else text.startswith(codec.OBJECT)


def _pieces(block: QTextBlock, start: int, end: int) -> list[tuple[int, int, Span]]:
    """Place, length and span of each stretch of a block between two positions, images left out."""
    found = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        first = max(fragment.position(), start)
        last = fragment.position() + fragment.length() if end < 0 else min(fragment.position() + fragment.length(), end)
        if first < last and not fragment.charFormat().isImageFormat():
            found.append((first, last - first, span_of("", fragment.charFormat())))
        walk += 1
    return found


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
    """What is to be pasted."""
    if source.hasFormat(_OWN_FORMAT):
        try:
            return Document.from_json(bytes(source.data(_OWN_FORMAT).data()).decode()).blocks or (Block(),)
        except (ValueError, json.JSONDecodeError):
            pass
    text = source.text().replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return tuple(paragraph(" ".join(part.split("\n"))) for part in parts if part.strip()) or (paragraph(text),)


def _fitted(image: QImage, ratio: float) -> QImage:
    """An image no wider than the column of text, sharp on this screen."""
    if image.isNull():
        image = QImage(_WIDEST_PICTURE, 20 * GRID, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.lightGray)
        return image
    wanted = min(image.width(), round(_WIDEST_PICTURE * ratio))
    small = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(ratio)
    return small
