"""Redlines: what went is struck through, what came is underlined, where it stands on the page."""

from dataclasses import replace

import pytest

from db.document import Block, Document, Span, paragraph
from exports import Order, press_of
from exports.formats import load_format
from exports.pdf.marks import slug_lines
from exports.redline import _merged, set_redline
from exports.typeset.sheet import Rule, Sheet
from tests.exports.conftest import AT, make_story

FORMAT = load_format("galley")


def redline(before: list[str], after: list[str]) -> Sheet:
    """The first page of a redline of two bodies."""
    story = make_story()
    old = replace(story.text, body=Document.from_paragraphs(before))
    new = story.with_text(replace(story.text, body=Document.from_paragraphs(after)))
    return set_redline(new, old, FORMAT, {})[0]


def places(sheet: Sheet) -> list[str]:
    """For each drawn line of the body: `struck` or `under`, as it stands above or below its baseline."""
    found = []
    for line in sheet.lines:
        for item in sheet.items:
            if isinstance(item, Rule) and abs(item.y0 - line.y) < 3 and line.x - 3 <= item.x0 <= line.x + line.width:
                found.append("struck" if item.y0 < line.y else "under")
    return found


def test_a_word_replaced_is_struck_and_its_successor_underlined() -> None:
    sheet = redline(["The lift is slow."], ["The lift is quick."])
    assert "".join(line.text for line in sheet.lines).split() == ["The", "lift", "is", "slow", "quick."]
    assert places(sheet) == ["struck", "under"]


def test_a_paragraph_that_is_gone_stands_struck_in_its_place() -> None:
    sheet = redline(["One stays here.", "Two goes away.", "Three stays too."], ["One stays here.", "Three stays too."])
    assert [line.text for line in sheet.lines] == ["One stays here.", "Two goes away.", "Three stays too."]
    assert places(sheet) == ["struck"]


def test_bold_and_italic_stay_in_a_paragraph_that_changed() -> None:
    old = Block(
        spans=(Span(text="The "), Span(text="slow", italic=True), Span(text=" lift "), Span(text="stops", bold=True))
    )
    new = Block(spans=(Span(text="The quick lift "), Span(text="stops", bold=True)))
    merged = merged_body(old, new)
    marked = [(span.text, span.bold, span.italic) for span in merged.spans]
    assert marked[1:] == [("slow", False, True), (" quick lift ", False, False), ("stops", True, False)]


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("a word here", "a word, here", "a word, here"),
        ("a word, here", "a word here", "a word, here"),
        ("the slow lift", "the quick lift", "the slow quick lift"),
        ("the lift.", "the lift!", "the lift.!"),
        ("旧电梯", "新电梯", "旧新电梯"),
        ("One two.", "One.", "One two."),
        ("One.", "One two.", "One two."),
    ],
)
def test_no_space_comes_in_but_between_two_words(old: str, new: str, both: str) -> None:
    assert merged_body(paragraph(old), paragraph(new)).text == both


def test_a_changed_headline_is_listed_before_the_body_with_its_changes() -> None:
    story = make_story()
    sheet = set_redline(replace(story, headline="Quick lifts"), replace(story.text, headline="Slow lifts"), FORMAT, {})[
        0
    ]
    assert sheet.lines[0].text == "Headline: Slow Quick lifts"
    assert places(sheet) == ["struck", "under"]


def test_the_slug_line_of_a_redline_names_both_revisions() -> None:
    story = make_story()
    order = Order(story, FORMAT, {}, AT, proof=True, against=story.text, against_version=3)
    lines = slug_lines(500, FORMAT, press_of(order), "", flavour="PDF/X-4", proof=True)
    assert f"REDLINE v{story.version} against v3" in " ".join(lines)


def merged_body(old: Block, new: Block) -> Block:
    """The one block of a redline of two bodies of one block each."""
    text = make_story().text
    (merged,) = _merged(replace(text, body=Document(blocks=(old,))), replace(text, body=Document(blocks=(new,))))
    return merged.block


def test_the_same_text_has_no_lines() -> None:
    assert places(redline(["One stays here."], ["One stays here."])) == []
