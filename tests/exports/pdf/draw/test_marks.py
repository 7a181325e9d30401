"""What stands outside the page: marks, colour bar and slug line; and the mark of a proof."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from exports import Order, provenance_of
from exports.formats import MM, load_format
from exports.pdf.draw.marks import PATCHES, draw_marks, paper_for
from exports.typeset.sheet import Sheet
from tests.exports.conftest import AT
from tests.exports.pdf.draw.test_page import SHEET, TABLOID, page
from tests.press.conftest import full_story


def lines(operators: str) -> Iterator[tuple[float, ...]]:
    """Both ends of each line of the marks."""
    number = r"(-?[\d.]+)"
    for found in re.findall(rf"{number} {number} m {number} {number} l", operators):
        yield tuple(map(float, found))


def marked() -> str:
    """What stands outside a page."""
    writer = page()
    press = provenance_of(Order(full_story(), TABLOID, {}, AT))
    draw_marks(writer, TABLOID, press, "", flavour="PDF/X-4", proof=False)
    return writer.operators()


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


def test_a_format_may_leave_out_all_marks_but_the_slug_line() -> None:
    writer, press = page(), provenance_of(Order(full_story(), TABLOID, {}, AT))
    draw_marks(writer, replace(TABLOID, marks=False), press, "", flavour="PDF/X-4", proof=False)
    assert "/All" not in writer.operators()
    assert " re f" not in writer.operators()
    assert "Tj" in writer.operators() or "TJ" in writer.operators()
