"""Messages of wires as they are sent, in both standards: each has its parts apart, and nothing of it is lost."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.intake import read_drafts
from db.intake.doubts import doubts_of
from db.values import Draft
from tests.db.intake.test_copy import visible

CASES: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "copy" / "wires.json").read_text("utf-8"))
"""Invented messages, each with what is to come of it."""
FIELDS = ("slug", "headline", "dek", "byline", "dateline")


def read(name: str) -> Draft:
    (draft,) = read_drafts(CASES[name]["message"].encode("cp1252"), "wire.txt")
    return draft


def said(draft: Draft) -> Counter[str]:
    fields = (getattr(draft.text, name) for name in FIELDS)
    return visible(" ".join((*fields, draft.text.body.body_text, *draft.dropped)))


@pytest.mark.parametrize("name", CASES)
def test_a_message_has_its_parts_apart(name: str) -> None:
    case, draft = CASES[name], read(name)
    found = {one: getattr(draft.text, one) for one in FIELDS[:-1]}
    assert found == {one: case.get(one, "") for one in FIELDS[:-1]}
    assert [block.text for block in draft.text.body.blocks] == case["body"]
    assert draft.text.dateline.startswith(case.get("dateline", ""))
    assert set(case.get("notes", ())) <= set(draft.dropped)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "doubt" in case])
def test_what_a_message_is_is_told_to_the_desk(name: str) -> None:
    assert any(CASES[name]["doubt"] in doubt for doubt in doubts_of(read(name)))


@pytest.mark.parametrize("name", CASES)
def test_every_letter_of_a_message_is_somewhere(name: str) -> None:
    left = visible(CASES[name]["message"].replace("1{", "1½")) - said(read(name))
    assert not {char for char in left if char.isalnum()}


def test_each_of_several_messages_in_a_file_is_a_draft() -> None:
    file = "\r\n".join(CASES[name]["message"] for name in ("plain", "second take", "iptc"))
    drafts = read_drafts(file.encode("cp1252"), "wires.txt")
    assert [draft.text.slug for draft in drafts] == ["ferry", "ferry-1stadd", "ferry-winter"]


def test_what_follows_the_most_messages_is_a_note() -> None:
    drafts = read_drafts((CASES["short one"]["message"] * 202).encode("cp1252"), "wires.txt")
    assert len(drafts) == 200
    assert sum("It was at the quay." in line for line in drafts[-1].dropped) == 2


def test_a_no_break_space_in_a_message_makes_it_no_chinese() -> None:
    message = CASES["iptc"]["message"].replace("the line said", "Helen\u00a0Corbett of the line said")
    (draft,) = read_drafts(message.encode("cp1252"), "wire.txt")
    assert "Helen\u00a0Corbett" in draft.text.body.body_text
    assert draft.charset == "cp1252"
