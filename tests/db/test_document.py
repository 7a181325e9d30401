"""The body of a story: what goes in comes out, one document has one form, and what cannot be stored is replaced."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from db.document import Block, BlockKind, Crop, Document, PictureUse, Span, clean, count_words, paragraph, stored_texts
from db.errors import Unreadable
from db.values import StoryText

any_text = st.text(st.characters(exclude_categories=()), max_size=40)
links = st.sampled_from(["", "https://example.org/a?b=c", "mailto:desk@example.org", "javascript:alert(1)"])
languages = st.sampled_from(["", "", "fr", "zh-Hans", "de-AT"])
span = st.builds(Span, text=any_text, bold=st.booleans(), italic=st.booleans(), link=links, language=languages)
spans = st.lists(span, max_size=5)
kinds = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.PICTURE])
text_blocks = st.builds(Block, kind=kinds, spans=spans.map(tuple), looseness=st.integers(-1, 1))
uses = st.builds(
    PictureUse,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    credit=any_text,
    alt=any_text,
    crop=st.none() | st.just(Crop(left=0.1, bottom=0.9)),
    columns=st.integers(1, 6),
)
picture_blocks = st.builds(Block, kind=st.just(BlockKind.PICTURE), spans=spans.map(tuple), picture=uses)
documents = st.builds(Document, blocks=st.lists(text_blocks | picture_blocks, max_size=6).map(tuple))


@given(documents)
def test_a_document_comes_back_from_its_json(document: Document) -> None:
    assert Document.from_json(document.to_json()) == document


@given(documents)
def test_the_texts_of_a_stored_document_are_read_without_building_it(document: Document) -> None:
    assert stored_texts(document.to_json()) == (document.body_text, document.cutlines)


@pytest.mark.parametrize("packed", ["", "7", "[]", "{}", '{"blocks": [7]}', '{"blocks": [{"kind": "x"}]}', "not JSON"])
def test_texts_of_what_is_no_document_are_refused_as_the_document_is(packed: str) -> None:
    with pytest.raises(Unreadable):
        stored_texts(packed)


@given(documents)
def test_equal_documents_have_equal_json_and_hash_whatever_way_they_were_made(document: Document) -> None:
    split = Document(blocks=tuple(_in_single_characters(block) for block in document.blocks))
    assert split == document and split.to_json() == document.to_json() and hash(split) == hash(document)


@given(documents, documents)
def test_different_documents_have_different_content_hashes(one: Document, other: Document) -> None:
    assert (StoryText(body=one).content_hash == StoryText(body=other).content_hash) == (one == other)


@given(any_text)
def test_stored_text_can_be_encoded_and_cleaning_twice_changes_nothing(text: str) -> None:
    stored = clean(text)
    stored.encode("utf-8")
    assert clean(stored) == stored and "\n" not in stored and "\x00" not in stored


@given(any_text)
def test_cleaning_keeps_what_can_be_stored(text: str) -> None:
    kept = [c for c in text if c.isprintable()]
    assert [c for c in clean(text) if c.isprintable() and c != "\ufffd"] == [c for c in kept if c != "\ufffd"]


@pytest.mark.parametrize("name", ["kicker", "headline", "dek", "byline", "dateline", "language"])
def test_each_printed_field_counts_for_the_content_hash(name: str) -> None:
    assert StoryText().with_(**{name: "x"}).content_hash != StoryText().content_hash


@pytest.mark.parametrize("name", ["slug", "ednote"])
def test_what_is_not_printed_does_not_void_an_approval(name: str) -> None:
    assert StoryText().with_(**{name: "x"}).content_hash == StoryText().content_hash


def test_credit_and_crop_count_for_the_content_hash() -> None:
    def body(**use: object) -> StoryText:
        picture = PictureUse(sha256="0" * 64, **use)
        return StoryText(body=Document(blocks=(Block(kind=BlockKind.PICTURE, picture=picture),)))

    hashes = {body().content_hash, body(credit="Ann").content_hash, body(crop=Crop(left=0.2)).content_hash}
    assert len(hashes) == 3


@pytest.mark.parametrize(
    "bad", ["", "[]", "{", '{"version":1}', '{"version":4,"blocks":[]}', '{"version":1,"blocks":[{"kind":"poem"}]}']
)
def test_what_is_no_document_is_refused_in_one_sentence(bad: str) -> None:
    with pytest.raises(Unreadable) as caught:
        Document.from_json(bad)
    assert "\n" not in str(caught.value)


def test_a_picture_block_must_name_a_picture() -> None:
    with pytest.raises(ValidationError):
        Block(kind=BlockKind.PICTURE)


def test_a_script_is_no_link() -> None:
    assert Span(text="here", link="javascript:alert(1)").link == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("It’s a well-known fact.", 4), ("港口引航员 vote", 6), ("46 ships — nine days", 4), ("... !", 0)],
)
def test_words_are_counted_as_a_newsroom_counts_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_body_text_parts_paragraphs_by_an_empty_line_and_leaves_cutlines_out() -> None:
    picture = Block(kind=BlockKind.PICTURE, spans=(Span(text="A quay"),), picture=PictureUse(sha256="a" * 64))
    assert Document(blocks=(paragraph("One"), picture, paragraph("Two"))).body_text == "One\n\nTwo"


def test_the_canonical_form_is_fixed() -> None:
    body = Document(blocks=(Block(spans=(Span(text="Ä"), Span(text="b", bold=True))),))
    assert json.loads(body.to_json())["version"] == 1
    assert body.to_json() == (
        '{"blocks":[{"kind":"paragraph","spans":[{"text":"Ä"},{"bold":true,"text":"b"}]}],"version":1}'
    )


def test_only_a_body_with_words_in_another_language_is_written_in_the_newest_form() -> None:
    words = Document(blocks=(Block(spans=(Span(text="Ta "), Span(text="gueule", language="fr"))),))
    assert words.plain()["version"] == 3
    assert words.languages == ("fr",)
    assert Document.from_json(words.to_json()) == words


@pytest.mark.parametrize("language", ["<script>", "français", "f", "fr-", "en US", "x" * 40])
def test_what_has_not_the_form_of_a_language_is_none(language: str) -> None:
    assert Span(text="x", language=language).language == ""


@pytest.mark.parametrize("newer", [Block(looseness=-1), paragraph("x", BlockKind.BOX)])
def test_only_a_body_with_boxes_or_looseness_is_written_in_the_newer_form(newer: Block) -> None:
    assert Document(blocks=(newer,)).plain()["version"] == 2
    assert Document(blocks=(paragraph("x"),)).plain()["version"] == 1


def test_looseness_of_nought_is_not_in_the_canonical_form() -> None:
    assert "looseness" not in Document(blocks=(paragraph("x"),)).to_json()
    assert '"looseness":-1' in Document(blocks=(Block(looseness=-1),)).to_json()


def _in_single_characters(block: Block) -> Block:
    parts = [span.model_copy(update={"text": c}) for span in block.spans for c in span.text]
    return Block(kind=block.kind, spans=tuple(parts), picture=block.picture, looseness=block.looseness)
