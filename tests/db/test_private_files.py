"""Who may read what holds the newsroom's texts and keys: its owner alone, whatever the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.private_files import make_folder, make_private
from db.store.backup_files import FOLDER
from db.upkeep.backup import back_up, back_up_today
from db.upkeep.restore import restore
from db.values import Story


@pytest.fixture(autouse=True)
def generous_umask() -> Iterator[None]:
    before = os.umask(0o002)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_newsroom_and_all_beside_it_is_its_owner_s_alone(tmp_path: Path) -> None:
    newsroom = open_newsroom(tmp_path / "deep" / "folder" / "galley.db")
    newsroom.desks.add("City", actor=None)
    back_up(newsroom, tmp_path / "kept" / "copy.db")
    back_up_today(newsroom)
    names = ["galley.db", "galley.db-shm", "galley.db-wal"]
    assert sorted(path.name for path in (tmp_path / "deep/folder").glob("galley*")) == names
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 5
    assert {mode(path) for path in files} == {0o600}
    assert {mode(path) for path in tmp_path.rglob("*") if path.is_dir()} == {0o700}
    newsroom.close()


def test_what_is_restored_and_what_is_set_aside_is_its_owner_s_alone(newsroom: Newsroom, tmp_path: Path) -> None:
    made = back_up(newsroom, tmp_path / "copy.db").path
    newsroom.close()
    (tmp_path / "galley.db").chmod(0o664)
    made.chmod(0o664)
    aside = restore(made, tmp_path / "galley.db").aside
    assert aside is not None and mode(aside) == mode(tmp_path / "galley.db") == 0o600


def test_a_newsroom_that_others_could_read_is_tightened_when_it_is_opened(
    newsroom: Newsroom, draft: Story, tmp_path: Path
) -> None:
    back_up_today(newsroom)
    newsroom.close()
    aside = tmp_path / "galley-before-restore-20261101-101010.db"
    aside.touch()
    held = [tmp_path / "galley.db", aside, *(tmp_path / FOLDER).iterdir()]
    for path in held:
        path.chmod(0o664)
    open_newsroom(tmp_path / "galley.db").close()
    assert {mode(path) for path in held} == {0o600}


def test_a_file_that_its_owner_may_only_read_stays_so(newsroom: Newsroom, tmp_path: Path) -> None:
    kept = back_up_today(newsroom)
    assert kept is not None
    kept.chmod(0o444)
    open_newsroom(tmp_path / "galley.db").close()
    assert mode(kept) == 0o400


def test_a_folder_that_was_given_to_a_group_keeps_it(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    newsroom = open_newsroom(tmp_path / "galley.db")
    newsroom.desks.add("City", actor=None)
    assert {mode(path) for path in tmp_path.glob("galley*")} == {0o660}
    newsroom.close()


def test_a_private_file_goes_over_nothing_and_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


def test_folders_that_are_there_are_left_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(0o775)
    make_folder(tmp_path / "open" / "own")
    assert (mode(tmp_path / "open"), mode(tmp_path / "open" / "own")) == (0o775, 0o700)
