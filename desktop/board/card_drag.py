"""Cards that are dragged: their picture under the mouse, and the columns that light up or say why they take none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from desktop.board.delegate import GUTTER
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, RADIUS, Theme

STORIES = "application/x-galley-stories"
"""The kind of data that is dragged: it means something only in the window it was dragged from."""
_VEIL = 190
"""Of 255: so opaque a column that is meant stands over its cards, which can still be told behind it."""
_WASH = 110
"""Of 255: the same of a column that would take the cards, while the mouse is elsewhere."""
_LIFTED = 0.85
"""Opacity of the card under the mouse: what lies below is seen through it."""
_BADGE = 22
"""Pixels across of the number of cards that are dragged together."""


@dataclass(frozen=True)
class DropVerdict:
    """What a column says of the cards that are dragged."""

    words: str
    """The move that would be made, or why none can be."""
    able: bool


class DropTarget(QWidget):
    """Lies over a column while cards are dragged."""

    dropped = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._known = False
        self._verdict: DropVerdict | None = None
        self._meant = False
        self.setAcceptDrops(True)
        self.hide()
        over.installEventFilter(self)

    def begin(self) -> None:
        """Cards are dragged, and it is not known yet whether they can come here."""
        self._verdict, self._meant, self._known = None, False, False
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    @property
    def verdict(self) -> DropVerdict | None:
        """What it says; None where the cards stand already, and until it is known."""
        return self._verdict

    def say(self, verdict: DropVerdict | None) -> None:
        """Say what would be done here."""
        self._verdict, self._known = verdict, True
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the column at any size of it."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Look at what this window drags."""
        if event.mimeData().hasFormat(STORIES):
            event.acceptProposedAction()
            self._set_meant(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take what may come here, and what nobody knows of yet: at the drop it is asked again."""
        event.setAccepted(not self._known or (self._verdict is not None and self._verdict.able))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_meant(False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._set_meant(False)
        self.dropped.emit()

    def _set_meant(self, meant: bool) -> None:
        self._meant = meant
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        able, painter = self._verdict.able, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._theme.color("accent_soft" if able else "panel"))
        ground.setAlpha(_VEIL if self._meant or not able else _WASH)
        painter.setBrush(ground)
        line = Qt.PenStyle.SolidLine if able else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._theme.color("accent" if able else "strong_line"), 2 if able else 1, line))
        painter.drawRoundedRect(self._frame(), RADIUS, RADIUS)
        self._write(painter, self._verdict)

    def _frame(self) -> QRectF:
        """The room of the cards, without that of the scroll bar."""
        return QRectF(self.rect()).adjusted(1, 1, -GUTTER - 1, -1)

    def _write(self, painter: QPainter, verdict: DropVerdict) -> None:
        """The words, on a ground of their own at the head: cards lie behind them, the dragged one below the mouse."""
        painter.setFont(self._theme.fonts.sans(TEXT_SIZE_PX, bold=verdict.able))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        room = self._frame().adjusted(6 * GRID, 5 * GRID, -6 * GRID, -6 * GRID)
        words = painter.boundingRect(room, flags, verdict.words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(words.adjusted(-3 * GRID, -2 * GRID, 3 * GRID, 2 * GRID), RADIUS, RADIUS)
        painter.setPen(self._theme.color("accent" if verdict.able else "muted"))
        painter.drawText(room, flags, verdict.words)


def drag_cards(source: QWidget, theme: Theme, numbers: Sequence[int], card: QPixmap) -> None:
    """Drag cards until they are let go: over what takes them, or elsewhere."""
    drag, data = QDrag(source), QMimeData()
    data.setData(STORIES, QByteArray(",".join(map(str, numbers)).encode()))
    drag.setMimeData(data)
    drag.setPixmap(_lifted(card, len(numbers), theme))
    drag.setHotSpot(QPoint(4 * GRID, 4 * GRID))
    drag.exec(Qt.DropAction.MoveAction)


def _lifted(card: QPixmap, number: int, theme: Theme) -> QPixmap:
    """The card that is dragged, seen through; of several the number stands on it."""
    found = QPixmap(card.size())
    found.setDevicePixelRatio(card.devicePixelRatio())
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(_LIFTED)
    painter.drawPixmap(0, 0, card)
    if number > 1:
        painter.setOpacity(1)
        _draw_number(painter, number, theme, card.width() / card.devicePixelRatio())
    painter.end()
    return found


def _draw_number(painter: QPainter, number: int, theme: Theme, width: float) -> None:
    painter.setFont(theme.fonts.sans(TEXT_SIZE_PX, bold=True))
    wide = max(_BADGE, painter.fontMetrics().horizontalAdvance(str(number)) + 3 * GRID)
    place = QRectF(width - wide - 2 * GRID, 2 * GRID, wide, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(place, _BADGE / 2, _BADGE / 2)
    painter.setPen(theme.color("on_accent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))
