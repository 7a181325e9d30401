"""Several stories handed over at once: files or one file, each recorded, and a manifest of what was written. No Qt."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path

from db.acts import Act
from db.errors import NewsroomError, Unreadable
from db.input_files import read_input
from db.newsroom import Newsroom
from db.story.exported import WrittenFile
from db.values import Account, Story
from desktop.press.fault_log import note_fault
from desktop.press.folder_lock import locked
from desktop.press.format_folders import format_of
from desktop.press.service import ExportOptions, atomic_write, dated, handed_over
from exports import EXPORTERS, Order, exporter
from exports.batch import ExportResult, cores, make_each, make_together

MANIFEST = "manifest"
_LARGEST_MANIFEST = 64_000_000
"""Bytes: a line is some 500, so a folder of a hundred thousand files is listed."""


@dataclass(frozen=True)
class Batch:
    """Options of an export of several stories."""

    how: ExportOptions = field(default_factory=ExportOptions)
    one_file: str = ""
    """The name of the one file all go into; a file each when empty."""
    run_in: bool = False
    """In one file, stories share pages."""
    jobs: int = 0
    """Number of processes; all cores when 0."""


@dataclass(frozen=True)
class Entry:
    """A line of the manifest: one story in one file."""

    file: str
    sha256: str
    slug: str
    headline: str
    version: int
    content_hash: str
    pages: int
    depth_mm: float
    format: str
    flavour: str
    approved_by: str
    approved_at: str
    approved_alone: bool
    exported_at: str


@dataclass
class Batched:
    """Result of a batch: the files, their lines in the manifest, and who was refused why."""

    paths: list[Path] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    cancelled: bool = False
    manifest: tuple[str, ...] = ()
    """Names of the files that list it."""


class _Cancelled(Exception):
    """The person called it off."""


def export_many(
    newsroom: Newsroom,
    stories: Sequence[str | int],
    folder: Path,
    batch: Batch,
    *,
    actor: Account,
    progress: Callable[[float], None] = lambda share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Batched:
    """Write the clean files of approved stories and record each; refused ones are named and hold up no other.

    Called off, or stopped by Ctrl+C, it leaves whole files that are recorded and in the manifest, and nothing else.
    """
    newsroom.require(actor, Act.EXPORT)
    run = _Run(newsroom, stories, folder, batch, actor, progress, cancelled)
    try:
        run.together() if batch.one_file else run.each()
    except _Cancelled:
        run.found.cancelled = True
    finally:
        if run.found.entries:
            run.found.manifest = write_manifest(folder, run.found.entries)
    return run.found


def write_manifest(folder: Path, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The manifest as CSV and as JSON, beside the files it lists. Returns their names.

    What earlier runs into the folder listed stays, but for files that were written anew. A manifest that is not
    Galley's is left as it is: then the new one has the time in its name.
    """
    with locked(folder):
        return _add_to_manifest(folder, entries)


def _add_to_manifest(folder: Path, entries: Sequence[Entry]) -> tuple[str, ...]:
    new = [asdict(entry) for entry in entries]
    written_now = {entry.file for entry in entries}
    earlier, name = _listed(folder), MANIFEST
    if earlier is None:
        earlier, name = [], f"{MANIFEST}-{entries[0].exported_at.replace(':', '')}"
    rows = [*(row for row in earlier if row["file"] not in written_now), *new]
    table = io.StringIO()
    writer = csv.DictWriter(table, [one.name for one in fields(Entry)], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _harmless(value) for key, value in row.items()} for row in rows)
    data = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    csv_file, json_file = folder / f"{name}.csv", folder / f"{name}.json"
    with atomic_write(csv_file, table.getvalue().encode()) as one, atomic_write(json_file, data.encode()) as other:
        one.keep()
        other.keep()
    return csv_file.name, json_file.name


def _listed(folder: Path) -> list[dict[str, object]] | None:
    """The lines of the manifest that lies in a folder; None when it is none of Galley's."""
    path = folder / f"{MANIFEST}.json"
    if not path.exists():
        return None if (folder / f"{MANIFEST}.csv").exists() else []
    try:
        rows = json.loads(read_input(path, _LARGEST_MANIFEST))
    except (Unreadable, ValueError, RecursionError):
        return None
    known = {one.name for one in fields(Entry)}
    fits = isinstance(rows, list) and all(isinstance(row, dict) and row.keys() == known for row in rows)
    return rows if fits else None


def _harmless(value: object) -> object:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


