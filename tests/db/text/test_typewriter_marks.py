"""Typewriter marks: what each language sets in their place, and that nothing else of a text changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.document import Block, BlockKind, Document, PictureUse, Span
from db.text.typewriter_marks import mended, mended_text, typewriter_marks
from db.values import StoryText


@pytest.mark.parametrize(
    ("language", "typed", "set_"),
    [
        ("en-GB", '"Never," she said.', "“Never,” she said."), ("en-GB", "the city's trees", "the city’s trees"),
        ("en-GB", "He said \"it's 'never' now\".", "He said “it’s ‘never’ now”."), ("en-GB", "the '90s", "the ’90s"),
        ("en-GB", "the pilots' station", "the pilots’ station"), ("en-GB", "rock 'n' roll", "rock ’n’ roll"),
        ("en-GB", "one - two", "one – two"), ("en-US", "one -- two", "one — two"), ("en-US", "one--two", "one—two"),
        ("en-GB", "1914--1918", "1914–1918"), ("de-DE", '"Nie", sagte sie', "„Nie“, sagte sie"),
        ("fr", '"Jamais", dit-elle', "«\u202fJamais\u202f», dit-elle"), ("fr", "l'hiver", "l’hiver"),
        ("ru", '"Никогда" - сказала', "«Никогда» — сказала"), ("sv", '"Aldrig"', "”Aldrig”"),
        ("zh-CN", '他说"不"', "他说“不”"),
        ("en", "6'2\" tall", "6′2″ tall"), ("en", "well-known 10-12", "well-known 10-12"),
        ("en", '("Never")', "(“Never”)"), ("en", '"\'Never,\' he said"', "“‘Never,’ he said”"), ("en", "", ""),
    ],
)  # fmt: skip
def test_each_language_has_marks_of_its_own(language: str, typed: str, set_: str) -> None:
    assert mended_text(typed, language) == set_
    assert typewriter_marks(set_, language) == []


def test_a_whole_story_is_mended_and_its_emphasis_stays() -> None:
    spans = (Span(text="She said "), Span(text='"never', bold=True), Span(text="\"; it's so -"), Span(text="- gone"))
    use = PictureUse(sha256="a" * 64, credit="Nora's")
    body = Document(blocks=(Block(spans=spans), Block(kind=BlockKind.PICTURE, spans=(Span(text="'No'"),), picture=use)))
    found = mended(StoryText(headline="Pilots' stay", dek='"Yes"', body=body), "en-US")
    assert (found.headline, found.dek) == ("Pilots’ stay", "“Yes”")
    assert [span.text for span in found.body.blocks[0].spans][:2] == ["She said ", "“never"]
    assert found.body.blocks[0].spans[1].bold
    assert found.body.blocks[0].text == "She said “never”; it’s so — gone"
    assert found.body.blocks[1].picture is not None
    assert (found.body.blocks[1].text, found.body.blocks[1].picture.credit) == ("‘No’", "Nora’s")
    assert mended(found, "en-US") == found


@given(st.text(alphabet="ab1 .,-'\"\n—(", max_size=60), st.sampled_from(["en-US", "de", "fr", "sv", "zh"]))
def test_nothing_but_the_marks_changes_and_none_is_left(text: str, language: str) -> None:
    found = mended_text(text, language)
    assert not set(found) & set("\"'")
    assert [one for one in found if one.isalnum()] == [one for one in text if one.isalnum()]
    assert mended_text(found, language) == found
