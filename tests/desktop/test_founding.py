"""The founding of a newsroom."""

from pathlib import Path

from db.newsroom import open_newsroom
from db.settings import TIME_ZONE
from desktop.founding import Founding, found


def test_founding_makes_all_desks_and_sets_the_zone(tmp_path: Path) -> None:
    room = open_newsroom(tmp_path / "new.db")
    try:
        chief = found(room, Founding("Post", "City, Sport", "Ann", "ann", "long enough", "Asia/Shanghai"))
        assert (chief.desks, room.desks.all()) == (("City", "Sport"), ["City", "Sport"])
        assert room.settings.get(TIME_ZONE) == "Asia/Shanghai"
    finally:
        room.close()
