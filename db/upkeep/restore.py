"""Putting a backup in the place of a newsroom: checked first, in one step, and never over what is there.

At every moment a whole newsroom stands at its name: the old one until the step, the new one after it. The old one is
kept aside with what SQLite has beside it; whoever has it open goes on in the file that was set aside, never in the new.
"""

import json
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.errors import NewsroomError, NotFound, Refused, Unreadable, one_line
from db.input_files import need_file
from db.partial_files import COMPANIONS, discard, new_partial, put_in_place, sync_folder
from db.private_files import make_folder, make_private, tighten
from db.settings import IDENTITY, NAME, UNNAMED
from db.store.backup_files import connect_file, copy_file, stamped
from db.store.engine import why_not_written
from db.store.opened_file import connect_existing
from db.upkeep.backup import CheckedBackup, check
from db.values import Progress, no_progress, sub_progress

_COPIED = 0.3
"""What copying is of the whole work: the check takes longer."""


@dataclass(frozen=True)
class RestoredNewsroom(CheckedBackup):
    """What stands at the newsroom's place now, what it was taken from, and where the old one lies."""

    source: Path
    aside: Path | None = None

    @property
    def sentence(self) -> str:
        """In words."""
        kept = f"; what was there is kept as {self.aside}" if self.aside else ""
        return f"{super().sentence}, from {self.source}{kept}"


@dataclass(frozen=True)
class NewsroomInFile:
    """Which newsroom a file holds, as the file itself says."""

    identity: str
    name: str


def restore(
    source: Path,
    place: Path,
    *,
    why: str = "before-restore",
    another: bool = False,
    progress: Progress = no_progress,
) -> RestoredNewsroom:
    """Put a backup where a newsroom is to be; one that is there is set aside under another name, never overwritten.

    A place that is a link stays one: what it leads to is replaced. `why` the old one is set aside stands in its name.
    Raises what `check` raises, Refused for a backup of another newsroom than stands there, unless `another` is wanted,
    and NewsroomError when it cannot be written; nothing is changed then.
    """
    if not source.exists():
        raise NotFound(f"There is no backup {source}.")
    need_file(source)
    place = place.resolve()
    if place.exists():
        need_file(place)
    partial = None
    try:
        make_folder(place.parent)
        partial = new_partial(place, private=True)
        _copy(source, partial, sub_progress(progress, 0, _COPIED))
        found = check(partial, sub_progress(progress, _COPIED, 1), name=source.name)
        if not another and (told := why_another(source, place)):
            raise Refused(told)
        aside = _swap(partial, place, why)
    except (OSError, sqlite3.Error) as error:
        raise NewsroomError(f"{place} cannot be restored: {why_not_written(error, place.parent)}.") from error
    finally:
        if partial is not None:
            discard(partial)
    return RestoredNewsroom(place, found.counts, source, aside)


def why_another(source: Path, place: Path) -> str:
    """Why a backup is not one of the newsroom that stands at a place, in one sentence; empty when it is, or may be."""
    theirs, ours = newsroom_in(source), newsroom_in(place)
    if theirs is None or ours is None or theirs.identity == ours.identity:
        return ""
    return f"{source.name} is a backup of another newsroom, {theirs.name}: at {place} stands {ours.name}."


def newsroom_in(file: Path) -> NewsroomInFile | None:
    """Which newsroom stands in a file, beside which nothing is left; None where there is none, or it does not say."""
    if not file.is_file():  # to open a pipe would be to wait for whoever writes into it
        return None
    try:
        with closing(connect_existing(file, "ro&immutable=1")) as raw:
            found = dict(raw.execute(_WHOSE).fetchall())
            said = {key: str(json.loads(value)) for key, value in found.items()}
    except (sqlite3.Error, ValueError, TypeError):
        return None
    return NewsroomInFile(said[IDENTITY], said.get(NAME, UNNAMED)) if said.get(IDENTITY) else None


_WHOSE = f"SELECT key, value FROM setting WHERE key IN ('{IDENTITY}', '{NAME}')"


def _copy(source: Path, partial: Path, progress: Progress) -> None:
    """Raises Unreadable for a source that is no database."""
    try:
        copy_file(source, partial, progress)
    except sqlite3.OperationalError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise Unreadable(f"{source.name} is no backup of a newsroom: {one_line(error)}.") from error


def _swap(partial: Path, place: Path, why: str) -> Path | None:
    """Keep aside what stands at a place, and put a whole file there in one step. Returns where the old one lies.

    A write-ahead log that stayed would be taken for that of the new file. Before it goes, what is committed in it is
    written into the old file, which so is whole without it.
    """
    aside = _keep_aside(place, why)
    _finish_writes(place)
    for suffix in COMPANIONS:
        place.with_name(place.name + suffix).unlink(missing_ok=True)
    put_in_place(partial, place)
    return aside


def _keep_aside(place: Path, why: str) -> Path | None:
    """Give the old file, and what SQLite has beside it, a second name; also where the file itself is gone."""
    parts = [suffix for suffix in ("", *COMPANIONS) if place.with_name(place.name + suffix).exists()]
    if not parts:
        return None
    aside = stamped(place, datetime.now(UTC), why)
    for suffix in parts:
        second = aside.with_name(aside.name + suffix)
        _second_name(place.with_name(place.name + suffix), second)
        tighten(second)
    sync_folder(place.parent)
    return aside


def _second_name(path: Path, second: Path) -> None:
    """A link, which takes no room and stays with whoever has the file open; a copy where there are none."""
    try:
        second.hardlink_to(path)
    except OSError:
        make_private(second)
        shutil.copyfile(path, second)


def _finish_writes(place: Path) -> None:
    """Have all that was committed stand in the file itself. One that is damaged stays as it is."""
    if place.exists():
        with suppress(sqlite3.Error), closing(connect_file(place)) as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
