"""Operators of a page: what overprints and what does not, how thin a line may be, and the marks round the page."""

import re

import pytest

from exports.formats import load_format
from exports.pdf.draw.fonts import ShownFont
from exports.pdf.draw.labels import label
from exports.pdf.draw.marks import paper_for
from exports.pdf.draw.page import HAIRLINE, PageWriter
from exports.typeset.sheet import BLACK, WHITE, Ink, Item, PlacedPicture, Rule, Sheet, Tint

TABLOID = load_format("tabloid")
SHEET = Sheet(200.0, 300.0, ())
PICTURE = PlacedPicture("c" * 64, 0, 0, 50, 50)


def page() -> PageWriter:
    return PageWriter(paper_for(SHEET, TABLOID), lambda key: ShownFont(key, "G1"), lambda _: "P1")


def type_in(ink: Ink) -> Item:
    return label("N", 10, 10, 9, ink=ink)[0]


def states(*items: Item) -> list[bool]:
    """For each thing in turn, whether it is painted in overprint."""
    writer, found = page(), []
    for item in items:
        writer.add(item)
        found.append(re.findall(r"/(Over|Knock) gs", writer.operators())[-1] == "Over")
    return found


def test_black_type_and_rules_overprint_and_all_else_does_not() -> None:
    grey = (0, 0, 0, 0.5)
    things = (type_in(BLACK), type_in(WHITE), type_in(BLACK), Tint(0, 0, 9, 9), Rule(0, 0, 9, 0), PICTURE)
    assert states(*things) == [True, False, True, False, True, False]
    assert states(type_in(BLACK), type_in(grey), Rule(0, 0, 9, 0), Rule(0, 0, 9, 0, ink=grey)) == [
        True,
        False,
        True,
        False,
    ]
    assert states(type_in(BLACK), Tint(0, 0, 9, 9, BLACK)) == [True, False]


def test_overprint_is_chosen_anew_after_what_is_clipped() -> None:
    writer = page()
    writer.clip()
    writer.add(type_in(BLACK))
    writer.unclip()
    writer.add(type_in(BLACK))
    assert writer.operators().count("/Over gs") == 2


@pytest.mark.parametrize(("asked", "drawn"), [(0.01, HAIRLINE), (0.25, 0.25), (1.5, 1.5)])
def test_no_line_is_thinner_than_a_hairline(asked: float, drawn: float) -> None:
    writer = page()
    writer.add(Rule(0, 0, 9, 0, width=asked))
    assert re.findall(r"([\d.]+) w", writer.operators()) == [f"{drawn:g}"]
