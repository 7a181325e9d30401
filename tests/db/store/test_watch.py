"""What other programs write is noticed: by asking the file, and by listening to the server."""

import shutil
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from db.acts import Act
from db.errors import Displaced, NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.store.engine import MOVED, database_url, make_engine
from db.store.watch import ANYTHING, ChangeWatch
from tests.db.conftest import signed_in

_ON_SERVER = pytest.mark.parametrize("kind", ["postgresql"], indirect=True)


@pytest.fixture
def other(place: str) -> Iterator[Newsroom]:
    """The same newsroom, opened by another program."""
    other = open_newsroom(place)
    yield other
    other.close()


def eventually(happened: Callable[[], object]) -> object:
    """What something says, once it says anything, within ten seconds: notices come a moment after the commit."""
    until = time.monotonic() + 10
    while not (said := happened()) and time.monotonic() < until:
        time.sleep(0.01)
    return said


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_a_change_by_another_program_is_noticed_once(newsroom: Newsroom, other: Newsroom) -> None:
    assert newsroom.poll() is None
    other.settings.set("name", "Courier", actor=signed_in(other, "carl"))
    assert eventually(newsroom.poll) == ANYTHING
    assert newsroom.poll() is None
    assert newsroom.name == "Courier"


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_what_was_written_before_the_first_poll_is_no_news(newsroom: Newsroom, other: Newsroom) -> None:
    other.settings.set("name", "Courier", actor=signed_in(other, "carl"))
    assert newsroom.poll() is None
    assert newsroom.poll() is None


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_what_a_change_that_failed_wrote_is_no_news(newsroom: Newsroom, other: Newsroom) -> None:
    carl = signed_in(other, "carl")
    newsroom.poll()
    with pytest.raises(ZeroDivisionError), other.change(carl, Act.SET) as unit:
        unit.record("set")
        raise ZeroDivisionError
    assert newsroom.poll() is None


@_ON_SERVER
def test_after_a_broken_connection_it_is_taken_that_somebody_wrote(newsroom: Newsroom, other: Newsroom) -> None:
    for _ in range(2):
        assert newsroom.poll() is None
    listeners = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE query = 'LISTEN galley' AND datname = current_database()"
    )
    with other.engine.begin() as connection:
        assert connection.execute(sql(listeners)).all() == [(True,)]

    def broken() -> bool:
        try:
            newsroom.poll()
        except NewsroomError as error:
            return "does not answer" in str(error)
        return False

    assert eventually(broken)
    assert newsroom.poll() == ANYTHING
    assert newsroom.poll() is None


def test_a_server_that_accepts_and_says_nothing_is_waited_for_two_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        watch = ChangeWatch(make_engine(database_url(f"postgresql://carl@127.0.0.1:{silent.getsockname()[1]}/galley")))
        begun = time.monotonic()
        with pytest.raises(NewsroomError, match="does not answer"):
            watch.poll()
    assert 1 < time.monotonic() - begun < 6


def test_a_watch_that_is_closed_may_be_closed_again(newsroom: Newsroom) -> None:
    newsroom.poll()
    newsroom._watch.close()
    newsroom._watch.close()


def test_nothing_is_made_where_no_newsroom_is(tmp_path: Path) -> None:
    watch = ChangeWatch(make_engine(database_url(tmp_path / "galley.db")))
    with pytest.raises(NewsroomError, match="cannot be read"):
        watch.poll()
    assert list(tmp_path.iterdir()) == []


def rename(place: str, name: str) -> None:
    """Give the newsroom in a file another name, as another program does."""
    other = open_newsroom(place)
    other.settings.set("name", name, actor=signed_in(other, "carl"))
    other.close()


def test_the_same_newsroom_in_another_file_is_news_and_is_what_is_watched_from_then_on(
    newsroom: Newsroom, place: str, tmp_path: Path
) -> None:
    assert newsroom.poll() is None
    assert newsroom.poll() is None
    rename(shutil.copy(place, tmp_path / "copied.db"), "Courier")
    (tmp_path / "copied.db").replace(place)
    assert newsroom.poll() == ANYTHING
    assert newsroom.name == "Courier"
    assert newsroom.poll() is None
    rename(place, "Evening Courier")
    assert newsroom.poll() == ANYTHING


def test_a_newsroom_that_was_moved_to_a_server_is_displaced_at_each_poll(newsroom: Newsroom, place: str) -> None:
    assert newsroom.poll() is None
    with closing(sqlite3.connect(place)) as raw:
        raw.execute(f"PRAGMA user_version = {MOVED}")
    for _ in range(2):
        with pytest.raises(Displaced, match="moved to a server"):
            newsroom.poll()
