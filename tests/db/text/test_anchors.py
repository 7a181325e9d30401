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


def test_words_that_are_gone_are_nowhere() -> None:
    held = anchor(BODY, Range(1, 3, 8))
    assert locate(Document.from_paragraphs(["The ferry is back."]), held) is None


@pytest.mark.parametrize("where", [Range(0, 3, 3), Range(2, 0, 3), Range(0, -3, -1), Range(0, 90, 95)])
def test_a_range_without_words_has_no_anchor(where: Range) -> None:
    with pytest.raises(ValueError, match="some words"):
        anchor(BODY, where)
