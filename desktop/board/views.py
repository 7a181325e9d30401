"""Which stories a view of the board shows, in which columns, in which order. Pure: cards in, columns out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from db.fields import SEARCHED
from db.stages import OPEN_STAGES, Role, Stage
from db.text.folding import fold
from db.values import Account, StoryCard
from desktop.localization import tr

Wanted = Callable[[StoryCard], bool]
_DESK = "desk:"
ALL = "desks"
"""The key of the view of all desks."""
_FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class BoardColumn:
    """One column of a view: its title, the role of its colour, which cards it takes, what it says when empty."""

    title: str
    role: str
    wanted: Wanted
    empty: str


@dataclass(frozen=True)
class View:
    """An entry of the sidebar."""

    key: str
    """Stable name, kept in the settings: `mine`, `desk:City` …"""
    title: str
    """In the sidebar."""
    heading: str
    """Above the board."""
    wanted: Wanted
    columns: tuple[BoardColumn, ...]

    @property
    def of_desk(self) -> bool:
        """Whether it shows the stories of one desk."""
        return self.key.startswith(_DESK)


@dataclass(frozen=True)
class Section:
    """Views under one heading of the sidebar."""

    title: str
    views: tuple[View, ...]


class Sort(StrEnum):
    """The order of cards in a column."""

    DUE = "due"
    CHANGED = "changed"
    SLUG = "slug"
    LENGTH = "length"
    RELEVANCE = "relevance"


SORT_TITLES = {
    Sort.DUE: "By due time",
    Sort.CHANGED: "By last change",
    Sort.SLUG: "By slug",
    Sort.LENGTH: "By length",
    Sort.RELEVANCE: "By relevance",
}

_SORT_KEYS: dict[Sort, Callable[[StoryCard], tuple[object, ...]]] = {
    Sort.DUE: lambda card: (card.due or _FAR, -card.changed.timestamp(), card.id),
    Sort.CHANGED: lambda card: (-card.changed.timestamp(), card.id),
    Sort.SLUG: lambda card: (card.slug, card.id),
    Sort.LENGTH: lambda card: (-card.words, card.slug, card.id),
    Sort.RELEVANCE: lambda card: (-card.changed.timestamp(), card.id),
}


@dataclass(frozen=True)
class ViewChoice:
    """The part of a view that is shown: order, words to search for, and one writer's login, or anyone when empty."""

    sort: Sort = Sort.DUE
    search: str = ""
    writer: str = ""
    found: frozenset[int] = frozenset()
    """Numbers of the stories that hold what is searched for somewhere in their text."""
    places: Mapping[int, int] = field(default_factory=dict)
    """By number the places of the stories that were found, the best first, when they are in order of relevance."""


def arrange(cards: Iterable[StoryCard], view: View, choice: ViewChoice) -> list[list[StoryCard]]:
    """The cards of each column of a view, in order."""
    terms = fold(choice.search).split()
    wanted = [card for card in cards if view.wanted(card) and _chosen(card, choice, terms)]
    wanted.sort(key=_SORT_KEYS[choice.sort])
    if choice.sort is Sort.RELEVANCE:
        wanted.sort(key=lambda card: choice.places.get(card.id, len(choice.places)))
    return [[card for card in wanted if column.wanted(card)] for column in view.columns]


def matches(card: StoryCard, terms: Sequence[str]) -> bool:
    """Whether every term, folded, occurs in a field that is searched or in the writer's name."""
    text = fold("\n".join((*(getattr(card, one.name) for one in SEARCHED), card.writer_name)))
    return all(term in text for term in terms)


def _chosen(card: StoryCard, choice: ViewChoice, terms: Sequence[str]) -> bool:
    found = not terms or card.id in choice.found or matches(card, terms)
    return found and (not choice.writer or card.writer == choice.writer)


def _in_stage(stage: Stage) -> Wanted:
    return lambda card: card.stage is stage


