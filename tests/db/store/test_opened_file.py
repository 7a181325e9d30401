"""Whatever becomes of a newsroom's file while it is open, nothing is acknowledged that is not in it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.acts import Act
from db.errors import Displaced, NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.store.opened_file import _is_same
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import Account, Story, StoryText

FileAct = Callable[[Path], None]


def delete(file: Path) -> None:
    file.unlink()


def rename(file: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))


def rename_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))


def empty(file: Path) -> None:
    os.truncate(file, 0)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2 // 4096 * 4096)


def replace(file: Path) -> None:
    other = file.with_name("other.db")
    open_newsroom(other).close()
    other.replace(file)


def write_over(file: Path) -> None:
    """As `cp` does: the file is the same, all that stands in it is not."""
    other = file.with_name("other.db")
    open_newsroom(other).close()
    file.write_bytes(other.read_bytes())


def put_in_a_text(file: Path) -> None:
    file.unlink()
    file.write_text("no newsroom, but a text that is long enough to look at " * 200)


LOST = (delete, rename, rename_folder, empty, cut, replace, write_over, put_in_a_text)


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else writes here: what cannot be read now cannot be read later."""
    monkeypatch.setattr("db.store.opened_file._BETWEEN_SECONDS", 0)


@pytest.fixture
def place(empty_file: Path, tmp_path: Path) -> str:
    """A newsroom in a folder of its own."""
    folder = tmp_path / "paper"
    folder.mkdir()
    return str(shutil.copy(empty_file, folder / "galley.db"))


@pytest.fixture
def rita(people: dict[str, Account]) -> Account:
    return people["rita"]


@pytest.fixture
def story(newsroom: Newsroom, rita: Account, text: StoryText) -> Story:
    return newsroom.stories.create(text, desk="City", actor=rita)


@pytest.mark.parametrize("act", LOST)
def test_nothing_is_acknowledged_that_is_not_in_the_newsroom(
    newsroom: Newsroom, place: str, story: Story, rita: Account, act: FileAct
) -> None:
    act(Path(place))
    for _ in range(2):
        with pytest.raises(Displaced) as told:
            newsroom.stories.save(story.id, story.text.with_(dek="Lost"), actor=rita, base=story.version)
        assert str(told.value).count(".") <= 2 + place.count(".")
    with pytest.raises(NewsroomError):
        newsroom.poll()


@pytest.mark.parametrize("act", LOST)
def test_what_happens_in_the_midst_of_a_write_undoes_it(
    newsroom: Newsroom, place: str, story: Story, rita: Account, act: FileAct
) -> None:
    heard: list[object] = []
    newsroom.subscribe(heard.append)
    with pytest.raises(Displaced), newsroom.change(rita, Act.CREATE) as unit:
        unit.touch("stories", story.id)
        act(Path(place))
    assert heard == []


def test_what_is_written_while_a_backup_takes_the_place_is_not_acknowledged(
    newsroom: Newsroom, place: str, rita: Account
) -> None:
    back_up(newsroom, Path(place).with_name("backup.db"))
    with pytest.raises(Displaced, match="was not stored"), newsroom.change(rita, Act.CREATE) as unit:
        unit.touch("stories")
        Path(place).with_name("backup.db").replace(place)


def test_a_file_that_says_of_no_newsroom_whose_it_is_is_not_taken(newsroom: Newsroom, place: str) -> None:
    other = back_up(newsroom, Path(place).with_name("other.db")).path
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        raw.execute("DELETE FROM setting WHERE key = 'identity'")
    newsroom.poll()
    other.replace(place)
    with pytest.raises(Displaced, match="another newsroom"):
        newsroom.poll()


def test_what_is_undone_is_not_in_the_file_that_lost_its_name_either(
    newsroom: Newsroom, place: str, rita: Account
) -> None:
    with pytest.raises(Displaced), newsroom.change(rita, Act.CREATE) as unit:
        unit.record("import")
        unit.session.flush()
        rename(Path(place))
    Path(place).with_name("elsewhere.db").rename(place)
    with newsroom.reading() as session:
        found = session.connection().exec_driver_sql("SELECT count(*) FROM event WHERE action = 'import'")
        assert found.scalar_one() == 0


def test_no_empty_file_is_made_where_the_newsroom_was(newsroom: Newsroom, place: str, story: Story) -> None:
    delete(Path(place))
    with pytest.raises(Displaced, match="gone"):
        newsroom.stories.get(story.id)
    with pytest.raises(Displaced, match="gone"):
        newsroom.poll()
    assert not Path(place).exists()


def test_work_goes_on_when_the_file_is_there_again(newsroom: Newsroom, place: str, story: Story, rita: Account) -> None:
    aside = Path(place).rename(f"{place}-aside")
    with pytest.raises(Displaced):
        newsroom.stories.save(story.id, story.text.with_(dek="Lost"), actor=rita, base=story.version)
    aside.rename(place)
    newsroom.stories.save(story.id, story.text.with_(dek="Again"), actor=rita, base=story.version)
    newsroom.close()
    with closing(sqlite3.connect(place)) as raw:
        assert raw.execute("SELECT dek FROM story").fetchone() == ("Again",)


