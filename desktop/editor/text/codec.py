"""The body of a story to the editor's text document, and back, exactly."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextImageFormat

from db.document import Block, BlockKind, Document, PictureUse, Span
from desktop.editor.text.styles import block_format, char_format, kind_of, looseness_of, picture_of, span_of
from desktop.look.theme import Theme

OBJECT = "\ufffc"
"""Character that stands in the text for a picture's image; it is no part of the cutline."""

_SOFT_BREAK = "\u2028"


def picture_address(picture: PictureUse) -> str:
    """The name under which the document looks for the picture's image: that of the part which is printed."""
    crop = picture.crop
    part = f"?{crop.left},{crop.top},{crop.right},{crop.bottom}" if crop else ""
    return f"picture:{picture.sha256}{part}"


def change_picture(cursor: QTextCursor, picture: PictureUse) -> None:
    """Give the picture the cursor stands in other details, and show the part of it that is printed now."""
    cursor.beginEditBlock()
    cursor.setBlockFormat(block_format(BlockKind.PICTURE, picture))
    at = cursor.block().text().find(OBJECT)
    if at >= 0:
        image, shown = QTextCursor(cursor.block()), QTextImageFormat()
        image.setPosition(cursor.block().position() + at)
        image.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        shown.setName(picture_address(picture))
        image.setCharFormat(shown)
    cursor.endEditBlock()


def fill(target: QTextDocument, document: Document, theme: Theme) -> None:
    """Put a body into a text document in place of what is there. Undo begins anew."""
    target.setUndoRedoEnabled(False)
    target.clear()
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    insert(cursor, document.blocks or (Block(),), theme)
    cursor.endEditBlock()
    target.setUndoRedoEnabled(True)
    target.setModified(False)


def change(target: QTextDocument, document: Document, theme: Theme) -> None:
    """Make of the body in a text document another one: blocks that are the same stay, all in one step of undo."""
    old, new = read(target).blocks or (Block(),), document.blocks or (Block(),)
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    replace_blocks(QTextCursor(target), head, len(old) - tail, new[head : len(new) - tail], theme)


def replace_blocks(cursor: QTextCursor, first: int, behind: int, blocks: Sequence[Block], theme: Theme) -> None:
    """Put blocks in place of those from number `first` to the one before `behind`, in one step of undo."""
    cursor.beginEditBlock()
    _replace(cursor, first, behind, blocks, theme)
    cursor.endEditBlock()


def _replace(cursor: QTextCursor, first: int, behind: int, blocks: Sequence[Block], theme: Theme) -> None:
    target, keep = cursor.document(), QTextCursor.MoveMode.KeepAnchor
    if first == behind and first:
        cursor.setPosition(_end_of(target, first - 1))
        cursor.insertBlock()
    elif first == behind:
        cursor.setPosition(0)
        cursor.insertBlock()
        cursor.setPosition(0)
    elif blocks or not first:
        cursor.setPosition(target.findBlockByNumber(first).position())
        last = _end_of(target, behind - 1) if blocks else target.findBlockByNumber(behind).position()
        cursor.setPosition(last, keep)
        cursor.removeSelectedText()
    else:
        cursor.setPosition(_end_of(target, first - 1))
        cursor.setPosition(_end_of(target, behind - 1), keep)
        cursor.removeSelectedText()
    insert(cursor, blocks, theme)


def _end_of(target: QTextDocument, number: int) -> int:
    block = target.findBlockByNumber(number)
    return block.position() + block.length() - 1


def insert(cursor: QTextCursor, blocks: Sequence[Block], theme: Theme) -> None:
    """Write blocks at the cursor, the first into the block it stands in."""
    for number, block in enumerate(blocks):
        if number:
            cursor.insertBlock(_form(block), char_format(block.kind, theme))
        else:
            cursor.setBlockFormat(_form(block))
            cursor.setBlockCharFormat(char_format(block.kind, theme))
        if block.picture is not None:
            image = QTextImageFormat()
            image.setName(picture_address(block.picture))
            cursor.insertImage(image)
            cursor.insertText(_SOFT_BREAK, char_format(block.kind, theme))
        insert_spans(cursor, block.spans, block.kind, theme)


def _form(block: Block) -> QTextBlockFormat:
    return block_format(block.kind, block.picture, block.looseness)


def insert_spans(cursor: QTextCursor, spans: Sequence[Span], kind: BlockKind, theme: Theme) -> None:
    """Write text with its marks at the cursor, as it looks in a block of that kind."""
    for span in spans:
        cursor.insertText(span.text, char_format(kind, theme, span.marks))


def read(source: QTextDocument) -> Document:
    """The body that a text document holds."""
    blocks = [read_block(block) for block in blocks_of(source)]
    return Document() if blocks == [Block()] else Document(blocks=tuple(blocks))


def blocks_of(source: QTextDocument) -> Iterator[QTextBlock]:
    """Every block, from the top."""
    block = source.begin()
    while block.isValid():
        yield block
        block = block.next()


def read_block(block: QTextBlock) -> Block:
    """One block of the body."""
    form = block.blockFormat()
    picture, kind = picture_of(form), kind_of(form)
    if kind is BlockKind.PICTURE and picture is None:
        kind = BlockKind.PARAGRAPH
    spans, loose = _spans(block), looseness_of(form)
    if picture is not None:
        return Block(kind=BlockKind.PICTURE, spans=_without_image(spans), picture=picture, looseness=loose)
    return Block(kind=kind, spans=spans, looseness=loose)


def _spans(block: QTextBlock) -> tuple[Span, ...]:
    found = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        text = fragment.text().replace(OBJECT, "")
        if text:
            found.append(span_of(text, fragment.charFormat()))
        walk += 1
    return tuple(found)


def _without_image(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The cutline without the line break that stands between it and the image."""
    if not spans or not spans[0].text.startswith(_SOFT_BREAK):
        return spans
    first = spans[0].model_copy(update={"text": spans[0].text[1:]})
    return (first, *spans[1:]) if first.text else spans[1:]
