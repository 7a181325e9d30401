"""Ctrl+C in the terminal while many stories are exported: what is there is whole, recorded and listed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom
from db.stages import Move
from db.values import StoryText
from desktop.credentials import PASSWORD as VARIABLE
from desktop.press.verify import verify_file
from tests.db.conftest import PASSWORD, signed_in
from tests.end2end.conftest import ROOT, eventually

WORDS = "The harbour board voted on Tuesday evening to keep the old pilot station open through the winter. " * 12
STORIES = 50


def approved(newsroom: Newsroom) -> None:
    """Fill the newsroom with approved stories."""
    reporter, editor = signed_in(newsroom, "reporter"), signed_in(newsroom, "editor")
    for number in range(STORIES):
        text = StoryText(
            slug=f"story-{number}",
            headline="Pilots stay",
            byline="By Wu Jing",
            body=Document.from_paragraphs([WORDS] * 4),
        )
        story = newsroom.stories.create(text, desk="City", actor=reporter)
        newsroom.moves.make(Move.SUBMIT, story.id, actor=reporter, problems=[])
        newsroom.moves.make(Move.APPROVE, story.id, actor=editor, problems=[])


def members(group: int) -> list[int]:
    """The processes of a group that are there, zombies too."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group:
            found.append(int(stat.parent.name))
    return found


def begin_export(newsroom: Newsroom, out: Path) -> "subprocess.Popen[str]":
    """The export of all approved stories by two processes, when three files are there."""
    command = [sys.executable, "-m", "desktop", "--db", newsroom.url, "--as", "chief", "export", "--stage", "publish"]
    running = subprocess.Popen(
        [*command, "--jobs", "2", "--out", str(out)], cwd=ROOT, start_new_session=True, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=os.environ | {VARIABLE: PASSWORD},
    )  # fmt: skip
    eventually(lambda: len(list(out.glob("*.pdf"))) >= 3, "three files are written")
    return running


def test_ctrl_c_leaves_whole_files_that_are_recorded_and_no_process(newsroom: Newsroom, tmp_path: Path) -> None:
    approved(newsroom)
    out = tmp_path / "press"
    running = begin_export(newsroom, out)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in said
    eventually(lambda: not members(running.pid), "all processes end")
    written = {path.name for path in out.glob("*.pdf")}
    assert 3 <= len(written) < STORIES
    assert {path.name for path in out.iterdir()} == {*written, "manifest.csv", "manifest.json"}
    hashes = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in written}
    assert {row["file"]: row["sha256"] for row in json.loads((out / "manifest.json").read_text())} == hashes
    recorded = {f"{card.slug}-v{card.version}.pdf" for card in newsroom.stories.list() if card.exported}
    assert recorded == written
    assert all(verify_file(newsroom, out / name).sound for name in written)


def test_no_process_outlives_a_program_that_is_killed(newsroom: Newsroom, tmp_path: Path) -> None:
    approved(newsroom)
    running = begin_export(newsroom, tmp_path)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate(timeout=20)
    eventually(lambda: not members(running.pid), "all processes end")
