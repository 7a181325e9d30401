"""Draws a story as a card: slug and badges, headline, byline and length, who holds it, a note, and how it fits."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from db.story.snippets import SnippetPart
from db.values import Account, StoryCard
from desktop.board import facts
from desktop.board.facts import Badge, Bar
from desktop.board.model import CARD
from desktop.board.snippet_line import draw_snippet
from desktop.localization import tr, utc_now
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.icons import pixmap
from desktop.look.theme import GRID, RADIUS, Theme

GUTTER = 12
"""Pixels right of the cards, where the scroll bar goes."""
GAP = 2 * GRID
"""Pixels between two cards."""
_PADDING = 3 * GRID
_ROW = 5 * GRID
_SPACE = GRID
_BAR = GRID
_SIGN = 14
_RING = 5
"""Pixels: as wide as fits between the line of a card and its text, and so seen from an arm's length."""
_NARROW = 280
"""Pixels of a card that no column has yet: about what a column of three has in a window of the common size."""
_SELECTED = 1.5
"""Pixels of the line round a selected card: told from the others by more than its colour."""
_CORNER, _INSET = 4, 6
"""Pixels of the round corners of a badge, and of the room left and right of its words."""
_SMALL, _HEADLINE = 12, 15
"""Pixels at 100 %: badges are a step smaller than the words of a card, its headline two larger."""
_MOST_KEPT = 20_000
_HEADLINE_LINES, _NOTE_LINES = 2, 3
"""Lines of a headline and of a note on a card: most are whole then, and a column still shows several cards."""
USUAL_HEIGHT = 2 * _PADDING + 4 * _ROW + 2 * _SPACE + GAP
"""Pixels of a card with a headline of two lines and nothing else to say: what one takes that was not read yet."""
_NO_SIGN = " "
"""In the place of a sign: its room stays, so that lines of one sentence stand below one another."""

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """One for all columns. Keeps what is dear to measure: where headlines break, and the drawn signs."""

    def __init__(self, theme: Theme, me: Account, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._me = theme, me
        self._small, self._small_bold = theme.fonts.sans(_SMALL), theme.fonts.sans(_SMALL, bold=True)
        self._plain = theme.fonts.sans(TEXT_SIZE_PX)
        self._serif = theme.fonts.printed(_HEADLINE, weight=self._small_bold.weight())
        self._breaks: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self.desk_shown = True
        """Whether a card says which desk its story belongs to."""
        self.snippets: Mapping[int, Sequence[SnippetPart]] = {}
        """Places in which each story holds what is searched for."""
        self._signs: dict[tuple[str, str, float], QPixmap] = {}
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        card: StoryCard | None = index.data(CARD)
        width = option.widget.width() - GUTTER if option.widget else _NARROW
        return QSize(width, self._height(card, width) + GAP if card else USUAL_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: StoryCard | None = index.data(CARD)
        room = QRect(option.rect)
        room.setWidth(option.widget.width() - GUTTER)
        room.setHeight(room.height() - GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as its places are counted, however the window lies
        self._draw_frame(painter, room, option.state)
        if card is not None:
            self._draw_rows(painter, room.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING), card)
        painter.restore()

    def _height(self, card: StoryCard, width: int) -> int:
        """Slug row, headline, byline row, and what else this card has to say."""
        rows = 2 + len(self._headline(card.headline, width - 2 * _PADDING))
        said = facts.note(card, card.changed)
        rows += len(self._note_lines(said, width - 2 * _PADDING)) if said else 0
        rows += facts.holder(card, self._me) is not None
        rows += card.id in self.snippets
        bar = 2 * _SPACE + _BAR if facts.bar(card) else 0
        return 2 * _PADDING + rows * _ROW + 2 * _SPACE + bar

    def _draw_frame(self, painter: QPainter, room: QRect, state: QStyle.StateFlag) -> None:
        """Selected cards have a coloured line; the ring is round the one that has the keyboard."""
        selected, focused = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        frame = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focused:
            painter.setPen(QPen(self._theme.color("accent_soft"), _RING))
            painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
        role = "accent" if selected else "strong_line" if hover or focused else "line"
        painter.setPen(QPen(self._theme.color(role), _SELECTED if selected else 1.0))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)

    def _draw_rows(self, painter: QPainter, room: QRect, card: StoryCard) -> None:
        now = utc_now()
        row = QRect(room.left(), room.top(), room.width(), _ROW)
        talk = facts.talk(card)
        self._draw_top(painter, row, card, [*([talk] if talk else []), *facts.badges(card, now)])
        row.translate(0, _ROW + _SPACE)
        for line in self._headline(card.headline, room.width()):
            role = "text" if card.headline else "muted"
            self._write(painter, row, line or tr("No headline yet"), role, self._serif)
            row.translate(0, _ROW)
        row.translate(0, _SPACE)
        self._draw_pair(painter, row, facts.byline(card), facts.length(card))
        if held := facts.holder(card, self._me):
            row.translate(0, _ROW)
            self._draw_said(painter, row, held)
        if said := facts.note(card, now):
            for one in self._note_lines(said, row.width()):
                row.translate(0, _ROW)
                self._draw_said(painter, row, one)
        if card.id in self.snippets:
            row.translate(0, _ROW)
            draw_snippet(painter, row, self.snippets[card.id], self._small, self._theme)
        fill = facts.bar(card)
        if fill is not None:
            self._draw_bar(painter, QRect(room.left(), row.bottom() + 1 + 2 * _SPACE, room.width(), _BAR), fill)

    def _draw_top(self, painter: QPainter, row: QRect, card: StoryCard, badges: list[Badge]) -> None:
        """Slug left, the desk unless all are of one, the kind; badges from the right, the last outermost."""
        right = row.right() + 1
        for badge in reversed(badges):
            right -= self._draw_badge(painter, QRect(row.left(), row.top(), right - row.left(), _ROW), badge)
            right -= 2 * _SPACE
        left = QRect(row.left(), row.top(), right - row.left(), _ROW)
        used = self._write(painter, left, card.slug, "muted", self._plain)
        rest = left.adjusted(used, 0, 0, 0)
        home = facts.home(card, desk=self.desk_shown)
        if home and rest.width() > 6 * GRID:
            self._write(painter, rest, f" · {home}", "muted", self._plain)

    def _draw_badge(self, painter: QPainter, room: QRect, badge: Badge) -> int:
        """Draw it at the right end of the room; its width."""
        font = self._small_bold if badge.bold else self._small
        sign = _SIGN + _SPACE if badge.sign else 0
        inset = _INSET if badge.ground else 0
        width = min(QFontMetrics(font).horizontalAdvance(badge.text) + 1 + sign + 2 * inset, room.width())
        box = QRect(room.right() + 1 - width, room.top(), width, room.height())
        if badge.ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(badge.ground))
            painter.drawRoundedRect(QRectF(box), _CORNER, _CORNER)
        inner = box.adjusted(inset, 0, -inset, 0)
        self._draw_sign(painter, inner, badge)
        self._write(painter, inner.adjusted(sign, 0, 1, 0), badge.text, badge.role, font)
        return width

    def _draw_said(self, painter: QPainter, row: QRect, badge: Badge) -> None:
        """A sign and a sentence over the whole width."""
        if badge.sign != _NO_SIGN:
            self._draw_sign(painter, row, badge)
        indent = _SIGN + _SPACE if badge.sign else 0
        self._write(painter, row.adjusted(indent, 0, 0, 0), badge.text, badge.role, self._small)

    def _note_lines(self, said: Badge, width: int) -> list[Badge]:
        """A note on as many lines as it needs, up to three; its sign stands before the first."""
        room = width - _SIGN - _SPACE
        lines = self._broken(said.text, room, self._small, _NOTE_LINES)
        first, *others = (replace(said, text=line) for line in lines)
        return [first, *(replace(line, sign=_NO_SIGN) for line in others)]

    def _draw_pair(self, painter: QPainter, row: QRect, left: str, right: str) -> None:
        painter.setFont(self._plain)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(row, _RIGHT, right)
        taken = QFontMetrics(self._plain).horizontalAdvance(right) + 2 * _SPACE
        self._write(painter, row.adjusted(0, 0, -taken, 0), left, "muted", self._plain)

    def _draw_bar(self, painter: QPainter, row: QRect, fill: Bar) -> None:
        """The share that is filled; red, with the excess in words, when it is too much."""
        over = facts.over(fill)
        if over:
            taken = QFontMetrics(self._small_bold).horizontalAdvance(over) + 2 * _SPACE + 1
            words = QRect(row.right() + 1 - taken, row.top() - 2 * _SPACE, taken, _ROW)
            painter.setFont(self._small_bold)
            painter.setPen(self._theme.color("bad"))
            painter.drawText(words, _RIGHT, over)
            row = row.adjusted(0, 0, -taken, 0)
        self._draw_stroke(painter, row, row.width(), self._theme.color("line"))
        share = round(row.width() * fill.share)
        self._draw_stroke(painter, row, share, self._theme.color("bad" if over else "good"))

    @staticmethod
    def _draw_stroke(painter: QPainter, row: QRect, width: int, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(row.left(), row.top(), width, row.height()), 2, 2)

    def _draw_sign(self, painter: QPainter, row: QRect, badge: Badge) -> None:
        if badge.sign:
            top = row.top() + (row.height() - _SIGN) / 2
            painter.drawPixmap(QPointF(row.left(), top), self._sign(badge, painter.device().devicePixelRatioF()))

    def _write(self, painter: QPainter, room: QRect, text: str, role: str, font: QFont) -> int:
        """One line, elided to the room; the width it took."""
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, shown)
        return metrics.horizontalAdvance(shown)

    def _sign(self, badge: Badge, ratio: float) -> QPixmap:
        key = (badge.sign, badge.role, ratio)
        if key not in self._signs:
            self._signs[key] = pixmap(badge.sign, self._theme, badge.role, _SIGN, ratio)
        return self._signs[key]

    def _headline(self, text: str, width: int) -> tuple[str, ...]:
        """The headline in one or two lines; what is left over is elided."""
        return self._broken(text, width, self._serif, _HEADLINE_LINES)

    def _broken(self, text: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
        """A text in as many lines as it needs, up to so many, of which the last is elided. Kept: measuring is dear."""
        key = (text, width, most)
        if key not in self._breaks:
            if len(self._breaks) > _MOST_KEPT:
                self._breaks.clear()
            self._breaks[key] = _break(text, width, font, most)
        return self._breaks[key]

    @Slot()
    def _on_theme_changed(self) -> None:
        self._signs.clear()


def _break(text: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    ends = [0]
    while len(ends) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in them
    pieces = [units[2 * begin : 2 * end].decode("utf-16-le") for begin, end in pairwise([*ends, len(units) // 2])]
    *lines, left = (piece.strip() for piece in pieces)
    rest = metrics.elidedText(left, Qt.TextElideMode.ElideRight, width)
    return (*lines, rest) if rest else tuple(lines)


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
