"""The board page: header, sidebar and board put together, and the cards kept fresh."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from db.newsroom import Newsroom
from db.story.card_lists import CardBatch, CardListing, CardQuestion, ListMark, Tally
from db.story.story_table import TableListing, TableQuestion
from db.values import Account, StoryCard
from desktop.board.board import Board
from desktop.board.fit_measurement import FitMeasurement
from desktop.board.header import Header
from desktop.board.search_field import FilterCompleter, SavedSearches, filter_words
from desktop.board.shown_as import ShownAsSwitch
from desktop.board.sidebar import Sidebar
from desktop.board.views import ALL, Section, View, count_views, followed_key, sections, tallies_of, view_of
from desktop.inbox.button import InboxButton
from desktop.localization import count, stories, tr, words
from desktop.look.theme import GRID, LEAST_WIDTH, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings

_SIDEBAR = 54 * GRID
_ROOM_FOR_VIEWS = 220 * GRID
"""Pixels in which two columns and a half stand beside the views, under a header in whole words. Under it the views are
a menu of the heading, and the header has signs.
"""
_MINUTE_MS = 30_000
_FIRST_LISTED, _FIRST_SEEN = 500, 60
"""Stories of a list that are shown before the others are known, and those of them whose cards are read at once: what
fits on the largest screen."""
_FIRST_ROWS = 30
"""Cards of a column that are read before it is known how many are in sight: more than a screen."""


class BoardPage(QWidget):
    """Everything but the story page."""

    totals_changed = Signal(str)
    """Content of the view, in words."""
    listed = Signal()
    """The list, or its beginning, is shown."""
    loaded = Signal()
    """Cards were read from the newsroom and are shown."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, actions: dict[str, QAction], menu: QMenu,
        settings: LocalSettings | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._door, self._account = door, account
        self._mark: ListMark | None = None
        """How things stood when the lists were read that are shown."""
        self._table_mark: ListMark | None = None
        """The same of the list."""
        self._tallies: Sequence[Tally] = ()
        self._found: Sequence[Tally] = ()
        """Of the stories that hold what is searched for."""
        self._to_reveal = 0
        """Number of the story to select once its view was read."""
        self._side, self._whole = QWidget(), True
        """What the views stand in, and whether there is room for it."""
        self._home, self._ever = account.desks, door.facts.desks_ever
        """The person's own desks, by the names they have now."""
        self._sections: tuple[Section, ...] = sections(account, door.facts.desks)
        self._depths = FitMeasurement(door, account)
        self.inbox = InboxButton(door, account, theme)
        self.header = Header(theme, account, actions, menu, self.inbox)
        self.sidebar = Sidebar(theme)
        self.board = Board(theme, account, self._sections[0].views[0], settings)
        self.saved = SavedSearches(door, account, theme, self.header.search.text)
        self.board.head.add_chip(self.saved, tr("Searches you or others have saved"))
        self.elsewhere = QPushButton()
        self.elsewhere.setProperty("kind", "chip")
        self.elsewhere.hide()
        self.board.head.add_button(self.elsewhere)
        self.switch = ShownAsSwitch(actions)
        self.switch.show_listed(self.board.listed)
        self.board.head.add_switch(self.switch)
        self._complete()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._build()
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen, or where all is drawn large, the stories have the room of the views beside them."""
        super().resizeEvent(event)
        whole = event.size().width() >= _ROOM_FOR_VIEWS
        if whole != self._whole:
            self._whole = whole
            for part in (self.header, self.board.head):
                part.show_whole(whole)
            self._side.setVisible(whole)

    def minimumSizeHint(self) -> QSize:
        """That without the views beside the stories."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    @property
    def views(self) -> list[View]:
        """All views of the sidebar."""
        return [view for section in self._sections for view in section.views]

    def start(self, key: str) -> None:
        """Show the view of this key, or else the person's own work; read the cards."""
        self.sidebar.set_sections(self._sections, key)
        self._minute.start()
        self.refresh()
        self.inbox.refresh()
        self.saved.refresh()

    def refresh(self, *, anew: bool = False) -> None:
        """Read the cards in sight again, and the lists when anything in them may have changed, or `anew`."""
        if anew:
            self._mark = self._table_mark = None  # until all are there: a later question takes the place of this one
        rows = [range(_FIRST_ROWS), *self.board.card_columns.rows_near()]
        asked = ShownPart(self.board.question, self._mark, rows, self.board.near())
        if self.board.listed:
            self._read_table()
        self._door.read(read_board, asked, on_done=self._on_read, key="cards")

    def _read_table(self) -> None:
        """Read the list: the first of its stories where it is another list, else all of them if any has changed."""
        question = self.board.table_question
        known = self._table_mark is not None and self._table_mark.question == question
        self._door.read(read_table, question, self._table_mark, not known, on_done=self._on_table, key="table")

    def _on_table(self, found: "TableNews | None") -> None:
        """Show it; the cards that were read with it are in sight then. The rest of a long list is read behind it."""
        if found is None:
            return
        listing = found.listing
        assert isinstance(listing.mark.question, TableQuestion)
        self.board.show_table(listing.mark.question, listing.numbers)
        self.board.add_cards(found.batch)
        self._choose_revealed()
        if listing.complete:
            self._table_mark = listing.mark
        else:
            self._door.read(read_table, listing.mark.question, None, False, on_done=self._on_table, key="table")
        self.listed.emit()

    @Slot()
    def _on_facts_changed(self) -> None:
        """There may be other desks, kinds and people; the view stays."""
        self._complete()
        before, now, desks = self._ever, self._door.facts.desks_ever, self._door.facts.desks
        if now != before or list(desks) != self.desks():
            renamed = dict(zip(before, now, strict=False))  # desks stand in the order they were made, and stay
            self._home = tuple(name for name in (renamed.get(desk, desk) for desk in self._home) if name in desks)
            key, self._ever = followed_key(self.board.view.key, before, now), now
            self._sections = sections(replace(self._account, desks=self._home), desks)
            self.sidebar.set_sections(self._sections, key)
            self.sidebar.set_counts(count_views(self._tallies, self.views))

    def reveal(self, story_id: int) -> None:
        """Select a story where it is shown, or else in the view it belongs to, where nothing is searched for then."""
        if not self.board.choose(story_id):
            self._door.read(read_cards, [story_id], "", on_done=self._reveal, key="reveal")

    def _reveal(self, found: CardBatch) -> None:
        for card in found.cards:
            self._to_reveal = card.id
            self.header.search.clear()
            self.sidebar.choose(self.view_with(card).key)

    def view_with(self, card: StoryCard) -> View:
        """The view that shows a story: the one that is open, if it does."""
        return view_of(card, self.views, self.board.view)

    def desk(self) -> str:
        """The desk new stories go to: the one shown, else the person's own, else the first; empty without any."""
        shown = self.board.view.title if self.board.view.of_desk else ""
        desks = self.desks()
        return shown or next(iter(self._home), "") or (desks[0] if desks else "")

    def desks(self) -> list[str]:
        """Names of all desks."""
        return [view.title for view in self.views if view.of_desk]

    def kinds(self) -> list[str]:
        """Names of all kinds of stories."""
        return list(self._door.facts.kinds)

    def _on_read(self, found: "BoardNews") -> None:
        """Show what was read: other lists, and in any case the cards in sight as they are now."""
        if found.listing is None:
            self.board.renew_cards(found.batch)
        else:
            self._show_listing(found.listing, found.batch)
        self._depths.measure(self.board.cards())
        self.loaded.emit()

    def _show_listing(self, listing: CardListing, batch: CardBatch) -> None:
        self._mark, self._tallies, self._found = listing.mark, listing.tallies, listing.found
        self.board.show_lists(listing, batch)
        self.sidebar.set_counts(count_views(self._tallies, self.views))
        self._choose_revealed()
        self._show_elsewhere()
        self._show_totals()

    def _choose_revealed(self) -> None:
        """Select the story that is to be shown, once it is there."""
        if self._to_reveal and self.board.choose(self._to_reveal):
            self._to_reveal = 0

    @Slot(object)
    def _on_cards_wanted(self, numbers: list[int]) -> None:
        search = self.board.question.search
        self._door.read(read_cards, numbers, search, on_done=self._on_cards, key="more cards")

    def _on_cards(self, batch: CardBatch) -> None:
        self.board.add_cards(batch)
        self._depths.measure(batch.cards)

    @Slot(object)
    def _on_view_chosen(self, view: View) -> None:
        self.board.set_view(view)
        self._show_elsewhere()

    @Slot()
    def _on_asked(self) -> None:
        """Other lists are wanted."""
        self.switch.show_listed(self.board.listed)
        self.refresh()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self.board.set_search(text)

    def search_everywhere(self, asked: str) -> None:
        """Look for something in all desks."""
        self.sidebar.choose(ALL)
        self.header.search.setText(asked)

    @property
    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        return [self.header.search, self.sidebar, self.board]

    def _show_elsewhere(self) -> None:
        """Stories that are found but not in this view are a click away: among those of all desks."""
        whole = next(view for view in self.views if view.key == ALL)
        found = tallies_of(whole, self._found)
        number = sum(one.stories for one in found) - sum(one.stories for one in tallies_of(self.board.view, found))
        self.elsewhere.setVisible(bool(number))
        self.elsewhere.setText(count(number, "{n} more in all desks", "{n} more in all desks"))

    @Slot()
    def _fill_views(self) -> None:
        """What stands at the side where there is room: the views under their headings, with their numbers."""
        menu, numbers = self.board.head.views.menu(), count_views(self._tallies, self.views)
        menu.clear()
        for section in self._sections:
            menu.addSection(section.title)
            for view in section.views:
                entry = menu.addAction(f"{view.title}\t{numbers.get(view.key, 0) or ''}".replace("&", "&&"))
                entry.setCheckable(True)
                entry.setChecked(view.key == self.board.view.key)
                entry.triggered.connect(partial(self.sidebar.choose, view.key))

    @Slot()
    def _on_elsewhere(self) -> None:
        self.sidebar.choose(ALL)

    def _complete(self) -> None:
        """Offer the filters of the search with what they may say here."""
        facts = self._door.facts
        words = filter_words(facts.desks, facts.kinds, facts.logins)
        self.header.search.setCompleter(FilterCompleter(words, self.header.search))

    @Slot()
    def _on_minute(self) -> None:
        """What is due soon becomes late, and claims run out, while nobody does anything."""
        for column in self.board.columns:
            column.list.viewport().update()
        self.refresh()

    @Slot()
    def _show_totals(self) -> None:
        picked = self.board.selected()
        if len(picked) > 1:
            length = self.board.selected_words()
            total = " · ".join([stories(len(picked)), *([words(length)] if length is not None else [])])
            self.totals_changed.emit(tr("{total} selected").format(total=total))
            return
        shown = tallies_of(self.board.view, self._tallies)
        number, length = (sum(getattr(one, name) for one in shown) for name in ("stories", "words"))
        self.totals_changed.emit(f"{stories(number)} · {words(length)}")

    def _build(self) -> None:
        side = self._side
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setProperty("bar", "side")
        side.setFixedWidth(_SIDEBAR)
        self.sidebar.setAccessibleName(tr("Views"))
        inner = QVBoxLayout(side)
        inner.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        inner.addWidget(self.sidebar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.board, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(row, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The keyboard goes as one reads: along the header, down the views, along the choices, then over the cards."""
        header, board = self.header, self.board
        stops = [
            header.search, header.new_story, header.import_files, self.inbox, header.person, header.menu, self.sidebar,
            board.head.views, *board.head.choices, board.head.more, self.elsewhere, *self.switch.buttons,
            *board.card_columns.lists, board.listing,
        ]  # fmt: skip
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._on_view_chosen)
        self.board.picked.connect(self._show_totals)
        self.saved.chosen.connect(self.header.search.setText)
        self.header.searched.connect(self._on_searched)
        self.board.asked.connect(self._on_asked)
        self.board.cards_wanted.connect(self._on_cards_wanted)
        self.header.search_left.connect(self.board.take_focus)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.board.head.views.menu().aboutToShow.connect(self._fill_views)
        self._minute.timeout.connect(self._on_minute)
        self._door.facts_changed.connect(self._on_facts_changed)


@dataclass(frozen=True)
class ShownPart:
    """What a board shows, to be read again."""

    question: CardQuestion
    mark: ListMark | None
    """How things stood when its lists were read."""
    rows: Sequence[range]
    """Rows that are seen when there are other lists: in the first place those at the top of every column."""
    cards: Sequence[int]
    """Stories whose cards are seen."""


@dataclass(frozen=True)
class BoardNews:
    """Lists and cards as they are now; no lists when they are the same as before."""

    listing: CardListing | None
    batch: CardBatch


@dataclass(frozen=True)
class TableNews:
    """The stories of a list, and the cards of the first of them where they were asked for."""

    listing: TableListing
    batch: CardBatch


def read_table(newsroom: Newsroom, question: TableQuestion, mark: ListMark | None, first: bool) -> TableNews | None:
    """Read the `first` stories of a list with their cards, or all; None when they are those of the mark."""
    if first:
        listing = newsroom.story_table.read(question, _FIRST_LISTED)
        assert listing is not None
        return TableNews(listing, newsroom.cards.cards(listing.numbers[:_FIRST_SEEN]))
    if mark is not None and newsroom.story_table.read(question, 0, mark) is None:
        return None
    return TableNews(newsroom.story_table.read_all(question), CardBatch())


def read_board(newsroom: Newsroom, shown: ShownPart) -> BoardNews:
    """Read again what a board shows."""
    listing = newsroom.cards.read(shown.question, shown.mark)
    numbers = set(shown.cards)
    if listing is not None:
        first, *near = shown.rows
        for column, rows in zip(listing.columns, near, strict=False):
            numbers.update(chain(column.numbers[first.start : first.stop], column.numbers[rows.start : rows.stop]))
    return BoardNews(listing, newsroom.cards.cards(numbers, shown.question.search))


def read_cards(newsroom: Newsroom, numbers: Sequence[int], search: str) -> CardBatch:
    """Read the cards of some stories, with the hits of a search."""
    return newsroom.cards.cards(numbers, search)
