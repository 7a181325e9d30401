"""Text beside a pull quote or a picture: in whole grid lines, clear of it, nothing lost, only where there is room."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, PictureUse, Span, paragraph
from db.values import Picture
from exports.formats import MM, Format
from exports.typeset import measure, set_story
from exports.typeset.sheet import PlacedPicture, Rule, Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
USE = Block(
    kind=BlockKind.PICTURE, spans=(Span(text="The quay at dawn."),),
    picture=PictureUse(sha256="c" * 64, credit="Nora Berg"),
)  # fmt: skip
QUOTE = paragraph("Nobody has applied for the post", BlockKind.PULL_QUOTE)
SHORT = "The mast stays, too."


def wide(measure_mm: float = 70, **setting: str) -> Format:
    """A page of one column so wide, with room round it."""
    fmt = replace(small_format(), trim_width=(measure_mm + 20) * MM, trim_height=160 * MM, columns=1)
    fmt = replace(fmt, left=10 * MM, right=10 * MM)
    return replace(fmt, setting=fmt.setting.model_copy(update={"pull_quote": "beside", "picture": "beside"} | setting))


def pages(*blocks: Block | str, fmt: Format) -> list[Sheet]:
    return set_story(make_story(*blocks, headline="", byline=""), fmt, {PICTURE.sha256: PICTURE})


def shown(sheet: Sheet) -> str:
    return "".join(glyph[4] for item in sheet.items if isinstance(item, Run) for glyph in item.glyphs)


@pytest.mark.parametrize("element", [QUOTE, USE], ids=["quote", "picture"])
@pytest.mark.parametrize("below", [(WORDS * 3,), (SHORT, SHORT, WORDS * 3)], ids=["one", "three"])
def test_text_runs_beside_in_half_the_column_and_clear_of_it(element: Block, below: tuple[str, ...]) -> None:
    fmt = wide()
    (sheet,) = pages(WORDS, element, *below, WORDS, fmt=fmt)
    middle = fmt.left + fmt.measure / 2
    aside = [item for item in sheet.items if isinstance(item, Rule | PlacedPicture) and getattr(item, "y0", 99) > 60]
    left = min(item.x if isinstance(item, PlacedPicture) else item.x0 for item in aside)
    top = min(item.y if isinstance(item, PlacedPicture) else item.y0 for item in aside)
    ends = [line for line in sheet.lines if line.y > top and line.block > 0]
    assert left > middle
    assert sum(right_of(sheet, line.y) < left - 3 * MM for line in ends) >= 4
    for line in sheet.lines:
        assert ((line.y - fmt.top) / fmt.baseline + 0.5) % 1 == pytest.approx(0.5, abs=0.01)


def right_of(sheet: Sheet, y: float) -> float:
    """Where the running text of a line ends."""
    ends = [
        run.x + sum(glyph[1] * run.scale + run.tracking for glyph in run.glyphs) * run.size / 1000
        for run in sheet.items
        if isinstance(run, Run) and run.size == 9 and run.y == pytest.approx(y)
    ]
    return max(ends)


@pytest.mark.parametrize("element", [QUOTE, USE], ids=["quote", "picture"])
def test_nothing_is_lost_and_measuring_counts_the_same(element: Block) -> None:
    fmt, blocks = wide(), (WORDS, element, WORDS * 3, WORDS)
    (sheet,) = pages(*blocks, fmt=fmt)
    body = "".join(line.text for line in sheet.lines if line.block != 1)
    assert "".join(body.split()) == "".join((WORDS * 5).split())
    assert "".join(element.text.split()) in "".join(shown(sheet).split())
    assert measure(make_story(*blocks), fmt, {PICTURE.sha256: PICTURE}).lines == sheet.lines[-1].number


@pytest.mark.parametrize("below", [(), (SHORT,), (paragraph("Half", BlockKind.SUBHEAD), WORDS)])
def test_with_too_little_text_beside_it_it_takes_the_whole_column(below: tuple[Block | str, ...]) -> None:
    assert pages(WORDS, QUOTE, *below, fmt=wide()) == pages(WORDS, QUOTE, *below, fmt=wide(pull_quote="column"))


def test_in_a_narrow_column_it_takes_the_whole_of_it() -> None:
    narrow = wide(50)
    assert pages(WORDS, QUOTE, WORDS * 3, fmt=narrow) == pages(
        WORDS, QUOTE, WORDS * 3, fmt=wide(50, pull_quote="column")
    )


def test_a_cutline_too_long_to_stand_under_its_picture_is_not_cut_off() -> None:
    long = USE.model_copy(update={"spans": (Span(text=WORDS * 6),)})
    text = "".join(map(shown, pages(WORDS, long, WORDS * 3, fmt=wide())))
    assert text.count("radar") == 10


@pytest.mark.parametrize(("over", "indent"), [(paragraph("What they say", BlockKind.SUBHEAD), 0.0), (WORDS, 9.0)])
def test_text_beside_it_begins_flush_under_a_subhead_alone(over: Block | str, indent: float) -> None:
    fmt = wide()
    (sheet,) = pages(WORDS, over, QUOTE, WORDS * 3, fmt=fmt)
    first = next(line for line in sheet.lines if line.block == 3)
    left = min(item.x for item in sheet.items if isinstance(item, Run) and item.y == first.y and item.size == 9)
    assert left - fmt.left == pytest.approx(indent, abs=0.01)
