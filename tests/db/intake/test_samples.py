"""Copy as it really arrives: every sample file comes out as the fields written beside it."""

import json
from pathlib import Path

import pytest

from db.intake import read_file
from resources import resource

COPY = resource("samples/copy")
SAMPLES = sorted(path for path in COPY.iterdir() if path.suffix != ".json")


def told(path: Path) -> dict[str, object]:
    """What was found in a file, as the expectations beside the samples are written."""
    draft = read_file(path)
    text = draft.text
    names = ("headline", "dek", "byline", "dateline", "kicker", "language")
    blocks = [f"{block.kind}: {block.text}" for block in text.body.blocks]
    return {name: getattr(text, name) for name in names} | {"body": blocks, "dropped": list(draft.dropped)}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_out_as_written_beside_it(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))
    assert told(path) == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_what_was_left_out_stands_in_the_ednote(path: Path) -> None:
    draft = read_file(path)
    assert [line for line in draft.dropped if f"- {line}" not in draft.text.ednote] == []


def test_there_are_samples_of_many_shapes_in_both_languages() -> None:
    languages = [read_file(path).text.language for path in SAMPLES]
    assert len(SAMPLES) >= 15
    assert languages.count("zh-CN") >= 2
