"""The line of a card that shows where it holds what is searched for, in the direction of its words."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from db.story.snippets import SnippetPart
from desktop.look.theme import Theme

_BEFORE = 20
"""Characters of a snippet before its first hit."""
_CUT = " …"


def draw_snippet(painter: QPainter, row: QRect, pieces: Sequence[SnippetPart], font: QFont, theme: Theme) -> None:
    """Draw a snippet on one line; hits are bold on a ground of their own."""
    layout = snippet_layout(pieces, font, row.width(), theme)
    line = layout.lineAt(0)
    painter.save()
    painter.setClipRect(row)
    layout.draw(painter, QPointF(row.topLeft() + QPoint(0, round((row.height() - line.height()) / 2))))
    painter.restore()


def snippet_layout(pieces: Sequence[SnippetPart], font: QFont, width: int, theme: Theme) -> QTextLayout:
    """A snippet from close before its first hit on, in one line of this width: what is too long ends in dots."""
    shown = shortened(pieces)
    line = _line(shown, font, width, theme)
    room = width - QFontMetricsF(font).horizontalAdvance(_CUT)
    if line.lineAt(0).naturalTextWidth() > width:
        line = _line([*_first(shown, _fitting(line, room)), SnippetPart(_CUT)], font, width, theme)
    if _runs_left(line):
        line.lineAt(0).setPosition(QPointF(width - line.lineAt(0).naturalTextWidth(), 0))
    return line


def _runs_left(layout: QTextLayout) -> bool:
    """Whether a line runs from right to left: Qt lets it begin at its own width then."""
    begins, _at = cast("tuple[float, int]", layout.lineAt(0).cursorToX(0))
    return begins > 0


def _fitting(layout: QTextLayout, room: float) -> int:
    """Number of characters of a line that have room."""
    line = layout.lineAt(0)
    end = line.naturalTextWidth() - room if _runs_left(layout) else room
    return line.xToCursor(end, QTextLine.CursorPosition.CursorOnCharacter)


def _line(pieces: Sequence[SnippetPart], font: QFont, width: int, theme: Theme) -> QTextLayout:
    layout = QTextLayout("".join(piece.text for piece in pieces), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(pieces, theme)))
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _formats(pieces: Sequence[SnippetPart], theme: Theme) -> list[QTextLayout.FormatRange]:
    found, at = list[QTextLayout.FormatRange](), 0
    for piece in pieces:
        mark, part = QTextCharFormat(), QTextLayout.FormatRange()
        mark.setForeground(theme.color("text" if piece.hit else "muted"))
        if piece.hit:
            mark.setFontWeight(QFont.Weight.Bold)
            mark.setBackground(theme.color("warning_soft"))
        length = len(piece.text.encode("utf-16-le")) // 2
        part.start, part.length, part.format = at, length, mark
        found.append(part)
        at += length
    return found


def _first(pieces: Sequence[SnippetPart], length: int) -> list[SnippetPart]:
    """The pieces up to a number of Qt's characters."""
    found, room = list[SnippetPart](), length
    for piece in pieces:
        packed = piece.text.encode("utf-16-le")
        found.append(SnippetPart(packed[: 2 * max(room, 0)].decode("utf-16-le", "ignore"), piece.hit))
        room -= len(packed) // 2
    return found


def shortened(pieces: Sequence[SnippetPart]) -> list[SnippetPart]:
    """A snippet that begins close before its first hit, so that a narrow card shows it."""
    hit = next((number for number, piece in enumerate(pieces) if piece.hit), 0)
    before = "".join(piece.text for piece in pieces[:hit])
    if len(before) <= _BEFORE:
        return list(pieces)
    words = before[-_BEFORE:].split(" ", 1)[-1]
    return [SnippetPart(f"… {words}"), *pieces[hit:]]
