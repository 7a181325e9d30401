"""Backups: whole, checked, thinned; restoring sets aside and never overwrites."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from db.errors import NotFound, Refused, Unreadable
from db.newsroom import Newsroom, open_newsroom
from db.store import backup_files
from db.upkeep import backup
from db.upkeep.restore import restore
from db.values import Story
from tests.db.conftest import Clock


def test_a_backup_holds_all_and_opens_as_a_newsroom(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    made = backup.back_up(newsroom, tmp_path / "kept" / "copy.db")
    assert made.counts["story"] == 1
    copy = open_newsroom(made.path)
    assert copy.stories.get(draft.id) == draft
    copy.close()
    assert [path.name for path in (tmp_path / "kept").iterdir() if path.suffix == ".db"] == ["copy.db"]


def test_a_backup_is_made_while_another_writes(newsroom: Newsroom, draft: Story, people, tmp_path: Path) -> None:
    newsroom.stories.keep(draft.id, draft.text, actor=people["rita"], base=1)
    backup.back_up(newsroom, tmp_path / "copy.db")
    newsroom.stories.keep(draft.id, draft.text, actor=people["rita"], base=1)


def test_a_file_that_is_there_is_not_overwritten(newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(Refused, match="there already"):
        backup.back_up(newsroom, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_what_is_wrong_with_a_backup_is_said(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    with sqlite3.connect(made) as raw:
        raw.execute("update revision set headline = 'forged'")
    with pytest.raises(Unreadable, match="does not pass the audit"):
        backup.check(made)
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at")
    with pytest.raises(Unreadable, match="no backup"):
        backup.check(tmp_path / "text.db")
    with pytest.raises(NotFound):
        backup.check(tmp_path / "none.db")


def test_a_newsroom_that_does_not_pass_is_not_backed_up(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        raw.execute("update revision set headline = 'forged'")
    with pytest.raises(Unreadable, match=r"^copy\.db does not pass the audit"):
        backup.back_up(newsroom, tmp_path / "copy.db")
    assert not list(tmp_path.glob("*copy*"))


def test_a_torn_backup_is_found(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    data = made.read_bytes()
    made.write_bytes(data[: len(data) // 2])
    with pytest.raises(Unreadable):
        backup.check(made)


def test_a_backup_whose_pages_are_broken_is_found_though_its_records_can_be_read(
    newsroom: Newsroom, draft: Story, tmp_path: Path
) -> None:
    """An index that no audit reads."""
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    with closing(sqlite3.connect(made)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notice_account_read'").fetchone()
        (size,) = raw.execute("PRAGMA page_size").fetchone()
    data = bytearray(made.read_bytes())
    data[(root - 1) * size : root * size] = bytes(size)
    made.write_bytes(data)
    with pytest.raises(Unreadable, match=r"copy\.db is damaged"):
        backup.check(made)


def test_what_belongs_to_a_newsroom_is_set_aside_with_it(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    """A write-ahead log left behind would be taken for that of the file that is put there."""
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    place = tmp_path / "other.db"
    for suffix in ("", "-wal", "-shm"):
        place.with_name(f"other.db{suffix}").write_bytes(b"old" + suffix.encode())
    restore(made, place)
    aside = next(tmp_path.glob("other-before-restore-*.db"))
    assert aside.read_bytes() == b"old"
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"old-wal"
    assert aside.with_name(aside.name + "-shm").exists()
    assert not list(tmp_path.glob("other.db-*"))


def test_restoring_sets_aside_what_is_there(newsroom: Newsroom, draft: Story, people, tmp_path: Path) -> None:
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    newsroom.stories.save(draft.id, draft.text.with_(dek="Later"), actor=people["rita"], base=1)
    newsroom.close()
    place = tmp_path / "galley.db"
    restore(made, place)
    again = open_newsroom(place)
    assert again.stories.get(draft.id).version == 1
    again.close()
    (aside,) = tmp_path.glob("galley-before-restore-*.db")
    later = open_newsroom(aside)
    assert later.stories.get(draft.id).dek == "Later"
    later.close()


def test_a_bad_backup_changes_nothing(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    newsroom.close()
    before = (tmp_path / "galley.db").read_bytes()
    (tmp_path / "bad.db").write_text("rubbish that is no database")
    with pytest.raises(Unreadable):
        restore(tmp_path / "bad.db", tmp_path / "galley.db")
    assert (tmp_path / "galley.db").read_bytes() == before


def test_a_backup_that_vanishes_while_it_is_checked_is_not_made_anew(newsroom: Newsroom, tmp_path, monkeypatch) -> None:
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    audit = backup._audit

    def vanish(path: Path, *rest: object) -> dict[str, int]:
        path.unlink()
        return audit(path, *rest)

    monkeypatch.setattr(backup, "_audit", vanish)
    with pytest.raises(Unreadable, match=r"copy\.db is damaged: unable to open"):
        backup.check(made)
    assert not made.exists()


def test_one_backup_a_day_is_made_by_itself(newsroom: Newsroom, clock: Clock, draft: Story, tmp_path: Path) -> None:
    first = backup.back_up_today(newsroom)
    assert first is not None
    assert backup.back_up_today(newsroom) is None
    clock.pass_by(days=1)
    second = backup.back_up_today(newsroom)
    assert second is not None
    assert backup_files.backups(tmp_path / "galley.db") == [second, first]


def test_a_newsroom_can_be_moved_by_its_backup(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    made = backup.back_up(newsroom, tmp_path / "copy.db").path
    shutil.copy(made, tmp_path / "elsewhere.db")
    restore(tmp_path / "elsewhere.db", tmp_path / "new" / "galley.db")
    moved = open_newsroom(tmp_path / "new" / "galley.db")
    assert moved.identity == newsroom.identity
    moved.close()


def test_how_far_a_backup_and_an_audit_are_is_told(newsroom: Newsroom, draft: Story, tmp_path: Path) -> None:
    for work in (newsroom.audit, partial(backup.back_up, newsroom, tmp_path / "kept.db")):
        shares: list[float] = []
        work(progress=shares.append)
        assert shares == sorted(shares)
        assert 0 < shares[0] < shares[-1] == 1.0


def test_a_copy_tells_how_far_it_is_and_is_of_one_moment(
    newsroom: Newsroom, draft: Story, people, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others write between its pages, which must not begin it anew."""
    monkeypatch.setattr(backup_files, "_PAGES", 1)
    shares: list[float] = []

    def write(share: float) -> None:
        shares.append(share)
        assert len(shares) < 1_000, "the copy began anew"
        newsroom.stories.keep(draft.id, draft.text.with_(dek=str(share)), actor=people["rita"], base=1)

    backup_files.copy_file(Path(newsroom.url), tmp_path / "copy.db", write)
    assert shares == sorted(set(shares)) and len(shares) > 10 and shares[-1] == 1.0
    copy = open_newsroom(tmp_path / "copy.db")
    assert copy.stories.working_copy(draft.id, actor=people["rita"]) is None
    copy.close()


class GivenUp(Exception):
    """Nobody waits any more."""


@pytest.mark.parametrize("after", [0.1, 0.5, 0.9])
def test_a_backup_that_is_given_up_leaves_nothing(
    newsroom: Newsroom, draft: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: float
) -> None:
    """While it copies, while it checks, and while it is put back."""
    monkeypatch.setattr(backup_files, "_PAGES", 1)
    made = backup.back_up(newsroom, tmp_path / "made.db").path
    newsroom.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def give_up(share: float) -> None:
        if share >= after:
            raise GivenUp

    with pytest.raises(GivenUp):
        backup.back_up(newsroom, tmp_path / "copy.db", give_up)
    newsroom.close()
    with pytest.raises(GivenUp):
        restore(made, tmp_path / "galley.db", progress=give_up)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
