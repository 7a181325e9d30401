"""A process that has loaded the press makes a file without loading or opening anything more."""

import json
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.document import Document, paragraph
from exports import Order
from exports.formats import load_format
from tests.exports.conftest import AT, WORDS
from tests.press.conftest import approved, full_story

ROOT = Path(__file__).resolve().parents[2]

MAKE = """
import gc, json, pickle, sys
began = gc.isenabled()
import exports.preload
before = set(sys.modules)
from exports.batch import make
order = pickle.load(sys.stdin.buffer)
from exports.formats import _load
from exports.pdf.finish import _deflated
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation_patterns import patterns
assert patterns.cache_info().currsize == 1
assert face.cache_info().currsize > 5
opened = {"profile": _deflated, "format": _load}
held = {name: cache.cache_info().currsize for name, cache in opened.items()}
frozen, collects = gc.get_freeze_count(), gc.isenabled()
made = make(order)
print(json.dumps({
    "refused": made.refused, "loaded": sorted(set(sys.modules) - before), "held": held, "frozen": frozen,
    "collects": [began, collects],
    "opened": [name for name, cache in opened.items() if cache.cache_info().currsize > held[name]],
}))
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, Any]:
    """What a process of its own loads and opens that makes a file once it is ready."""
    story = approved(replace(full_story(), body=Document(blocks=(paragraph(WORDS),))))
    order = pickle.dumps(Order(story, load_format("tabloid"), {}, AT))
    command = [sys.executable, "-c", MAKE]
    run = subprocess.run(command, input=order, capture_output=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr.decode()
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_no_module_is_loaded_while_a_file_is_made(seen: dict[str, Any]) -> None:
    assert seen["refused"] == ""
    assert [name for name in seen["loaded"] if not name.startswith("encodings.")] == []


def test_profile_format_patterns_and_faces_are_opened_before(seen: dict[str, Any]) -> None:
    assert all(seen["held"].values())
    assert seen["opened"] == []


def test_what_is_loaded_is_kept_from_the_search_for_garbage_which_goes_on(seen: dict[str, Any]) -> None:
    assert seen["frozen"] > 50_000
    assert seen["collects"] == [True, True]
