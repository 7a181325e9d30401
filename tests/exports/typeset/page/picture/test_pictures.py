"""Pictures on the page, with cutline and credit."""

import pytest

from db.document import Block, BlockKind, PictureUse, Span
from db.values import Picture
from exports.formats import MM, load_format
from exports.typeset import set_story
from exports.typeset.sheet import PlacedPicture, Run
from tests.exports.conftest import WORDS, make_story, small_format
from tests.exports.typeset.page.test_elements import HOSTILE, shown

PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)


def picture(cutline: str, **use: object) -> Block:
    used = PictureUse.model_validate({"sha256": PICTURE.sha256, **use})
    return Block(kind=BlockKind.PICTURE, spans=(Span(text=cutline),), picture=used)


def test_several_pictures_are_all_on_the_page_with_cutline_and_credit() -> None:
    story = make_story(*[WORDS] * 9, picture("At dawn.", credit="Berg", columns=2), picture("At dusk.", credit="Lo"))
    sheets = set_story(story, load_format("tabloid"), {PICTURE.sha256: PICTURE})
    assert sum(isinstance(item, PlacedPicture) for sheet in sheets for item in sheet.items) == 2
    text = shown(sheets)
    assert all(words in text for words in ("At dawn.", "Berg", "At dusk.", "Lo"))


def test_a_picture_with_no_room_under_its_head_is_not_lost() -> None:
    fmt = small_format()
    story = make_story(WORDS, picture("Wide.", columns=2), headline=WORDS, dek=WORDS)
    sheets = set_story(story, fmt, {PICTURE.sha256: PICTURE})
    assert "Wide." in shown(sheets)
    for sheet in sheets:
        for item in sheet.items:
            if isinstance(item, PlacedPicture):
                assert item.y + item.height <= fmt.trim_height - fmt.bottom + 0.1


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:2]))
def test_hostile_text_in_a_cutline_is_all_on_paper_inside_the_page(text: str) -> None:
    fmt = load_format("tabloid")
    sheets = set_story(make_story(WORDS, picture(text, credit=text[:300])), fmt, {PICTURE.sha256: PICTURE})
    below = [item.y for sheet in sheets for item in sheet.items if isinstance(item, Run)]
    assert max(below) <= fmt.trim_height - fmt.bottom + 0.1


def test_a_picture_leaves_room_for_jump_lines_on_the_smallest_page() -> None:
    fmt = small_format(trim_width=40 * MM, trim_height=43 * MM, columns=1)
    high = Picture(sha256="c" * 64, name="mole.jpg", width=800, height=1600, mode="RGB", size=1)
    for sheet in set_story(make_story(WORDS, picture("The mole at dawn."), WORDS), fmt, {high.sha256: high}):
        pictures = [item.y + item.height for item in sheet.items if isinstance(item, PlacedPicture)]
        lowest = max([*pictures, *(item.y for item in sheet.items if isinstance(item, Run))])
        assert lowest < fmt.trim_height - fmt.bottom + 0.1
