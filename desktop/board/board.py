"""The board: the stories of one view under their heading, on cards in columns or row by row in a list."""

from array import array
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.stages import Stage
from db.story.card_lists import CardBatch, CardListing, CardQuestion
from db.story.story_table import TableQuestion
from db.values import Account, StoryCard
from desktop.board.card_columns import CardColumns
from desktop.board.column import ColumnWidget
from desktop.board.delegate import GUTTER
from desktop.board.story_list import StoryList
from desktop.board.view_head import ViewHead
from desktop.board.views import View, ViewChoice, question_of, table_question_of, tallies_of
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.settings import LocalSettings
from desktop.widgets.scrolled import SidewaysScroll


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
    menu_wanted = Signal(object, QPoint)
    """list[int]: the story it was asked for, then the others selected with it; and where on the screen."""

    def __init__(self, theme: Theme, me: Account, view: View, settings: LocalSettings | None = None) -> None:
        super().__init__()
        self._me, self._settings = me, settings
        self._choice = ViewChoice()
        self._names: Mapping[str, str] = {}
        """Login → name of all who write a story of this view."""
        self._to_choose = 0
        """Number of the story that was selected before the stories stood otherwise."""
        self.listing, self._listed = StoryList(theme, me), False
        self.head = ViewHead(theme, self.listing)
        self.card_columns = CardColumns(theme, me, view)
        self._shown_as = QStackedWidget()
        self._build()
        self._connect_columns()
        self._connect_list()
        self._take_up()
        self._show_head()

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.card_columns.view

    @property
    def listed(self) -> bool:
        """Whether the stories stand row by row, and not on cards."""
        return self._listed

    @property
    def columns(self) -> list[ColumnWidget]:
        """The columns in use, from the left."""
        return self.card_columns.columns

    @property
    def _stories(self) -> StoryList | CardColumns:
        """What the stories stand in now."""
        return self.listing if self._listed else self.card_columns

    # what the newsroom is asked for

    @property
    def question(self) -> CardQuestion:
        """What the newsroom is to be asked for; of the list only how many stories there are of each kind."""
        asked = question_of(self.view, self._choice, self._me)
        return replace(asked, columns=()) if self._listed else asked

    @property
    def table_question(self) -> TableQuestion:
        """What the newsroom is to be asked for the list."""
        return self.listing.question(table_question_of(self.view, self._choice, self._me))

    def near(self) -> list[int]:
        """The stories in sight with those around them, and the selected one."""
        return [*self._stories.near(), *filter(None, [self.number()])]

    # what stands here, and what is selected

    def number(self) -> int:
        """The selected story; 0 when none is."""
        return self._stories.number()

    def card(self) -> StoryCard | None:
        """The selected card, if it is here."""
        return self._stories.card()

    def cards(self) -> list[StoryCard]:
        """All cards that are here."""
        return self._stories.cards

    def selected(self, *, approved: bool = False) -> list[int]:
        """All selected stories, or those of them that are approved, as they stand on the board.

        In the list those count as approved that were not read yet: whoever exports them is told of each.
        """
        if self._listed:
            picked = self.listing.numbers_selected()
            return [number for number in picked if self._may_be_approved(number)] if approved else picked
        return self.card_columns.numbers_selected(approved=approved)

    def _may_be_approved(self, number: int) -> bool:
        card = self.listing.card_of(number)
        return card is None or card.stage is Stage.PUBLISH

    def selected_words(self) -> int | None:
        """Number of words of all selected stories; None in the list, which knows of those alone that were read."""
        return None if self._listed else self.card_columns.selected_words()

    def shown(self, *, approved: bool = False) -> list[int]:
        """All stories that order, writer and search leave, or those of them that are approved, as they stand here."""
        if self._listed:
            whole = not approved or all(column.approved for column in self.view.columns)
            return list(self.listing.numbers) if whole else []
        return self.card_columns.numbers(approved=approved)

    def choose(self, story_id: int) -> bool:
        """Select a story and bring it into view; whether the view shows it."""
        return self._stories.choose(story_id)

    def take_focus(self) -> None:
        """Give the keyboard to the stories: the selected one, or the first in view."""
        self._stories.take_focus()

    # what is shown

    def show_as(self, *, listed: bool) -> None:
        """Show the stories row by row, or on cards; what is selected stays so, if it is one."""
        if listed == self._listed:
            return
        chosen, self._listed = self.number(), listed
        self._shown_as.setCurrentIndex(int(listed))
        self.head.show_listed(listed=listed)
        self._keep("board/shown_as", "list" if listed else "")
        self._to_choose = chosen
        self.asked.emit()
        self.picked.emit()

    def set_view(self, view: View) -> None:
        """Show another view; one of the same name, read again, keeps what is selected."""
        other = view.key != self.view.key
        self.card_columns.set_view(view)
        self._show_head()
        if other:
            self.chosen.emit(None)
        self.asked.emit()

    def set_search(self, text: str) -> None:
        """Show only what holds these words."""
        self._choose(replace(self._choice, search=text.lstrip()))

    @Slot(object)
    def _choose(self, choice: ViewChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self._show_head()
            self.asked.emit()

    def show_table(self, question: TableQuestion, numbers: "array[int]") -> None:
        """Show the stories that were asked for row by row; not what was asked for before."""
        if self._listed and question == self.table_question:
            self.listing.show_numbers(numbers, self._why_empty(tr("No story stands here.")))
            self._choose_again()

    def show_lists(self, listing: CardListing, batch: CardBatch) -> None:
        """Show the stories that were asked for, and those of their cards that were read with them.

        Not under a button that is held down: then when it is let go. What was asked for before is not shown any more.
        """
        if listing.mark.question == self.question:
            self.card_columns.unless_held(partial(self._show_lists, listing, batch))

    def _show_lists(self, listing: CardListing, batch: CardBatch) -> None:
        self._names = {one.group.writer: one.writer_name for one in tallies_of(self.view, listing.tallies)}
        self._show_head()
        empty = [self._why_empty(column.empty) for column in self.view.columns]
        if self._listed:
            self.card_columns.show_snippets(batch.snippets)
            self.card_columns.set_lists(listing.columns, empty)
            return
        self.card_columns.show_lists(listing.columns, empty, batch)
        self._choose_again()

    def renew_cards(self, batch: CardBatch) -> None:
        """Show cards as they are now; others may have changed, and are wanted again when they come into sight."""
        if self._listed:
            self.listing.renew_cards(batch.cards)
            return
        self.card_columns.unless_held(partial(self.card_columns.renew_cards, batch))

    def add_cards(self, batch: CardBatch) -> None:
        """Show these cards, too."""
        if self._listed:
            self.listing.add_cards(batch.cards)
            self.chosen.emit(self.card())
            return
        self.card_columns.unless_held(partial(self.card_columns.add_cards, batch))

    def _choose_again(self) -> None:
        """Select the story that was selected before the stories stood otherwise, once it is here."""
        if self._to_choose and self.choose(self._to_choose):
            self._to_choose = 0

    def _show_head(self) -> None:
        self.head.show_choice(self.view.heading, self._choice, self._names)

    def _why_empty(self, sentence: str) -> str:
        if self._choice.search:
            return tr("No story here holds “{text}”.").format(text=self._choice.search.strip())
        if self._choice.writer:
            return tr("{name} has none here.").format(name=self._names.get(self._choice.writer, ""))
        return sentence

    # putting it together

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * GRID, 3 * GRID, 5 * GRID - GUTTER, 0)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self.head)
        self._shown_as.addWidget(SidewaysScroll(self.card_columns))
        self._shown_as.addWidget(self.listing)
        layout.addWidget(self._shown_as, 1)

    def _connect_columns(self) -> None:
        self.head.choice_wanted.connect(self._choose)
        columns = self.card_columns
        columns.opened.connect(self.opened)
        columns.chosen.connect(self._on_card_chosen)
        columns.picked.connect(self.picked)
        columns.menu_wanted.connect(self.menu_wanted)
        columns.cards_wanted.connect(self.cards_wanted)

    def _connect_list(self) -> None:
        listing = self.listing
        listing.opened.connect(self.opened)
        listing.chosen.connect(self.chosen)
        listing.picked.connect(self.picked)
        listing.menu_wanted.connect(self.menu_wanted)
        listing.cards_wanted.connect(self.cards_wanted)
        listing.sorted_anew.connect(self.asked)

    @Slot(object)
    def _on_card_chosen(self, card: StoryCard | None) -> None:
        """Cards that are shown late, when nobody sees them any more, select nothing."""
        if not self._listed:
            self.chosen.emit(card)

    # what this person remembers of it

    def _take_up(self) -> None:
        """Show the stories as this person saw them last."""
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
