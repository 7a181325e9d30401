"""A folder, or a newsroom's file alone, that becomes read-only: each act says so or is done, and nothing is lost."""

from pathlib import Path

import pytest

from tests.faults.conftest import Tally
from tests.faults.test_full_disk import what_came_of

SAID = {"done": "done", "read-only for you": "said", "Read-only file system": "said", "cannot be opened": "said"}
"""What may come of an act."""
WRITING = ("keep", "save", *(f"{when} {act}" for when in ("open", "opened") for act in ("write", "back up", "export")))
"""The acts that write into the folder."""


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_read_only_is_said_and_nothing_is_lost(kind: str, tmp_path: Path, table: Tally) -> None:
    said = what_came_of("make_read_only", str(tmp_path), kind)
    assert said.pop("found") == "Typed"
    assert (said.pop("journal") == "Typed") == (said["save"] != "done")
    told = "its folder is read-only" if kind == "folder" else "done"
    assert told in said["nobody has it open"]
    kept = said.pop("stories").split()
    assert said.pop("passed") == "True" and not [name for name in said.pop("left").split() if ".part" in name]
    for act, what in said.items():
        (outcome,) = {outcome for part, outcome in SAID.items() if part in what}
        table.count(f"read-only {kind}", outcome)
        assert outcome == "done" or "read" not in act.split() or act == "nobody has it open", said
    for act in WRITING if kind == "folder" else ():
        assert "ead-only" in said[act], said
    assert "read-only for you" in said["opened write"]
    stored = [when for when in ("open", "opened") if said[f"{when} write"] == "done"]
    assert kept == sorted(["before", "after", *stored])
