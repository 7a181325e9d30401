"""The columns of a view side by side: their cards, what of them is selected, and cards that go to another column."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.stages import Stage
from db.story.card_lists import CardBatch, ColumnList
from db.story.snippets import SnippetPart
from db.values import Account, StoryCard
from desktop.board.card_drag import DropVerdict, drag_cards
from desktop.board.column import CardList, ColumnWidget
from desktop.board.delegate import CardDelegate
from desktop.board.views import View
from desktop.look.theme import GRID, Theme

_MOST_COLUMNS = 3


class CardColumns(QWidget):
    """Shows cards it is given, and says which it needs.

    Nothing is shown under a button that is held down on a card: what comes meanwhile waits until it is let go.
    """

    opened = Signal(int)
    """Number of the story."""
    chosen = Signal(object)
    """StoryCard or None: what is selected now."""
    picked = Signal()
    """Other cards are selected now than before."""
    cards_wanted = Signal(object)
    """list[int]: stories in sight, and near, whose cards are not here."""
    menu_wanted = Signal(object, QPoint)
    """list[int]: the story it was asked for, then the others selected with it; and where on the screen."""
    drag_begun = Signal(object)
    """list[int]: stories that are dragged now; which columns take them is to be told by `show_verdicts`."""
    sent = Signal(object, object)
    """list[int] and Stage: these stories are to go to that stage."""

    def __init__(self, theme: Theme, me: Account, view: View) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self._delegate = CardDelegate(theme, me, self)
        self._columns = [ColumnWidget(self._delegate, theme, me) for _ in range(_MOST_COLUMNS)]
        self._late, self._left_alone = list[Callable[[], None]](), False
        self._dragged: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask_cards)
        self._build()
        self._show_view()

    # what they are, and what is in them

    @property
    def view(self) -> View:
        """The view whose columns they are."""
        return self._view

    def set_view(self, view: View) -> None:
        """Be the columns of another view, of which nothing is known yet; one of the same name keeps its cards."""
        before, self._view = self._view, view
        if view.key == before.key:
            return
        for column in self._columns:
            column.list.forget()
        self._left_alone = False
        self._show_view()

    @property
    def columns(self) -> list[ColumnWidget]:
        """The columns in use, from the left."""
        return self._columns[: len(self._view.columns)]

    @property
    def lists(self) -> list[CardList]:
        """The cards of all columns, also of those that this view does not use, from the left."""
        return [column.list for column in self._columns]

    @property
    def aims(self) -> list[Stage | None]:
        """The stage that a card comes to in each column; None where a column is not of one stage alone."""
        return [column.stage for column in self._view.columns]

    @property
    def cards(self) -> list[StoryCard]:
        """All cards that are here."""
        return [card for column in self.columns for card in column.cards]

    def numbers(self, *, approved: bool = False) -> list[int]:
        """All stories, or those of them that are approved, from the left."""
        return [number for column in self._of_stage(approved=approved) for number in column.numbers]

    def near(self) -> list[int]:
        """The stories in sight with those around them."""
        return [number for column in self.columns for number in column.list.near()]

    def rows_near(self) -> list[range]:
        """The rows in sight of each column, with those around them."""
        return [column.list.rows_near for column in self.columns]

    # what is selected

    def number(self) -> int:
        """The selected story; 0 when none is."""
        return next(filter(None, (column.list.number() for column in self.columns)), 0)

    def card(self) -> StoryCard | None:
        """The selected card, if it is here."""
        return next(filter(None, (column.list.card() for column in self.columns)), None)

    def numbers_selected(self, *, approved: bool = False) -> list[int]:
        """All selected stories, or those of them that are approved, from the left."""
        return [number for column in self._of_stage(approved=approved) for number in column.list.numbers()]

    def selected_words(self) -> int:
        """Number of words of all selected stories."""
        return sum(column.list.selected_words() for column in self.columns)

    def choose(self, story_id: int) -> bool:
        """Select a story and bring it into view; whether it is here."""
        return any(column.choose(story_id) for column in self.columns)

    def take_focus(self) -> None:
        """Give the keyboard to the column with the selected card, or the first that has any."""
        lists = [column.list for column in self.columns]
        first = next((cards for cards in lists if cards.number()), None)
        chosen = first or next((cards for cards in lists if cards.model().rowCount()), lists[0])
        chosen.setFocus()
        chosen.begin()

    def _of_stage(self, *, approved: bool) -> list[ColumnWidget]:
        """The columns in use, or those of approved stories."""
        pairs = zip(self.columns, self._view.columns, strict=True)
        return [widget for widget, column in pairs if column.approved or not approved]

    @Slot(object)
    def _on_chosen(self, card: StoryCard | None) -> None:
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
    def _on_menu_wanted(self, numbers: list[int], place: QPoint) -> None:
        self.menu_wanted.emit(self._with_selected(numbers), place)

    def _with_selected(self, numbers: list[int]) -> list[int]:
        """The cards that are selected in other columns belong to them, too."""
        known = frozenset(numbers)
        return [*numbers, *(number for number in self.numbers_selected() if number not in known)]

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

    # what is shown

    def unless_held(self, show: Callable[[], None]) -> None:
        """Show something, but not under a button that is held down: then when it is let go."""
        if any(column.list.held for column in self.columns):
            self._late.append(show)
        else:
            show()

    def set_lists(self, found: Sequence[ColumnList], empty: Sequence[str]) -> None:
        """Show these stories, each column its own; `empty` is what each is to say when it has none."""
        for widget, column, sentence in zip(self.columns, found, empty, strict=False):
            widget.set_list(column, sentence)

    def show_lists(self, found: Sequence[ColumnList], empty: Sequence[str], batch: CardBatch) -> None:
        """Show these stories with their cards; what was selected is so still, in whichever column it stands now."""
        before, current = self.numbers_selected(), self.number()
        self.show_snippets(batch.snippets)
        self.set_lists(found, empty)
        self.renew_cards(batch)
        self._find_again(before, current)

    def renew_cards(self, batch: CardBatch) -> None:
        """Show cards as they are now; others may have changed, and are wanted again when they come into sight."""
        for column in self.columns:
            column.keep_cards({card.id for card in batch.cards})
        self.add_cards(batch)

    def add_cards(self, batch: CardBatch) -> None:
        """Show these cards, too."""
        self.show_snippets({**self._delegate.snippets, **batch.snippets})
        before = self.card()
        for column in self.columns:
            column.add_cards(batch.cards)
        if self.card() is not before:
            self.chosen.emit(self.card())
        self._soon.start()

    def show_snippets(self, snippets: Mapping[int, Sequence[SnippetPart]]) -> None:
        """Show where the cards hold what is searched for: they are deeper by a row then."""
        if snippets != self._delegate.snippets:
            self._delegate.snippets = snippets
            for column in self.columns:
                column.list.scheduleDelayedItemsLayout()

    def _find_again(self, before: Sequence[int], current: int) -> None:
        """The selection follows its stories into another column; what is left alone is not replaced by others."""
        focused = any(column.list.hasFocus() for column in self.columns)
        if before and not self.number():
            home = next((column for column in self.columns if column.pick([current, *before])), None)
            self._left_alone = home is None
            if home is not None and focused:
                home.list.setFocus()
        if focused and not self.number() and not self._left_alone:
            self.take_focus()
        if before != self.numbers_selected():
            self.picked.emit()
            if not self.number():
                self.chosen.emit(None)

    def _show_view(self) -> None:
        """Show the heads of a view's columns, and nothing below them until that was read."""
        self._delegate.desk_shown = not self._view.of_desk
        self._delegate.snippets = {}
        for widget, column in zip(self._columns, self._view.columns, strict=False):
            widget.show_column(column)
        for number, widget in enumerate(self._columns):
            widget.setVisible(number < len(self._view.columns))

    @Slot()
    def _on_let_go(self) -> None:
        late, self._late = self._late, []
        for show in late:
            show()

    @Slot()
    def _on_moved(self) -> None:
        self._soon.start()

    @Slot()
    def _ask_cards(self) -> None:
        """Say which cards in sight are not here, once for all columns that were moved."""
        lacking = [number for column in self.columns for number in column.list.lacking()]
        if lacking:
            self.cards_wanted.emit(lacking)

    # cards on their way to another column

    def show_verdicts(self, verdicts: Mapping[Stage, DropVerdict | None]) -> None:
        """Let columns light up or say why they take nothing, while cards are dragged."""
        for column, aim in zip(self.columns, self.aims, strict=True):
            column.target.say(verdicts.get(aim) if aim else None)

    @Slot(int)
    def _on_sent_on(self, steps: int) -> None:
        """The selected stories go as many columns on, or back, as if they were dragged there."""
        numbers = self.numbers_selected()
        at = next((place for place, column in enumerate(self.columns) if column.list.numbers()), 0) + steps
        if numbers and 0 <= at < len(self.aims) and (aim := self.aims[at]) is not None:
            self.sent.emit(numbers, aim)

    @Slot(object, object)
    def _on_drag_wanted(self, numbers: list[int], picture: QPixmap) -> None:
        """Drag them until they are let go; what becomes of them is said meanwhile."""
        self._dragged = self._with_selected(numbers)
        for column, aim in zip(self.columns, self.aims, strict=True):
            if aim is not None:
                column.target.begin()
        self.drag_begun.emit(self._dragged)
        drag_cards(self, self._theme, self._dragged, picture)
        for column in self._columns:
            column.target.hide()

    @Slot()
    def _on_dropped(self) -> None:
        target = self.sender()
        for column, aim in zip(self.columns, self.aims, strict=True):
            if column.target is target and aim is not None:
                self.sent.emit(self._dragged, aim)

    # putting it together

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for column in self._columns:
            row.addWidget(column, 1)
            self._connect(column)

    def _connect(self, column: ColumnWidget) -> None:
        cards = column.list
        cards.opened.connect(self.opened)
        cards.menu_wanted.connect(self._on_menu_wanted)
        cards.sent_on.connect(self._on_sent_on)
        cards.drag_wanted.connect(self._on_drag_wanted)
        column.target.dropped.connect(self._on_dropped)
        cards.pressed_alone.connect(self._on_pressed_alone)
        cards.chosen.connect(self._on_chosen)
        cards.picked.connect(self.picked)
        cards.left.connect(self._on_left)
        cards.let_go.connect(self._on_let_go)
        cards.moved.connect(self._on_moved)
