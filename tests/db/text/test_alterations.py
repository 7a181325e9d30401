"""The single differences of two texts, each made or put back by itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, Document, Span, paragraph
from db.text.alterations import AlterationKind, alterations, make, put_back
from db.text.anchors import Range
from db.values import StoryText

OLD = StoryText(
    headline="Pilots strike",
    body=Document.from_paragraphs(
        ["Pilots voted by 112 to 31 on Saturday.", "The port offered nine hours.", "Nobody was there."]
    ),
)
NEW = OLD.with_(
    headline="Pilots vote",
    body=Document.from_paragraphs(
        ["Pilots voted by 112 to 46 on Sunday.", "A court will decide.", "The port offered nine hours."]
    ),
)

WORDS = st.sampled_from(["the", "port", "pilots", "nine", "ten", "hours.", "voted,", "court", "潮", "汐"])
BLOCKS = st.builds(
    lambda kind, spans: Block(kind=kind, spans=tuple(spans)),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.SUBHEAD]),
    st.lists(st.builds(lambda text, bold: Span(text=f"{text} ", bold=bold), WORDS, st.booleans()), max_size=8),
)
TEXTS = st.builds(
    lambda headline, blocks: StoryText(headline=headline, body=Document(blocks=tuple(blocks))),
    WORDS, st.lists(BLOCKS, max_size=5),
)  # fmt: skip


_MOST = 60
"""More steps than texts so short can need: paragraphs are paired anew after each."""


def test_an_alteration_names_its_place_in_both_texts() -> None:
    field, number, day, came, went = alterations(OLD, NEW)
    assert (field.place, field.old, field.new) == ("headline", "Pilots strike", "Pilots vote")
    assert (number.old, number.new, number.before, number.after) == ("31", "46", Range(0, 23, 25), Range(0, 23, 25))
    assert (day.old, day.new) == ("Saturday", "Sunday")
    assert (came.kind, came.new, came.after.block) == (AlterationKind.CAME, "A court will decide.", 1)
    assert (went.kind, went.old, went.after.block) == (AlterationKind.WENT, "Nobody was there.", 3)


def test_one_is_put_back_and_the_others_stay() -> None:
    number = alterations(OLD, NEW)[1]
    assert put_back(NEW, number, OLD).body.blocks[0].text == "Pilots voted by 112 to 31 on Sunday."


def test_words_come_back_with_their_marks() -> None:
    old = OLD.with_(body=Document(blocks=(Block(spans=(Span(text="The "), Span(text="port", bold=True))),)))
    new = OLD.with_(body=Document(blocks=(paragraph("The city"),)))
    (words,) = alterations(old, new)
    assert put_back(new, words, old) == old


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_all_put_back_one_by_one_make_the_old_text_again(old: StoryText, new: StoryText) -> None:
    text = new
    for _ in range(_MOST):
        if not (left := alterations(old, text)):
            break
        text = put_back(text, left[0], old)
    assert text == old


@settings(max_examples=40)
@given(TEXTS, TEXTS)
def test_all_made_one_by_one_make_the_new_text(old: StoryText, new: StoryText) -> None:
    text = old
    for _ in range(_MOST):
        if not (left := alterations(text, new)):
            break
        text = make(text, left[-1], new)
    assert text == new
