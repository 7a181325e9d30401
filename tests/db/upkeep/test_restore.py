"""Restoring: in one step, with what SQLite keeps beside a file, and never over what is there."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import NewsroomError, NotFound, Unreadable
from db.newsroom import Newsroom, open_newsroom
from db.partial_files import put_in_place
from db.store import backup_files
from db.upkeep import backup, recovery, restore
from db.values import Story
from tests.db.conftest import signed_in
from tests.db.upkeep.test_recovery import CRASH, ROOT, half
from tests.special_files import special


@pytest.fixture
def made(newsroom: Newsroom, draft: Story, tmp_path: Path) -> Path:
    """A backup of a newsroom that nobody has open any more."""
    made = backup.back_up(newsroom, tmp_path / "kept.db").path
    newsroom.close()
    return made


def slugs(place: Path) -> list[str]:
    """The stories of a sound newsroom."""
    newsroom = open_newsroom(place, create=False)
    try:
        assert newsroom.audit().passed
        return [card.slug for card in newsroom.stories.list()]
    finally:
        newsroom.close()


def desks(place: Path) -> list[str]:
    """Those of a newsroom."""
    with closing(open_newsroom(place, create=False)) as newsroom:
        return newsroom.desks.all()


def test_a_log_that_was_left_beside_a_missing_file_is_not_taken_for_that_of_the_new_one(
    made: Path, tmp_path: Path
) -> None:
    place = tmp_path / "galley.db"
    subprocess.run([sys.executable, "-c", CRASH, str(place)], check=False, cwd=ROOT)
    left = (tmp_path / "galley.db-wal").read_bytes()
    assert left
    place.unlink()
    found = restore.restore(made, place)
    assert slugs(place) == ["ferry-back"]
    assert "Culture" not in desks(place)  # which stands in that log
    assert found.aside is not None and not found.aside.exists()
    assert found.aside.with_name(f"{found.aside.name}-wal").read_bytes() == left


@pytest.mark.parametrize("fails", ["before", "after"])
def test_a_whole_newsroom_stands_at_its_place_on_both_sides_of_the_step(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def stop(partial: Path, target: Path) -> None:
        if fails == "after":
            put_in_place(partial, target)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(restore, "put_in_place", stop)
    with pytest.raises(NewsroomError, match=r"cannot be restored: Input/output error"):
        restore.restore(made, tmp_path / "galley.db")
    assert slugs(tmp_path / "galley.db") == ["ferry-back"]
    assert not list(tmp_path.glob("*.part*"))


def test_what_was_committed_but_not_yet_in_the_file_is_set_aside_with_it(made: Path, tmp_path: Path) -> None:
    place = tmp_path / "galley.db"
    subprocess.run([sys.executable, "-c", CRASH, str(place)], check=False, cwd=ROOT)
    aside = restore.restore(made, place).aside
    assert aside is not None
    kept = open_newsroom(aside)
    assert "Culture" in kept.desks.all()
    kept.close()


def test_who_had_the_old_file_open_goes_on_in_what_was_put_in_its_place(made: Path, tmp_path: Path) -> None:
    place = tmp_path / "galley.db"
    old = open_newsroom(place)
    chief = signed_in(old, "carl")
    with old.reading() as session:
        session.connection()
        restore.restore(made, place)
    old.desks.add("Culture", actor=chief)
    old.close()
    new = open_newsroom(place)
    assert "Culture" in new.desks.all()
    assert new.audit().passed
    new.close()
    assert slugs(place) == ["ferry-back"]


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(made: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    real = Path(shutil.move(tmp_path / "galley.db", disk / "real.db"))
    link = tmp_path / "galley.db"
    link.symlink_to(real)
    real.write_bytes(b"spoiled")
    found = restore.restore(made, link)
    assert link.is_symlink() and link.resolve() == real.resolve()
    assert found.path == real and found.aside is not None and found.aside.parent == disk
    assert slugs(link) == ["ferry-back"]


def test_on_a_disk_without_links_what_was_there_is_copied_aside(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    before = (tmp_path / "galley.db").read_bytes()
    aside = restore.restore(made, tmp_path / "galley.db").aside
    assert aside is not None
    assert aside.read_bytes() == before


def test_what_was_taken_and_what_was_kept_is_said(made: Path, tmp_path: Path) -> None:
    said = restore.restore(made, tmp_path / "galley.db").sentence
    assert f"from {made}; what was there is kept as {tmp_path / 'galley-before-restore-'}" in said
    assert "kept as" not in restore.restore(made, tmp_path / "new.db").sentence


def invalid_byte(path: Path) -> None:
    """Spoil the name of a table: SQLite's own complaint is no text then."""
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE story", b"CREATE TABLE\xffstory", 1))


def text_that_is_none(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Ferry is back", b"Ferry \xffs back"))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    special("pipe", path.parent, path.name)


@pytest.mark.parametrize("spoil", [invalid_byte, text_that_is_none, half, a_folder, a_pipe])
def test_backups_are_tried_in_turn(
    newsroom: Newsroom, draft: Story, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    good = backup.back_up_today(newsroom)
    newsroom.close()
    assert good is not None
    newest = Path(shutil.copy(good, good.with_name("galley-20301231-235959.db")))
    spoil(newest)
    place = tmp_path / "galley.db"
    half(place)
    assert recovery.newest_good(place) == good
    assert recovery.recover(place).source == good
    assert slugs(place) == ["ferry-back"]


@pytest.mark.parametrize("name", ["galley-20261399-999999.db", "galley-00000000-000000.db", "galley-x.db"])
def test_a_file_of_no_day_among_the_backups_is_no_backup(
    newsroom: Newsroom, draft: Story, tmp_path: Path, name: str
) -> None:
    good = backup.back_up_today(newsroom)
    assert good is not None
    shutil.copy(good, good.with_name(name))
    assert backup_files.backups(tmp_path / "galley.db") == [good]
    assert backup.back_up_before(newsroom, "test") is not None
    assert good.with_name(name).exists()


def test_a_backup_of_a_newer_galley_is_not_tried_with_these_tables(made: Path, tmp_path: Path) -> None:
    with backup_files.connect_file(made) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unreadable, match="newer Galley"):
        restore.restore(made, tmp_path / "new.db")


def test_without_a_backup_of_that_name_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        restore.restore(tmp_path / "none.db", tmp_path / "folder" / "new.db")
    assert list(tmp_path.iterdir()) == []
