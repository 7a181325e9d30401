"""The sidebar: the views of one person under their headings, each with the number of its stories."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.board.views import Section, View
from desktop.localization import stories
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, RADIUS, Theme
from desktop.widgets.current_row import CurrentRow

_VIEW = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_ROW = 7 * GRID
_HEADING = 10 * GRID
_INSET = 2 * GRID
_RING = 2
"""Pixels of the line round the entry that has the keyboard: seen beside the ground of the chosen one."""

_Index = QModelIndex | QPersistentModelIndex


class Sidebar(QListView):
    """One entry is current at any time."""

    chosen = Signal(object)
    """View."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._entries = QStandardItemModel(self)
        self.setModel(self._entries)
        CurrentRow(self)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Views")
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_sections(self, sections: Sequence[Section], key: str) -> None:
        """Offer these views; the one with this key is the current one, or else the first."""
        self._entries.clear()
        for section in sections:
            self._entries.appendRow(_heading(section.title))
            for view in section.views:
                self._entries.appendRow(_entry(view))
        self.choose(key) or self.choose(sections[0].views[0].key)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """The number of stories of each view, by its key."""
        for item in self._items():
            number = counts.get(item.data(_VIEW).key, 0)
            item.setData(number, _COUNT)
            item.setData(f"{item.text()}, {stories(number)}", Qt.ItemDataRole.AccessibleTextRole)

    def choose(self, key: str) -> bool:
        """Make the view of this key the current one; whether there is one."""
        found = next((item for item in self._items() if item.data(_VIEW).key == key), None)
        if found is not None:
            self.setCurrentIndex(found.index())
        return found is not None

    def _items(self) -> list[QStandardItem]:
        items = (self._entries.item(row) for row in range(self._entries.rowCount()))
        return [item for item in items if item.data(_VIEW) is not None]

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        view = current.data(_VIEW)
        if view is not None:
            self.chosen.emit(view)


def _heading(title: str) -> QStandardItem:
    item = QStandardItem(title.upper())
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _entry(view: View) -> QStandardItem:
    item = QStandardItem(view.title)
    item.setData(view, _VIEW)
    return item


_SMALL, _SPACED = 11, 106
"""Pixels at 100 % of a heading, and per cent of its letters' usual distance: small ones are easier to read apart."""


class _EntryDelegate(QStyledItemDelegate):
    """Draws headings small and spaced, entries with their number at the right."""

    def __init__(self, theme: Theme, parent: Sidebar) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = theme.fonts.sans(_SMALL, bold=True)
        self._heading.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _SPACED)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, _ROW if index.data(_VIEW) else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as its places are counted, however the window lies
        if index.data(_VIEW):
            self._draw_entry(painter, option, index)
        else:
            self._write(painter, option.rect.adjusted(0, 2 * GRID, 0, 0), index.data(), "muted", self._heading)
        painter.restore()

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if current else "hover" if option.state & QStyle.StateFlag.State_MouseOver else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(ground))
            painter.drawRoundedRect(QRectF(option.rect), RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), _RING))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        font = self._theme.fonts.sans(TEXT_SIZE_PX, bold=current)
        number = index.data(_COUNT)
        taken = self._write(painter, option.rect, f"{number:,}" if number else "", "muted", font, right=True)
        room = option.rect.adjusted(0, 0, -taken - _INSET, 0)
        self._write(painter, room, index.data(), "accent" if current else "text", font)

    def _write(self, painter: QPainter, room: QRect, text: str, role: str, font: QFont, *, right: bool = False) -> int:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        inner = room.adjusted(_INSET, 0, -_INSET, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
