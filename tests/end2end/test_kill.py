"""Whatever ends the program, at most the last second of typing is lost, and the story can be opened again."""

import os
import random
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.values import StoryText
from desktop.editor.session.opening import open_story
from tests.db.conftest import signed_in
from tests.end2end.conftest import ROOT

KILLS, AT_ONCE = 20, 2
_LOST_AT_MOST = 1.0
"""Seconds of typing."""


@dataclass(frozen=True)
class Killed:
    """One kill: the last number on the screen a second before, the last that was stored, and whether all before was."""

    due: int
    stored: int
    unbroken: bool


def test_twenty_kills_lose_at_most_the_last_second(newsroom: Newsroom, tmp_path: Path) -> None:
    moments = random.Random(20261124)
    delays = [moments.uniform(0.2, 3.0) for _ in range(KILLS)]
    reporter = signed_in(newsroom, "reporter")
    for number in range(KILLS):
        text = StoryText(slug=f"story-{number}", headline="Typed", body=Document.from_paragraphs(["Begin: "]))
        newsroom.stories.create(text, desk="City", actor=reporter)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        killed = list(pool.map(lambda number: kill(newsroom.url, number, delays[number], tmp_path), range(KILLS)))
    assert [one for one in killed if not one.unbroken or one.stored < one.due] == []
    assert sum(one.stored > 0 for one in killed) > KILLS / 2


def kill(place: str, number: int, delay: float, folder: Path) -> Killed:
    """Start the typist on a story of its own, kill it a while after the first stroke, and look at what is left."""
    slug = f"story-{number}"
    command = [sys.executable, str(ROOT / "tests/end2end/typist.py"), place, "reporter", slug]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*command, str(folder / f"{slug}.ini")], env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    struck = []
    with process:
        for line in process.stdout or ():
            struck.append((time.monotonic(), int(line)))
            if struck[-1][0] - struck[0][0] >= delay:
                break
        process.kill()
    ended = struck[-1][0]
    due = max((typed for at, typed in struck if at <= ended - _LOST_AT_MOST), default=-1)
    return Killed(due, *_left_behind(place, slug))


def _left_behind(place: str, slug: str) -> tuple[int, bool]:
    """The last number stored, and whether all before it are there, when the story is opened once more."""
    newsroom = open_newsroom(place)
    try:
        actor = signed_in(newsroom, "reporter")
        opened = open_story(newsroom, newsroom.stories.get(slug).id, actor)
        assert not opened.why_not
        numbers = [int(found) for found in re.findall(r"\d+", opened.text.body.body_text)]
        return (numbers[-1] if numbers else -1), sorted(numbers) == list(range(len(numbers)))
    finally:
        newsroom.close()
