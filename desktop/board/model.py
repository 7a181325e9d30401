"""The stories of one column, as Qt's views ask for them: the numbers of all, and the cards of those that were read."""

from array import array
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.story.card_lists import ColumnList
from db.values import Account, StoryCard
from desktop.board import facts
from desktop.localization import tr, utc_now

CARD = Qt.ItemDataRole.UserRole + 1
"""The role under which a row gives its StoryCard; None until that was read."""
_MOST_KEPT = 600
"""Cards that are kept: some thirty screens of a column, and with all columns of a board five megabytes."""
_FEW = 3
"""Stories that are looked for one by one: for more of them a column is gone through once for all."""

_Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """A list of stories. What did not change stays where it is, so that a selection and a scroll position hold."""

    def __init__(self, me: Account, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._list = ColumnList()
        self._cards: dict[int, StoryCard] = {}

    @property
    def numbers(self) -> "array[int]":
        """The numbers of all its stories, in order."""
        return self._list.numbers

    @property
    def cards(self) -> list[StoryCard]:
        """The cards that were read, in order."""
        return [self._cards[number] for number in self.numbers if number in self._cards]

    def set_list(self, found: ColumnList) -> bool:
        """Show these stories; whether they are others than before, or in another order."""
        others = found.numbers != self.numbers
        if others:
            self.beginResetModel()
        self._list = found
        if others:
            self.endResetModel()
        return others

    def add_cards(self, cards: Iterable[StoryCard], wanted: Collection[int]) -> bool:
        """Take the cards of stories that are here; whether any is another than was known.

        When there are too many, only those that are `wanted` are kept beside them.
        """
        found = {card.id: card for card in cards if self._cards.get(card.id) != card}
        rows = self.rows_of(found)
        if len(self._cards) + len(rows) > _MOST_KEPT:
            self._cards = {number: card for number, card in self._cards.items() if number in wanted}
        self._cards.update((number, found[number]) for number in rows)
        if rows:
            self.dataChanged.emit(self.index(min(rows.values())), self.index(max(rows.values())))
        return bool(rows)

    def keep_cards(self, numbers: Collection[int]) -> None:
        """Keep the cards of these stories: others are read again when somebody looks at them."""
        self._cards = {number: card for number, card in self._cards.items() if number in numbers}

    def card_of(self, number: int) -> StoryCard | None:
        """The card of a story, if it was read."""
        return self._cards.get(number)

    def words(self, first: int, last: int) -> int:
        """Number of words of the stories of these rows."""
        return sum(islice(self._list.words, first, last + 1))

    def row_of(self, story_id: int) -> int:
        """The row of a story; -1 when it is not here."""
        try:
            return self.numbers.index(story_id)
        except ValueError:
            return -1

    def rows_of(self, numbers: Collection[int] | Mapping[int, object]) -> dict[int, int]:
        """The rows of those of these stories that are here, by their numbers, from the top."""
        if len(numbers) > _FEW:
            return {number: row for row, number in enumerate(self.numbers) if number in numbers}
        found = sorted((self.row_of(number), number) for number in numbers)
        return {number: row for row, number in found if row >= 0}

    def known_rows(self) -> Iterable[int]:
        """The rows whose cards were read."""
        return self.rows_of(self._cards).values()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cards are dragged to other columns; what takes them there are the columns themselves."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  the signature is Qt's
        return 0 if parent.isValid() else len(self.numbers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards.get(self.numbers[index.row()])
        if role == CARD:
            return card
        if card is None:
            return tr("This card is being read") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return card.slug
        if role == Qt.ItemDataRole.ToolTipRole:
            return facts.tooltip(card, utc_now())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return facts.spoken(card, self._me, utc_now())
        return None
