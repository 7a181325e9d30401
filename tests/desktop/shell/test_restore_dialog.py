"""A backup takes the place of a newsroom only when its chief has confirmed it."""

import shutil
from pathlib import Path

import pytest

from db.errors import Refused
from db.newsroom import Newsroom, open_newsroom
from db.upkeep.backup import back_up, check
from desktop.shell.restore_dialog import confirm, restore_over, standing_at
from tests.db.conftest import PASSWORD


@pytest.fixture
def place(newsroom: Newsroom, staffed: Path, tmp_path: Path) -> Path:
    """Another newsroom than the one that is open, with a backup of that beside it."""
    back_up(newsroom, tmp_path / "copy.db")
    shutil.copy(staffed, tmp_path / "other.db")
    return tmp_path / "other.db"


def test_what_stands_at_a_place_names_its_chiefs(place: Path) -> None:
    standing = standing_at(place)
    assert standing is not None
    assert [one.login for one in standing.chiefs] == ["chief"]
    opened = open_newsroom(place)
    assert (standing.identity, standing.name) == (opened.identity, opened.name)
    opened.close()


@pytest.mark.parametrize("content", [None, b"", b"no newsroom", b"SQLite format 3\0" + b"\0" * 9_000])
def test_where_no_newsroom_stands_nobody_is_asked(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "other.db").write_bytes(content)
    assert standing_at(tmp_path / "other.db") is None


def test_only_who_may_restore_there_confirms(place: Path) -> None:
    standing = standing_at(place)
    assert standing is not None
    confirm(standing, "chief", PASSWORD)
    with pytest.raises(Refused, match="Only the chief may put a backup"):
        confirm(standing, "editor", PASSWORD)
    with pytest.raises(Refused, match="password"):
        confirm(standing, "chief", "a guess")


def test_a_newsroom_that_came_to_stand_there_meanwhile_is_not_restored_over(place: Path, tmp_path: Path) -> None:
    before = place.read_bytes()
    for confirmed in ("", "another one"):
        with pytest.raises(Refused, match="is another newsroom now"):
            restore_over(tmp_path / "copy.db", place, confirmed)
    assert place.read_bytes() == before
    standing = standing_at(place)
    assert standing is not None
    made = restore_over(tmp_path / "copy.db", place, standing.identity)
    assert made.aside is not None
    assert check(made.aside).counts == check(place).counts
