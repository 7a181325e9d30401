"""Places of a text on its pages, and back."""

from exports.formats import Format
from exports.typeset import StoryLayout, sheets_of
from exports.typeset.galley.page_places import PagePlaces, TextPlace
from exports.typeset.sheet import Sheet
from tests.exports.conftest import WORDS, make_story


def pages(fmt: Format) -> list[Sheet]:
    """A story of three pages."""
    return sheets_of(StoryLayout(make_story(*[WORDS] * 12), fmt, {}))


def test_the_middle_of_a_line_is_a_place_in_it_and_leads_back_to_it(small: Format) -> None:
    sheets = pages(small)
    places = PagePlaces(sheets)
    for page, sheet in enumerate(sheets):
        for line in sheet.lines:
            found = places.at(page, line.x + line.width / 2, line.y - 2)
            assert found is not None
            assert (found.field, found.block) == ("body", line.block)
            assert line.start < found.offset < line.end
            back = places.of(found)
            assert back is not None
            assert (back.page, back.x, back.y) == (page, line.x, line.y)


def test_a_point_on_the_headline_is_a_place_in_that(small: Format) -> None:
    sheets = pages(small)
    line = next(line for line in sheets[0].uncounted if line.field == "headline")
    assert PagePlaces(sheets).at(0, line.x + 1, line.y - 4) == TextPlace("headline", -1, 0)


def test_a_point_beside_all_text_is_none(small: Format) -> None:
    places = PagePlaces(pages(small))
    assert places.at(0, 1.0, small.trim_height - 1) is None
    assert places.of(TextPlace("body", 99, 0)) is None