def test_work_goes_on_in_what_was_restored(newsroom: Newsroom, place: str, story: Story, rita: Account) -> None:
    backup = Path(place).with_name("backup.db")
    back_up(newsroom, backup)
    later = newsroom.stories.save(story.id, story.text.with_(dek="Later"), actor=rita, base=story.version)
    newsroom.poll()
    restore(backup, Path(place))
    assert newsroom.poll() is not None
    assert newsroom.replaced == 1
    assert newsroom.stories.get(story.id).version == story.version < later.version
    newsroom.stories.save(story.id, story.text.with_(dek="Again"), actor=rita, base=story.version)
    newsroom.close()
    with closing(sqlite3.connect(place)) as raw:
        assert raw.execute("SELECT dek FROM story").fetchone() == ("Again",)


def test_closing_leaves_the_log_of_whatever_stands_there_now(newsroom: Newsroom, place: str, story: Story) -> None:
    """SQLite removes a log by its name: the one of the newsroom that was put there must stay."""
    backup = Path(place).with_name("backup.db")
    back_up(newsroom, backup)
    newsroom.poll()
    restore(backup, Path(place))
    other = open_newsroom(place)
    text, actor = story.text.with_(dek="Theirs"), other.accounts.sign_in("rita")
    other.stories.save(story.id, text, actor=actor, base=story.version)
    newsroom.close()
    assert Path(f"{place}-wal").exists()
    with closing(sqlite3.connect(place)) as raw:
        assert raw.execute("SELECT dek FROM story").fetchone() == ("Theirs",)
    other.close()


def test_a_newsroom_that_another_program_packs_is_still_the_same(
    newsroom: Newsroom, place: str, story: Story, rita: Account
) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE ballast (x)")
        raw.execute("INSERT INTO ballast VALUES (zeroblob(1000000))")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        newsroom.stories.save(story.id, story.text.with_(dek="One"), actor=rita, base=story.version)
        raw.execute("DROP TABLE ballast")
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    newsroom.stories.save(story.id, story.text.with_(dek="Two"), actor=rita, base=story.version + 1)
    assert newsroom.stories.get(story.id).dek == "Two"


def swap_in_another(place: Path) -> Path:
    """Put another newsroom's file at a place, and leave the log of the one before there. Returns where that lies."""
    other = place.with_name("other.db")
    open_newsroom(other).close()
    aside = place.rename(place.with_name("elsewhere.db"))
    other.rename(place)
    return aside


def test_looking_at_another_newsroom_takes_nothing_from_the_one_that_stood_there(
    newsroom: Newsroom, place: str, story: Story, rita: Account
) -> None:
    newsroom.stories.save(story.id, story.text.with_(dek="Stored"), actor=rita, base=story.version)
    aside = swap_in_another(Path(place))
    with pytest.raises(NewsroomError):
        newsroom.poll()
    assert Path(f"{place}-wal").exists()
    aside.rename(place)
    newsroom.poll()
    newsroom.stories.save(story.id, story.text.with_(dek="Again"), actor=rita, base=2)
    assert in_the_file(place) == "Again"


def test_what_was_stored_is_there_when_another_program_has_removed_the_log(
    newsroom: Newsroom, place: str, story: Story, rita: Account
) -> None:
    newsroom.poll()
    newsroom.stories.save(story.id, story.text.with_(dek="Stored"), actor=rita, base=story.version)
    for name in ("-wal", "-shm"):
        Path(f"{place}{name}").unlink()
    newsroom.poll()
    assert in_the_file(place) == "Stored"
    newsroom.stories.save(story.id, story.text.with_(dek="Again"), actor=rita, base=2)
    assert in_the_file(place) == "Again"
    assert Path(f"{place}-shm").exists()  # with which programs that write in one file wait for each other
    assert newsroom.replaced == 0


def test_a_log_that_was_removed_is_finished_when_the_newsroom_is_closed(
    newsroom: Newsroom, place: str, story: Story, rita: Account
) -> None:
    newsroom.stories.save(story.id, story.text.with_(dek="Stored"), actor=rita, base=story.version)
    newsroom.poll()
    for name in ("-wal", "-shm"):
        Path(f"{place}{name}").unlink()
    newsroom.close()
    assert in_the_file(place) == "Stored"


def test_what_stood_there_for_a_while_is_no_replacement(newsroom: Newsroom, place: str, story: Story) -> None:
    newsroom.poll()
    aside = Path(place).rename(f"{place}-aside")
    Path(place).write_text("no newsroom, but a text that is long enough to look at " * 200)
    for _ in range(2):
        with pytest.raises(Displaced):
            newsroom.poll()
    Path(place).unlink()
    aside.rename(place)
    newsroom.poll()
    assert newsroom.replaced == 0


def in_the_file(place: str) -> str:
    """Dek of the story as a program that opens the file now finds it."""
    with closing(sqlite3.connect(place)) as raw:
        return str(raw.execute("SELECT dek FROM story").fetchone()[0])


@pytest.mark.parametrize(
    ("known", "now", "same"),
    [
        ((1, 2, 0), (1, 2, 9), True), ((1, 2, 9), (1, 2, 9), True), ((1, 2, 9), (1, 2, 8), False),
        ((1, 2, 0), (1, 3, 0), False), ((1, 2, 0), (2, 2, 0), False), ((1, 2, 0), None, False), (None, None, True),
    ],
)  # fmt: skip
def test_a_file_is_the_same_by_its_number_and_by_that_of_the_log_it_had(known, now, same: bool) -> None:
    assert _is_same(known, now) is same
