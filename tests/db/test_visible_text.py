"""What can be seen of a text, and what would act on a terminal."""

import json

import pytest

from db.stages import BY_MOVE, Move, Role, Situation, Stage, refusal
from db.visible_text import harmless, has_visible_text

BLANK = ["", " ", "\u200b", "\u00a0\u3000", "\n\t", "\u2060\ufeff", "\u3164", "\u2800", "\u0301", "\x1b", "\u202e"]


@pytest.mark.parametrize("text", BLANK, ids=ascii)
def test_what_cannot_be_seen_is_no_text(text: str) -> None:
    assert not has_visible_text(text)
    assert has_visible_text(f"{text}.{text}")


@pytest.mark.parametrize("text", ["a", "字", "ع", "?", "3", "☂"])
def test_any_character_that_leaves_ink_is_text(text: str) -> None:
    assert has_visible_text(text)


@pytest.mark.parametrize("note", BLANK, ids=ascii)
@pytest.mark.parametrize("move", [move for move in Move if BY_MOVE[move].asks])
def test_a_reason_that_cannot_be_seen_is_none(move: Move, note: str) -> None:
    source = BY_MOVE[move].sources[0]
    asked = Situation(source, Role.CHIEF, exported=source is Stage.PUBLISH and move is Move.CORRECT, note=note)
    assert refusal(move, asked) in ("Give a reason.", "Write a note that says what to change.")


def test_control_characters_are_shown_by_number_as_json_reads_them() -> None:
    text = "\x1b]0;owned\x07 \x9b2J \r over \u202e back\nnext\ttab 字"
    shown = harmless(text)
    assert shown == "\\u001b]0;owned\\u0007 \\u009b2J \\u000d over \\u202e back\nnext\ttab 字"
    assert json.loads(harmless(json.dumps(text, ensure_ascii=False))) == text
