"""Opening brings a newsroom up to date: only when needed, after a backup, and never somebody else's file."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy import text as sql
from sqlalchemy.engine import URL
from sqlmodel import SQLModel

from db.errors import NewsroomError, NotFound, Unreadable
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.store import backup_files, migrate, seals
from db.store.engine import database_url
from db.store.tables import AccountKeyRow, AccountRow, RevisionRow, SignOffRow
from db.store.unit_of_work import UnitOfWork
from db.story import moves
from db.story.signoff import message_of
from db.upkeep import backup
from db.upkeep.restore import restore
from db.values import Progress, Story, StoryText
from tests.db.conftest import populate, signed_in
from tests.db.servers import Server

EXTRA = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9000", "{before}"

def upgrade():
    op.add_column("revision", sa.Column("extra", sa.String(), nullable=False, server_default=""))
"""
"""A script of tomorrow."""

WITH_EXTRA = """
import sys
from pathlib import Path
from sqlalchemy import Column, String
from db.newsroom import Newsroom, open_newsroom
from db.store import migrate, seals
from db.store.tables import RevisionRow

RevisionRow.extra = Column("extra", String, nullable=False, server_default="", default="")
seals.LATER[(RevisionRow, "extra")] = ""
migrate.SCRIPTS, migrate.HEAD = Path(sys.argv[1]), "9000"
for place in sys.argv[2:]:
    newsroom = open_newsroom(place)
    assert newsroom.audit().passed, newsroom.audit()
    assert len(newsroom.search.find("ferry").hits) == len(newsroom.stories.list())
    newsroom.close()
"""
"""A Galley of tomorrow, which opens newsrooms."""


def _is_a_model(name: str | None, kind: str, _parents: dict[str, str | None]) -> bool:
    """The tables of the full-text index are no models."""
    return kind != "table" or not (name or "").startswith("story_search")


def test_the_migrations_make_just_the_tables_of_the_models(newsroom) -> None:
    with newsroom.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False, "include_name": _is_a_model})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_scripts_follow_one_another_and_the_last_is_head() -> None:
    scripts = list(ScriptDirectory(str(migrate.SCRIPTS)).walk_revisions())
    assert scripts[0].revision == migrate.HEAD
    assert all(Path(script.path).name.startswith(f"{script.revision}_") for script in scripts)


