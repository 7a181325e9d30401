"""What holds for any text in any format: all of it is on paper once and in order, in its column, on the grid."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from db.document import Block, BlockKind, paragraph
from exports.formats import MM, Format, format_names, load_format
from exports.typeset import set_story
from exports.typeset.page.furniture import jump_from, jump_to
from exports.typeset.sheet import Run, SetLine, Sheet
from tests.exports.conftest import make_story, small_format


def flush(fmt: Format) -> Format:
    """The format with nothing that hangs over an edge, and with no end mark."""
    return replace(fmt, setting=fmt.setting.model_copy(update={"hang": 0.0, "drop_cap": 0, "end_mark": False}))


FORMATS = {name: flush(load_format(name)) for name in format_names()}
FORMATS["tiny"] = flush(small_format(trim_width=30 * MM, trim_height=40 * MM, columns=1))
LETTERS = st.sampled_from("aeiounrstlmd ,.-–—’“”\u00ad\u00a0的新闻，。fi")
KINDS = st.sampled_from([BlockKind.PARAGRAPH] * 3 + [BlockKind.QUOTE])
WORDS = st.lists(st.sampled_from(["harbour", "reinsurance", "of", "a", "“quay”", "吴静"]), min_size=60, max_size=150)
TEXTS = st.one_of(WORDS.map(" ".join), st.text(alphabet=LETTERS, min_size=1, max_size=400))
BLOCKS = st.lists(st.builds(paragraph, TEXTS, KINDS), max_size=6)


def of_line(sheet: Sheet, line: SetLine) -> list[Run]:
    """The runs that show a line."""
    runs = (item for item in sheet.items if isinstance(item, Run) and item.y == pytest.approx(line.y))
    return sorted((run for run in runs if line.x - 6 < run.x < line.x + line.width), key=lambda run: run.x)


def unspaced(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


def shown(runs: list[Run]) -> str:
    return unspaced("".join(glyph[4] for run in runs for glyph in run.glyphs))


def end_of(run: Run) -> float:
    """Where the ink of a run ends."""
    spaces = sum(glyph[4] == " " for glyph in run.glyphs)
    width = sum(glyph[1] for glyph in run.glyphs) + run.tracking * (len(run.glyphs) - 1) + run.space * spaces
    return run.x + width * run.scale * run.size / 1000


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=12, deadline=None)
@example(blocks=[paragraph("\u00ad" + "a" * 400)])
@example(blocks=[paragraph("a新.aaaaaaaaaa")])
@given(blocks=BLOCKS)
def test_all_text_is_on_paper_once_in_order_in_its_column_and_on_the_grid(name: str, blocks: list[Block]) -> None:
    fmt, story = FORMATS[name], make_story(*blocks, headline="", byline="", desk="")
    sheets = set_story(story, fmt, {})
    told = []
    for number, sheet in enumerate(sheets, 1):
        painted = [item for item in sheet.items if isinstance(item, Run)]
        for line in sheet.lines:
            runs, left = of_line(sheet, line), fmt.column_x(line.column)
            assert shown(runs) == unspaced(line.text)
            assert left - 0.01 <= line.x <= runs[0].x + 0.01
            assert max(map(end_of, runs)) <= left + fmt.measure + 0.2
            assert ((line.y - fmt.top) / fmt.baseline + 0.5) % 1 == pytest.approx(0.5, abs=0.1 / fmt.baseline)
            painted = [run for run in painted if run not in runs]
            told.append(line.text)
        furniture = "".join(glyph[4] for run in painted for glyph in run.glyphs)
        for jump in (jump_from(number - 1, "en", story.slug), jump_from(number - 1, "en"), jump_to(number + 1, "en")):
            furniture = furniture.replace(jump, "", 1)
        assert furniture.strip("0123456789") == ""
    assert unspaced("".join(told)) == unspaced("".join(block.text for block in blocks))
