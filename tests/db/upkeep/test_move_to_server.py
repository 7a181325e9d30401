"""Moving a newsroom to a server: the copy is whole, checked, and what is there is not overwritten."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from db.errors import Displaced, NewsroomError, Refused
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Stage
from db.store import backup_files
from db.upkeep import backup, move_to_server
from db.upkeep.restore import restore
from db.values import Story
from tests.db.conftest import People, signed_in
from tests.db.picture.test_pictures import picture
from tests.db.servers import Server


@pytest.fixture
def address(postgres: Server) -> str:
    """An empty database."""
    return postgres.url(postgres.new_database())


@pytest.fixture
def full(newsroom: Newsroom, people: People, draft: Story) -> Story:
    """A story that is approved, with a comment, a picture in store and a working copy."""
    newsroom.pictures.add(picture(), name="a.png", actor=people["rita"])
    newsroom.comments.add(draft.id, "Sure?", actor=people["nora"])
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    newsroom.moves.make(Move.APPROVE, draft.id, actor=people["nora"], problems=[])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Typed"), actor=people["nora"], base=1)
    return newsroom.stories.get(draft.id)


def test_everything_is_there_and_work_goes_on(newsroom: Newsroom, people: People, full: Story, address: str) -> None:
    shares: list[float] = []
    moved = move_to_server.move_to(newsroom, address, shares.append)
    assert moved.counts["story"] == 1
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    there = open_newsroom(address, clock=newsroom.clock)
    assert there.stories.get(full.id) == full
    assert there.audit().passed
    assert there.identity == newsroom.identity
    assert [hit.card.slug for hit in there.search.find("noon").hits] == ["ferry-back"]
    again = there.stories.create(full.text.with_(slug="next"), desk="City", actor=signed_in(there, "rita"))
    assert again.id == full.id + 1
    assert there.stories.get(full.id).stage is Stage.PUBLISH
    assert there.audit().passed
    there.close()
    assert newsroom.stories.get(full.id) == full


def test_a_newsroom_moves_out_of_a_folder_of_any_name(empty_file: Path, tmp_path: Path, address: str) -> None:
    folder = tmp_path / "with # and ?" / "100% %20%41" / "“quoted” 'single'" / os.fsdecode(b"latin-\xe4")
    folder.mkdir(parents=True)
    newsroom = open_newsroom(shutil.copy(empty_file, folder / "galley.db"))
    moved = move_to_server.move_to(newsroom, address)
    assert moved.backup is not None
    assert moved.backup.is_relative_to(folder)
    assert backup.check(moved.backup).counts["account"] == moved.counts["account"]
    newsroom.close()


def test_pictures_are_carried_one_by_one(newsroom: Newsroom, people: People) -> None:
    for width in (30, 31, 32):
        newsroom.pictures.add(picture(size=(width, 20)), name=f"{width}.png", actor=people["rita"])
    with newsroom.engine.connect() as source:
        tables = SQLModel.metadata.tables
        data, facts = (move_to_server._pages(source, tables[name]) for name in ("picture_data", "picture"))
        assert list(map(len, data)) == [1, 1, 1]
        assert list(map(len, facts)) == [3]


def test_a_newsroom_that_is_there_is_not_overwritten(
    newsroom: Newsroom, people: People, full: Story, address: str
) -> None:
    move_to_server.move_to(newsroom, address)
    there = open_newsroom(address)
    there.settings.set("name", "Courier", actor=signed_in(there, "carl"))
    with pytest.raises(Refused, match="already"):
        move_to_server.move_to(newsroom, address)
    assert there.name == "Courier"
    there.close()


def test_moving_again_what_is_there_already_only_compares(newsroom: Newsroom, full: Story, address: str) -> None:
    first = move_to_server.move_to(newsroom, address)
    assert move_to_server.move_to(newsroom, address).counts == first.counts


def test_a_backup_is_made_before_and_is_whole(newsroom: Newsroom, full: Story, address: str) -> None:
    made = move_to_server.move_to(newsroom, address).backup
    assert made is not None
    assert made in backup_files.backups(Path(newsroom.url))
    assert "before-move" in made.name
    assert backup.check(made).counts["story"] == 1


def test_the_file_left_behind_is_read_and_not_written(
    newsroom: Newsroom, people: People, full: Story, address: str
) -> None:
    move_to_server.move_to(newsroom, address)
    beside = open_newsroom(newsroom.url, create=False)
    rita = signed_in(beside, "rita")
    with pytest.raises(Displaced, match="moved to a server"):
        beside.stories.create(full.text.with_(slug="late"), desk="City", actor=rita)
    with pytest.raises(Displaced, match="moved to a server"):
        newsroom.stories.keep(full.id, full.text.with_(dek="Late"), actor=people["nora"], base=full.version)
    with pytest.raises(Displaced, match="moved to a server"):
        beside.poll()
    assert beside.stories.get(full.id) == full
    assert beside.audit().passed
    beside.close()


def test_nobody_writes_in_the_file_while_it_is_copied(newsroom: Newsroom, full: Story, address: str) -> None:
    tried: list[float] = []

    def write_beside(share: float) -> None:
        if 0.3 < share < 1:
            beside = sqlite3.connect(newsroom.url, timeout=0)
            with closing(beside), pytest.raises(sqlite3.OperationalError, match="locked"):
                beside.execute("UPDATE story SET lines = lines + 1")
            tried.append(share)

    move_to_server.move_to(newsroom, address, write_beside)
    assert tried


def test_the_backup_made_before_is_written_again_when_it_is_put_back(
    newsroom: Newsroom, people: People, full: Story, address: str
) -> None:
    made = move_to_server.move_to(newsroom, address).backup
    assert made is not None
    restore(made, Path(newsroom.url))
    newsroom.settings.set("name", "Courier", actor=people["carl"])
    assert newsroom.name == "Courier"


def test_a_server_that_goes_away_meanwhile_is_one_sentence(
    newsroom: Newsroom, people: People, full: Story, address: str, postgres: Server
) -> None:
    def cut(share: float) -> None:
        if share > 0.3:
            postgres.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname LIKE 'galley%'")

    with pytest.raises(NewsroomError, match="server") as told:
        move_to_server.move_to(newsroom, address, cut)
    assert "\n" not in str(told.value)
    newsroom.settings.set("name", "Courier", actor=people["carl"])


def test_an_interrupted_move_can_be_made_again(
    newsroom: Newsroom, full: Story, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(share: float) -> None:
        if share > 0.3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move_to_server.move_to(newsroom, address, stop)
    assert newsroom.audit().passed
    move_to_server.move_to(newsroom, address)
    there = open_newsroom(address)
    assert there.audit().passed
    there.close()


def test_a_copy_that_differs_is_not_taken(
    newsroom: Newsroom, full: Story, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    truth = move_to_server._hash
    monkeypatch.setattr(move_to_server, "_hash", lambda c, table, leave_out="": truth(c, table, leave_out) + leave_out)
    with pytest.raises(NewsroomError, match="is not the same"):
        move_to_server.move_to(newsroom, address)


def test_a_value_the_server_does_not_take_is_one_sentence_and_the_move_can_be_made_again(
    newsroom: Newsroom, full: Story, address: str
) -> None:
    """SQLite takes any number into a column."""
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE story SET lines = 10000000000"))
    with pytest.raises(NewsroomError, match="in the table story") as told:
        move_to_server.move_to(newsroom, address)
    assert "\n" not in str(told.value)
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE story SET lines = 10"))
    move_to_server.move_to(newsroom, address)


def test_only_a_server_will_do(newsroom: Newsroom, tmp_path) -> None:
    with pytest.raises(Refused, match="postgresql"):
        move_to_server.move_to(newsroom, str(tmp_path / "other.db"))
