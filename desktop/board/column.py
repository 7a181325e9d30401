"""One column of the board: its head with count and words, and the list of its cards."""

from collections.abc import Sequence

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
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from db.values import Account, StoryCard
from desktop.board.delegate import GUTTER, CardDelegate
from desktop.board.model import CARD, CardModel
from desktop.board.views import BoardColumn
from desktop.localization import stories, words
from desktop.look.theme import GRID, Theme, set_property

_Index = QModelIndex | QPersistentModelIndex
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(QListView):
    """The cards of a column. Enter or a double click opens one, left and right leave for the next column."""

    opened = Signal(object)
    """StoryCard."""
    chosen = Signal(object)
    """StoryCard: the one now current."""
    picked = Signal()
    """Other cards are selected now than before."""
    left = Signal(int)
    """-1 or 1: the way to go on."""
    menu_wanted = Signal(object, QPoint)
    """StoryCard, and where on the screen."""

    def __init__(self, model: CardModel, delegate: CardDelegate, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._empty = ""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(6 * GRID)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.doubleClicked.connect(self._on_double_clicked)
        model.dataChanged.connect(self._on_data_changed)

    def set_empty(self, sentence: str) -> None:
        """What is said in place of cards."""
        self._empty = sentence
        self.viewport().update()

    def card(self) -> StoryCard | None:
        """The current card, if it is selected; else the first that is."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isSelected(index):
            card: StoryCard = index.data(CARD)
            return card
        return next(iter(self.cards()), None)

    def cards(self) -> list[StoryCard]:
        """All selected cards, from the top."""
        return [index.data(CARD) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]

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

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(CARD))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SIDEWAYS:
            self.left.emit(_SIDEWAYS[Qt.Key(event.key())])
        elif event.key() in _OPENING and self.card():
            self.opened.emit(self.card())
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier and self.card():
            place = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.card(), self.viewport().mapToGlobal(place))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self._take(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(index.data(CARD), self.viewport().mapToGlobal(place))

    def _take(self, index: QModelIndex) -> None:
        """Make a card the current one; when it is among several selected, all of them stay so."""
        if self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.setCurrentIndex(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard finds a card chosen."""
        super().focusInEvent(event)
        self.begin()

    def begin(self) -> None:
        """Choose a card, the first, unless one is chosen. Qt on its own makes one current without selecting it."""
        if self.card() is None and self.model().rowCount():
            index = self.model().index(max(self.currentIndex().row(), 0), 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks headlines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

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

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CARD))


class ColumnWidget(QWidget):
    """Head and cards."""

    def __init__(self, delegate: CardDelegate, theme: Theme, me: Account) -> None:
        super().__init__()
        self._model = CardModel(me, self)
        self.list = CardList(self._model, delegate, theme)
        self._title, self._sum, self._rule = QLabel(), QLabel(), QFrame()
        self._build(theme)

    @property
    def cards(self) -> Sequence[StoryCard]:
        """What it shows, in order."""
        return self._model.cards

    def show_column(self, column: BoardColumn, cards: Sequence[StoryCard], empty: str) -> None:
        """Show these cards under this head; `empty` is what to say when there are none."""
        self._title.setText(column.title)
        self._sum.setText(f"{stories(len(cards))} · {words(sum(card.words for card in cards))}")
        set_property(self._rule, "rule", column.role)
        self.list.setAccessibleName(f"{column.title}, {stories(len(cards))}")
        self.list.set_empty(empty)
        self._set_cards(cards)

    def choose(self, story_id: int) -> bool:
        """Make a story the current one; whether it is here."""
        row = self._model.row_of(story_id)
        if row >= 0:
            self.list.choose(row)
        return row >= 0

    def _set_cards(self, cards: Sequence[StoryCard]) -> None:
        """Show other cards; selected stories stay selected, wherever they now stand, and nothing scrolls."""
        chosen, picked, height = self.list.card(), self.list.cards(), self.list.verticalScrollBar().value()
        self._model.set_cards(cards)
        if chosen and self.list.card() is None:
            self.list.blockSignals(True)
            self._pick([chosen, *picked])
            self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(height)

    def _pick(self, cards: Sequence[StoryCard]) -> None:
        """Select those of the cards that are here; the first of them becomes the current one."""
        flags, model = QItemSelectionModel.SelectionFlag, self.list.selectionModel()
        rows = [row for row in map(self._model.row_of, (card.id for card in cards)) if row >= 0]
        for row in rows[:1]:
            model.setCurrentIndex(self._model.index(row), flags.ClearAndSelect)
        for row in rows[1:]:
            model.select(self._model.index(row), flags.Select)

    def _build(self, theme: Theme) -> None:
        self._title.setFont(theme.fonts.sans(13, bold=True))
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
