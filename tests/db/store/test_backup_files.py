"""Where backups lie, and which are kept."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.store import backup_files

DAYS = ("20261124-120000", "20261120-180000", "20261120-120000", "20261120-090000")
"""Of today, and of one day that keeps one backup."""


def test_backups_are_thinned_to_days_weeks_and_months() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    known = [Path(f"galley-{now - timedelta(hours=12 * n):%Y%m%d-%H%M%S}.db") for n in range(2 * 400)]
    thinned = set(backup_files.to_thin(known, now, lambda _path: True))
    kept = [path for path in known if path not in thinned]
    ages = [(now - backup_files.when(path)).days for path in kept]
    assert 7 <= sum(age < 7 for age in ages) <= 8
    assert 4 <= sum(7 <= age < 35 for age in ages) <= 6
    assert 11 <= sum(age >= 35 for age in ages) <= 14
    assert kept[0] == known[0]


def test_a_bad_backup_never_goes_for_a_good_one() -> None:
    now = datetime(2026, 11, 24, 23, tzinfo=UTC)
    newest, bad, good, old = (Path(f"galley-{day}.db") for day in DAYS)
    assert backup_files.to_thin([newest, bad, good, old], now, lambda path: path != bad) == [old]
    assert backup_files.to_thin([bad, good], now, lambda path: False) == []


def test_a_copy_whose_name_another_program_takes_meanwhile_gets_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, put_in_place = tmp_path / "galley.db", backup_files.put_in_place
    sqlite3.connect(place).close()

    def just_after_another(partial: Path, target: Path, *, over: bool) -> None:
        monkeypatch.undo()
        target.touch()
        put_in_place(partial, target, over=over)

    monkeypatch.setattr(backup_files, "put_in_place", just_after_another)
    kept = backup_files.keep_copy(place, "before-0012", datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert kept.name == "galley-before-0012-20261124-120000-2.db"
    assert kept.stat().st_size


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    first = backup_files.stamped(tmp_path / "galley.db", now, "move")
    first.touch()
    assert first.name == "galley-move-20261124-120000.db"
    assert backup_files.stamped(tmp_path / "galley.db", now, "move").name == "galley-move-20261124-120000-2.db"


def test_backups_of_another_newsroom_in_the_same_folder_are_none_of_it(tmp_path: Path) -> None:
    folder = tmp_path / backup_files.FOLDER
    folder.mkdir()
    names = (
        "city-20261124-120000.db",
        "city-before-0009-20261125-120000.db",
        "city-hall-20261124-120000.db",
        "city.db",
    )
    for name in names:
        (folder / name).touch()
    assert [path.name for path in backup_files.backups(tmp_path / "city.db")] == [names[1], names[0]]


def test_a_copy_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("no newsroom")
    with pytest.raises(sqlite3.Error):
        backup_files.keep_copy(tmp_path / "notes.db", "move", datetime(2026, 11, 24, tzinfo=UTC))
    assert list((tmp_path / backup_files.FOLDER).iterdir()) == []


def test_of_a_day_that_is_not_over_every_backup_stays() -> None:
    now = datetime(2026, 11, 23, 20, tzinfo=UTC)
    today = [Path(f"galley-{now - timedelta(hours=hours):%Y%m%d-%H%M%S}.db") for hours in (0, 1, 2)]
    assert backup_files.to_thin(today, now, lambda _path: True) == []
