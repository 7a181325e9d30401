"""SIGKILL at any moment of any work: the newsroom opens, passes its audit, and holds all that was said to be done."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.stages import Stage
from db.upkeep.backup import check
from db.values import StoryText
from tests.faults.conftest import Tally
from tests.faults.newsrooms import new_newsroom
from tests.faults.worker import BODY

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 0.4
"""Seconds after the first piece of work until the kill: most pieces take a tenth of it."""


def number_in(text: str) -> int:
    return int(text.split()[-1])


def typed(newsroom: Newsroom) -> int:
    story = newsroom.stories.get("typed")
    copy = newsroom.stories.working_copy(story.id, actor=newsroom.accounts.get("reporter"))
    return number_in(copy.text.headline) if copy else 0


def exported(newsroom: Newsroom) -> int:
    """Each that is recorded has its file."""
    made = [card for card in newsroom.stories.list() if card.exported]
    press = Path(newsroom.url).parent / "press"
    assert all((press / f"{card.slug}-v{card.version}.pdf").exists() for card in made)
    return len(made)


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
    "export": exported,
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


def kill(place: Path, kind: str, delay: float) -> int:
    """Kill the worker a while after its first piece of work. Returns how many it said were done."""
    command = [sys.executable, "-m", "tests.faults.worker", str(place), kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
        said = (first + process.stdout.read()).split()
    return int(said[-1]) if said else 0
