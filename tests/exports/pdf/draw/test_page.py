"""Operators of a page: what overprints and what does not, how thin a line may be, and the marks round the page."""

import re
from collections.abc import Iterator

import pytest

from exports import Order, provenance_of
from exports.formats import MM, load_format
from exports.pdf.draw.fonts import ShownFont
from exports.pdf.draw.labels import label
from exports.pdf.draw.marks import PATCHES, draw_marks, paper_for
from exports.pdf.draw.page import HAIRLINE, PageWriter
from exports.typeset.line.lines import LineManner, justified, ragged, set_plain
from exports.typeset.sheet import BLACK, WHITE, Ink, Item, PlacedPicture, Rule, Sheet, Tint
from tests.exports.conftest import AT, WORDS
from tests.press.conftest import full_story

TABLOID = load_format("tabloid")
BODY = TABLOID.styles.body
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


def marked() -> str:
    """What stands outside a page."""
    writer = page()
    press = provenance_of(Order(full_story(), TABLOID, {}, AT))
    draw_marks(writer, TABLOID, press, "", flavour="PDF/X-4", proof=False)
    return writer.operators()


def lines(operators: str) -> Iterator[tuple[float, ...]]:
    """Both ends of each line of the marks."""
    number = r"(-?[\d.]+)"
    for found in re.findall(rf"{number} {number} m {number} {number} l", operators):
        yield tuple(map(float, found))


def test_crop_marks_point_at_the_corners_of_the_trim_and_stay_off_the_bleed() -> None:
    paper = paper_for(SHEET, TABLOID)
    x0, y0, x1, y1 = paper.trim
    found = list(lines(marked()))
    level = [line for line in found if line[1] == line[3] and line[1] in (round(y0, 3), round(y1, 3))]
    upright = [line for line in found if line[0] == line[2] and line[0] in (round(x0, 3), round(x1, 3))]
    assert (len(level), len(upright)) == (4, 4)
    for line in level:
        assert min(abs(x0 - line[0]), abs(line[0] - x1), abs(x0 - line[2]), abs(line[2] - x1)) > paper.bleed
    left, low, right, high = paper.bleeds
    assert not any(left < x < right and low < y < high for a, b, c, d in found for x, y in ((a, b), (c, d)))


def test_marks_print_on_every_plate_and_knock_out() -> None:
    before = marked().split("/All CS 1 SCN")[0]
    assert re.findall(r"/(Over|Knock) gs", before) == ["Knock"]
    assert marked().count(" c ") >= 4 * 4 - 4


def test_the_colour_bar_has_each_patch_once_and_outside_the_bleed() -> None:
    paper = paper_for(SHEET, TABLOID)
    boxes = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", marked())
    assert len(boxes) == len(PATCHES)
    assert all(float(y) > paper.bleeds[3] for _, y, _, _ in boxes)
    for ink in PATCHES:
        assert f"{' '.join(f'{share:g}' for share in ink)} k" in marked()


@pytest.mark.parametrize("name", ["berliner", "broadsheet", "galley", "letter", "magazine-a4", "tabloid"])
def test_marks_have_room_on_the_paper_of_every_format(name: str) -> None:
    fmt = load_format(name)
    paper = paper_for(Sheet(fmt.trim_width, fmt.trim_height, ()), fmt)
    assert paper.bleeds[1] - 8 * MM > 0
    assert paper.media[3] - paper.bleeds[3] >= 8 * MM


def shown(text: str, manner: LineManner) -> list[str]:
    """What shows each line of a text, set in half a column."""
    lines = set_plain(text, manner, TABLOID.measure / 2)
    return [ShownFont(run.face, "G1").show(run) for line in lines for run in line.runs]


def test_an_adjustment_of_nothing_is_not_written() -> None:
    natural, vowels = shown(WORDS, ragged(BODY)), shown("بُنيت المحطةُ عامَ ١٩٤٦، وَقُدِّمت شَكوى.", ragged(BODY))
    filled = shown(WORDS, justified(BODY, TABLOID.setting, "en-US"))
    for line in (*natural, *vowels, *filled):
        assert 0.0 not in map(float, re.findall(r"[>\[](-?[\d.]+)<", line)), line
    assert re.search("0001[0-9A-F]{4}", natural[0])
    assert re.search("0001>-[0-9.]+<[0-9A-F]{4}", filled[0])
