"""What is put right in a newsroom's folder when it is opened."""

import os
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.store.backup_files import FOLDER, set_aside
from db.upkeep import housekeeping
from tests.db.test_partial_files import left_by_a_killed_program


def test_what_killed_backups_left_is_gone_when_the_newsroom_is_opened(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.close()
    (tmp_path / FOLDER).mkdir()
    left = [left_by_a_killed_program(folder / "copy.db") for folder in (tmp_path, tmp_path / FOLDER)]
    assert all(path.exists() for path in left)
    open_newsroom(tmp_path / "galley.db").close()
    assert not any(path.exists() for path in left)


def test_the_second_name_that_a_killed_restore_left_is_forgotten_and_the_newsroom_stays(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.close()
    place, second = tmp_path / "galley.db", tmp_path / "galley-before-restore-20261101-101010.db"
    os.link(place, second)
    open_newsroom(place).close()
    assert second.exists(), "a restore may be under way"
    monkeypatch.setattr(housekeeping, "_SECOND_NAME", -1)
    open_newsroom(place).close()
    assert not second.exists() and place.exists()


def test_what_was_set_aside_is_told_from_what_was_not(tmp_path: Path) -> None:
    ours = {"galley-damaged-20261101-101010.db", "galley-before-restore-20261101-101010-2.db-wal"}
    for name in (*ours, "galley-20261101-101010.db", "other-damaged-20261101-101010.db", "galley-damaged-x.db"):
        (tmp_path / name).touch()
    assert {path.name for path in set_aside(tmp_path / "galley.db")} == ours
