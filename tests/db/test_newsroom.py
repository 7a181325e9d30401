"""A newsroom is opened once and hands out its parts."""

from pathlib import Path

import pytest

from db.errors import NotFound
from db.newsroom import Newsroom, open_newsroom, utc_now
from db.settings import TIME_ZONE
from tests.db.conftest import People


def test_a_newsroom_keeps_the_identity_it_was_founded_with(tmp_path: Path) -> None:
    first = open_newsroom(tmp_path / "a.db")
    second, other = open_newsroom(tmp_path / "a.db"), open_newsroom(tmp_path / "b.db")
    assert first.identity == second.identity != other.identity
    assert len(first.identity) == 32
    for newsroom in (first, second, other):
        newsroom.close()


def test_name_and_zone_are_what_the_chief_has_set(newsroom: Newsroom, people: People) -> None:
    assert (newsroom.name, newsroom.zone) == ("Newsroom", None)
    newsroom.settings.set("name", "Courier", actor=people["carl"])
    newsroom.settings.set(TIME_ZONE, "Asia/Shanghai", actor=people["carl"])
    assert (newsroom.name, str(newsroom.zone)) == ("Courier", "Asia/Shanghai")


def test_who_only_asks_makes_no_newsroom(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_newsroom(tmp_path / "none.db", create=False)


def test_the_moment_has_a_zone() -> None:
    assert utc_now().utcoffset() is not None
