"""Draws a cell of the list: its words in their face and colour, a hairline below, the ring of the row in use."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.board.list_columns import COLUMNS
from desktop.board.model import CARD
from desktop.localization import utc_now
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, Theme

ROW_HEIGHT = 9 * GRID
"""Pixels at 100 % of a row: a line of text, and room enough to tell rows apart without a line between each."""
INSET = 2 * GRID
"""Pixels left and right of a cell's words."""
_HEADLINE = 14
"""Pixels at 100 % of a headline: the serif looks as large as the sans beside it."""
_RING = 2
"""Pixels of the line over and under the row that has the keyboard."""

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class ListDelegate(QStyledItemDelegate):
    """One for all cells."""

    def __init__(self, theme: Theme, listing: QAbstractItemView) -> None:
        super().__init__(listing)
        self._theme, self._list = theme, listing
        self._plain = theme.fonts.sans(TEXT_SIZE_PX)
        self._printed = theme.fonts.printed(_HEADLINE, weight=QFont.Weight.DemiBold)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        room = option.rect
        self._draw_ground(painter, room, option, index.row())
        card = index.data(CARD)
        if card is None:
            return
        column, now = COLUMNS[index.column()], utc_now()
        painter.setFont(self._printed if column.printed else self._plain)
        painter.setPen(self._theme.color(column.role(card, now)))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        inner = room.adjusted(INSET, 0, -INSET, 0)
        text = painter.fontMetrics().elidedText(column.text(card, now), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_ground(self, painter: QPainter, room: QRect, option: QStyleOptionViewItem, row: int) -> None:
        selected = bool(option.state & _State.State_Selected)
        painter.fillRect(room, self._theme.color("accent_soft" if selected else "surface"))
        if self._list.hasFocus() and row == self._list.currentIndex().row():
            ring = self._theme.color("accent")
            painter.fillRect(QRect(room.left(), room.top(), room.width(), _RING), ring)
            painter.fillRect(QRect(room.left(), room.bottom() + 1 - _RING, room.width(), _RING), ring)
        else:
            painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), self._theme.color("line"))
