"""Which stories a view of the board shows, in which columns, in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.acts import Act, why_never
from db.stages import OPEN_STAGES, Role, Stage
from db.story.card_lists import AnyOf, CardFilter, CardGroup, CardOrder, CardQuestion, Tally, takes
from db.story.story_table import TableQuestion
from db.values import Account, StoryCard
from desktop.localization import tr

_DESK = "desk:"
ALL = "desks"
"""The key of the view of all desks."""


@dataclass(frozen=True)
class BoardColumn:
    """One column of a view: its title, the role of its colour, which cards it takes, what it says when empty."""

    title: str
    role: str
    wanted: CardFilter
    empty: str

    @property
    def stage(self) -> Stage | None:
        """The stage that all of it is of; None where columns part one stage."""
        one = len(self.wanted.stages) == 1 and self.wanted.exported is None
        return self.wanted.stages[0] if one else None

    @property
    def approved(self) -> bool:
        """Whether all its stories are approved."""
        return self.wanted.stages == (Stage.PUBLISH,)


@dataclass(frozen=True)
class View:
    """An entry of the sidebar."""

    key: str
    """Stable name, kept in the settings: `mine`, `desk:City` …"""
    title: str
    """In the sidebar."""
    heading: str
    """Above the board."""
    wanted: AnyOf
    columns: tuple[BoardColumn, ...]

    def holds(self, card: StoryCard) -> bool:
        """Whether it shows a story."""
        return takes(self.wanted, CardGroup.of(card))

    @property
    def of_desk(self) -> bool:
        """Whether it shows the stories of one desk."""
        return self.key.startswith(_DESK)


@dataclass(frozen=True)
class Section:
    """Views under one heading of the sidebar."""

    title: str
    views: tuple[View, ...]


SORT_TITLES = {
    CardOrder.DUE: "By due time",
    CardOrder.CHANGED: "By last change",
    CardOrder.SLUG: "By slug",
    CardOrder.LENGTH: "By length",
    CardOrder.RELEVANCE: "By relevance",
}


@dataclass(frozen=True)
class ViewChoice:
    """The part of a view that is shown: order, words to search for, and one writer's login, or anyone when empty."""

    sort: CardOrder = CardOrder.DUE
    search: str = ""
    writer: str = ""


def home_key(account: Account) -> str:
    """Key of the view in which a person begins who has not been here: that of their desk, or what waits for print."""
    if account.role is Role.PRODUCTION:
        return "print"
    return desk_key(account.desks[0]) if account.desks else ALL


def question_of(view: View, choice: ViewChoice, account: Account) -> CardQuestion:
    """What the newsroom is to be asked for a view."""
    writer: tuple[AnyOf, ...] = ((CardFilter(writer=choice.writer),),) if choice.writer else ()
    columns = tuple((view.wanted, (column.wanted,), *writer) for column in view.columns)
    return CardQuestion(columns, choice.sort, _searched(choice), account.login)


def table_question_of(view: View, choice: ViewChoice, account: Account) -> TableQuestion:
    """What the newsroom is to be asked for the list of a view, in whatever order."""
    writer: tuple[AnyOf, ...] = ((CardFilter(writer=choice.writer),),) if choice.writer else ()
    return TableQuestion((view.wanted, *writer), search=_searched(choice), login=account.login)


def _searched(choice: ViewChoice) -> str:
    """What is to be searched for: the last word may still be being typed."""
    typed = choice.search if choice.search.endswith((" ", '"')) else f"{choice.search}*"
    return typed if choice.search.strip() else ""


def _in_stage(*stages: Stage) -> CardFilter:
    return CardFilter(stages=stages)


def _column(stage: Stage, role: str, empty: str) -> BoardColumn:
    return BoardColumn(tr(stage.value), role, _in_stage(stage), tr(empty))


