"""The stories of the list as Qt's views ask for them: the numbers of all, and the cards of those that were read."""

from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.values import Account, StoryCard
from desktop.board import facts
from desktop.board.list_columns import COLUMNS
from desktop.board.model import CARD
from desktop.localization import tr, utc_now

_MOST_KEPT = 1_000
"""Cards that are kept: some thirty screens, five megabytes."""
_ROLES = frozenset(
    int(role)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, CARD)
)
"""All that is ever answered: Qt asks for a dozen others of each cell."""

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """A row of each story."""

    def __init__(self, me: Account, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self.numbers = array("i")
        """Of its stories, in their order."""
        self._cards: dict[int, StoryCard] = {}

    def set_numbers(self, numbers: "array[int]") -> bool:
        """List these stories; whether others went or came between. Those that only follow move nothing."""
        before = len(self.numbers)
        if numbers[:before] == self.numbers and before:
            if len(numbers) > before:
                self.beginInsertRows(_NOWHERE, before, len(numbers) - 1)
                self.numbers = numbers
                self.endInsertRows()
            return False
        self.beginResetModel()
        self.numbers = numbers
        self.endResetModel()
        return True

    def add_cards(self, cards: Iterable[StoryCard], wanted: Collection[int]) -> None:
        """Show these cards. When there are too many, only those that are `wanted` are kept beside them."""
        found = {card.id: card for card in cards}
        if len(self._cards) + len(found) > _MOST_KEPT:
            self.keep_cards(wanted)
        self._cards.update(found)

    def keep_cards(self, numbers: Collection[int]) -> None:
        """Keep the cards of these stories: others are read again when somebody looks at them."""
        self._cards = {number: card for number, card in self._cards.items() if number in numbers}

    @property
    def cards(self) -> Mapping[int, StoryCard]:
        """The cards that were read, by number."""
        return self._cards

    def row_of(self, number: int) -> int:
        """The row of a story; -1 when it is not here."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return _DOWN if COLUMNS[section].largest_first else _UP
        return tr(COLUMNS[section].title) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES or not index.isValid():
            return None
        card = self._cards.get(self.numbers[index.row()])
        if role == CARD:
            return card
        if card is None:
            return tr("This story is being read") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return facts.tooltip(card, utc_now())
        text = COLUMNS[index.column()].text(card, utc_now())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        whole = facts.spoken(card, self._me, utc_now())
        return whole if index.column() == 0 else f"{tr(COLUMNS[index.column()].title)}: {text}"