def test_no_two_scripts_have_one_number_and_none_is_left_out() -> None:
    numbers = sorted(script.name[:4] for script in (migrate.SCRIPTS / "versions").glob("*.py"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_scripts_know_no_table_of_today() -> None:
    """A script that reads today's models breaks every new newsroom once a column is added to them."""
    for script in (migrate.SCRIPTS / "versions").glob("*.py"):
        known = set(re.findall(r"^\s*(?:from|import) (\w+)", script.read_text(encoding="utf-8"), re.MULTILINE))
        assert known <= {"alembic", "sqlalchemy"}, script.name


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_column_added_to_revisions_leaves_new_and_old_newsrooms_sound(
    kind: str, newsroom: Newsroom, draft: Story, place: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    scripts = shutil.copytree(migrate.SCRIPTS, tmp_path / "migrations")
    (scripts / "versions" / "9000_extra.py").write_text(EXTRA.format(before=migrate.HEAD))
    new = str(tmp_path / "new.db")
    if kind == "postgresql":
        server = request.getfixturevalue("postgres")
        new = server.url(server.new_database())
    subprocess.run([sys.executable, "-c", WITH_EXTRA, str(scripts), new, place], check=True, timeout=60)


def test_alembic_is_not_loaded_for_a_newsroom_that_is_current(newsroom) -> None:
    code = f"import sys; from db.newsroom import open_newsroom; open_newsroom({newsroom.url!r}).close()"
    check = "; sys.exit('alembic' in sys.modules)"
    subprocess.run([sys.executable, "-c", code + check], check=True, timeout=60)


def test_a_newsroom_that_vanishes_while_it_is_opened_is_not_made_anew(newsroom, monkeypatch) -> None:
    place = Path(newsroom.url)
    monkeypatch.setattr(migrate, "_prepare_file", lambda _url, create: place.unlink())
    with pytest.raises(NewsroomError, match="cannot be opened"):
        migrate.bring_up_to_date(database_url(place))
    assert not place.exists()


def test_a_newsroom_that_vanishes_before_its_tables_are_upgraded_is_not_made_anew(newsroom, monkeypatch) -> None:
    place = Path(newsroom.url)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(migrate, "_keep", Path.unlink)
    with pytest.raises(NewsroomError, match="cannot be opened"):
        migrate.bring_up_to_date(database_url(place))
    assert not place.exists()


def test_a_newsroom_from_a_newer_galley_is_left_alone(newsroom) -> None:
    with closing(sqlite3.connect(newsroom.url)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unreadable, match="newer Galley"):
        open_newsroom(newsroom.url)


def test_an_older_newsroom_is_backed_up_before_it_is_upgraded(newsroom, tmp_path, monkeypatch) -> None:
    with closing(sqlite3.connect(newsroom.url)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(migrate, "_upgrade", lambda url, progress: None)
    open_newsroom(newsroom.url).close()
    (copy,) = backup_files.backups(tmp_path / "galley.db")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM account").fetchone() == (6,)


def test_another_programs_database_is_left_alone(tmp_path) -> None:
    path = tmp_path / "music.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE song (name)")
    before = path.read_bytes()
    with pytest.raises(Unreadable, match="not a Galley newsroom"):
        open_newsroom(path)
    assert path.read_bytes() == before


def test_a_missing_newsroom_is_not_made_by_those_who_only_ask(tmp_path) -> None:
    with pytest.raises(NotFound, match="no newsroom"):
        open_newsroom(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_newsroom(tmp_path) -> None:
    with pytest.raises(Unreadable, match="folder"):
        open_newsroom(tmp_path)


def test_opening_a_newsroom_twice_in_one_process_keeps_the_locks_of_the_first(tmp_path: Path) -> None:
    """Without them another program that closes the file takes the log of changes away from under the first."""
    path = tmp_path / "galley.db"
    first = open_newsroom(path)
    first.desks.add("City", actor=None)
    open_newsroom(path).close()
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select 1 from desk'); c.close()"
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert path.with_name("galley.db-wal").exists()
    first.desks.add("Sport", actor=None)
    first.close()


_UNDONE: dict[str, tuple[str, ...]] = {
    "0024": ("ALTER TABLE desk DROP COLUMN retired",),
    "0023": ("ALTER TABLE story DROP COLUMN hold_id", "DROP TABLE hold", "DROP TABLE story_check"),
    "0022": (),
    "0021": ("ALTER TABLE picture DROP COLUMN alt",),
    "0020": ("DROP TABLE judgement",),
    "0019": ("DROP TABLE suggestion",),
    "0018": ("DROP TABLE review",),
    "0017": tuple(
        f"DROP INDEX story_by_{name}" for name in ("slug", "headline", "words", "due", "changed", "kind", "writer")
    ),
    "0016": (),
    "0015": ("DROP INDEX story_listed",),
    "0014": tuple(f"ALTER TABLE sign_off DROP COLUMN {name}" for name in ("layout", "due", "desk_id")),
    "0012": (),
    "0011": ("ALTER TABLE export DROP COLUMN signature", "ALTER TABLE export DROP COLUMN public_key"),
    "0010": ("ALTER TABLE account_key DROP COLUMN origin", "ALTER TABLE account_key DROP COLUMN given_by"),
    "0009": ("ALTER TABLE story DROP COLUMN source", "ALTER TABLE revision DROP COLUMN source"),
    "0008": ("ALTER TABLE story DROP COLUMN kind",),
    "0007": ("DROP TABLE undecided",),
    "0006": ("DROP TABLE log_end",),
}
"""What takes away what a script has brought, the newest first."""


def set_back(execute: Callable[[str], object], version: str) -> None:
    """Make the tables those of an older Galley."""
    for script, statements in _UNDONE.items():
        for statement in statements if script > version else ():
            execute(statement)
    execute(f"UPDATE alembic_version SET version_num = '{version}'")


def message_of_the_text_alone(row: SignOffRow) -> bytes:
    """What an approval signed before it named what is printed beside the text."""
    return message_of(SignOffRow(**row.model_dump() | {"layout": "", "due": None, "desk_id": None}))


def without_later_columns(table: type[SQLModel], name: str, _value: object) -> bool:
    """What was sealed of a row before any table was added to."""
    return (table, name) not in {*seals.MEASURED, *seals.LATER}


@pytest.fixture
def older(tmp_path: Path, text: StoryText, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A newsroom whose log vouches for people, keys and texts alone, and does not say where it ends."""
    path, seal = tmp_path / "older.db", UnitOfWork.seal
    known = (AccountRow, AccountKeyRow, RevisionRow)
    with monkeypatch.context() as then:
        then.setattr(seals, "_is_sealed", without_later_columns)
        then.setattr(UnitOfWork, "seal", lambda self, row: seal(self, row) if isinstance(row, known) else None)
        populate(path)
        newsroom = open_newsroom(path)
        newsroom.stories.create(text, desk="City", actor=signed_in(newsroom, "rita"))
        newsroom.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        set_back(raw.execute, "0005")
    return path


def test_the_log_of_an_older_newsroom_vouches_for_all_once_it_is_up_to_date(older: Path) -> None:
    newsroom = open_newsroom(older)
    assert newsroom.audit().passed
    newsroom.settings.set("name", "Courier", actor=signed_in(newsroom, "carl"))
    assert newsroom.audit().passed
    newsroom.close()
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute("UPDATE desk SET name = 'Moon' WHERE name = 'City'")
    newsroom = open_newsroom(older)
    assert "desk" in newsroom.audit().fault
    newsroom.close()


@pytest.fixture
def bare(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a newsroom may be made."""
    if kind == "sqlite":
        yield str(tmp_path / "bare.db")
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.new_database()
    yield postgres.url(name)
    postgres.drop(name)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_rows_from_before_a_column_was_added_have_its_default_and_keep_their_seals(
    bare: str, text: StoryText, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setattr(seals, "_is_sealed", without_later_columns)
        populate(bare)
        newsroom = open_newsroom(bare)
        draft = newsroom.stories.create(text, desk="City", actor=signed_in(newsroom, "rita"))
    with newsroom.engine.begin() as behind:
        set_back(lambda statement: behind.execute(sql(statement)), "0007")
    newsroom.close()
    again = open_newsroom(bare)
    assert again.stories.get(draft.id).kind == ""
    assert again.audit().passed
    again.close()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_stories_from_before_there_were_sources_keep_seals_and_approvals_and_are_found(
    bare: str, text: StoryText, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setattr(seals, "_is_sealed", without_later_columns)
        populate(bare)
        newsroom = open_newsroom(bare)
        then.setattr(moves, "message_of", message_of_the_text_alone)
        draft = newsroom.stories.create(text, desk="City", actor=signed_in(newsroom, "rita"))
        newsroom.moves.make(Move.SUBMIT, draft.id, actor=signed_in(newsroom, "rita"), problems=[])
        approved = newsroom.moves.make(Move.APPROVE, draft.id, actor=signed_in(newsroom, "nora"), problems=[])
    with newsroom.engine.begin() as behind:
        set_back(lambda statement: behind.execute(sql(statement)), "0008")
    newsroom.close()
    again = open_newsroom(bare)
    story = again.stories.get(draft.id)
    assert (story.source, story.text.content_hash) == ("", approved.content_hash)
    assert story.sign_off == replace(approved.sign_off, layout="", desk="")
    assert again.audit().passed
    assert [hit.card.slug for hit in again.search.find("ferry noon").hits] == ["ferry-back"]
    again.close()


@pytest.fixture
def before_folding(bare: str, text: StoryText) -> str:
    """A newsroom with an index of the words as they are written, which no folded question finds."""
    populate(bare)
    newsroom = open_newsroom(bare)
    newsroom.stories.create(text.with_(headline="Район"), desk="City", actor=signed_in(newsroom, "rita"))
    with newsroom.engine.begin() as behind:
        behind.execute(sql("DROP TABLE story_search"))
        behind.execute(sql("CREATE TABLE story_search (words TEXT)"))
        set_back(lambda statement: behind.execute(sql(statement)), "0011")
    newsroom.close()
    return bare


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_the_folded_index_is_made_once_and_its_progress_told(before_folding: str) -> None:
    told = list[float]()
    newsroom = open_newsroom(before_folding, progress=told.append)
    assert told == [0.0, 1.0]
    assert [hit.card.slug for hit in newsroom.search.find("РАЙОН").hits] == ["ferry-back"]
    newsroom.close()
    open_newsroom(before_folding, progress=told.append).close()
    assert told == [0.0, 1.0]


def test_what_another_program_has_brought_up_to_date_is_not_done_again(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade, records = migrate._upgrade, list[int]()

    def just_after_another(url: URL, progress: Progress) -> None:
        monkeypatch.undo()
        records.append(count_records(older))
        upgrade(url, progress)

    monkeypatch.setattr(migrate, "_upgrade", just_after_another)
    newsroom = open_newsroom(older)
    records.append(count_records(older))
    assert records[0] == records[1]
    assert newsroom.audit().passed
    newsroom.close()


def count_records(place: Path) -> int:
    """Records in the log of a newsroom, which is opened for that."""
    newsroom = open_newsroom(place)
    with newsroom.engine.connect() as connection:
        number = connection.execute(sql("SELECT count(*) FROM event")).scalar_one()
    newsroom.close()
    return int(number)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_two_programs_may_bring_a_newsroom_up_to_date_at_once(
    before_folding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = migrate._upgrade

    def just_after_another(url: URL, progress: Progress) -> None:
        monkeypatch.undo()
        open_newsroom(before_folding).close()
        upgrade(url, progress)

    monkeypatch.setattr(migrate, "_upgrade", just_after_another)
    newsroom = open_newsroom(before_folding)
    assert [hit.card.slug for hit in newsroom.search.find("район").hits] == ["ferry-back"]
    assert newsroom.audit().passed
    newsroom.close()


KILLED = """
import os, signal, sys
from db.newsroom import open_newsroom
open_newsroom(sys.argv[1], progress=lambda share: os.kill(os.getpid(), signal.SIGKILL))
"""
"""A Galley that is killed while it makes the index."""


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_a_newsroom_whose_index_was_half_made_is_as_it_was_and_the_next_makes_it(before_folding: str) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, before_folding], timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    engine = create_engine(database_url(before_folding))
    with engine.connect() as connection:
        assert connection.execute(sql("SELECT version_num FROM alembic_version")).scalar() == "0011"
        assert connection.execute(sql("SELECT count(words) FROM story_search")).scalar() == 0
    engine.dispose()
    newsroom = open_newsroom(before_folding)
    assert [hit.card.slug for hit in newsroom.search.find("район").hits] == ["ferry-back"]
    assert newsroom.audit().passed
    newsroom.close()


def test_a_backup_with_older_tables_is_checked_and_restored(older: Path, tmp_path: Path) -> None:
    before = older.read_bytes()
    assert backup.check(older).counts["story"] == 1
    assert older.read_bytes() == before
    restore(older, tmp_path / "new.db")
    newsroom = open_newsroom(tmp_path / "new.db")
    assert newsroom.audit().passed
    newsroom.close()
