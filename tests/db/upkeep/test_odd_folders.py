"""Folders may be called anything: a newsroom is made, backed up, damaged, put back and opened in each."""

import shutil
from pathlib import Path

import pytest

from db.newsroom import open_newsroom
from db.stages import Role
from db.store.backup_files import backups
from db.upkeep.backup import back_up, back_up_today, check
from db.upkeep.recovery import recover
from db.upkeep.restore import restore
from tests.db.conftest import signed_in
from tests.odd_folders import ODD_FOLDERS


@pytest.fixture(params=ODD_FOLDERS, ids=ascii)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a name that somebody, somewhere, takes for something else."""
    folder = tmp_path / request.param
    folder.mkdir()
    return folder


def test_a_newsroom_lives_in_a_folder_of_any_name(folder: Path, empty_file: Path) -> None:
    place = folder / "galley.db"
    shutil.copy(empty_file, place)
    newsroom = open_newsroom(str(place))
    newsroom.accounts.add(login="zoe", name="Zoe", role=Role.EDITOR, actor=signed_in(newsroom, "carl"))
    made = back_up(newsroom, folder / "copy.db")
    assert check(made.path).counts == made.counts
    today = back_up_today(newsroom)
    newsroom.close()
    assert [today] == backups(place)
    place.write_bytes(b"spoiled")
    assert recover(place).source == today
    assert restore(made.path, folder / "new" / "galley.db").path == folder / "new" / "galley.db"
    again = open_newsroom(place, create=False)
    assert again.accounts.get("zoe").name == "Zoe"
    assert again.url == str(place) and again.folder == folder
    again.close()
    assert not [path for path in folder.rglob("*") if path.name.endswith((".part", "-wal", "-shm"))]


def test_a_new_newsroom_is_made_under_the_name_it_was_given(folder: Path) -> None:
    open_newsroom(str(folder / "100% new? #1.db")).close()
    assert [path.name for path in folder.iterdir()] == ["100% new? #1.db"]
