"""The founding of a newsroom."""

from contextlib import closing
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


def test_a_newsroom_is_founded_with_desks_of_any_language(tmp_path: Path) -> None:
    desks = "Économie, Город، Çevre、財經, économie"
    with closing(open_newsroom(tmp_path / "galley.db")) as room:
        chief = found(room, Founding("Courrier", desks, "Émile", "emile"))
        assert room.desks.all() == ["Économie", "Город", "Çevre", "財經"]
        assert chief.desks == ("Économie", "Город", "Çevre", "財經")