def _column(stage: Stage, role: str, empty: str) -> BoardColumn:
    return BoardColumn(tr(stage.value), role, _in_stage(stage), tr(empty))


def path_columns() -> tuple[BoardColumn, ...]:
    """Draft, Edit, Publish."""
    return (
        _column(Stage.DRAFT, "draft", "No drafts here. Start one with Ctrl+N, or drop a text file on the window."),
        _column(Stage.EDIT, "edit", "Nothing waits for an editor. Stories that are submitted come here."),
        _column(Stage.PUBLISH, "publish", "Nothing is approved yet. Stories that an editor approves come here."),
    )


def print_columns() -> tuple[BoardColumn, ...]:
    """Approved stories, before and after their export."""
    return (
        BoardColumn(
            tr("To export"), "publish", lambda card: card.exported is None,
            tr("Nothing waits for export. Approved stories come here."),
        ),
        BoardColumn(
            tr("Exported"), "off_path", lambda card: card.exported is not None,
            tr("Nothing has been exported yet. Select an approved story and press Ctrl+Shift+E."),
        ),
    )  # fmt: skip


def off_path_columns() -> tuple[BoardColumn, ...]:
    """Stories that were taken off the path."""
    return (
        _column(Stage.SPIKED, "off_path", "Nothing is spiked. A spiked story keeps its text and can be restored."),
        _column(Stage.KILLED, "bad", "Nothing was killed."),
    )


def sections(account: Account, desks: Sequence[str]) -> tuple[Section, ...]:
    """The sidebar of one person."""
    path = path_columns()
    everything = View(ALL, tr("All desks"), tr("All desks"), _open, path)
    of_desks = tuple(_desk_view(desk, path) for desk in desks)
    ready = View("print", tr("Ready for print"), tr("Ready for print"), _in_stage(Stage.PUBLISH), print_columns())
    off = View(
        "off", tr("Spiked and killed"), tr("Spiked and killed"), lambda card: not _open(card), off_path_columns()
    )
    return (
        Section(tr("Mine"), (View("mine", tr("My work"), tr("My work"), _mine(account), path),)),
        Section(tr("Desks"), (everything, *of_desks)),
        Section(tr("Print"), (ready,)),
        Section(tr("Off the path"), (off,)),
    )


def desk_key(desk: str) -> str:
    """The key of the view of a desk."""
    return f"{_DESK}{desk}"


def counts(cards: Sequence[StoryCard], views: Iterable[View]) -> dict[str, int]:
    """Number of stories in each view, by its key."""
    return {view.key: sum(map(view.wanted, cards)) for view in views}


def view_of(card: StoryCard, views: Sequence[View], current: View) -> View:
    """The view to show a card in: the current one if it holds the card, else the first of the others that does."""
    return next((view for view in (current, *views) if view.wanted(card)), current)


def _open(card: StoryCard) -> bool:
    return card.stage in OPEN_STAGES


def _mine(account: Account) -> Wanted:
    """What this person has to do: what they write or hold, what waits for them as an editor, or for print."""

    def wanted(card: StoryCard) -> bool:
        own = card.writer == account.login or _holds(card, account.login)
        return _open(card) and (own or _waits_for(card, account))

    return wanted


def _waits_for(card: StoryCard, account: Account) -> bool:
    """Whether a story waits for somebody of this role and desk; an editor of no desk is one of all."""
    if account.role.edits:
        return card.stage is Stage.EDIT and (not account.desks or card.desk in account.desks)
    return account.role is Role.PRODUCTION and card.stage is Stage.PUBLISH and card.exported is None


def _holds(card: StoryCard, login: str) -> bool:
    return card.claim is not None and card.claim.login == login


def _desk_view(desk: str, columns: tuple[BoardColumn, ...]) -> View:
    heading = tr("{desk} desk").format(desk=desk)
    return View(desk_key(desk), desk, heading, lambda card: _open(card) and card.desk == desk, columns)
