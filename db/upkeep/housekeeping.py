"""What is put right in a newsroom's folder whenever it is opened: who may read its files, and what the killed left."""

import time
from contextlib import suppress
from pathlib import Path

from db.partial_files import COMPANIONS, remove_abandoned
from db.private_files import tighten
from db.store.backup_files import FOLDER, backups, set_aside

FORMATS = "formats"
"""The newsroom's own formats and profiles, beside its file."""

_SECOND_NAME = 3600
"""Seconds a file may have two names: while a restore is under way, which is over in one."""


def tidy(place: Path) -> None:
    """Let nobody else read a newsroom's files, and remove what programs that were killed have left beside it.

    What is not ours to change stays as it is.
    """
    real = place.resolve()
    for folder in {place.parent, real.parent}:
        for one in (folder, folder / FOLDER, folder / FORMATS):
            remove_abandoned(one)
    with suppress(OSError):
        beside = [real.with_name(real.name + suffix) for suffix in COMPANIONS]
        for path in (real, *beside, *backups(place), *set_aside(real)):
            tighten(path)
        _remove_second_names(real)


def _remove_second_names(place: Path) -> None:
    """A restore that was killed leaves the file under the name it would be set aside as, too: it is not another one."""
    found = place.stat()
    if found.st_nlink < 2 or time.time() - found.st_ctime < _SECOND_NAME:
        return
    for path in set_aside(place):
        if path.suffix == ".db" and path.samefile(place):
            for suffix in ("", *COMPANIONS):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
