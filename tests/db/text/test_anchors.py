"""Where a comment belongs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.document import Document
from db.text.anchors import Range, anchor, locate

BODY = Document.from_paragraphs(["The ferry is back.", "It sails at noon. It sails again at six."])


def test_of_two_places_the_one_with_the_old_surroundings_is_taken() -> None:
    held = anchor(BODY, Range(1, 21, 26))
    assert locate(BODY, held) == Range(1, 21, 26)
    turned = Document.from_paragraphs(["It sails again at six. It sails at noon."])
    assert locate(turned, held) == Range(0, 3, 8)


@given(st.integers(0, 1), st.integers(0, 38), st.integers(1, 20))
def test_in_an_unchanged_text_every_range_is_found_where_it_was(block: int, start: int, length: int) -> None:
    text = BODY.blocks[block].text
    where = Range(block, min(start, len(text) - 1), min(min(start, len(text) - 1) + length, len(text)))
    assert locate(BODY, anchor(BODY, where)) == where


LONGER = "The pilots asked for eleven hours of rest between two turns, and the port offered ten."
HELD = anchor(Document.from_paragraphs(["A strike.", LONGER]), Range(1, 21, 33))
"""Of "eleven hours"."""


def test_words_that_were_changed_are_found_between_what_stands_round_them() -> None:
    changed = Document.from_paragraphs(["A strike ends.", "A new one.", LONGER.replace("eleven", "nine and a half")])
    found = locate(changed, HELD)
    assert found is not None
    assert changed.blocks[found.block].text[found.start : found.end] == "nine and a half hours"


def test_the_same_words_elsewhere_give_way_to_the_place_that_was_changed() -> None:
    changed = Document.from_paragraphs(["Eleven, or eleven hours", LONGER.replace("eleven", "ten")])
    assert locate(changed, HELD) == Range(1, 21, 30)


def test_a_paragraph_that_was_changed_at_one_end_is_found_by_the_other() -> None:
    held = anchor(Document.from_paragraphs([LONGER]), Range(0, 0, len(LONGER)))
    assert locate(Document.from_paragraphs(["Why?", LONGER.replace("ten", "eight")]), held) == Range(1, 0, 88)


def test_where_only_the_words_between_are_taken_out_nothing_is_left() -> None:
    assert locate(Document.from_paragraphs([LONGER.replace("eleven hours", "")]), HELD) is None


def test_words_that_are_gone_are_nowhere() -> None:
    held = anchor(BODY, Range(1, 3, 8))
    assert locate(Document.from_paragraphs(["The ferry is back."]), held) is None


@pytest.mark.parametrize("where", [Range(0, 3, 3), Range(2, 0, 3), Range(0, -3, -1), Range(0, 90, 95)])
def test_a_range_without_words_has_no_anchor(where: Range) -> None:
    with pytest.raises(ValueError, match="some words"):
        anchor(BODY, where)
