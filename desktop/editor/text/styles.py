"""Looks of the kinds of paragraphs while they are written, and of the marks of text: bold, italic, link.

What a block or a range of text is stands in properties of its format; what it looks like follows from them.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat

from db.document import BlockKind, PictureUse, Span, SpanMarks
from desktop.look.theme import GRID, Theme

KIND = QTextBlockFormat.Property.UserProperty + 1
PICTURE = QTextBlockFormat.Property.UserProperty + 2
BOLD = QTextCharFormat.Property.UserProperty + 3
ITALIC = QTextCharFormat.Property.UserProperty + 4
LINK = QTextCharFormat.Property.UserProperty + 5
LOOSENESS = QTextBlockFormat.Property.UserProperty + 6
LANGUAGE = QTextCharFormat.Property.UserProperty + 7

TEXT_SIZE = 17
"""Pixels of body text at 100 %."""
_LINE = 112
"""Per cent of the face's own line height."""


@dataclass(frozen=True)
class TextLook:
    """One kind of paragraph on screen."""

    title: str
    size: int = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    sans: bool = False
    role: str = "text"
    indent: int = 0
    """Pixels, at both sides for a quote."""
    before: int = 0
    after: int = 2 * GRID


LOOKS = {
    BlockKind.PARAGRAPH: TextLook("Paragraph"),
    BlockKind.SUBHEAD: TextLook("Subhead", 18, bold=True, before=2 * GRID, after=GRID),
    BlockKind.QUOTE: TextLook("Quote", italic=True, indent=6 * GRID),
    BlockKind.PULL_QUOTE: TextLook("Pull quote", 21, bold=True, role="accent", indent=6 * GRID, before=2 * GRID),
    BlockKind.BULLET: TextLook("Bullet", indent=6 * GRID, after=GRID),
    BlockKind.NUMBER: TextLook("Number", indent=6 * GRID, after=GRID),
    BlockKind.PICTURE: TextLook("Picture", 13, sans=True, role="muted", before=GRID, after=4 * GRID),
    BlockKind.CORRECTION: TextLook("Correction", 15, sans=True, role="bad", indent=3 * GRID, before=2 * GRID),
    BlockKind.BOX: TextLook("Box", 15, sans=True, indent=3 * GRID),
}
"""Every kind, with its name in the menu."""


_UNMARKED = SpanMarks()


def block_format(kind: BlockKind, picture: PictureUse | None = None, looseness: int = 0) -> QTextBlockFormat:
    """The format of a block of that kind, to be set in so many lines more or fewer."""
    look = LOOKS[kind]
    result = QTextBlockFormat()
    result.setProperty(KIND, kind.value)
    if picture is not None:
        result.setProperty(PICTURE, picture.model_dump_json())
    if looseness:
        result.setProperty(LOOSENESS, looseness)
    result.setLeftMargin(look.indent)
    result.setRightMargin(look.indent if kind in (BlockKind.QUOTE, BlockKind.PULL_QUOTE, BlockKind.BOX) else 0)
    result.setTopMargin(look.before)
    result.setBottomMargin(look.after)
    if kind is not BlockKind.PICTURE:
        result.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return result


def char_format(kind: BlockKind, theme: Theme, marks: SpanMarks = _UNMARKED) -> QTextCharFormat:
    """The format of text with these marks in a block of that kind. Bold in a bold kind turns black, italic upright."""
    look, (bold, italic, link, language) = LOOKS[kind], marks
    weight = QFont.Weight.Bold if look.bold else QFont.Weight.Normal
    if bold:
        weight = QFont.Weight.Black if look.bold and not look.sans else QFont.Weight.Bold
    if look.sans:
        font = theme.fonts.sans(look.size, bold=weight >= QFont.Weight.Bold, italic=italic != look.italic)
    else:
        font = theme.fonts.printed(look.size, weight=weight, italic=italic != look.italic)
    result = QTextCharFormat()
    result.setFont(font)
    result.setForeground(theme.color("accent" if link else look.role))
    result.setFontUnderline(bool(link))
    for key, value in ((BOLD, bold), (ITALIC, italic), (LINK, link), (LANGUAGE, language)):
        if value:
            result.setProperty(key, value)
    if link:
        result.setToolTip(link)
    return result


def span_of(text: str, form: QTextCharFormat) -> Span:
    """The span that a range of text with this format stands for."""
    bold, italic = bool(form.property(BOLD)), bool(form.property(ITALIC))
    return Span.marked(text, SpanMarks(bold, italic, form.property(LINK) or "", form.property(LANGUAGE) or ""))


def kind_of(form: QTextBlockFormat) -> BlockKind:
    """Kind of a block."""
    return BlockKind(form.property(KIND) or BlockKind.PARAGRAPH.value)


def looseness_of(form: QTextBlockFormat) -> int:
    """Lines more or fewer that a block is to take."""
    return int(form.property(LOOSENESS) or 0)


def picture_of(form: QTextBlockFormat) -> PictureUse | None:
    """The picture a block shows."""
    packed = form.property(PICTURE)
    return PictureUse.model_validate_json(packed) if packed else None
