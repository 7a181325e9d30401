"""The list beside the board: the stories of a view row by row, sorted by any column, as many as there are."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from db.story.story_table import TableColumn, TableQuestion
from db.values import Account, StoryCard
from desktop.board.list_columns import COLUMNS
from desktop.board.list_delegate import ROW_HEIGHT, ListDelegate
from desktop.board.list_model import ListModel
from desktop.board.stretches import stretches
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.widgets.current_row import CurrentRow

_AHEAD = 60
"""Rows above and below those in sight that are read with them: two screens, so that scrolling shows no gaps."""
_NARROWEST = 10 * GRID
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DOWN = Qt.SortOrder.DescendingOrder
_SELECT = QItemSelectionModel.SelectionFlag


_Index = QModelIndex | QPersistentModelIndex


class StoryList(QTableView):
    """Shows the stories it is given the numbers of, and says which of their cards it needs."""

    opened = Signal(int)
    """Number of the story."""
    chosen = Signal(object)
    """StoryCard: the one now current; None while it is being read."""
    picked = Signal()
    """Other stories are selected now than before."""
    sorted_anew = Signal()
    """Another order is wanted."""
    cards_wanted = Signal(object)
    """list[int]: stories in sight, and near, whose cards are not here."""
    menu_wanted = Signal(object, QPoint)
    """list[int]: the story it was asked for, then the others selected with it; and where on the screen."""

    def __init__(self, theme: Theme, me: Account) -> None:
        super().__init__()
        self._theme = theme
        self._stories = ListModel(me, self)
        self._empty = ""
        self.setModel(self._stories)
        CurrentRow(self)
        self.setItemDelegate(ListDelegate(theme, self))
        self._dress()
        self._build_header()
        self.verticalScrollBar().valueChanged.connect(self._on_moved)
        theme.changed.connect(self.viewport().update)

    # what it is asked, and what it shows

    def question(self, whole: TableQuestion) -> TableQuestion:
        """A question for a list, in the order that was chosen here."""
        header = self.horizontalHeader()
        column = COLUMNS[header.sortIndicatorSection()].by
        return replace(whole, column=column, descending=header.sortIndicatorOrder() is _DOWN)

    @property
    def numbers(self) -> "array[int]":
        """Of all its stories, in their order."""
        return self._stories.numbers

    @property
    def cards(self) -> list[StoryCard]:
        """The cards that were read."""
        return list(self._stories.cards.values())

    def show_numbers(self, numbers: "array[int]", empty: str) -> None:
        """List these stories, or say `empty`; what was selected stays so, and what is seen where it is."""
        chosen, top = self.numbers_selected(), self.rowAt(0)
        anchor = self.numbers[top] if top > 0 else 0
        current = self.number()
        self._empty = empty
        if self._stories.set_numbers(numbers):
            self._pick(chosen, current)
            if anchor and (row := self._stories.row_of(anchor)) >= 0:
                self.verticalScrollBar().setValue(row)
        self.viewport().update()
        self._ask_cards()

    def add_cards(self, cards: Iterable[StoryCard]) -> None:
        """Show these cards."""
        self._stories.add_cards(cards, {*self.near(), self.number()})
        self.viewport().update()

    def renew_cards(self, cards: Sequence[StoryCard]) -> None:
        """Show cards as they are now; others may have changed, and are read again when they come into sight."""
        self._stories.keep_cards({card.id for card in cards})
        self.add_cards(cards)
        self._ask_cards()

    def near(self) -> list[int]:
        """The stories in sight, and those above and below them."""
        rows = self._in_sight()
        return list(self.numbers[max(0, rows.start - _AHEAD) : rows.stop + _AHEAD])

    def lacking(self) -> list[int]:
        """The stories near whose cards are still to be read; none while all that are in sight are there."""
        rows, known = self._in_sight(), self._stories.cards
        if all(number in known for number in self.numbers[rows.start : rows.stop]):
            return []
        return [number for number in self.near() if number not in known]

    # what is selected

    def number(self) -> int:
        """The current story, if it is selected; else the first that is; 0 when none is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row()):
            return self.numbers[index.row()]
        return next((self.numbers[rows.start] for rows in self._selected_rows()), 0)

    def card(self) -> StoryCard | None:
        """The card of that story, if it was read."""
        return self._stories.cards.get(self.number())

    def card_of(self, number: int) -> StoryCard | None:
        """The card of a story, if it was read."""
        return self._stories.cards.get(number)

    def numbers_selected(self) -> list[int]:
        """All selected stories, from the top."""
        return list(chain.from_iterable(self.numbers[rows.start : rows.stop] for rows in self._selected_rows()))

    def choose(self, number: int) -> bool:
        """Select a story and bring it into view; whether it is here."""
        row = self._stories.row_of(number)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.model().index(row, 0))
        return row >= 0

    def take_focus(self) -> None:
        """Give it the keyboard, with a row chosen."""
        self.setFocus()
        self.begin()

    def begin(self) -> None:
        """Select a story unless one is: the first in view."""
        if not self.selectionModel().hasSelection() and self.numbers:
            self.selectRow(max(self.rowAt(0), 0))

    # the columns

    def column_actions(self, menu: QMenu) -> list[QAction]:
        """An entry for each column that shows or hides it; the headline stays."""
        found = []
        for section, column in enumerate(COLUMNS):
            action = QAction(tr(column.title), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(section))
            action.setEnabled(column.by is not TableColumn.HEADLINE)
            action.setData(section)
            action.toggled.connect(self._on_column_toggled)
            found.append(action)
        return found

    def shown_columns(self) -> list[TableColumn]:
        """The columns that are shown, from the left."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [COLUMNS[section].by for section in order if not self.isColumnHidden(section)]

    def kept(self) -> QByteArray:
        """Widths, order and choice of columns, and what it is sorted by."""
        return self.horizontalHeader().saveState()

    def take_up(self, kept: QByteArray) -> None:
        """Take up what was kept; not what another version kept of other columns."""
        header = self.horizontalHeader()
        if not kept.isEmpty():
            header.restoreState(kept)
        header.setMinimumSectionSize(_NARROWEST)

    # what Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.number():
            self.opened.emit(self.number())
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_menu(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Qt would look through all rows for what begins so: the search does that."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._ask_menu(self.currentIndex() if by_key else self.indexAt(event.pos()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard finds a story chosen."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.begin()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(self._stories.cards.get(self.numbers[current.row()]))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask_cards()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.numbers and self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("muted"))
            room = self.viewport().rect().adjusted(2 * GRID, 3 * GRID, -2 * GRID, 0)
            painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._empty)

    def _ask_menu(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        asked = self.numbers[index.row()]
        if not self.selectionModel().isRowSelected(index.row()):
            self.selectRow(index.row())
        others = [number for number in self.numbers_selected() if number != asked]
        place = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.menu_wanted.emit([asked, *others], place)

    def _in_sight(self) -> range:
        """The rows of which a part is in the view."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(first, 0), (last if last >= 0 else len(self.numbers) - 1) + 1)

    def _selected_rows(self) -> Iterator[range]:
        """The rows that are selected, from the top."""
        parts = self.selectionModel().selection().toList()
        return iter(sorted((range(part.top(), part.bottom() + 1) for part in parts), key=lambda rows: rows.start))

    def _pick(self, numbers: Collection[int], current: int) -> None:
        """Select these stories where they stand now."""
        if not numbers:
            return
        wanted, selection, last = frozenset(numbers), QItemSelection(), self.model().columnCount() - 1
        for first, end in stretches(row for row, number in enumerate(self.numbers) if number in wanted):
            selection.select(self.model().index(first, 0), self.model().index(end, last))
        if (row := self._stories.row_of(current)) >= 0:
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), _SELECT.NoUpdate)
        self.selectionModel().select(selection, _SELECT.ClearAndSelect)

    @Slot()
    def _on_moved(self) -> None:
        self._ask_cards()

    def _ask_cards(self) -> None:
        if lacking := self.lacking():
            self.cards_wanted.emit(lacking)

    @Slot(bool)
    def _on_column_toggled(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.setColumnHidden(action.data(), not shown)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.numbers[index.row()])

    @Slot(int)
    def _on_header_clicked(self, _section: int) -> None:
        self.sorted_anew.emit()

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    # putting it together

    def _dress(self) -> None:
        mode = QAbstractItemView.ScrollMode
        self.setAccessibleName(tr("List of stories"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(mode.ScrollPerItem)
        self.setHorizontalScrollMode(mode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.doubleClicked.connect(self._on_double_clicked)

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setFixedHeight(ROW_HEIGHT)
        header.setSortIndicatorShown(True)
        for section, column in enumerate(COLUMNS):
            header.resizeSection(section, column.width)
            self.setColumnHidden(section, not column.at_first)
        by_change = next(section for section, column in enumerate(COLUMNS) if column.by is TableColumn.CHANGED)
        header.setSortIndicator(by_change, _DOWN)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionClicked.connect(self._on_header_clicked)
