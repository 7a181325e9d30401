"""The board page: header, sidebar and board put together, and the cards kept fresh."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from db.newsroom import Newsroom
from db.story.card_news import CardMark, CardNews
from db.values import Account, StoryCard
from desktop.board.board import Board
from desktop.board.fit_measurement import FitMeasurement, lacks_depth
from desktop.board.header import Header
from desktop.board.search_field import FilterCompleter, Results, SavedSearches, filter_words, find
from desktop.board.sidebar import Sidebar
from desktop.board.views import ALL, Section, View, counts, desk_key, sections, view_of
from desktop.inbox.button import InboxButton
from desktop.localization import count, stories, tr, words
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor

_SIDEBAR = 54 * GRID
_MINUTE_MS = 30_000


class BoardPage(QWidget):
    """Everything but the story page."""

    totals_changed = Signal(str)
    """Content of the view, in words."""
    loaded = Signal()
    """Cards were read from the newsroom and are shown."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, actions: dict[str, QAction], menu: QMenu
    ) -> None:
        super().__init__()
        self._door, self._account = door, account
        self._by_number: dict[int, StoryCard] = {}
        self._mark: CardMark | None = None
        """How far the cards were read."""
        self._passing: set[int] = set()
        """Stories whose claim may run out, or whose depth may be known by now, without a record of it."""
        self._counts: dict[str, int] = {}
        self._home = account.desks
        """The person's own desks, by the names they have now."""
        self._found: frozenset[int] = frozenset()
        """Numbers of the stories that hold what is searched for."""
        self._sections: tuple[Section, ...] = sections(account, door.facts.desks)
        self._depths = FitMeasurement(door, account)
        self.inbox = InboxButton(door, account, theme)
        self.header = Header(theme, account, actions, menu, self.inbox)
        self.sidebar = Sidebar(theme)
        self.board = Board(theme, account, self._sections[0].views[0])
        self.saved = SavedSearches(door, account, theme, self.header.search.text)
        self.board.add_chip(self.saved, tr("Searches you or others have saved"))
        self.elsewhere = QPushButton()
        self.elsewhere.setProperty("kind", "chip")
        self.elsewhere.hide()
        self.board.add_button(self.elsewhere)
        self._complete()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._build()
        self._connect()

    @property
    def views(self) -> list[View]:
        """All views of the sidebar."""
        return [view for section in self._sections for view in section.views]

    @property
    def cards(self) -> Sequence[StoryCard]:
        """All stories of the newsroom, as last read."""
        return tuple(self._by_number.values())

    def start(self, key: str) -> None:
        """Show the view of this key, or else the person's own work; read the cards."""
        self.sidebar.set_sections(self._sections, key)
        self._minute.start()
        self.refresh()
        self.inbox.refresh()
        self.saved.refresh()

    def refresh(self, *, anew: bool = False) -> None:
        """Read the cards that have changed since they were read, or all of them `anew`."""
        if anew:
            self._mark = None  # until all are there: a later question takes the place of this one
        self._door.read(card_news, self._mark, frozenset(self._passing), on_done=self._on_read, key="cards")

    @Slot()
    def _on_facts_changed(self) -> None:
        """There may be other desks, kinds and people; the view stays."""
        self._complete()
        before, now = self.desks(), list(self._door.facts.desks)
        if now != before:
            renamed = dict(zip(before, now, strict=False))  # desks stand in the order they were made, and stay
            self._home = tuple(renamed.get(desk, desk) for desk in self._home)
            view = self.board.view
            key = desk_key(renamed[view.title]) if view.of_desk else view.key
            self._sections = sections(replace(self._account, desks=self._home), now)
            self.sidebar.set_sections(self._sections, key)
            self._counts = counts(self.cards, self.views)
            self.sidebar.set_counts(self._counts)

    def reveal(self, story_id: int) -> None:
        """Select a story where it is shown, or else in the view it belongs to, where nothing is searched for then."""
        card = self._by_number.get(story_id)
        if card is None or self.board.choose(story_id):
            return
        self.header.search.clear()
        self.sidebar.choose(self.view_with(card).key)
        self.board.choose(story_id)

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

    def _on_read(self, news: CardNews) -> None:
        """Show what is other than it was: of a hundred thousand stories only those are looked at again."""
        known = {} if news.whole else self._by_number
        fresh = [card for card in news.cards if known.get(card.id) != card]
        self._mark = news.mark
        passing = {card.id for card in fresh if card.claim or lacks_depth(card)}
        self._passing = passing if news.whole else self._passing - {card.id for card in fresh} | passing
        before = [known[card.id] for card in fresh if card.id in known]
        known.update((card.id, card) for card in fresh)
        self._by_number = known
        if news.whole:
            self._counts = counts(fresh, self.views)
            self._show_cards(None)
        elif fresh:
            self._count_again(before, fresh)
            self._show_cards([*before, *fresh])
        self._depths.measure(fresh)
        self.loaded.emit()

    def _count_again(self, before: Sequence[StoryCard], after: Sequence[StoryCard]) -> None:
        """The numbers of the views with these cards in place of what they were."""
        gone, come = counts(before, self.views), counts(after, self.views)
        self._counts = {key: number - gone[key] + come[key] for key, number in self._counts.items()}

    def _show_cards(self, changed: Sequence[StoryCard] | None) -> None:
        """Show all cards, or what has changed of those in view."""
        self.board.set_cards(self.cards, changed)
        self.sidebar.set_counts(self._counts)
        if changed is None or any(map(self.board.view.wanted, changed)):
            self._show_totals()

    @Slot(object)
    def _on_view_chosen(self, view: View) -> None:
        self.board.set_view(view)
        self._show_elsewhere()
        self._show_totals()

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        """At once by what cards show, and a moment later by what stands in the stories."""
        self.board.set_search(text)
        self._found = frozenset()
        self._show_elsewhere()
        if text.strip():
            found = partial(self._on_found, text)
            self._door.read(find, text, self.board.by_relevance, on_done=found, key="search")

    def _on_found(self, text: str, found: Results) -> None:
        self.board.set_found(text, found)
        self._found = found.numbers
        self._show_elsewhere()

    def _show_elsewhere(self) -> None:
        """Stories that are found but not in this view are a click away: among those of all desks."""
        whole = next(view for view in self.views if view.key == ALL)
        found = (self._by_number[number] for number in self._found if number in self._by_number)
        others = [one for one in found if whole.wanted(one)]
        number = sum(not self.board.view.wanted(one) for one in others)
        self.elsewhere.setVisible(bool(number))
        self.elsewhere.setText(count(number, "{n} more in all desks", "{n} more in all desks"))

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
        """What is due soon becomes late while nobody does anything."""
        for column in self.board.columns:
            column.list.viewport().update()

    @Slot()
    def _show_totals(self) -> None:
        picked = self.board.selected()
        cards = picked if len(picked) > 1 else [card for card in self.cards if self.board.view.wanted(card)]
        total = f"{stories(len(cards))} · {words(sum(card.words for card in cards))}"
        self.totals_changed.emit(tr("{total} selected").format(total=total) if cards is picked else total)

    def _build(self) -> None:
        side = QWidget()
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
            *board.choices, self.elsewhere, *board.lists,
        ]  # fmt: skip
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._on_view_chosen)
        self.board.picked.connect(self._show_totals)
        self.saved.chosen.connect(self.header.search.setText)
        self.header.searched.connect(self._on_searched)
        self.board.search_wanted.connect(self._on_searched)
        self.header.search_left.connect(self.board.take_focus)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self._minute.timeout.connect(self._on_minute)
        self._door.facts_changed.connect(self._on_facts_changed)


def card_news(newsroom: Newsroom, since: CardMark | None, also: Collection[int]) -> CardNews:
    """The cards that have changed since they were read, and those named; all of them when none were read."""
    return newsroom.stories.news(since, also)
