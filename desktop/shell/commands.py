"""What the command palette offers: acts with their keys, moves, views, people, searches, settings, stories."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db.newsroom import Newsroom
from db.stages import Move, Role
from db.values import Account, StoryCard
from desktop.board.search_field import saved_searches
from desktop.language import Language
from desktop.localization import tr, worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.actions import SIGNS
from desktop.shell.card_moves import MOST_MOVED, Offered, options
from desktop.shell.page_stack import PageStack
from desktop.shell.palette import Palette, PaletteEntry
from desktop.widgets.move_menu import MOVE_KEYS, TITLES, of_all, title

_FOUND = 12
"""Stories that are looked for: more than are seen beside what else fits."""
_UNNAMED = frozenset({"palette"})
"""The act that has opened it."""


_ALSO = {Language.CHINESE.value: "Chinese language", Language.ENGLISH.value: "language 语言"}
"""Words by which a language is found by whoever cannot read the one that the window speaks, or type its name."""


@dataclass(frozen=True)
class CommandSources:
    """The parts of the window that the palette offers something of."""

    actions: Mapping[str, QAction]
    pages: PageStack
    show_settings: Callable[[str], None]
    choices: Sequence[QMenu] = ()
    """Menus of which one entry holds at a time: theme and language."""


class Commands(QObject):
    """Opens the palette over the window."""

    story_wanted = Signal(int)
    """Number of the story to open."""
    move_wanted = Signal(object, object)
    """Move and list[StoryCard]"""
    board_wanted = Signal()
    """The board is to be shown."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, sources: CommandSources, window: QWidget
    ) -> None:
        super().__init__(window)
        self._door, self._account, self._theme, self._sources, self._window = door, account, theme, sources, window

    @Slot()
    def open(self) -> None:
        """Show the palette; what is to be asked of the newsroom comes a moment later."""
        on_board = self._sources.pages.on_board
        entries = [*self._acts(), *(self._views() if on_board else self._story_acts()), *self._settings()]
        entries += self._choices()
        entries += [] if on_board else self._views()
        palette = Palette(self._theme, entries, self._window)
        palette.typed.connect(partial(self._look_for, palette))
        self._door.read(read_people, self._account.login, on_done=partial(self._add_people, palette), key="people")
        picked = self._sources.pages.board.board.selected() if on_board else []
        if not on_board:
            palette.add(list(self._moves_of_open()))
        elif 0 < len(picked) <= MOST_MOVED:
            add = partial(self._add_moves, palette)
            self._door.read(options, picked, self._account, on_done=add, key="palette")

    # what is known at once

    def _acts(self) -> Iterator[PaletteEntry]:
        """The acts of the window, those that cannot be done now with the reason."""
        for name, action in self._sources.actions.items():
            if name not in _UNNAMED:
                why = "" if action.isEnabled() else action.toolTip() or tr("Not here")
                yield replace(_entry_of(action, why), sign=SIGNS[name])

    def _story_acts(self) -> Iterator[PaletteEntry]:
        """What the open story has in its menus and on its buttons, with the keys."""
        for action in self._sources.pages.story.findChildren(QAction):
            if action.text() and action.menu() is None and not action.isSeparator() and action.shortcut().toString():
                yield _entry_of(action, "" if action.isEnabled() else action.toolTip() or tr("Not here"))

    def _moves_of_open(self) -> Iterator[PaletteEntry]:
        """The moves of the open story, with what is typed in it."""
        story, header = self._sources.pages.story.story, self._sources.pages.story.header
        for option in header.options if story is not None else ():
            run = partial(header.move_requested.emit, option)
            words = f"{title(option)} {story.slug}" if story else ""
            yield PaletteEntry(words, run, MOVE_KEYS[option.move], TITLES[option.move][1], worded(option.reason))

    def _views(self) -> Iterator[PaletteEntry]:
        for view in self._sources.pages.board.views:
            yield PaletteEntry(view.heading, partial(self._show_view, view.key), tr("View"), "newspaper")

    def _settings(self) -> Iterator[PaletteEntry]:
        from desktop.preferences.dialog import PAGES

        for page in PAGES:
            if self._account.role is Role.CHIEF or not page.for_chief:
                words = tr("Settings: {page}").format(page=tr(page.title))
                yield PaletteEntry(words, partial(self._sources.show_settings, page.name), tr("Settings"), "settings-2")

    def _choices(self) -> Iterator[PaletteEntry]:
        """What can be chosen at once, such as the language: whoever cannot read the one there is types its name."""
        for menu in self._sources.choices:
            for action in menu.actions():
                words = f"{menu.title()}: {action.text()}".replace("&", "")
                also = _ALSO.get(action.data(), "")
                yield PaletteEntry(words, action.trigger, tr("Settings"), "settings-2", words=also)

    # what the newsroom is asked for

    def _add_moves(self, palette: Palette, offered: Offered) -> None:
        """The moves of what is selected."""
        cards = [card for card, _ in offered]
        entries = []
        for move in Move:
            found = [option for _, many in offered for option in many if option.move is move and option.shown]
            able = [option for option in found if option.allowed]
            if able or (found and len(cards) == 1):
                subject = cards[0].slug if len(cards) == 1 else of_all(len(able), len(cards))
                run = partial(self.move_wanted.emit, move, cards)
                why = "" if able else worded(found[0].reason)
                words = f"{title((able or found)[0])} {subject}"
                entries.append(PaletteEntry(words, run, MOVE_KEYS[move], TITLES[move][1], why))
        palette.add(entries)

    def _add_people(self, palette: Palette, found: "PeopleAndSearches") -> None:
        people = [
            PaletteEntry(
                tr("Stories by {name}").format(name=one.name), partial(self._search, f"by:{one.login} "), tr("Person"),
                "user", words=one.login,
            )
            for one in found.people
        ]  # fmt: skip
        searches = [
            PaletteEntry(name, partial(self._search, asked), tr("Saved search"), "search")
            for name, asked in found.searches.items()
        ]
        palette.append([*searches, *people])

    def _look_for(self, palette: Palette, asked: str) -> None:
        show = partial(self._show_stories, palette, asked)
        self._door.read(find_stories, asked, on_done=show, key="palette stories")

    def _show_stories(self, palette: Palette, asked: str, cards: Sequence[StoryCard]) -> None:
        entries = [
            PaletteEntry(
                f"{card.slug} · {card.headline or tr('No headline yet')}", partial(self.story_wanted.emit, card.id),
                f"{tr(card.stage.value)} · {card.desk}", "file-text",
            )
            for card in cards
        ]  # fmt: skip
        palette.show_stories(asked, entries)

    # what is done

    def _show_view(self, key: str) -> None:
        self.board_wanted.emit()
        self._sources.pages.board.sidebar.choose(key)

    def _search(self, asked: str) -> None:
        self.board_wanted.emit()
        self._sources.pages.board.search_everywhere(asked)


@dataclass(frozen=True)
class PeopleAndSearches:
    """What the palette asks the newsroom for when it opens."""

    people: Sequence[Account]
    searches: Mapping[str, str]


def read_people(newsroom: Newsroom, login: str) -> PeopleAndSearches:
    """Those who write or edit here, and the searches somebody can choose from."""
    return PeopleAndSearches(newsroom.accounts.all(active_only=True), saved_searches(newsroom, login).by_name)


def find_stories(newsroom: Newsroom, asked: str) -> list[StoryCard]:
    """The newest stories that hold what is being typed."""
    return [hit.card for hit in newsroom.search.find(f"{asked}*", limit=_FOUND, snippets=False).hits]


def _entry_of(action: QAction, why: str) -> PaletteEntry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = action.text().replace("&", "")
    return PaletteEntry(words, action.trigger, keys, why_not=why, words=action.toolTip())
