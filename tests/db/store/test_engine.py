"""Two programs on one file: no update is lost, nobody waits for ever, and faults are one sentence."""

import ast
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError

from db.errors import NewsroomError, Unreadable
from db.newsroom import open_newsroom
from db.store import engine
from db.store.tables import SettingRow
from db.store.unit_of_work import own_change
from tests.db.conftest import COUNT_ON

ROOT = Path(__file__).resolve().parents[3]


def test_no_complaint_of_a_database_shows_what_was_to_be_stored() -> None:
    """Among it are the hashes of passwords and the keys of people."""
    makers = [
        (path, node)
        for path in (ROOT / "db").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "create_engine"
    ]
    assert len(makers) >= 4
    assert not [path for path, call in makers if "hide_parameters" not in {word.arg for word in call.keywords}]


def test_two_writing_processes_lose_no_update(newsroom, people) -> None:
    newsroom.settings.set("count", 0, actor=people["carl"])
    command = [sys.executable, "-c", COUNT_ON, newsroom.url, "300"]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    errors = [process.communicate(timeout=120)[1].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0], errors
    assert newsroom.settings.get("count") == 600


def test_the_file_is_kept_as_safely_as_sqlite_can(newsroom) -> None:
    with newsroom.reading() as session:
        ask = session.connection().exec_driver_sql
        found = {name: ask(f"PRAGMA {name}").scalar() for name in ("journal_mode", "foreign_keys", "synchronous")}
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}


def test_a_change_that_fails_half_way_leaves_nothing(newsroom, snapshot) -> None:
    before = snapshot()
    with pytest.raises(ZeroDivisionError), own_change(newsroom) as writing:
        writing.session.add(SettingRow(key="half", value=1))
        writing.session.flush()
        _ = 1 / 0
    assert snapshot() == before


def test_a_database_held_by_another_program_is_one_sentence(newsroom, people, monkeypatch) -> None:
    carl = people["carl"]
    monkeypatch.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "PRAGMA busy_timeout=10"))
    newsroom.engine.dispose()
    with closing(sqlite3.connect(newsroom.url, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NewsroomError, match="is busy"):
            newsroom.settings.set("x", 1, actor=carl)


def test_a_read_only_database_is_one_sentence(newsroom, people) -> None:
    carl = people["carl"]
    with newsroom.reading() as session:
        session.connection().exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(NewsroomError, match="read-only"):
        newsroom.settings.set("x", 1, actor=carl)


def test_a_newsroom_in_a_read_only_folder_is_one_sentence(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "galley.db").mkdir()  # nobody can open it, as nobody can open a log in such a folder
    monkeypatch.setattr(engine.os, "access", lambda _folder, _mode: False)
    closed = engine.make_engine(engine.database_url(tmp_path / "galley.db"))
    with pytest.raises(NewsroomError, match="its folder is read-only for you"), engine.session(closed):
        pass


@pytest.mark.parametrize("make", [engine.make_engine, engine.make_bare_engine])
def test_no_engine_makes_a_file_that_is_missing(make: Callable[[URL], Engine], tmp_path: Path) -> None:
    with pytest.raises(OperationalError), make(engine.database_url(tmp_path / "galley.db")).connect():
        pass
    assert not list(tmp_path.iterdir())


def test_connections_are_opened_where_a_missing_file_is_not_made() -> None:
    places = {"create_engine(": "engine.py", "sqlite3.connect(": "opened_file.py"}
    sources = [path for layer in ("db", "exports", "desktop") for path in (ROOT / layer).rglob("*.py")]
    for call, place in places.items():
        assert {path.name for path in sources if call in path.read_text(encoding="utf-8")} == {place}


@pytest.mark.parametrize("place", ["mysql://host/db", "postgresql//x://"])
def test_an_address_of_another_kind_is_refused(place: str) -> None:
    with pytest.raises(NewsroomError):
        open_newsroom(place)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes")
    with pytest.raises(Unreadable, match="not an SQLite database"):
        open_newsroom(path)
    assert path.read_text() == "my notes"


def test_what_is_missing_for_a_server_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _name: None)
    with pytest.raises(NewsroomError, match=r"pip install 'galley\[postgres\]'"):
        engine.database_url("postgresql://nora@localhost/galley")
    assert engine.database_url("galley.db").database == "galley.db"


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    gone = engine.database_url("postgresql://nora@localhost:1/galley")
    with pytest.raises(NewsroomError) as told, engine.session(engine.make_engine(gone)):
        pass
    assert str(told.value) == (
        "The server that holds galley on localhost does not answer: is it running, and can it be reached?"
    )


def test_a_server_whose_database_nobody_named_is_told_without_a_name() -> None:
    said = OperationalError("", {}, Exception("connection failed: Is the server running on that host?"))
    assert engine.explain(said, engine.database_url("postgresql://")).startswith(
        "The server that holds the newsroom does not"
    )
    assert "the newsroom on press.example" in engine.explain(said, engine.database_url("postgresql://press.example"))


def test_a_full_disk_is_told_from_a_broken_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite says of both that there was an error of input or output."""
    said = OperationalError("SELECT 1", {}, sqlite3.OperationalError("disk I/O error"))
    url = engine.database_url(tmp_path / "galley.db")
    assert "the disk reports an error" in engine.explain(said, url)
    monkeypatch.setattr(engine, "is_full", lambda folder: folder == tmp_path)
    assert f"The disk that holds {tmp_path / 'galley.db'} is full" in engine.explain(said, url)


def test_a_newsroom_at_a_link_that_leads_back_to_itself_is_told_in_one_sentence(tmp_path: Path) -> None:
    circle = tmp_path / "galley.db"
    circle.symlink_to(circle)
    with pytest.raises(NewsroomError, match="leads back to itself"):
        open_newsroom(str(circle))


def test_a_password_in_an_address_that_cannot_be_read_is_not_shown() -> None:
    with pytest.raises(NewsroomError) as found:
        engine.database_url("postgresql://rita:secret@[::1/paper")
    assert "…@[::1/paper" in str(found.value)
    assert "secret" not in str(found.value)


def test_only_a_file_is_ever_left_behind_by_a_move(newsroom) -> None:
    with newsroom.reading() as session:
        assert not engine.is_moved(session.connection())
    with own_change(newsroom) as unit:
        engine.mark_moved(unit.session.connection())
    with newsroom.reading() as session:
        assert engine.is_moved(session.connection())
