"""SIGKILL at any moment of any work: the newsroom opens, passes its audit, and holds all that was said to be done."""

import csv
import hashlib
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count, takewhile
from pathlib import Path

import pytest

from db.errors import Refused
from db.intake import read_file
from db.newsroom import Newsroom, open_newsroom
from db.stages import Stage
from db.upkeep.backup import check
from db.upkeep.move_to_server import move_to
from db.values import StoryText
from desktop.press.batch import Batch, export_many
from desktop.press.unrecorded import settle_unrecorded
from tests.db.servers import Server, server
from tests.faults.conftest import Tally
from tests.faults.newsrooms import PASSWORD, approve, new_newsroom
from tests.faults.worker import AT_ONCE, BODY

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.4
"""Seconds after the first piece of work until the kill: most pieces take a tenth of it."""
LONGEST_MOVE = 1.5
"""The same of moves to a server, each of which takes about as long."""


def number_in(text: str) -> int:
    return int(text.split()[-1])


def typed(newsroom: Newsroom) -> int:
    story = newsroom.stories.get("typed")
    copy = newsroom.stories.working_copy(story.id, actor=newsroom.accounts.get("reporter"))
    return number_in(copy.text.headline) if copy else 0


def exported(newsroom: Newsroom) -> int:
    """Each that is recorded has its file, and each file is recorded once the next program has begun."""
    settle_unrecorded(newsroom)
    made = [card for card in newsroom.stories.list() if card.exported]
    press = Path(newsroom.url).parent / "press"
    assert all((press / f"{card.slug}-v{card.version}.pdf").exists() for card in made)
    for page in press.glob("*.pdf"):
        assert newsroom.exported.is_recorded(hashlib.sha256(page.read_bytes()).hexdigest()), page
    return len(made)


def exported_together(newsroom: Newsroom) -> int:
    """Besides, every line of the manifest is whole and names a file of that content; the next batch finds no rest."""
    recorded, press = exported(newsroom), Path(newsroom.url).parent / "press"
    listed = json.loads((press / "manifest.json").read_text("utf-8"))
    with (press / "manifest.csv").open(encoding="utf-8", newline="") as table:
        assert all(None not in row and None not in row.values() for row in csv.DictReader(table))
    assert all(hashlib.sha256((press / row["file"]).read_bytes()).hexdigest() == row["sha256"] for row in listed)
    assert recorded >= len(listed)
    export_another(newsroom, press)
    assert not list(press.glob(".*"))
    return len(listed) // AT_ONCE


def export_another(newsroom: Newsroom, press: Path) -> None:
    text = StoryText(slug="after", headline="Pilots stay", byline="By Wu Jing", body=BODY)
    story = newsroom.stories.create(text, desk="City", actor=newsroom.accounts.sign_in("reporter"))
    approve(newsroom, story.id)
    made = export_many(newsroom, [story.id], press, Batch(), actor=newsroom.accounts.sign_in("production", PASSWORD))
    assert made.paths and not made.refused


def brought_in(newsroom: Newsroom) -> int:
    """Each story that is there has all that its file says."""
    body = read_file(Path(newsroom.url).with_name("arrived-1-0.txt")).text.body
    arrived = [card for card in newsroom.stories.list() if card.slug != "typed"]
    assert all(newsroom.stories.get(card.id).body == body for card in arrived)
    assert body.blocks
    return len(arrived) // AT_ONCE


def backed_up(newsroom: Newsroom) -> int:
    made = list((Path(newsroom.url).parent / "kept").glob("*.db"))
    return len([check(path) for path in made])


def stories(newsroom: Newsroom, *stages: Stage) -> int:
    return len([card for card in newsroom.stories.list(stages=list(stages) or None) if card.slug != "typed"])


