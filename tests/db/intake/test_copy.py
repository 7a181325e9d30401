"""Labelled copy in the shapes of what newsrooms receive: it comes in right, and nothing of it vanishes."""

import json
import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import BlockKind
from db.intake import read_bytes
from db.intake.lines import key
from db.intake.mail import read_mail
from db.values import Draft, StoryText

COPY = Path(__file__).parent / "copy"
_DATELINE = 30
"""Letters at the beginning of a paragraph that may be its dateline."""
PIECES = tuple(sorted(COPY.glob("*/*.txt")))


@cache
def read(path: Path) -> Draft:
    return read_bytes(path.read_bytes(), path.name)


@cache
def case(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))


def kept(text: StoryText) -> list[str]:
    """The letters and digits of all that a draft has."""
    fields = (text.headline, text.dek, text.byline, text.dateline, text.kicker, text.body.body_text, text.ednote)
    blocks = text.body.blocks
    numbers = [str(at) for at in range(1, 1 + sum(block.kind is BlockKind.NUMBER for block in blocks))]
    return sorted("".join(map(key, (*fields, *numbers))))


def is_all_there(given: str, text: StoryText) -> bool:
    """Whether a draft has each letter and digit of a text at least as often as the text has."""
    left = kept(text)
    wanted = sorted(key(given))
    at = 0
    for char in left:
        if at < len(wanted) and char == wanted[at]:
            at += 1
    return at == len(wanted)


@pytest.mark.parametrize("path", PIECES, ids=lambda path: path.stem)
def test_every_letter_of_a_piece_is_in_a_field_the_body_or_the_ednote(path: Path) -> None:
    draft = read(path)
    mail = read_mail(path.read_bytes(), path.name)
    text = mail.text if mail else path.read_text(encoding="utf-8", errors="ignore")
    assert is_all_there(text, draft.text)


@settings(deadline=None, max_examples=30)
@given(st.randoms(use_true_random=False))
def test_every_letter_of_mixed_lines_is_somewhere(chance: random.Random) -> None:
    pages = [path for path in PIECES if path.parent.name != "pages"]
    lines = [line for path in chance.sample(pages, 4) for line in path.read_text(encoding="utf-8").split("\n")]
    mixed = "\n".join(chance.sample(lines, min(len(lines), 30)))
    if key(mixed):
        assert is_all_there(mixed, read_bytes(mixed.encode(), "mixed.txt").text)


def test_the_headline_is_right_in_nine_of_ten_pieces() -> None:
    right = sum(key(read(path).text.headline) == key(str(case(path)["headline"])) for path in PIECES)
    assert right >= 0.9 * len(PIECES)


def test_hardly_a_paragraph_of_a_body_is_lost() -> None:
    lost = 0
    number = 0
    for path in PIECES:
        body = key(read(path).text.body.body_text)
        wanted = [key(str(text)) for text in case(path)["paragraphs"]]
        lost += sum(text[_DATELINE:] not in body for text in wanted if len(text) > _DATELINE)
        number += len(wanted)
    assert lost <= number / 100


def test_a_name_said_twice_with_a_standfirst_between_is_the_byline() -> None:
    for path in sorted((COPY / "more").glob("seed-2*.txt")):
        text, wanted = read(path).text, case(path)
        assert (text.headline, text.dek) == (wanted["headline"], wanted["dek"])
        assert text.byline == f"By {wanted['byline']}"
        assert text.body.body_text.split("\n\n") == wanted["paragraphs"]
