"""Meeting place of newsroom and press: work on a story that window and command line share. No Qt."""

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import tzinfo
from pathlib import Path
from typing import Any, Literal

from db.acts import Act
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.partial_files import new_partial, put_in_place, remove_abandoned
from db.stages import Move
from db.story.exported import WrittenFile
from db.values import Account, Problem, Revision, Story, StoryCard, StoryText
from desktop.press.format_folders import format_of, own_formats
from desktop.press.unrecorded import HandoverNote
from exports import PDF, Flavour, Order, export_story, exporter, preview
from exports.formats import MM, Format, format_names, load_format
from exports.preflight import preflight_of
from exports.typeset import fit_of
from exports.typeset.sheet import Fit


@dataclass(frozen=True)
class ExportOptions:
    """Options of an export: `layout` is a format's name, the story's own when empty."""

    kind: str = PDF
    layout: str = ""
    flavour: Flavour | Literal[""] = ""
    """PDF/X standard, that of the format when empty."""
    marks: bool = True
    """Crop and registration marks and the colour bar, where the format has them."""

    def flavour_in(self, fmt: Format) -> Flavour:
        """The PDF/X to be written in a format."""
        return self.flavour or fmt.flavour

    def marked(self, fmt: Format) -> Format:
        """The format with or without marks outside the page."""
        return fmt if self.marks else replace(fmt, marks=False)


def dated(story: Story, zone: tzinfo | None) -> Story:
    """The story as it is set: its page line has the day it is due on the calendar of the newsroom."""
    return replace(story, due=story.due.astimezone(zone)) if story.due else story


def order_of(newsroom: Newsroom, story: Story, how: ExportOptions | None = None) -> Order:
    """The order of a clean file of a story. Its originals are read here, once for all that is asked of it.

    Raises NewsroomError when there is no format of that name.
    """
    how = how or ExportOptions()
    fmt = how.marked(format_of(newsroom, story, how.layout))
    shown = dated(story, newsroom.zone)
    return Order(shown, fmt, newsroom.pictures.of(story.body), newsroom.clock(), how.flavour_in(fmt))


def problems(newsroom: Newsroom, story: Story, layout: str = "") -> list[Problem]:
    """Findings of preflight in a story, and limits of its desk that it does not keep; blockers first."""
    return problems_in(newsroom, order_of(newsroom, story, ExportOptions(layout=layout)))


def problems_in(newsroom: Newsroom, order: Order) -> list[Problem]:
    """Findings in the story of an order, as `problems` gives them; it is set once for all that is asked of that."""
    return with_own_rules(newsroom, order.story, preflight_of(order.layout, order.originals))


def with_own_rules(newsroom: Newsroom, story: Story, found: Sequence[Problem]) -> list[Problem]:
    """Findings of preflight, and the newsroom's own rules that a story breaks: limits, house style; blockers first."""
    own = (*newsroom.limits.check(story), *newsroom.stylebook.check(story), *newsroom.checks.problems(story))
    return sorted([*found, *own], key=lambda problem: not problem.blocks)


def file_problems(path: Path, place: str, layout: str = "", flavour: Flavour | None = None) -> list[Problem]:
    """Verdict of a printer on a PDF, by the limits of a format.

    Without a name it is the format the file says it was made in, else one that coated paper takes: 300 % ink, 200 ppi.
    """
    from exports.pdf.check import found_within_bounds

    return found_within_bounds(_file_problems, path, place, layout, flavour, name=path.name)


_INK_LIMIT, _MIN_PPI = 300, 200
"""Per cent of ink and pixels per inch that a PDF of no known format is held to: what coated paper takes, and what looks
sharp in the screen of a magazine. A file for newsprint is told so when its format is named.
"""


@dataclass(frozen=True)
class PressDemands:
    """What a PDF is held to."""

    flavour: Flavour
    layout: str = ""
    """Name of the format it is made in; empty for one that is not known."""
    ink_limit: float = _INK_LIMIT
    min_ppi: int = _MIN_PPI
    bleed: float | None = None
    """Millimetres; None: as much as any press asks for."""


