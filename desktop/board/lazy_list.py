"""A list view of very many rows of different heights: it measures those that are known, and guesses the others.

`QListView` asks for the height of every row before it shows one. This one keeps its behaviour with mouse, keyboard and
screen readers, and has its geometry from `RowHeights`.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from desktop.board.row_heights import RowHeights

_Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_STEPS = {_Cursor.MoveUp: -1, _Cursor.MovePrevious: -1, _Cursor.MoveDown: 1, _Cursor.MoveNext: 1}
_State = QStyle.StateFlag
_OF_ONE_ROW = _State.State_Selected | _State.State_HasFocus | _State.State_MouseOver
_PAGES = {_Cursor.MovePageUp: -1, _Cursor.MovePageDown: 1}


class LazyListView(QListView):
    """Its rows stand one below the other, as wide as the view.

    Those who make one of it say which rows are known and hovered: a class of Qt cannot be Python's abstract one.
    """

    moved = Signal()
    """Other rows may be in sight now."""

    def __init__(self, usual_height: int) -> None:
        super().__init__()
        self._usual = usual_height
        self._rows = RowHeights(0, usual_height)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def known_rows(self) -> Iterable[int]:
        """The rows that can be measured: each list says. (A class of Qt can be no abstract one of Python's.)"""
        raise NotImplementedError

    def hovered(self) -> QModelIndex:
        """The row under the mouse: each list says."""
        raise NotImplementedError

    def forget_heights(self) -> None:
        """All rows are others now, or of another width: their heights are guessed until they are measured."""
        self._rows = RowHeights(self.model().rowCount(), self._usual)
        self.scheduleDelayedItemsLayout()

    @property
    def in_sight(self) -> range:
        """The rows of which a part is in the view."""
        rows, top = self._heights(), self.verticalOffset()
        if not len(rows):
            return range(0)
        return range(rows.row_at(top), rows.row_at(top + self.viewport().height() - 1) + 1)

    # geometry, as Qt asks for it

    def doItemsLayout(self) -> None:
        rows = self._heights()
        for row in self.known_rows():
            rows[row] = self.sizeHintForIndex(self.model().index(row, 0)).height()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._heights().total - height))
        self.moved.emit()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRect(self, index: _Index) -> QRect:
        rows, row = self._heights(), index.row()
        if not 0 <= row < len(rows):
            return QRect()
        return QRect(0, rows.top(row) - self.verticalOffset(), self.viewport().width(), rows[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        rows, height = self._heights(), point.y() + self.verticalOffset()
        return self.model().index(rows.row_at(height), 0) if 0 <= height < rows.total else QModelIndex()

    def scrollTo(self, index: _Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        place, bar, height = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if place.top() < 0 or place.height() > height:
            bar.setValue(bar.value() + place.top())
        elif place.bottom() >= height:
            bar.setValue(bar.value() + place.bottom() + 1 - height)

    def moveCursor(self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, row = self._heights(), max(self.currentIndex().row(), 0)
        last = len(rows) - 1
        if action in _PAGES and last >= 0:
            far = rows.row_at(rows.top(row) + _PAGES[action] * self.viewport().height())
            row = far if far != row else row + _PAGES[action]
        ends = {_Cursor.MoveHome: 0, _Cursor.MoveEnd: last}
        row = ends.get(action, row + _STEPS.get(action, 0))
        return self.model().index(min(max(row, 0), last), 0) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        rows, place = self._heights(), rect.normalized().translated(0, self.verticalOffset())
        chosen = QItemSelection()
        if place.top() < rows.total and place.bottom() >= 0:
            first, last = (self.model().index(rows.row_at(at), 0) for at in (place.top(), place.bottom()))
            chosen.select(first, last)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain, hovered = option.state & ~_OF_ONE_ROW, self.hovered().row()
        for row in self.in_sight:
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if option.rect.intersects(event.rect()):
                option.state = plain | self._state(index, hovered=row == hovered)
                self.itemDelegate().paint(painter, option, index)

    def _state(self, index: QModelIndex, *, hovered: bool) -> QStyle.StateFlag:
        state = _State.State_None
        if self.selectionModel().isSelected(index):
            state |= _State.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= _State.State_HasFocus
        return state | _State.State_MouseOver if hovered else state

    def _heights(self) -> RowHeights:
        """Those of the rows there are now."""
        number = self.model().rowCount() if self.model() is not None else 0
        if len(self._rows) != number:
            self._rows = RowHeights(number, self._usual)
        return self._rows

    @Slot()
    def _on_scrolled(self) -> None:
        self.moved.emit()
