"""The board: one view's columns side by side under their heading, with the choice of order and writer."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from db.values import Account, StoryCard
from desktop.board.column import CardList, ColumnWidget
from desktop.board.delegate import GUTTER, CardDelegate
from desktop.board.search_field import Results
from desktop.board.views import SORT_TITLES, Sort, View, ViewChoice, arrange
from desktop.localization import tr
from desktop.look.fonts import HEADING_SIZE
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme, set_property

_MOST_COLUMNS = 3


class Board(QWidget):
    """Shows cards it is given; asks nothing of the newsroom."""

    opened = Signal(object)
    """StoryCard: it is to be opened."""
    chosen = Signal(object)
    """StoryCard or None: what is selected now."""
    search_wanted = Signal(str)
    """These words are to be searched for again, the best first."""
    picked = Signal()
    """Other cards are selected now than before."""
    menu_wanted = Signal(object, QPoint)
    """list[StoryCard]: the one it was asked for, then the others selected with it; and where on the screen."""

    def __init__(self, theme: Theme, me: Account, view: View) -> None:
        super().__init__()
        self._theme, self._me = theme, me
        self._cards: Sequence[StoryCard] = ()
        self._view, self._choice = view, ViewChoice()
        self._late, self._left_alone = False, False
        self._heading = QLabel()
        self._sort, self._writer, self._added = QPushButton(), QPushButton(), list[QPushButton]()
        self._delegate = CardDelegate(theme, me, self)
        self._head = QHBoxLayout()
        self._columns = [ColumnWidget(self._delegate, theme, me) for _ in range(_MOST_COLUMNS)]
        self._build()
        self._refresh()

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._view

    @property
    def by_relevance(self) -> bool:
        """Whether the best of what was found stand first."""
        return self._choice.sort is Sort.RELEVANCE

    @property
    def columns(self) -> list[ColumnWidget]:
        """The columns in use, from the left."""
        return self._columns[: len(self._view.columns)]

    @property
    def choices(self) -> list[QPushButton]:
        """The chips over the columns, from the left."""
        return [self._sort, self._writer, *self._added]

    @property
    def lists(self) -> list[CardList]:
        """The cards of all columns, also of those that this view does not use, from the left."""
        return [column.list for column in self._columns]

    def card(self) -> StoryCard | None:
        """The selected card."""
        return next(filter(None, (column.list.card() for column in self.columns)), None)

    def selected(self) -> list[StoryCard]:
        """All selected cards, as they stand on the board."""
        return [card for column in self.columns for card in column.list.cards()]

    def shown(self) -> list[StoryCard]:
        """All cards of the view that order, writer and search leave, as they stand on the board."""
        return [card for column in self.columns for card in column.cards]

    def set_cards(self, cards: Sequence[StoryCard], changed: Sequence[StoryCard] | None = None) -> None:
        """All stories of the newsroom, of which the view shows its own.

        Where only some have `changed`, and neither before nor after stand in the view, nothing is shown anew.
        """
        self._cards = cards
        if changed is None or any(map(self._view.wanted, changed)):
            self._refresh()

    def set_view(self, view: View) -> None:
        """Show another view; one of the same name, read again, keeps what is selected."""
        if view.key == self._view.key:
            self._view = view
            self._refresh()
            return
        for column in self._columns:
            column.list.forget()
        self._view, self._left_alone = view, False
        self._refresh()
        self.chosen.emit(None)

    def set_search(self, text: str) -> None:
        """Show only what holds these words in what cards show; `set_found` adds what holds them in its text."""
        self._delegate.snippets = {}
        self._choose(replace(self._choice, search=text.strip(), found=frozenset(), places={}))

    def set_found(self, text: str, found: Results) -> None:
        """The stories that hold these words anywhere, unless others are searched for by now."""
        if text.strip() == self._choice.search:
            self._delegate.snippets = found.snippets
            self._choose(replace(self._choice, found=found.numbers, places=found.places))
            for column in self._columns:
                column.list.scheduleDelayedItemsLayout()

    def add_chip(self, chip: QPushButton, tip: str) -> None:
        """Put another choice beside those of order and writer."""
        self._added.append(chip)
        self._head.insertWidget(self._head.count() - 1, _as_chip(chip, tip, self._theme))

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the right end of the heading."""
        self._head.addWidget(button)
        self._head.addSpacing(GUTTER)

    def choose(self, story_id: int) -> bool:
        """Select a story and bring it into view; whether the view shows it."""
        return any(column.choose(story_id) for column in self.columns)

    def take_focus(self) -> None:
        """Give the keyboard to the column with the selected card, or the first that has any."""
        lists = [column.list for column in self.columns]
        first = next((cards for cards in lists if cards.card()), None)
        chosen = first or next((cards for cards in lists if cards.model().rowCount()), lists[0])
        chosen.setFocus()
        chosen.begin()

    def _choose(self, choice: ViewChoice) -> None:
        self._choice = choice
        self._refresh()

    def _refresh(self) -> None:
        """Show what there is now, but not under a button that is held down: then when it is let go."""
        self._late = any(column.list.held for column in self.columns)
        if not self._late:
            before, current = self.selected(), self.card()
            self._show()
            self._find_again(before, current)

    @Slot()
    def _on_let_go(self) -> None:
        if self._late:
            self._refresh()

    def _show(self) -> None:
        self._heading.setText(self._view.heading)
        self._delegate.desk_shown = not self._view.of_desk
        self._sort.setText(tr(SORT_TITLES[self._choice.sort]))
        writer = self._choice.writer
        self._writer.setText((writer and self._names().get(writer)) or tr("Anyone"))
        shares = arrange(self._cards, self._view, self._choice)
        for widget, column, cards in zip(self._columns, self._view.columns, shares, strict=False):
            widget.show_column(column, cards, self._why_empty(column.empty))
        for number, widget in enumerate(self._columns):
            widget.setVisible(number < len(self._view.columns))

    def _find_again(self, before: Sequence[StoryCard], current: StoryCard | None) -> None:
        """The selection follows its stories into another column; what is left alone is not replaced by others."""
        focused = any(column.list.hasFocus() for column in self.columns)
        if before and not self.selected():
            wanted = [*filter(None, [current]), *before]
            home = next((column for column in self.columns if column.pick([card.id for card in wanted])), None)
            self._left_alone = home is None
            if home is not None and focused:
                home.list.setFocus()
        if focused and not self.selected() and not self._left_alone:
            self.take_focus()
        if [card.id for card in before] != [card.id for card in self.selected()]:
            self.picked.emit()
            if not self.selected():
                self.chosen.emit(None)

    def _why_empty(self, sentence: str) -> str:
        if self._choice.search:
            return tr("No story here holds “{text}”.").format(text=self._choice.search)
        if self._choice.writer:
            return tr("{name} has none here.").format(name=self._names().get(self._choice.writer, ""))
        return sentence

    def _names(self) -> dict[str, str]:
        """Login → name of all who write a story of this view."""
        return {card.writer: card.writer_name for card in self._cards if self._view.wanted(card)}

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * GRID, 3 * GRID, 5 * GRID - GUTTER, 0)
        layout.setSpacing(3 * GRID)
        layout.addLayout(self._build_head())
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for number, column in enumerate(self._columns):
            row.addWidget(column, 1)
            self._connect(column, number)
        layout.addLayout(row, 1)

    def _build_head(self) -> QHBoxLayout:
        self._heading.setFont(self._theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        head = self._head
        head.setSpacing(2 * GRID)
        head.addWidget(self._heading)
        head.addSpacing(GRID)
        for chip, tip, fill in (
            (self._sort, tr("The order of cards"), self._fill_sort_menu),
            (self._writer, tr("Show the stories of one writer"), self._fill_writer_menu),
        ):
            menu = QMenu(chip)
            menu.aboutToShow.connect(fill)
            chip.setMenu(menu)
            head.addWidget(_as_chip(chip, tip, self._theme))
        head.addStretch()
        return head

    def _connect(self, column: ColumnWidget, number: int) -> None:
        cards = column.list
        cards.opened.connect(self.opened)
        cards.menu_wanted.connect(self._on_menu_wanted)
        cards.pressed_alone.connect(self._on_pressed_alone)
        cards.chosen.connect(self._on_chosen)
        cards.picked.connect(self.picked)
        cards.left.connect(self._on_left)
        cards.let_go.connect(self._on_let_go)

    @Slot(object)
    def _on_chosen(self, card: StoryCard) -> None:
        """Cards of one column are selected, unless this one was added to those of others."""
        self._left_alone = False
        cards = self.sender()
        if not (isinstance(cards, CardList) and cards.adding):
            self._forget_others(cards)
        self.chosen.emit(card)

    @Slot()
    def _on_pressed_alone(self) -> None:
        self._forget_others(self.sender())

    def _forget_others(self, kept: QObject) -> None:
        for column in self._columns:
            if column.list is not kept:
                column.list.forget()

    @Slot(object, QPoint)
    def _on_menu_wanted(self, cards: list[StoryCard], place: QPoint) -> None:
        """The cards that are selected in other columns belong to it, too."""
        known = {card.id for card in cards}
        self.menu_wanted.emit([*cards, *(card for card in self.selected() if card.id not in known)], place)

    @Slot(int)
    def _on_left(self, way: int) -> None:
        """Go on to the next column that has cards, to the card at the same height."""
        lists = [column.list for column in self.columns]
        at = next((number for number, cards in enumerate(lists) if cards is self.sender()), 0)
        others = lists[at + 1 :] if way > 0 else lists[:at][::-1]
        aim = next((cards for cards in others if cards.model().rowCount()), None)
        if aim is not None:
            aim.choose(aim.row_at_height(lists[at].current_height()))
            aim.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _fill_sort_menu(self) -> None:
        entries = {sort.value: tr(title) for sort, title in SORT_TITLES.items()}
        _fill(self._sort.menu(), entries, self._choice.sort.value).triggered.connect(self._on_sort)

    @Slot()
    def _fill_writer_menu(self) -> None:
        names = dict(sorted(self._names().items(), key=lambda item: item[1]))
        entries = {"": tr("Anyone")} | names
        _fill(self._writer.menu(), entries, self._choice.writer).triggered.connect(self._on_writer)

    @Slot(QAction)
    def _on_sort(self, action: QAction) -> None:
        self._choose(replace(self._choice, sort=Sort(action.data())))
        if self.by_relevance and self._choice.search:
            self.search_wanted.emit(self._choice.search)

    @Slot(QAction)
    def _on_writer(self, action: QAction) -> None:
        self._choose(replace(self._choice, writer=action.data()))


def _as_chip(button: QPushButton, tip: str, theme: Theme) -> QPushButton:
    set_property(button, "kind", "chip")
    button.setToolTip(tip)
    if button.menu() is not None:
        button.menu().setLayoutDirection(QApplication.layoutDirection())  # not that of the chip, which is turned round
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    button.setLayoutDirection(right if QApplication.layoutDirection() is left else left)  # its sign stands behind it
    dress(button, "chevron-down", theme, "muted")
    return button


def _fill(menu: QMenu, entries: dict[str, str], current: str) -> QActionGroup:
    """Entries of which one is checked."""
    menu.clear()
    group = QActionGroup(menu)
    for value, title in entries.items():
        action = group.addAction(title)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.setData(value)
        menu.addAction(action)
    return group