def press_demands(source: bytes | Path, own: Path, layout: str = "", flavour: Flavour | None = None) -> PressDemands:
    """What a PDF is held to: a format's limits, by its name or by what the file says of itself.

    `own` is the folder of the newsroom's own formats. Raises NewsroomError when there is no format of that name.
    """
    from exports.pdf.check import read_claims

    claims = read_claims(source)
    wanted = flavour or claims.flavour
    name = layout or (claims.format if claims.format in format_names(own) else "")
    if not name:
        return PressDemands(wanted)
    fmt = load_format(name, own)
    return PressDemands(wanted, name, fmt.ink_limit, fmt.min_ppi, fmt.bleed / MM)


def problems_by(source: bytes | Path, wanted: PressDemands) -> list[Problem]:
    """Verdict of a printer on a PDF that is held to these demands."""
    from exports.pdf.check import check_pdf

    bleed = {} if wanted.bleed is None else {"bleed": wanted.bleed}
    return check_pdf(source, flavour=wanted.flavour, ink_limit=wanted.ink_limit, min_ppi=wanted.min_ppi, **bleed)


def _file_problems(path: Path, place: str, layout: str, flavour: Flavour | None) -> list[Problem]:
    return problems_by(path, press_demands(path, own_formats(place), layout, flavour))


def fit(newsroom: Newsroom, story: Story, layout: str = "") -> Fit:
    """Space that a story takes."""
    return fit_of(order_of(newsroom, story, ExportOptions(layout=layout)).layout)


def make_move(
    newsroom: Newsroom, move: Move, slug: str | int, *, actor: Account, note: str = "", seen: StoryCard | None = None
) -> Story:
    """Move a story; what is to be approved is preflighted first. `seen` is the story as it was when that was asked for.

    Raises Refused with the reason, Stale when it has been moved or changed since.
    """
    story = newsroom.stories.get(slug)
    found = problems(newsroom, story) if move is Move.APPROVE else []
    return newsroom.moves.make(move, story.id, actor=actor, note=note, problems=found, version=story.version, seen=seen)


def export(
    newsroom: Newsroom, slug: str | int, folder: Path, *, actor: Account, how: ExportOptions | None = None
) -> Path:
    """Write the clean file of an approved story into a folder and record it. Returns where it lies.

    Raises Refused when the story is not approved as it stands or preflight finds a blocker, NewsroomError when the
    file cannot be written. Nothing is recorded then, and no half-written file is left.
    """
    newsroom.require(actor, Act.EXPORT)
    how = how or ExportOptions()
    story = newsroom.stories.get(slug)
    order = order_of(newsroom, story, how)
    data = export_story(order, how.kind)
    path = folder / f"{story.slug}-v{story.version}{exporter(how.kind).suffix}"
    file = WrittenFile(path.name, data, how.kind, order.format.name, order.flavour)
    with handed_over(newsroom, path, file, [(story.id, story.content_hash)], actor=actor):
        return path


@contextmanager
def handed_over(
    newsroom: Newsroom, path: Path, file: WrittenFile, stories: Sequence[tuple[int, str]], *, actor: Account
) -> Iterator[None]:
    """A file in place and recorded for its stories, given as id and content hash; or neither.

    Ctrl+C waits for the block's end. Raises NewsroomError when the file cannot be written, and what `record` raises.
    """
    with HandoverNote(newsroom, path, file.sha256) as note, atomic_write(path, file.data, note.write) as written:
        newsroom.exported.record(stories, file, actor=actor, put_in_place=written.keep)
        yield


