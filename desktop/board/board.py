"""The board: one view's columns side by side under their heading, with the choice of order and writer."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.stages import Stage
from db.story.card_lists import CardBatch, CardListing, CardOrder, CardQuestion
from db.story.snippets import SnippetPart
from db.story.story_table import TableQuestion
from db.values import Account, StoryCard
from desktop.board.card_drag import DropVerdict, drag_cards
from desktop.board.column import CardList, ColumnWidget
from desktop.board.delegate import GUTTER, CardDelegate
from desktop.board.story_list import StoryList
from desktop.board.views import SORT_TITLES, View, ViewChoice, question_of, table_question_of, tallies_of
from desktop.localization import tr
from desktop.look.fonts import HEADING_SIZE
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme, set_property
from desktop.settings import LocalSettings

_MOST_COLUMNS = 3


class Board(QWidget):
    """Shows lists and cards it is given, and says which it needs; asks nothing of the newsroom.

    The stories stand on cards in their columns, or row by row in a list, as the person chose.

    A story is meant by its number: of those that are not in sight the card is not here.
    """

    opened = Signal(int)
    """Number of a story: it is to be opened."""
    chosen = Signal(object)
    """StoryCard or None: what is selected now."""
    asked = Signal()
    """Other lists are wanted: those of `question`."""
    cards_wanted = Signal(object)
    """list[int]: stories in sight, and near, whose cards are not here."""
    picked = Signal()
    """Other cards are selected now than before."""
    drag_begun = Signal(object)
    """list[int]: stories that are dragged now; which columns take them is to be told by `show_verdicts`."""
    sent = Signal(object, object)
    """list[int] and Stage: these stories are to go to that stage."""
    menu_wanted = Signal(object, QPoint)
    """list[int]: the story it was asked for, then the others selected with it; and where on the screen."""

    def __init__(self, theme: Theme, me: Account, view: View, settings: LocalSettings | None = None) -> None:
        super().__init__()
        self._theme, self._me, self._settings = theme, me, settings
        self._view, self._choice = view, ViewChoice()
        self._names: Mapping[str, str] = {}
        """Login → name of all who write a story of this view."""
        self._late, self._left_alone = list[Callable[[], None]](), False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._heading = QLabel()
        self._sort, self._writer, self._added = QPushButton(), QPushButton(), list[QPushButton]()
        self._dragged: list[int] = []
        self._to_choose = 0
        """Number of the story that was selected before the stories stood otherwise."""
        self._delegate = CardDelegate(theme, me, self)
        self._head, self._chips, self._buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self.listing, self._listed = StoryList(theme, me), False
        self._shown_as, self._fields = QStackedWidget(), QPushButton(tr("Columns"))
        self._columns = [ColumnWidget(self._delegate, theme, me) for _ in range(_MOST_COLUMNS)]
        self._build()
        self._show_view()

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._view

    @property
    def listed(self) -> bool:
        """Whether the stories stand row by row, and not on cards."""
        return self._listed

    @property
    def question(self) -> CardQuestion:
        """What the newsroom is to be asked for; of the list only how many stories there are of each kind."""
        asked = question_of(self._view, self._choice, self._me)
        return replace(asked, columns=()) if self._listed else asked

    @property
    def table_question(self) -> TableQuestion:
        """What the newsroom is to be asked for the list."""
        return self.listing.question(table_question_of(self._view, self._choice, self._me))

    def show_as(self, *, listed: bool) -> None:
        """Show the stories row by row, or on cards; what is selected stays so, if it is one."""
        if listed == self._listed:
            return
        chosen, self._listed = self.number(), listed
        self._shown_as.setCurrentIndex(int(listed))
        for chip, needed in ((self._sort, not listed), (self._fields, listed)):
            chip.setVisible(needed)
        self._keep("board/shown_as", "list" if listed else "")
        self._to_choose = chosen
        self.asked.emit()
        self.picked.emit()

    @property
    def columns(self) -> list[ColumnWidget]:
        """The columns in use, from the left."""
        return self._columns[: len(self._view.columns)]

    @property
    def choices(self) -> list[QPushButton]:
        """The chips over the columns, from the left."""
        return [self._sort, self._writer, *self._added, self._fields]

    @property
    def lists(self) -> list[CardList]:
        """The cards of all columns, also of those that this view does not use, from the left."""
        return [column.list for column in self._columns]

    @property
    def aims(self) -> list[Stage | None]:
        """The stage that a card comes to in each column; None where a column is not of one stage alone."""
        return [column.stage for column in self._view.columns]

    def show_verdicts(self, verdicts: Mapping[Stage, DropVerdict | None]) -> None:
        """Let columns light up or say why they take nothing, while cards are dragged."""
        for column, aim in zip(self.columns, self.aims, strict=True):
            column.target.say(verdicts.get(aim) if aim else None)

    @Slot(int)
    def send_on(self, steps: int) -> None:
        """Send the selected stories as many columns on, or back, as if they were dragged there."""
        numbers = self.selected()
        at = next((place for place, column in enumerate(self.columns) if column.list.numbers()), 0) + steps
        if numbers and 0 <= at < len(self.aims) and (aim := self.aims[at]) is not None:
            self.sent.emit(numbers, aim)

    def number(self) -> int:
        """The selected story; 0 when none is."""
        if self._listed:
            return self.listing.number()
        return next(filter(None, (column.list.number() for column in self.columns)), 0)

    def card(self) -> StoryCard | None:
        """The selected card, if it is here."""
        if self._listed:
            return self.listing.card()
        return next(filter(None, (column.list.card() for column in self.columns)), None)

    def cards(self) -> list[StoryCard]:
        """All cards that are here."""
        if self._listed:
            return self.listing.cards
        return [card for column in self.columns for card in column.cards]

    def selected(self, *, approved: bool = False) -> list[int]:
        """All selected stories, or those of them that are approved, as they stand on the board.

        In the list those count as approved that were not read yet: whoever exports them is told of each.
        """
        if self._listed:
            picked = self.listing.numbers_selected()
            return [number for number in picked if self._may_be_approved(number)] if approved else picked
        return [number for column in self._of_stage(approved=approved) for number in column.list.numbers()]

    def _may_be_approved(self, number: int) -> bool:
        card = self.listing.card_of(number)
        return card is None or card.stage is Stage.PUBLISH

    def selected_words(self) -> int | None:
        """Number of words of all selected stories; None in the list, which knows of those alone that were read."""
        if self._listed:
            return None
        return sum(column.list.selected_words() for column in self.columns)

    def shown(self, *, approved: bool = False) -> list[int]:
        """All stories that order, writer and search leave, or those of them that are approved, as they stand here."""
        if self._listed:
            whole = not approved or all(column.approved for column in self._view.columns)
            return list(self.listing.numbers) if whole else []
        return [number for column in self._of_stage(approved=approved) for number in column.numbers]

    def near(self) -> list[int]:
        """The stories in sight with those around them, and the selected one."""
        if self._listed:
            return [*self.listing.near(), *filter(None, [self.number()])]
        near = [number for column in self.columns for number in column.list.near()]
        return [*near, *filter(None, [self.number()])]

    def rows_near(self) -> list[range]:
        """The rows in sight of each column, with those around them."""
        return [column.list.rows_near for column in self.columns]

    def show_table(self, question: TableQuestion, numbers: "array[int]") -> None:
        """Show the stories that were asked for row by row; not what was asked for before."""
        if self._listed and question == self.table_question:
            why = self._why_empty(tr("No story stands here."))
            self.listing.show_numbers(numbers, why)
            if self._to_choose and self.listing.choose(self._to_choose):
                self._to_choose = 0

    def show_lists(self, listing: CardListing, batch: CardBatch) -> None:
        """Show the stories that were asked for, and those of their cards that were read with them.

        Not under a button that is held down: then when it is let go. What was asked for before is not shown any more.
        """
        if listing.mark.question == self.question:
            self._unless_held(partial(self._show_lists, listing, batch))

    def renew_cards(self, batch: CardBatch) -> None:
        """Show cards as they are now; others may have changed, and are wanted again when they come into sight."""
        if self._listed:
            self.listing.renew_cards(batch.cards)
            return
        self._unless_held(partial(self._renew_cards, batch))

    def add_cards(self, batch: CardBatch) -> None:
        """Show these cards, too."""
        if self._listed:
            self.listing.add_cards(batch.cards)
            self.chosen.emit(self.card())
            return
        self._unless_held(partial(self._add_cards, batch))

    def set_view(self, view: View) -> None:
        """Show another view; one of the same name, read again, keeps what is selected."""
        before, self._view = self._view, view
        if view.key == before.key:
            self._show_head()
            self.asked.emit()
            return
        for column in self._columns:
            column.list.forget()
        self._left_alone = False
        self._show_view()
        self.chosen.emit(None)
        self.asked.emit()

    def set_search(self, text: str) -> None:
        """Show only what holds these words."""
        self._choose(replace(self._choice, search=text.lstrip()))

    def add_chip(self, chip: QPushButton, tip: str) -> None:
        """Put another choice beside those of order and writer."""
        self._added.append(chip)
        self._chips.addWidget(_as_chip(chip, tip, self._theme))

    def add_button(self, button: QPushButton) -> None:
        """Put a button right of the heading, before the switch."""
        self._buttons.addWidget(button)

    def add_switch(self, switch: QWidget) -> None:
        """Put the switch between board and list at the right end of the heading."""
        self._head.addWidget(switch)
        self._head.addSpacing(GUTTER)

    def choose(self, story_id: int) -> bool:
        """Select a story and bring it into view; whether the view shows it."""
        if self._listed:
            return self.listing.choose(story_id)
        return any(column.choose(story_id) for column in self.columns)

    def take_focus(self) -> None:
        """Give the keyboard to the column with the selected card, or the first that has any."""
        if self._listed:
            self.listing.setFocus()
            self.listing.begin()
            return
        lists = [column.list for column in self.columns]
        first = next((cards for cards in lists if cards.number()), None)
        chosen = first or next((cards for cards in lists if cards.model().rowCount()), lists[0])
        chosen.setFocus()
        chosen.begin()

    def _choose(self, choice: ViewChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self._show_head()
            self.asked.emit()

    def _of_stage(self, *, approved: bool) -> list[ColumnWidget]:
        """The columns in use, or those of approved stories."""
        pairs = zip(self.columns, self._view.columns, strict=True)
        return [widget for widget, column in pairs if column.approved or not approved]

    def _unless_held(self, show: Callable[[], None]) -> None:
        """Show something, but not under a button that is held down: then when it is let go."""
        if any(column.list.held for column in self.columns):
            self._late.append(show)
        else:
            show()

    @Slot()
    def _on_let_go(self) -> None:
        late, self._late = self._late, []
        for show in late:
            show()

    def _show_view(self) -> None:
        """Show the head of a view, and nothing below it until that was read."""
        self._show_head()
        self._delegate.desk_shown = not self._view.of_desk
        self._delegate.snippets = {}
        for widget, column in zip(self._columns, self._view.columns, strict=False):
            widget.show_column(column)
        for number, widget in enumerate(self._columns):
            widget.setVisible(number < len(self._view.columns))

    def _show_head(self) -> None:
        self._heading.setText(self._view.heading)
        self._sort.setText(tr(SORT_TITLES[self._choice.sort]))
        self._writer.setText(self._names.get(self._choice.writer, self._choice.writer) or tr("Anyone"))

    def _show_lists(self, listing: CardListing, batch: CardBatch) -> None:
        before, current = self.selected(), self.number()
        self._names = {one.group.writer: one.writer_name for one in tallies_of(self._view, listing.tallies)}
        self._show_snippets(batch.snippets)
        self._show_head()
        for widget, column, found in zip(self._columns, self._view.columns, listing.columns, strict=False):
            widget.set_list(found, self._why_empty(column.empty))
        if not self._listed:
            self._renew_cards(batch)
            self._find_again(before, current)
            if self._to_choose and self.choose(self._to_choose):
                self._to_choose = 0

    def _renew_cards(self, batch: CardBatch) -> None:
        for column in self.columns:
            column.keep_cards({card.id for card in batch.cards})
        self._add_cards(batch)

    def _add_cards(self, batch: CardBatch) -> None:
        self._show_snippets({**self._delegate.snippets, **batch.snippets})
        before = self.card()
        for column in self.columns:
            column.add_cards(batch.cards)
        if self.card() is not before:
            self.chosen.emit(self.card())
        self._soon.start()

    def _show_snippets(self, snippets: Mapping[int, Sequence[SnippetPart]]) -> None:
        """Show where the cards hold what is searched for: they are deeper by a row then."""
        if snippets != self._delegate.snippets:
            self._delegate.snippets = snippets
            for column in self.columns:
                column.list.scheduleDelayedItemsLayout()

    @Slot()
    def _on_moved(self) -> None:
        self._soon.start()

    @Slot()
    def _ask_cards(self) -> None:
        """Say which cards in sight are not here, once for all columns that were moved."""
        lacking = [number for column in self.columns for number in column.list.lacking()]
        if lacking:
            self.cards_wanted.emit(lacking)

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
        if before != self.selected():
            self.picked.emit()
            if not self.number():
                self.chosen.emit(None)

    def _why_empty(self, sentence: str) -> str:
        if self._choice.search:
            return tr("No story here holds “{text}”.").format(text=self._choice.search.strip())
        if self._choice.writer:
            return tr("{name} has none here.").format(name=self._names.get(self._choice.writer, ""))
        return sentence

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * GRID, 3 * GRID, 5 * GRID - GUTTER, 0)
        layout.setSpacing(3 * GRID)
        layout.addLayout(self._build_head())
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for number, column in enumerate(self._columns):
            row.addWidget(column, 1)
            self._connect(column, number)
        self._shown_as.addWidget(cards)
        self._shown_as.addWidget(self.listing)
        layout.addWidget(self._shown_as, 1)
        self._soon.timeout.connect(self._ask_cards)
        self._connect_list()
        self._take_up()

    def _connect_list(self) -> None:
        listing = self.listing
        listing.opened.connect(self.opened)
        listing.chosen.connect(self.chosen)
        listing.picked.connect(self.picked)
        listing.menu_wanted.connect(self.menu_wanted)
        listing.cards_wanted.connect(self.cards_wanted)
        listing.sorted_anew.connect(self.asked)

    def _take_up(self) -> None:
        """Show the stories as this person saw them last."""
        self._fields.hide()
        if self._settings is not None:
            self.listing.take_up(self._settings.layout(f"list/{self._me.login}"))
            self.show_as(listed=self._settings.view_of(self._me.login, "board/shown_as") == "list")

    def keep_columns(self) -> None:
        """Remember how this person has the columns of the list."""
        if self._settings is not None:
            self._settings.keep_layout(f"list/{self._me.login}", self.listing.kept())

    def _keep(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.keep_view(self._me.login, name, value)

    def _build_head(self) -> QHBoxLayout:
        self._heading.setFont(self._theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        head = self._head
        head.setSpacing(2 * GRID)
        head.addWidget(self._heading)
        head.addSpacing(GRID)
        for chip, tip, fill in (
            (self._sort, tr("The order of cards"), self._fill_sort_menu),
            (self._writer, tr("Show the stories of one writer"), self._fill_writer_menu),
            (self._fields, tr("The columns of the list"), self._fill_fields_menu),
        ):
            menu = QMenu(chip)
            menu.aboutToShow.connect(fill)
            chip.setMenu(menu)
            self._chips.addWidget(_as_chip(chip, tip, self._theme))
        for row in (self._chips, self._buttons):
            row.setSpacing(2 * GRID)
        head.addLayout(self._chips)
        head.addStretch()
        head.addLayout(self._buttons)
        return head

    def _connect(self, column: ColumnWidget, number: int) -> None:
        cards = column.list
        cards.opened.connect(self.opened)
        cards.menu_wanted.connect(self._on_menu_wanted)
        cards.sent_on.connect(self.send_on)
        cards.drag_wanted.connect(self._on_drag_wanted)
        column.target.dropped.connect(self._on_dropped)
        cards.pressed_alone.connect(self._on_pressed_alone)
        cards.chosen.connect(self._on_chosen)
        cards.picked.connect(self.picked)
        cards.left.connect(self._on_left)
        cards.let_go.connect(self._on_let_go)
        cards.moved.connect(self._on_moved)

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
        return [*numbers, *(number for number in self.selected() if number not in known)]

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
        names = dict(sorted(self._names.items(), key=lambda item: item[1]))
        entries = {"": tr("Anyone")} | names
        _fill(self._writer.menu(), entries, self._choice.writer).triggered.connect(self._on_writer)

    @Slot()
    def _fill_fields_menu(self) -> None:
        menu = self._fields.menu()
        menu.clear()
        menu.addActions(self.listing.column_actions(menu))

    @Slot(QAction)
    def _on_sort(self, action: QAction) -> None:
        self._choose(replace(self._choice, sort=CardOrder(action.data())))

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
