"""Places of a text put otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from db.document import Block, Document, Span
from db.text.replacing import Substitution, replaced_in, replaced_in_block, replaced_in_story
from db.values import StoryText


def test_places_of_a_text_are_put_otherwise() -> None:
    assert replaced_in("a bb a", [Substitution(0, 1, "xyz"), Substitution(5, 6, "")]) == "xyz bb "
    assert replaced_in("as it was", []) == "as it was"


def test_what_comes_takes_the_marks_of_the_beginning_of_what_was_there() -> None:
    block = Block(spans=(Span(text="The "), Span(text="old quay", bold=True), Span(text=" stays")), looseness=1)
    assert replaced_in_block(block, [Substitution(8, 14, "pier we")]) == Block(
        spans=(Span(text="The "), Span(text="old pier we", bold=True), Span(text="tays")), looseness=1
    )
    assert replaced_in_block(block, [Substitution(0, 4, "")]).text == "old quay stays"


def test_all_parts_of_a_story_are_changed_at_once() -> None:
    text = StoryText(headline="Old quay", dek="", body=Document.from_paragraphs(["Old.", "New."]))
    fields = {"headline": [Substitution(0, 3, "New")], "dek": []}
    new = replaced_in_story(text, fields, [[Substitution(0, 3, "Low")], []])
    assert (new.headline, new.dek, new.body.body_text) == ("New quay", "", "Low.\n\nNew.")


@given(
    st.lists(st.text(max_size=5), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5), st.text(max_size=3)), max_size=4),
)
def test_a_block_has_the_text_that_a_field_of_its_words_would_have(
    parts: list[str], places: list[tuple[int, int, str]]
) -> None:
    block = Block(spans=tuple(Span(text=part, bold=bool(at % 2)) for at, part in enumerate(parts)))
    at, changes = 0, []
    for start, length, put in places:
        begin, end = at + start, at + start + length
        if length and end <= len(block.text):
            changes.append(Substitution(begin, end, Span(text=put).text))
            at = end
    assert replaced_in_block(block, changes).text == replaced_in(block.text, changes)
