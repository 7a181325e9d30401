"""Request for an export as plain values; and the work itself, done off the main thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from db.newsroom import Newsroom
from db.values import Account, StoryCard
from exports import PDF, Flavour

if TYPE_CHECKING:
    from desktop.press.batch import Batched


@dataclass(frozen=True)
class StoryChoice:
    """Some stories that may be exported together."""

    title: str
    cards: Sequence[StoryCard]


@dataclass(frozen=True)
class ExportRequest:
    """One run, as it was filled in."""

    stories: Sequence[int]
    folder: Path
    kind: str = PDF
    """The name of the exporter."""
    layout: str = ""
    """A format's name; each story's own when empty."""
    flavour: Flavour | Literal[""] = ""
    """PDF/X standard, that of each format when empty."""
    marks: bool = True
    """Crop and registration marks and the colour bar, where the format has them."""
    one_file: str = ""
    """The name of the one file all go into; a file each when empty."""
    run_in: bool = False


def carry_out(
    newsroom: Newsroom, request: ExportRequest, actor: Account, called_off: Event, *, progress: Callable[[float], None]
) -> "Batched":
    """Export what is wished, until it is called off. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press.batch import Batch, export_many
    from desktop.press.service import ExportOptions

    how = ExportOptions(request.kind, request.layout, request.flavour, request.marks)
    batch = Batch(how, request.one_file, request.run_in)
    return export_many(
        newsroom, request.stories, request.folder, batch, actor=actor, progress=progress, cancelled=called_off.is_set
    )