def proof(
    newsroom: Newsroom,
    slug: str | int,
    folder: Path,
    *,
    how: ExportOptions | None = None,
    text: StoryText | None = None,
    against: int = 0,
    revision: int = 0,
) -> Path:
    """Write a PROOF-marked PDF of a story as it stands, of a revision, or of a text not saved yet.

    Returns where it lies. Against an earlier revision it shows what the story lost, struck through, and what it
    gained, underlined.
    """
    how = how or ExportOptions()
    story = newsroom.stories.get(slug)
    if revision:
        story = replace(story.with_text(newsroom.stories.revision(story.id, revision).text), version=revision)
    story = story.with_text(text) if text else story
    earlier = newsroom.stories.revision(story.id, against) if against else None
    compared = f"-against-v{against}" if against else ""
    name = f"{story.slug}-v{story.version}{compared}-proof{exporter(PDF).suffix}"
    path = folder / name
    with atomic_write(path, proof_bytes(newsroom, story, how, earlier)) as written:
        written.keep()
    return path


def proof_bytes(
    newsroom: Newsroom, story: Story, how: ExportOptions | None = None, against: Revision | None = None
) -> bytes:
    """The bytes of a proof; against an earlier revision, a redline."""
    how = how or ExportOptions()
    fmt = how.marked(format_of(newsroom, story, how.layout))
    originals = dict(newsroom.pictures.of(story.body))
    if against is not None:
        originals |= newsroom.pictures.of(against.text.body)
    order = Order(dated(story, newsroom.zone), fmt, originals, newsroom.clock(), how.flavour_in(fmt), proof=True)
    if against is not None:
        order = replace(order, against=against.text, against_version=against.number)
    return export_story(order, PDF)


def page_bytes(newsroom: Newsroom, story: Story, how: ExportOptions | None = None) -> bytes:
    """The page as it would be handed over now: clean when the story is approved as it stands, else marked PROOF."""
    return preview(order_of(newsroom, story, how))


class atomic_write:  # noqa: N801  used as a verb in a with statement
    """A file written beside its target, and renamed into place by `keep()`; gone when the block ends without it.

    When the block fails after `keep()`, what was there before is there again. Ctrl+C waits for the block's end: what
    else is done in it is done together with the file, or not at all.
    """

    def __init__(self, path: Path, data: bytes, before: Callable[[Path | None], None] = lambda _earlier: None) -> None:
        """`before` the file is put in place it is told where what stood there is kept."""
        self._path, self._data, self._partial = path, data, Path()
        self._before_keeping = before
        self._earlier: Path | None = None
        self._kept = False
        self._before: Any = None
        self._interrupted = False

    def __enter__(self) -> "atomic_write":
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._on_interrupt)
        try:
            return self._write()
        except BaseException as error:
            self.__exit__(type(error))
            raise

    def _on_interrupt(self, _number: int, _frame: object) -> None:
        self._interrupted = True

    def _write(self) -> "atomic_write":
        if self._path.is_dir():
            raise NewsroomError(f"{self._path} cannot be written: a folder of that name is there.")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            remove_abandoned(self._path.parent)
            self._partial = new_partial(self._path, private=False)
            with self._partial.open("wb") as file:
                file.write(self._data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise NewsroomError(f"{self._path} cannot be written: {error.strerror}.") from error
        return self

    def keep(self) -> None:
        """Put the file in place. Raises NewsroomError when that cannot be done."""
        try:
            self._set_earlier_aside()
            self._before_keeping(self._earlier)
            put_in_place(self._partial, self._path)
            self._kept = True
        except OSError as error:
            raise NewsroomError(f"{self._path} cannot be written: {error.strerror}.") from error

    def _set_earlier_aside(self) -> None:
        if self._path.exists():
            self._earlier = new_partial(self._path, private=False)
            shutil.copy(self._path, self._earlier)  # with the time of now: an old one would be taken for abandoned

    def _take_back(self) -> None:
        if self._earlier is not None:
            self._earlier.replace(self._path)
        elif self._kept:
            self._path.unlink(missing_ok=True)

    def __exit__(self, error: type[BaseException] | None = None, *_rest: object) -> None:
        if error is not None and not issubclass(error, KeyboardInterrupt):
            self._take_back()
        for path in (self._partial, self._earlier):
            if path is not None and path != Path():
                path.unlink(missing_ok=True)
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
        if self._interrupted:
            raise KeyboardInterrupt
