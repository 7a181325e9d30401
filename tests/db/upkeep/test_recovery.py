"""A newsroom's file that is damaged is found at opening, kept, and its newest good backup put in its place."""

import shlex
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from db.errors import Damaged, NewsroomError, NotFound, Unreadable
from db.newsroom import Newsroom, open_newsroom
from db.store import backup_files
from db.upkeep import backup, recovery
from db.values import Story
from tests.db.conftest import PASSWORD, Clock, signed_in

ROOT = Path(__file__).resolve().parents[3]

CRASH = f"""
import os, sys
from db.newsroom import open_newsroom
room = open_newsroom(sys.argv[1])
room.desks.add("Culture", actor=room.accounts.sign_in("carl", "{PASSWORD}"))
os._exit(1)
"""


@pytest.fixture
def closed(newsroom: Newsroom, draft: Story) -> Path:
    """The file of a newsroom with a story and a backup; nobody has it open."""
    backup.back_up_today(newsroom)
    newsroom.close()
    return Path(newsroom.url)


def root_page(place: Path, table: str) -> tuple[int, int]:
    """Where the first page of a table begins in the file, and how long a page is."""
    with closing(sqlite3.connect(place)) as raw:
        (number,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    return (number - 1) * size, size


def overwrite(place: Path, at: int, length: int) -> None:
    """Spoil some bytes."""
    data = bytearray(place.read_bytes())
    data[at : at + length] = b"\xa5" * length
    place.write_bytes(data)


def no_database(place: Path) -> None:
    place.write_bytes(b"rubbish that is no database, and long enough to have a header: " * 40)


def half(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def emptied(place: Path) -> None:
    place.write_bytes(b"")


def torn_settings(place: Path) -> None:
    at, size = root_page(place, "setting")
    overwrite(place, at, size)


def torn_schema(place: Path) -> None:
    overwrite(place, 100, 400)


@pytest.mark.parametrize("spoil", [no_database, half, emptied, torn_settings, torn_schema])
def test_a_damaged_file_is_left_and_its_newest_good_backup_named(closed: Path, spoil) -> None:
    spoil(closed)
    before = closed.read_bytes()
    with pytest.raises(Damaged, match="newest good backup") as told:
        open_newsroom(closed)
    assert "\n" not in str(told.value)
    assert told.value.backup == backup_files.backups(closed)[0]
    assert closed.read_bytes() == before


def test_recovering_sets_the_damaged_file_aside_and_work_goes_on(closed: Path, draft: Story) -> None:
    half(closed)
    spoiled = closed.read_bytes()
    recovery.recover(closed)
    again = open_newsroom(closed)
    assert again.stories.get(draft.id) == draft
    again.close()
    (aside,) = closed.parent.glob("galley-damaged-*.db")
    assert aside.read_bytes() == spoiled


def test_what_was_set_aside_before_is_not_overwritten(closed: Path) -> None:
    for _ in range(3):
        half(closed)
        recovery.recover(closed)
    assert len(list(closed.parent.glob("galley-damaged-*.db"))) == 3


def test_a_backup_that_is_damaged_too_is_passed_over(closed: Path) -> None:
    (good,) = backup_files.backups(closed)
    newer = good.with_name("galley-20270101-000000.db")
    shutil.copy(good, newer)
    half(newer)
    half(closed)
    with pytest.raises(Damaged) as told:
        open_newsroom(closed)
    assert told.value.backup == good


def test_without_a_good_backup_nothing_is_offered_nor_renamed(closed: Path) -> None:
    half(backup_files.backups(closed)[0])
    half(closed)
    with pytest.raises(Damaged, match="none of its backups") as told:
        open_newsroom(closed)
    assert told.value.backup is None
    with pytest.raises(NotFound):
        recovery.recover(closed)
    assert closed.exists()


def test_a_file_that_never_was_a_newsroom_is_offered_no_backup(tmp_path: Path) -> None:
    no_database(tmp_path / "notes.db")
    with pytest.raises(Damaged, match="not an SQLite database") as told:
        open_newsroom(tmp_path / "notes.db")
    assert told.value.backup is None


def spoil_a_revision(place: Path) -> None:
    """Damage where the bounded check does not look."""
    at, size = root_page(place, "revision")
    overwrite(place, at, size)


def test_after_a_crash_the_whole_file_is_looked_at(closed: Path) -> None:
    spoil_a_revision(closed)
    open_newsroom(closed).close()
    subprocess.run([sys.executable, "-c", CRASH, str(closed)], check=False, cwd=ROOT)
    assert closed.with_name("galley.db-wal").exists()
    with pytest.raises(Damaged):
        open_newsroom(closed)


def test_while_another_has_it_open_that_is_no_crash(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bool] = []
    truth = recovery._look
    monkeypatch.setattr(recovery, "_look", lambda path, whole: (looked.append(whole), truth(path, whole=whole)))
    first = open_newsroom(closed)
    first.desks.add("Culture", actor=signed_in(first, "carl"))
    open_newsroom(closed).close()
    first.close()
    open_newsroom(closed).close()
    assert looked == [False, False, False]


def test_the_command_that_is_named_brings_the_newsroom_back(closed: Path) -> None:
    half(closed)
    galley = [sys.executable, "-m", "desktop"]
    told = subprocess.run([*galley, "--db", str(closed), "list"], capture_output=True, text=True, cwd=ROOT)
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    command = shlex.split(told.stderr.split("put it back with: ")[1])
    assert command[0] == "galley"
    assert subprocess.run([*galley, *command[1:]], cwd=ROOT, capture_output=True).returncode == 0
    listed = subprocess.run([*galley, "--db", str(closed), "list"], capture_output=True, text=True, cwd=ROOT)
    assert "ferry-back" in listed.stdout


def test_the_day_s_backup_of_a_newsroom_that_is_damaged_is_refused(
    newsroom: Newsroom, draft: Story, clock: Clock
) -> None:
    first = backup.back_up_today(newsroom)
    newsroom.close()
    spoil_a_revision(Path(newsroom.url))
    clock.pass_by(days=1)
    again = open_newsroom(newsroom.url, clock=clock)
    with pytest.raises(NewsroomError):
        backup.back_up_today(again)
    again.close()
    assert backup_files.backups(Path(newsroom.url)) == [first]


@pytest.mark.parametrize(("table", "column", "number"), [("event", "at", 3), ("revision", "made", 1)])
def test_a_value_that_cannot_be_read_is_named_by_the_audit(
    newsroom: Newsroom, draft: Story, table: str, column: str, number: int
) -> None:
    """SQLite takes any text into a column of times."""
    with newsroom.engine.begin() as behind:
        behind.execute(text(f"UPDATE {table} SET {column} = 'noon' WHERE rowid = {number}"))
    assert newsroom.audit().fault.startswith(f"Row {number} of the table {table} cannot be read: ")
    assert "“noon”" in newsroom.audit().fault


def test_a_value_that_cannot_be_read_is_one_sentence_wherever_it_stands(newsroom: Newsroom, draft: Story) -> None:
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE story SET changed = 'noon'"))
        behind.execute(text("UPDATE setting SET value = '{' WHERE key = 'identity'"))
    for ask in (
        partial(newsroom.stories.get, draft.id),
        newsroom.stories.list,
        partial(newsroom.settings.get, "identity"),
    ):
        with pytest.raises(Unreadable, match="other than Galley wrote"):
            ask()