HELD: dict[str, Callable[[Newsroom], int]] = {
    "keep": typed,
    "save": lambda newsroom: number_in(newsroom.stories.get("typed").headline),
    "create": stories,
    "move": lambda newsroom: stories(newsroom, Stage.EDIT),
    "import_files": brought_in,
    "export": exported,
    "batch": exported_together,
    "comment": lambda newsroom: len(newsroom.comments.all(newsroom.stories.get("typed").id, BODY)),
    "settings": lambda newsroom: number_in(newsroom.name),
    "backup": backed_up,
    "restore": lambda newsroom: 10_000 if newsroom.stories.get("typed").version == 1 else 0,
    "audit": lambda newsroom: 10_000,
}
"""Each kind of work, and how much of it the newsroom holds."""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with one story, made once and copied for each kill."""
    place = tmp_path_factory.mktemp("kills") / "galley.db"
    new_newsroom(place)
    newsroom = open_newsroom(place)
    text = StoryText(slug="typed", headline="Typed 0", byline="By Wu Jing", body=BODY)
    newsroom.stories.create(text, desk="City", actor=newsroom.accounts.sign_in("reporter"))
    newsroom.close()
    return place


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the killed note for the next program lies in the test's own folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.mark.parametrize("kind", HELD)
def test_nothing_that_was_done_is_lost_by_a_kill(
    kind: str, started: Path, tmp_path: Path, table: Tally, rounds: Callable[[int, int], int]
) -> None:
    moments = random.Random(f"20261130 {kind}")
    for number in range(rounds(1, 30)):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = Path(shutil.copy(started, folder / "galley.db"))
        done = kill(place, kind, moments.uniform(0, LONGEST))
        assert done > 0, "nothing was done before the kill"
        newsroom = open_newsroom(place, create=False)
        assert newsroom.audit().passed
        assert HELD[kind](newsroom) >= done, f"{kind}: {done} were done"
        newsroom.close()
        table.count(f"killed in {kind}", "whole")
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server of these tests' own."""
    with server() as running:
        yield running


def test_a_move_to_a_server_that_is_killed_is_refused_there_and_begun_anew(
    started: Path, tmp_path: Path, running: Server, table: Tally, rounds: Callable[[int, int], int]
) -> None:
    moments = random.Random("20261130 move_to_server")
    for number in range(rounds(1, 10)):
        folder = tmp_path / str(number)
        folder.mkdir()
        place = Path(shutil.copy(started, folder / "galley.db"))
        done = kill(place, "move_to_server", moments.uniform(0, LONGEST_MOVE), str(running.folder))
        newsroom = open_newsroom(place, create=False)
        assert done > 0 and newsroom.audit().passed
        outcomes = [look(newsroom, running, name, whole=at < done) for at, name in enumerate(moved(running))]
        newsroom.close()
        table.count("killed in move_to_server", "whole", *outcomes)
        shutil.rmtree(folder)


def moved(running: Server) -> list[str]:
    """The databases that a worker has made, in their order."""
    names = (f"moved_{number}" for number in count(1))
    known = "SELECT count(*) FROM pg_database WHERE datname = '{}'"
    return list(takewhile(lambda name: running.sql(known.format(name)), names))


def look(newsroom: Newsroom, running: Server, name: str, *, whole: bool) -> str:
    """What stands in a database that was moved to: the newsroom, or what is refused until the move is made again."""
    url = running.url(name)
    said = is_open(url, newsroom.identity)
    assert said == "moved" or not whole, f"{name}: {said}"
    move_to(newsroom, url)
    assert is_open(url, newsroom.identity) == "moved"
    running.drop(name)
    return said


def is_open(url: str, identity: str) -> str:
    """`moved` when the newsroom is there, `refused` when half of it is, `empty` when nothing is yet."""
    try:
        there = open_newsroom(url)
    except Refused as error:
        assert "was not finished" in str(error)
        return "refused"
    assert there.audit().passed
    found = there.accounts.all(), there.identity == identity
    there.close()
    assert found[1] == bool(found[0])
    return "moved" if found[1] else "empty"


def kill(place: Path, kind: str, delay: float, *more: str) -> int:
    """Kill the worker a while after its first piece of work. Returns how many it said were done."""
    command = [sys.executable, "-m", "tests.faults.worker", str(place), kind, *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        said = (first + process.stdout.read()).split()
    return int(said[-1]) if said else 0
