"""The original of arriving copy, part by part, each with what it was taken for in sign, word and colour."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.values import BODY, CopyPart
from desktop.arrivals.roles import ROLES, CopyRole, reason_of, role_of, role_of_key, word_of
from desktop.localization import tr
from desktop.look.icons import pixmap
from desktop.look.theme import GRID, Theme
from desktop.widgets.current_row import CurrentRow

PART = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex

_WORDS = 38 * GRID
"""Pixels of the column of roles: the longest reason stands whole in it."""
_MARK = 3
"""Pixels of the coloured mark before a line that has a role."""
_SIGN = 14
_SMALL, _COPY = 11, 15
"""Pixels at 100 % of a role's word, and of the copy."""
_MOST_LINES = 4
"""Lines of a paragraph that are shown: enough to know it by; its tooltip has more."""
_MEASURED = 500
"""Characters that may stand in so many lines."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignTop)
_TALLEST = 10_000
"""Pixels of room in which a line is measured: more than any takes."""
_TIP = 4 * _MEASURED
"""Characters of a line that its tooltip shows: a screen full."""


class PartsModel(QAbstractListModel):
    """The parts of a draft."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[CopyPart, ...] = ()

    def show_parts(self, parts: Sequence[CopyPart]) -> None:
        """Show other parts; the same number with other roles or words keeps place and selection."""
        same = len(parts) == len(self._parts)
        if not same:
            self.beginResetModel()
        self._parts = tuple(parts)
        if not same:
            self.endResetModel()
        elif parts:
            self.dataChanged.emit(self.index(0), self.index(len(parts) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # the default that Qt gives it
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        part = self._parts[index.row()]
        if role == PART:
            return part
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ": ".join(filter(None, (word_of(part), reason_of(part), part.text)))
        return "\n".join(part.lines)[:_TIP] if role == Qt.ItemDataRole.ToolTipRole else None


class PartDelegate(QStyledItemDelegate):
    """Draws a part: sign and word of its role at the left, its words at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word, self._reason = theme.fonts.sans(_SMALL, bold=True), theme.fonts.sans(_SMALL)
        self._copy = theme.fonts.printed(_COPY)
        self._bold = theme.fonts.printed(_COPY, weight=QFont.Weight.Bold)
        self._heights: dict[tuple[str, bool, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        part: CopyPart = index.data(PART)
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QAbstractItemView) else _WORDS * 3) - _WORDS - 4 * GRID
        least = 11 * GRID if reason_of(part) else 8 * GRID
        return QSize(0, max(self._height(part, max(width, _WORDS)) + 3 * GRID, least))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        part: CopyPart = index.data(PART)
        role, room = role_of(part), QRect(option.rect)
        painter.save()
        self._draw_ground(painter, room, role, option.state)
        self._draw_role(painter, QRect(room.left() + 3 * GRID, room.top(), _WORDS - 3 * GRID, room.height()), part)
        words = room.adjusted(_WORDS, GRID + 2, -3 * GRID, -GRID)
        painter.setFont(self._font(part))
        painter.setPen(self._theme.color("text" if part.role else "muted"))
        painter.drawText(words, _WRAPPED, self._shown(part, words.width()))
        painter.restore()

    def _draw_ground(self, painter: QPainter, room: QRect, role: CopyRole, state: QStyle.StateFlag) -> None:
        if role.ground:
            painter.fillRect(room.adjusted(0, 1, 0, -1), self._theme.color(role.ground))
        if role.name and role.name != BODY:
            painter.fillRect(
                QRect(room.left(), room.top() + 1, _MARK, room.height() - 2), self._theme.color(role.colour)
            )
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._theme.color("accent"), 2 if state & QStyle.StateFlag.State_HasFocus else 1))
            painter.drawRect(QRectF(room).adjusted(1, 1, -1, -1))

    def _draw_role(self, painter: QPainter, room: QRect, part: CopyPart) -> None:
        role = role_of(part)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            QPoint(room.left(), room.top() + 2 * GRID), pixmap(role.sign, self._theme, role.colour, _SIGN, ratio)
        )
        line = QRect(room.left() + _SIGN + GRID, room.top() + 2 * GRID - 1, room.width() - _SIGN - GRID, 4 * GRID)
        painter.setPen(self._theme.color(role.colour))
        painter.setFont(self._word)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, word_of(part) + (" ?" if part.doubtful else ""))
        painter.setFont(self._reason)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(line.translated(0, 4 * GRID), Qt.AlignmentFlag.AlignVCenter, reason_of(part))

    def _font(self, part: CopyPart) -> QFont:
        return self._bold if part.role == "headline" else self._copy

    def _shown(self, part: CopyPart, width: int) -> str:
        """The words of a part, cut where they no longer fit."""
        metrics = QFontMetrics(self._font(part))
        return metrics.elidedText(part.text[:_MEASURED], Qt.TextElideMode.ElideRight, width * (_MOST_LINES - 1))

    def _height(self, part: CopyPart, width: int) -> int:
        key = (part.text[:_MEASURED], part.role == "headline", width)
        if key not in self._heights:
            metrics = QFontMetrics(self._font(part))
            box = metrics.boundingRect(QRect(0, 0, width, _TALLEST), _WRAPPED, self._shown(part, width))
            self._heights[key] = box.height()
        return self._heights[key]


class OriginalView(QListView):
    """The original; a click chooses a line, the menu or a key says what it is."""

    chosen = Signal(int)
    """Number of the part that was clicked, or on which Space was pressed."""
    role_given = Signal(object, str)
    """Numbers of parts, and the name of the role they are to have."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.parts = PartsModel(self)
        self.setModel(self.parts)
        CurrentRow(self)
        self.setItemDelegate(PartDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("list", "copy")
        self.setAccessibleName(tr("The original, line by line"))
        theme.changed.connect(self._on_theme_changed)

    @property
    def selected(self) -> list[int]:
        """Numbers of the selected parts."""
        return sorted(index.row() for index in self.selectedIndexes())

    def show_part(self, number: int) -> None:
        """Select a part and bring it into view."""
        self.setCurrentIndex(self.parts.index(number))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def role_menu(self) -> QMenu:
        """The roles for the selected parts."""
        menu = QMenu(self)
        for role in ROLES:
            action = menu.addAction(f"{tr(role.title)}\t{role.key}")
            action.setIcon(self._icon(role))
            action.setData(role.name)
        menu.triggered.connect(lambda action: self.role_given.emit(self.selected, action.data()))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter gives a role, Enter asks for one, Space chooses as a click does."""
        key = "X" if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) else event.text()
        role = role_of_key(key) if not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier else None
        if role is not None and key and self.selected:
            self.role_given.emit(self.selected, role.name)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(_WORDS, 0))
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not event.modifiers():
            self.chosen.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The roles, where the mouse is or under the line the keyboard is at."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._ask(self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _ask(self, at: QPoint) -> None:
        if self.selected:
            menu = self.role_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _icon(self, role: CopyRole) -> QPixmap:
        return pixmap(role.sign, self._theme, role.colour, _SIGN, self.devicePixelRatioF())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
