"""Merging what two people wrote at the same time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, Document, Span, paragraph
from db.text.merge import merge
from db.values import StoryText

WORDS = st.lists(
    st.sampled_from(["the ", "harbour ", "pilots ", "vote ", "港", "again. "]), min_size=1, max_size=8
).map("".join)
SPANS = st.builds(Span, text=WORDS, bold=st.booleans(), italic=st.booleans(), language=st.sampled_from(["", "fr"]))
BLOCKS = st.builds(
    Block, kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.QUOTE]),
    spans=st.lists(SPANS, max_size=3).map(tuple),
)  # fmt: skip
TEXTS = st.builds(
    StoryText,
    headline=WORDS,
    byline=WORDS,
    body=st.lists(BLOCKS, max_size=4).map(lambda found: Document(blocks=tuple(found))),
)


def text(*paragraphs: str, **fields: str) -> StoryText:
    return StoryText(body=Document.from_paragraphs(paragraphs), **fields)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_only_one_changed_is_taken(base: StoryText, other: StoryText) -> None:
    assert merge(base, other, base).text == other
    assert merge(base, base, other).text == other
    assert merge(base, base, other).clean


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_both_changed_alike_is_no_conflict(base: StoryText, other: StoryText) -> None:
    merged = merge(base, other, other)
    assert merged.clean
    assert merged.text == other


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_of_a_conflict_both_sides_are_told_and_mine_stands(base: StoryText, mine: StoryText, theirs: StoryText) -> None:
    merged = merge(base, mine, theirs)
    if base.headline not in (mine.headline, theirs.headline) and mine.headline != theirs.headline:
        assert merged.text.headline == mine.headline
        assert any(found.theirs == theirs.headline for found in merged.conflicts)


def test_changes_of_different_words_of_one_paragraph_come_together() -> None:
    base = text("The board met on Tuesday in the old hall.")
    merged = merge(
        base,
        text("The harbour board met on Tuesday in the old hall."),
        text("The board met on Friday in the old hall."),
    )
    assert merged.clean
    assert merged.text.body.body_text == "The harbour board met on Friday in the old hall."


def test_the_same_word_changed_twice_is_a_conflict_and_no_word_is_lost() -> None:
    merged = merge(text("Pilots stay."), text("Pilots leave."), text("Pilots strike."))
    (conflict,) = merged.conflicts
    assert (conflict.place, conflict.mine, conflict.theirs) == ("body", "leave.", "strike.")
    assert merged.text.body.body_text == "Pilots leave."


def test_a_new_paragraph_and_a_new_kind_come_together() -> None:
    base = StoryText(body=Document(blocks=(paragraph("What next"), paragraph("The end."))))
    mine = StoryText(body=Document(blocks=(paragraph("What next", BlockKind.SUBHEAD), paragraph("The end."))))
    theirs = StoryText(body=Document(blocks=(paragraph("What next"), paragraph("The end."), paragraph("More."))))
    merged = merge(base, mine, theirs)
    assert merged.clean
    assert [(block.kind, block.text) for block in merged.text.body.blocks] == [
        ("subhead", "What next"), ("paragraph", "The end."), ("paragraph", "More."),
    ]  # fmt: skip
