"""The stories of one column, as Qt's views ask for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.values import Account, StoryCard
from desktop.board import facts
from desktop.localization import utc_now

CARD = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its StoryCard."""

_Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """A list of cards. What did not change stays where it is, so that a selection and a scroll position hold."""

    def __init__(self, me: Account, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._cards: list[StoryCard] = []

    @property
    def cards(self) -> Sequence[StoryCard]:
        """The cards in order."""
        return self._cards

    def set_cards(self, cards: Sequence[StoryCard]) -> None:
        """Show these. The same stories in the same order are only painted again where they changed."""
        if [card.id for card in cards] == [card.id for card in self._cards]:
            self._update(list(cards))
            return
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def row_of(self, story_id: int) -> int:
        """The row of a story; -1 when it is not here."""
        return next((row for row, card in enumerate(self._cards) if card.id == story_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  the signature is Qt's
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.slug
        if role == Qt.ItemDataRole.ToolTipRole:
            return facts.tooltip(card, utc_now())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return facts.spoken(card, self._me, utc_now())
        return None

    def _update(self, cards: list[StoryCard]) -> None:
        before = self._cards
        changed = [row for row, card in enumerate(cards) if card is not before[row] and card != before[row]]
        self._cards = cards
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))