class _Run:
    """One batch under way."""

    def __init__(
        self,
        newsroom: Newsroom,
        stories: Sequence[str | int],
        folder: Path,
        batch: Batch,
        actor: Account,
        progress: Callable[[float], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.found = Batched()
        self._newsroom, self._folder, self._batch, self._actor = newsroom, folder, batch, actor
        self._keys = list(dict.fromkeys(stories))
        self._progress, self._cancelled = progress, cancelled
        self._at, self._zone = newsroom.clock(), newsroom.zone
        self._taken: dict[int, Story] = {}
        self._ordered: set[int] = set()
        self._done = 0

    def each(self) -> None:
        """A file for each story, made by several processes; written and recorded here, one after the other."""
        kind = self._batch.how.kind
        suffix = exporter(kind).suffix
        making = make_each(self._orders(), kind, self._jobs())
        try:
            for made in making:
                self._step(made)
                if not made.refused:
                    story = self._taken.pop(made.story_id)
                    path = self._folder / f"{story.slug}-v{story.version}{suffix}"
                    self._keep(path, made.data, [(story, made)])
        finally:
            making.close()

    def together(self) -> None:
        """One file of all stories; recorded for each of them at once."""
        kind = exporter(self._batch.how.kind)
        name = self._batch.one_file.removesuffix(kind.suffix)
        if not re.fullmatch(r"[^/\\\0]{1,200}", name) or name.startswith("."):
            raise NewsroomError(f"“{self._batch.one_file}” is not the name of a file.")
        if not kind.holds_several:
            several = ", ".join(one.name for one in EXPORTERS.values() if one.holds_several)
            raise NewsroomError(f"A {kind.name} file holds one story; several go into one file of: {several}.")
        made: list[ExportResult] = []

        def notify(one: ExportResult) -> None:
            self._step(one)
            if not one.refused:
                made.append(one)

        data = make_together(self._orders(), name, run_in=self._batch.run_in, notify=notify, jobs=self._jobs())
        held = [(self._taken[one.story_id], one) for one in made]
        self._keep(self._folder / f"{name}{kind.suffix}", data, held)

    def _jobs(self) -> int:
        """Number of processes there is work for."""
        return min(self._batch.jobs or cores(), len(self._keys))

    def _orders(self) -> Iterator[Order]:
        """The stories as plain values, each read when its turn comes."""
        how = self._batch.how
        for key in self._keys:
            named = ""
            try:
                story = self._newsroom.stories.get(key)
                if story.id in self._ordered:  # named twice, by slug and number perhaps
                    continue
                self._ordered.add(story.id)
                named = f"{story.slug}: "
                if why := self._newsroom.exported.why_altered(story.id):
                    self._step(ExportResult(str(key), refused=why))
                    continue
                fmt = how.marked(format_of(self._newsroom, story, how.layout))
            except NewsroomError as error:
                self._step(ExportResult(str(key), refused=f"{named}{error}"))
                continue
            self._taken[story.id] = story
            shown = dated(story, self._zone)
            yield Order(shown, fmt, self._newsroom.pictures.of(story.body), self._at, how.flavour_in(fmt))

    def _step(self, made: ExportResult) -> None:
        """One story further. Raises what ends the work when it was called off."""
        if self._cancelled():
            raise _Cancelled
        if made.refused:
            log = note_fault(made.fault, self._at) if made.fault else None
            self.found.refused.append(f"{made.refused} The report is in {log}." if log else made.refused)
        self._done += 1
        self._progress(min(1.0, self._done / max(1, len(self._keys))))

    def _keep(self, path: Path, data: bytes, held: Iterable[tuple[Story, ExportResult]]) -> None:
        """Record a file and put it in place, or neither; what cannot be recorded is refused."""
        held, how = list(held), self._batch.how
        fmt = format_of(self._newsroom, held[0][0], how.layout)
        file = WrittenFile(path.name, data, how.kind, fmt.name, how.flavour_in(fmt))
        try:
            stories = [(story.id, story.content_hash) for story, _ in held]
            with handed_over(self._newsroom, path, file, stories, actor=self._actor):
                self.found.paths.append(path)
                self.found.entries += [_entry(file, self._at, *one) for one in held]
        except NewsroomError as error:
            self.found.refused.append(str(error))


def _entry(file: WrittenFile, at: datetime, story: Story, made: ExportResult) -> Entry:
    signed = story.sign_off
    return Entry(
        file=file.name, sha256=file.sha256, slug=story.slug, headline=story.headline, version=story.version,
        content_hash=story.content_hash, pages=made.pages, depth_mm=made.depth_mm, format=file.layout,
        flavour=file.flavour, approved_by=f"{signed.name} ({signed.login})" if signed else "",
        approved_at=signed.at.isoformat(timespec="seconds") if signed else "",
        approved_alone=bool(signed and signed.alone), exported_at=at.isoformat(timespec="seconds"),
    )  # fmt: skip
