"""The columns of the list: what each says of a story, how wide it is, what it is sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from db.stages import Stage
from db.story.story_table import TableColumn
from db.values import StoryCard
from desktop.board import facts
from desktop.localization import count, day_and_time, tr

Said = Callable[[StoryCard, datetime], str]


def _plain(_card: StoryCard, _now: datetime) -> str:
    return "text"


def _muted(_card: StoryCard, _now: datetime) -> str:
    return "muted"


@dataclass(frozen=True)
class ListColumn:
    """One column of the list."""

    by: TableColumn
    title: str
    width: int
    """Pixels at 100 % that it has until a person gives it others."""
    text: Said
    role: Said = _plain
    """Role of the colour its words have."""
    right: bool = False
    """Whether its words stand at the right end, as numbers do."""
    printed: bool = False
    """Whether they stand in the face of the paper."""
    largest_first: bool = False
    """Whether one who sorts by it looks for the largest, or the newest, first."""
    at_first: bool = True
    """Whether it is shown until a person hides it."""


def _headline(card: StoryCard, _now: datetime) -> str:
    return card.headline or tr("No headline yet")


def _fit(card: StoryCard, _now: datetime) -> str:
    """How far it is over or under its length, in words."""
    fill = facts.bar(card)
    if fill is None:
        return ""
    return facts.over(fill) or (count(-fill.over, "{n} line left", "{n} lines left") if fill.over else tr("fits"))


def _due(card: StoryCard, now: datetime) -> str:
    if card.due is None:
        return ""
    waits = card.stage in (Stage.DRAFT, Stage.EDIT)
    return facts.due_badge(card.due, now).text if waits else day_and_time(card.due, now)


def _due_role(card: StoryCard, now: datetime) -> str:
    waits = card.due is not None and card.stage in (Stage.DRAFT, Stage.EDIT)
    return facts.due_badge(card.due, now).role if waits and card.due else "muted"


_STAGE_ROLES = {
    Stage.DRAFT: "draft", Stage.EDIT: "edit", Stage.PUBLISH: "publish", Stage.SPIKED: "off_path", Stage.KILLED: "bad",
}  # fmt: skip

COLUMNS = (
    ListColumn(TableColumn.SLUG, "Slug", 125, lambda card, _now: card.slug, _muted),
    ListColumn(TableColumn.HEADLINE, "Headline", 265, _headline, printed=True),
    ListColumn(
        TableColumn.STAGE, "Stage", 70, lambda card, _now: tr(card.stage.value),
        lambda card, _now: _STAGE_ROLES[card.stage],
    ),
    ListColumn(TableColumn.DESK, "Desk", 80, lambda card, _now: card.desk),
    ListColumn(TableColumn.WRITER, "Writer", 100, lambda card, _now: card.writer_name),
    ListColumn(TableColumn.WORDS, "Words", 65, lambda card, _now: f"{card.words:,}", right=True, largest_first=True),
    ListColumn(
        TableColumn.OVER, "Length", 100, _fit,
        lambda card, _now: "bad" if (fill := facts.bar(card)) and fill.over > 0 else "muted",
        largest_first=True,
    ),
    ListColumn(TableColumn.DUE, "Due", 115, _due, _due_role),
    ListColumn(
        TableColumn.CHANGED, "Changed", 85, lambda card, now: day_and_time(card.changed, now), _muted,
        largest_first=True,
    ),
    ListColumn(TableColumn.KIND, "Kind", 90, lambda card, _now: card.kind, at_first=False),
)  # fmt: skip
"""In the order in which they stand until a person moves them."""
