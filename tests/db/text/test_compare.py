"""Comparing two texts of a story."""

from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, Document, Span, paragraph
from db.text.compare import ChangeKind, Fragment, Hunk, compare, word_pieces
from db.values import StoryText

WORDS = st.lists(
    st.sampled_from(["the", "harbour", "pilots", "vote", "，", "港口", "again.", " ", "“no”"]), max_size=30
).map(" ".join)


def text(*paragraphs: str, **fields: str) -> StoryText:
    return StoryText(body=Document.from_paragraphs(paragraphs), **fields)


def shown(hunk: Hunk) -> str:
    signs = {ChangeKind.SAME: "{}", ChangeKind.DELETED: "[-{}-]", ChangeKind.INSERTED: "[+{}+]"}
    return "".join(signs[piece.kind].format(piece.text) for piece in hunk.pieces)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_the_pieces_make_both_texts(before: str, after: str) -> None:
    pieces = word_pieces(before, after)
    assert "".join(p.text for p in pieces if p.kind is not ChangeKind.INSERTED) == before
    assert "".join(p.text for p in pieces if p.kind is not ChangeKind.DELETED) == after


@settings(deadline=None)
@given(WORDS)
def test_the_same_text_has_no_difference(words: str) -> None:
    assert all(piece.kind is ChangeKind.SAME for piece in word_pieces(words, words))
    assert compare(text(words), text(words)) == []


def test_one_changed_word_is_one_change() -> None:
    (hunk,) = compare(text("Pilots vote to stay."), text("Pilots vote to leave."))
    assert shown(hunk) == "Pilots vote to [-stay-][+leave+]."
    assert (hunk.before, hunk.after) == (0, 0)


def test_fields_count_too() -> None:
    (hunk,) = compare(text(headline="Pilots stay"), text(headline="Pilots go"))
    assert (hunk.place, shown(hunk)) == ("headline", "Pilots [-stay-][+go+]")


def test_a_paragraph_put_between_leaves_its_neighbours_alone() -> None:
    (hunk,) = compare(
        text("One thing.", "Another thing."), text("One thing.", "Quite new words here.", "Another thing.")
    )
    assert (hunk.before, hunk.after, shown(hunk)) == (None, 1, "[+Quite new words here.+]")


def test_a_paragraph_taken_out_is_gone() -> None:
    (hunk,) = compare(text("One thing.", "Another thing."), text("Another thing."))
    assert (hunk.before, hunk.after, shown(hunk)) == (0, None, "[-One thing.-]")


def test_paragraphs_are_aligned_by_what_they_share() -> None:
    before = text("The board met on Tuesday in the old town hall.", "The mast is beyond repair, engineers say.")
    after = text("Nothing like either of them.", "The mast is far beyond repair, its engineers say.")
    hunks = {(hunk.before, hunk.after) for hunk in compare(before, after)}
    assert hunks == {(0, None), (None, 0), (1, 1)}


def test_a_kind_or_mark_that_changed_is_told() -> None:
    bold = Block(kind=BlockKind.SUBHEAD, spans=(Span(text="What next", bold=True),))
    (hunk,) = compare(
        StoryText(body=Document(blocks=(paragraph("What next"),))), StoryText(body=Document(blocks=(bold,)))
    )
    assert hunk.pieces == (Fragment(ChangeKind.SAME, "What next"),)
    assert hunk.note == "paragraph is subhead now, bold, italic, links or languages changed"


def test_chinese_is_compared_by_character() -> None:
    (hunk,) = compare(text("港口委员会投票"), text("港口理事会投票"))
    assert shown(hunk) == "港口[-委员-][+理事+]会投票"


def test_letters_keep_their_marks_and_words_their_letters() -> None:
    changed = [piece.text for piece in word_pieces("जुने केंद्र खुले।", "जुने स्थानक खुले।") if piece.kind is not ChangeKind.SAME]
    assert changed == ["केंद्र ", "स्थानक "]
    thai = [piece.text for piece in word_pieces("ที่เปิดน้ำ", "ที่ปิดน้ำ") if piece.kind is not ChangeKind.SAME]
    assert thai == ["เปิ", "ปิ"]
