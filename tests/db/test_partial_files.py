"""What killed programs leave behind is removed; what others are writing is not."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db import partial_files
from db.partial_files import new_partial, put_in_place, remove_abandoned

KILLED = """
import os, signal, sys
from pathlib import Path
from db.partial_files import new_partial
print(new_partial(Path(sys.argv[1]), private=True), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def left_by_a_killed_program(target: Path) -> Path:
    """The file that a program was writing when it was killed."""
    run = subprocess.run([sys.executable, "-c", KILLED, str(target)], capture_output=True, text=True)
    return Path(run.stdout.strip())


def test_what_a_killed_program_left_is_removed_with_what_sqlite_kept_beside_it(tmp_path: Path) -> None:
    left = left_by_a_killed_program(tmp_path / "copy.db")
    beside = left.with_name(left.name + "-journal")
    beside.touch()
    assert left.exists()
    assert set(remove_abandoned(tmp_path)) == {left, beside}
    assert list(tmp_path.iterdir()) == []


def test_what_a_running_program_writes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    mine = new_partial(tmp_path / "copy.db", private=True)
    others = [tmp_path / name for name in (".copy.db.part", "copy.part", ".a-123456-1.part", "page.pdf")]
    for path in others:
        path.touch()
    assert remove_abandoned(tmp_path) == []
    assert mine.exists() and all(path.exists() for path in others)


def test_what_another_computer_left_is_removed_after_a_day(tmp_path: Path) -> None:
    theirs = tmp_path / ".copy.db-ffffff-1-00000000.part"
    theirs.touch()
    assert remove_abandoned(tmp_path) == []
    yesterday = time.time() - 25 * 3600
    os.utime(theirs, (yesterday, yesterday))
    assert remove_abandoned(tmp_path) == [theirs]


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert remove_abandoned(tmp_path / "none") == []


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_stays_with_who_has_it(
    tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on a disk without links."""
    target = tmp_path / "copy.db"
    target.write_text("mine")
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    partial = new_partial(target, private=True)
    with pytest.raises(FileExistsError):
        put_in_place(partial, target, over=False)
    assert target.read_text() == "mine"
    target.unlink()
    put_in_place(partial, target, over=False)
    assert list(tmp_path.iterdir()) == [target]


def no_links(_path: Path, _target: Path) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_long_name_has_room_for_what_is_added(tmp_path: Path) -> None:
    partial = new_partial(tmp_path / ("新" * 80 + ".db"), private=True)
    assert partial.exists() and partial_files._NAME.fullmatch(partial.name)