def path_columns(role: Role) -> tuple[BoardColumn, ...]:
    """Draft, Edit, Publish, as somebody in this role sees them."""
    drafts = "No drafts here. Start one with Ctrl+N, or drop a text file on the window."
    if why_never(Act.CREATE, role):
        drafts = "No drafts here. Stories that reporters begin come here."
    return (
        _column(Stage.DRAFT, "draft", drafts),
        _column(Stage.EDIT, "edit", "Nothing waits for an editor. Stories that are submitted come here."),
        _column(Stage.PUBLISH, "publish", "Nothing is approved yet. Stories that an editor approves come here."),
    )


def print_columns() -> tuple[BoardColumn, ...]:
    """Approved stories, before and after their export."""
    return (
        BoardColumn(
            tr("To export"), "publish", CardFilter(stages=(Stage.PUBLISH,), exported=False),
            tr("Nothing waits for export. Approved stories come here."),
        ),
        BoardColumn(
            tr("Exported"), "off_path", CardFilter(stages=(Stage.PUBLISH,), exported=True),
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
    path = path_columns(account.role)
    everything = View(ALL, tr("All desks"), tr("All desks"), (_OPEN,), path)
    of_desks = tuple(_desk_view(desk, path) for desk in desks)
    ready = View("print", tr("Ready for print"), tr("Ready for print"), (_in_stage(Stage.PUBLISH),), print_columns())
    left = (_in_stage(Stage.SPIKED, Stage.KILLED),)
    off = View("off", tr("Spiked and killed"), tr("Spiked and killed"), left, off_path_columns())
    return (
        Section(tr("Mine"), (View("mine", tr("My work"), tr("My work"), _mine(account), path),)),
        Section(tr("Desks"), (everything, *of_desks)),
        Section(tr("Print"), (ready,)),
        Section(tr("Off the path"), (off,)),
    )


def desk_key(desk: str) -> str:
    """The key of the view of a desk."""
    return f"{_DESK}{desk}"


def followed_key(key: str, before: Sequence[str], now: Sequence[str]) -> str:
    """The key of a view now that desks may have other names: they stand in the order they were made, and stay."""
    renamed = {desk_key(old): desk_key(new) for old, new in zip(before, now, strict=False)}
    return renamed.get(key, key)


def count_views(tallies: Iterable[Tally], views: Iterable[View]) -> dict[str, int]:
    """Number of stories in each view, by its key."""
    known = tuple(tallies)
    return {view.key: sum(one.stories for one in tallies_of(view, known)) for view in views}


def tallies_of(view: View, tallies: Iterable[Tally]) -> list[Tally]:
    """Those of the groups that a view shows."""
    return [one for one in tallies if takes(view.wanted, one.group)]


def view_of(card: StoryCard, views: Sequence[View], current: View) -> View:
    """The view to show a card in: the current one if it holds the card, else the first of the others that does."""
    return next((view for view in (current, *views) if view.holds(card)), current)


_OPEN = CardFilter(stages=OPEN_STAGES)


def _mine(account: Account) -> AnyOf:
    """What this person has to do: what they write or hold, what waits for them as an editor, or for print."""
    own = CardFilter(stages=OPEN_STAGES, writer=account.login), CardFilter(stages=OPEN_STAGES, holder=account.login)
    return (*own, *_waiting_for(account))


def _waiting_for(account: Account) -> AnyOf:
    """What waits for somebody of this role and desk; an editor of no desk is one of all."""
    if account.role.edits:
        return (CardFilter(stages=(Stage.EDIT,), desks=account.desks),)
    return (CardFilter(stages=(Stage.PUBLISH,), exported=False),) if account.role is Role.PRODUCTION else ()


def _desk_view(desk: str, columns: tuple[BoardColumn, ...]) -> View:
    heading = tr("{desk} desk").format(desk=desk)
    return View(desk_key(desk), desk, heading, (CardFilter(stages=OPEN_STAGES, desks=(desk,)),), columns)
