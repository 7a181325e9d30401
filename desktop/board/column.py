"""One column of the board: its head with count and words, and the list of its cards."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from db.story.card_lists import ColumnList
from db.values import Account, StoryCard
from desktop.board.card_drag import DropTarget
from desktop.board.delegate import GAP, GUTTER, USUAL_HEIGHT, CardDelegate
from desktop.board.lazy_list import LazyListView
from desktop.board.model import CARD, CardModel
from desktop.board.stretches import stretches
from desktop.board.views import BoardColumn
from desktop.localization import stories, words
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.current_row import CurrentRow

_Index = QModelIndex | QPersistentModelIndex
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Reasons of a focus that comes from the keyboard. With the mouse it is the press that says which card is meant."""
_AHEAD = 15
"""Cards above and below those in sight that are read with them: about a screen, so that scrolling shows no gaps."""


class CardList(LazyListView):
    """The cards of a column. Enter or a double click opens one, left and right leave for the next column.

    What lies under the mouse stays there: only the wheel, the scroll bar and keys that go from card to card scroll.
    """

    opened = Signal(int)
    """Number of the story."""
    chosen = Signal(object)
    """StoryCard: the one now current; None while it is being read."""
    picked = Signal()
    """Other cards are selected now than before."""
    left = Signal(int)
    """-1 or 1: the way to go on."""
    sent_on = Signal(int)
    """-1 or 1: what is selected is to go to the column there."""
    menu_wanted = Signal(object, QPoint)
    """list[int]: the story it was asked for, then the others selected with it; and where on the screen."""
    let_go = Signal()
    """The left button is no longer held down here."""
    drag_wanted = Signal(object, object)
    """list[int]: the story that is dragged, then the others selected with it; and the picture of it, a QPixmap."""
    pressed_alone = Signal()
    """A card was pressed that is to be the only one selected; cards of other columns are not."""

    def __init__(self, model: CardModel, delegate: CardDelegate, theme: Theme) -> None:
        super().__init__(USUAL_HEIGHT)
        self._theme, self._cards = theme, model
        self._empty = ""
        self._mouse: QPoint | None = None
        self._pressed, self._held, self._row = 0, False, 0
        self._adding = self._alone_later = False
        self.setModel(model)
        CurrentRow(self)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls and takes no focus
        self.setDragEnabled(True)
        self.setAutoScroll(False)  # choosing a card moves none
        self.verticalScrollBar().setSingleStep(6 * GRID)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        model.dataChanged.connect(self._on_data_changed)
        model.modelReset.connect(self.forget_heights)

    def set_empty(self, sentence: str) -> None:
        """Sentence in place of cards."""
        self._empty = sentence
        self.viewport().update()

    @property
    def held(self) -> bool:
        """Whether the left button is held down on the cards: until it is let go none of them should move."""
        return self._held

    @property
    def adding(self) -> bool:
        """Whether a card is being added to those that are selected, in whatever column: with the Control key."""
        return self._adding

    def known_rows(self) -> Iterable[int]:
        """The rows whose cards were read."""
        return self._cards.known_rows()

    def hovered(self) -> QModelIndex:
        """The row under the mouse."""
        return self.indexAt(self._mouse) if self._mouse is not None else QModelIndex()

    @property
    def rows_near(self) -> range:
        """The rows in sight, and about a screen above and below them."""
        rows = self.in_sight
        return range(max(0, rows.start - _AHEAD), rows.stop + _AHEAD)

    def near(self) -> list[int]:
        """The stories of these rows."""
        return list(self._cards.numbers[self.rows_near.start : self.rows_near.stop])

    def lacking(self) -> list[int]:
        """The stories near whose cards are still to be read; none while all that are in sight are there."""
        seen = (self._cards.numbers[row] for row in self.in_sight)
        if all(self._cards.card_of(number) for number in seen):
            return []
        return [number for number in self.near() if self._cards.card_of(number) is None]

    def number(self) -> int:
        """The current story, if it is selected; else the first that is; 0 when none is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            return self._cards.numbers[index.row()]
        return next((self._cards.numbers[rows.start] for rows in self._selected_rows()), 0)

    def card(self) -> StoryCard | None:
        """The card of that story, if it was read."""
        return self._cards.card_of(self.number())

    def numbers(self) -> list[int]:
        """All selected stories, from the top."""
        return list(chain.from_iterable(self._cards.numbers[rows.start : rows.stop] for rows in self._selected_rows()))

    def selected_words(self) -> int:
        """Number of words of all selected stories."""
        return sum(self._cards.words(rows.start, rows.stop - 1) for rows in self._selected_rows())

    def _selected_rows(self) -> list[range]:
        """The rows that are selected, from the top."""
        found = (range(part.top(), part.bottom() + 1) for part in self.selectionModel().selection().toList())
        return sorted(found, key=lambda rows: rows.start)

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into view."""
        self.setCurrentIndex(self.model().index(row, 0))
        self.scrollTo(self.currentIndex())

    def forget(self) -> None:
        """Select nothing."""
        self.selectionModel().clear()

    def row_at_height(self, y: int) -> int:
        """The row nearest to a height in the view; -1 when there is none."""
        index = self.indexAt(QPoint(GRID, min(max(y, 0), self.viewport().height() - 1)))
        return index.row() if index.isValid() else self.model().rowCount() - 1

    def current_height(self) -> int:
        """The middle of the current card, in pixels from the top of the view."""
        return self.visualRect(self.currentIndex()).center().y()

    def anchor(self) -> tuple[int, int]:
        """The story that should stay where it is when cards change, and the height of its top; 0 for none.

        It is the one under the mouse, or else the topmost in view; at its upper end a list shows what comes first.
        """
        place = self._mouse or QPoint(GRID, 0)
        index = self.indexAt(place)
        if not index.isValid() or (self._mouse is None and not self.verticalScrollBar().value()):
            return 0, 0
        return self._story(index), self.visualRect(index).top()

    def keep_in_place(self, row: int, top: int) -> None:
        """Scroll so that a row has its top at this height."""
        bar = self.verticalScrollBar()
        moved = self.visualRect(self.model().index(row, 0)).top() - top  # lays the cards out, if that is due
        bar.setValue(bar.value() + moved)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._row = current.row()
            self.chosen.emit(current.data(CARD))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SIDEWAYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent_on.emit(_SIDEWAYS[Qt.Key(event.key())])
        elif event.key() in _SIDEWAYS:
            self.left.emit(_SIDEWAYS[Qt.Key(event.key())])
        elif not self.selectionModel().hasSelection():
            self.begin()
        elif event.key() in _OPENING:
            self.opened.emit(self.number())
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_menu_by_key()
        else:
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())

    def _ask_menu_by_key(self) -> None:
        """The menu of the chosen card, at that card."""
        if number := self.number():
            index = self.model().index(self._cards.row_of(number), 0)
            self.scrollTo(index)
            self._ask_menu(index, self.visualRect(index).center())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self._take(index)
            self._ask_menu(index, event.pos())

    def _ask_menu(self, index: QModelIndex, place: QPoint) -> None:
        asked = self._story(index)
        others = [other for other in self.numbers() if other != asked]
        self.menu_wanted.emit([asked, *others], self.viewport().mapToGlobal(place))

    def _take(self, index: QModelIndex) -> None:
        """Make a card the current one; when it is among several selected, all of them stay so."""
        if self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.setCurrentIndex(index)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hold(event)
        self._alone_later = self._is_alone(event) and self._may_be_dragged(event)
        if self._is_alone(event) and not self._alone_later:
            self.pressed_alone.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the story that both presses hit. When another came there between them, the second press is its first."""
        before = self._pressed
        self._hold(event)
        if self._pressed and self._pressed == before and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._pressed)
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._alone_later and self._held:
            self.pressed_alone.emit()
        self._let_go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse = event.position().toPoint()
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        super().leaveEvent(event)

    def _hold(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        self._held = event.button() == Qt.MouseButton.LeftButton
        self._adding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._pressed = self._story(self.indexAt(self._mouse))

    def _is_alone(self, event: QMouseEvent) -> bool:
        """Whether a press leaves nothing else selected; the right button does so only beside what is selected."""
        index = self.indexAt(event.position().toPoint())
        beside = index.isValid() and not self.selectionModel().isSelected(index)
        return not event.modifiers() and (event.button() == Qt.MouseButton.LeftButton or beside)

    def _may_be_dragged(self, event: QMouseEvent) -> bool:
        """Whether a press on a card that is selected may begin a drag: until it ended, all of them stay selected."""
        return self.selectionModel().isSelected(self.indexAt(event.position().toPoint()))

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The card that is dragged, and all that are selected with it, wherever they stand."""
        row = self._cards.row_of(self._pressed)
        if row < 0:
            return
        self._alone_later = False
        others = [number for number in self.numbers() if number != self._pressed]
        place = self.visualRect(self.model().index(row, 0)).adjusted(0, 0, -GUTTER, -GAP)
        self.drag_wanted.emit([self._pressed, *others], self.viewport().grab(place))
        self._let_go()

    def _let_go(self) -> None:
        self._adding = self._alone_later = False
        if self._held:
            self._held = False
            self.let_go.emit()

    # the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard finds a card chosen."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Where a dialog or a menu opens, the button is let go elsewhere."""
        super().focusOutEvent(event)
        self._let_go()

    def begin(self) -> None:
        """Choose a card unless one is chosen: the last one that was, or else the first in view. Nothing scrolls."""
        if self.selectionModel().hasSelection() or not self.model().rowCount():
            return
        index = self.model().index(min(self._row, self.model().rowCount() - 1), 0)
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.model().index(self.row_at_height(0), 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks headlines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.forget_heights()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount() and self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("muted"))
            room = QRect(2, 2 * GRID, self.width() - GUTTER - GRID, 24 * GRID)
            painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._empty)

    def viewportSizeHint(self) -> QSize:
        return QSize(60 * GRID, 60 * GRID)

    @Slot()
    def _on_data_changed(self) -> None:
        """A card may have more or less to say now, and so another height."""
        self.scheduleDelayedItemsLayout()

    def _story(self, index: _Index) -> int:
        """The number of the story of a row; 0 where there is none."""
        return self._cards.numbers[index.row()] if index.isValid() else 0


