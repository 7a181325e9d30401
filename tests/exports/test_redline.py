"""Redlines: what went is struck through, what came is underlined, where it stands on the page."""

from dataclasses import replace

from db.document import Document
from exports.formats import load_format
from exports.redline import set_redline
from exports.typeset.sheet import Rule, Sheet
from tests.exports.conftest import make_story

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


def test_the_same_text_has_no_lines() -> None:
    assert places(redline(["One stays here."], ["One stays here."])) == []
