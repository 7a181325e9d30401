"""A disk without a free byte: each act says which disk is full, nothing is lost, and work goes on with some room."""

import os
import subprocess
import sys
from pathlib import Path

from tests.faults.conftest import Tally

ROOT = Path(__file__).resolve().parents[2]
OWN_SPACE = ["unshare", "--user", "--map-root-user", "--mount"]
"""What lets anybody mount a disk that they alone see."""


def what_came_of(program: str, *arguments: str) -> dict[str, str]:
    """Run one of the programs that mount a disk, and give what it says of each thing it tries."""
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else OWN_SPACE
    command = [*alone, sys.executable, "-m", f"tests.faults.{program}", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    return dict(line.split("\t") for line in ran.stdout.splitlines())


def test_a_full_disk_is_named_and_nothing_is_lost(tmp_path: Path, table: Tally) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    said = what_came_of("fill_disk", str(folder))
    for act in ("write", "back up", "restore"):
        assert f"isk that holds {folder}" in said[act] and "is full" in said[act], said
        table.count("full disk", "named")
    assert "No space left on device" in said["export"]
    assert said["read"] == "done" or "is full" in said["read"]
    assert (said["passed"], said["stories"], said["left"]) == ("True", "before", "galley.db kept.db")