class ColumnWidget(QWidget):
    """Head and cards."""

    def __init__(self, delegate: CardDelegate, theme: Theme, me: Account) -> None:
        super().__init__()
        self._model = CardModel(me, self)
        self.list = CardList(self._model, delegate, theme)
        self._title, self._sum, self._rule = QLabel(), QLabel(), QFrame()
        self.target = DropTarget(theme, self.list)
        self._build(theme)

    @property
    def cards(self) -> list[StoryCard]:
        """The cards it has read, in order."""
        return self._model.cards

    @property
    def numbers(self) -> Sequence[int]:
        """The stories it shows, in order."""
        return self._model.numbers

    @property
    def words(self) -> int:
        """Number of words of all of them."""
        return self._model.words(0, len(self._model.numbers))

    def card_of(self, number: int) -> StoryCard | None:
        """The card of a story, if it was read."""
        return self._model.card_of(number)

    def show_column(self, column: BoardColumn) -> None:
        """Be this column, of which nothing is known yet."""
        self._title.setText(column.title)
        self._sum.clear()
        set_property(self._rule, "rule", column.role)
        self.list.setAccessibleName(column.title)
        self.list.set_empty("")
        self._model.keep_cards(())
        self._model.set_list(ColumnList())

    def set_list(self, found: ColumnList, empty: str) -> None:
        """Show these stories; `empty` is what to say when there are none."""
        with self._in_place():
            self._set_list(found)
        self._sum.setText(f"{stories(len(self.numbers))} · {words(self.words)}")
        self.list.setAccessibleName(f"{self._title.text()}, {stories(len(self.numbers))}")
        self.list.set_empty(empty)

    def keep_cards(self, numbers: Collection[int]) -> None:
        """Keep the cards of these stories; others may have become others while nobody looked."""
        self._model.keep_cards(numbers)

    def add_cards(self, cards: Iterable[StoryCard]) -> None:
        """Show these cards where they belong here."""
        with self._in_place():
            self._model.add_cards(cards, {*self.list.near(), self.list.number()})

    def choose(self, story_id: int) -> bool:
        """Make a story the current one; whether it is here."""
        row = self._model.row_of(story_id)
        if row >= 0:
            self.list.choose(row)
        return row >= 0

    def pick(self, stories: Sequence[int]) -> bool:
        """Select those of these stories that are here, the first of them the current one; whether any is."""
        flags, model = QItemSelectionModel.SelectionFlag, self.list.selectionModel()
        rows = self._model.rows_of(frozenset(stories))
        current = next((rows[number] for number in stories if number in rows), None)
        if current is not None:
            model.setCurrentIndex(self._model.index(current), flags.ClearAndSelect)
            model.select(self._selection(rows.values()), flags.Select)
        return current is not None

    def _selection(self, rows: Iterable[int]) -> QItemSelection:
        """The selection of these rows, from the top; of those that follow one another as one stretch."""
        found = QItemSelection()
        for first, last in stretches(rows):
            found.select(self._model.index(first), self._model.index(last))
        return found

    def _set_list(self, found: ColumnList) -> None:
        """Show other stories; those that are selected stay so."""
        chosen, picked = self.list.number(), self.list.numbers()
        if self._model.set_list(found) and chosen:
            self.list.blockSignals(True)
            self.pick([chosen, *picked])
            self.list.blockSignals(False)

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """What is under the mouse, or else what is topmost, stays where it is."""
        height, (story_id, top) = self.list.verticalScrollBar().value(), self.list.anchor()
        yield
        row = self._model.row_of(story_id)
        self.list.executeDelayedItemsLayout()
        self.list.verticalScrollBar().setValue(height)
        if row >= 0:
            self.list.keep_in_place(row, top)

    def _build(self, theme: Theme) -> None:
        self._title.setFont(theme.fonts.sans(TEXT_SIZE_PX, bold=True))
        set_property(self._sum, "tone", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(2, 0, GUTTER + 2, 0)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._sum)
        rule = QHBoxLayout()
        rule.setContentsMargins(0, 0, GUTTER, 0)
        rule.addWidget(self._rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for layout, space in ((head, 2 * GRID), (rule, 3 * GRID)):
            column.addLayout(layout)
            column.addSpacing(space)
        column.addWidget(self.list, 1)
        self.setMinimumWidth(48 * GRID)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.list.viewport().update()
