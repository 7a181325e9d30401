"""A newsroom on a PostgreSQL server: other desks see a change at once, writers do not overtake, and it may go away."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.acts import Act
from db.errors import NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.store.tables import SettingRow
from db.values import Story, StoryText
from tests.db.conftest import COUNT_ON, Clock, People, populate, signed_in
from tests.db.servers import Server, server


@pytest.fixture
def kind() -> str:
    """On the server alone."""
    return "postgresql"


def test_two_writing_processes_lose_no_update(newsroom: Newsroom, place: str, people: People) -> None:
    newsroom.settings.set("count", 0, actor=people["carl"])
    writers = [subprocess.Popen([sys.executable, "-c", COUNT_ON, place, "150"]) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert newsroom.settings.get("count") == 300
    assert newsroom.audit().passed


def test_the_log_has_no_gap_after_a_change_that_failed(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(ZeroDivisionError), newsroom.change(people["carl"], Act.SET) as writing:
        writing.session.add(SettingRow(key="half", value=1))
        writing.record("set")
        raise ZeroDivisionError
    newsroom.settings.set("whole", 1, actor=people["carl"])
    assert newsroom.settings.get("half") is None
    assert newsroom.audit().passed


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that may be stopped."""
    with server() as running:
        yield running


def test_a_server_that_goes_away_is_one_sentence_and_is_found_again(own_server: Server, text: StoryText) -> None:
    place = own_server.url(own_server.new_database())
    populate(place)
    newsroom = open_newsroom(place, clock=Clock())
    rita = signed_in(newsroom, "rita")
    story: Story = newsroom.stories.create(text, desk="City", actor=rita)
    newsroom.poll()
    own_server.control("stop")
    with pytest.raises(NewsroomError) as told:
        newsroom.stories.keep(story.id, text.with_(dek="Typed meanwhile"), actor=rita, base=1)
    assert "\n" not in str(told.value)
    with pytest.raises(NewsroomError, match="does not answer"):
        newsroom.poll()
    own_server.control("start")
    newsroom.stories.keep(story.id, text.with_(dek="Typed meanwhile"), actor=rita, base=1)
    copy = newsroom.stories.working_copy(story.id, actor=rita)
    assert copy is not None
    assert copy.text.dek == "Typed meanwhile"
    newsroom.close()


def test_a_server_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NewsroomError) as told:
        open_newsroom(f"postgresql://nobody@/none?host={tmp_path}")
    assert "\n" not in str(told.value)


def test_the_commands_work_on_a_server(newsroom: Newsroom, place: str, text: StoryText, people) -> None:
    newsroom.stories.create(text, desk="City", actor=people["rita"])
    command = [sys.executable, "-m", "desktop", "--db", place]
    root = Path(__file__).resolve().parents[3]
    ran = subprocess.run([*command, "search", "ferry"], capture_output=True, text=True, cwd=root)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("ferry-back")
    ran = subprocess.run([*command, "submit", "ferry-back", "--as", "rita"], capture_output=True, text=True, cwd=root)
    assert ran.stdout == "ferry-back  Edit\n", ran.stderr
