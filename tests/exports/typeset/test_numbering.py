"""Line numbers of proofs: every fifth line, left of its column, clear of the column before."""

from dataclasses import replace

import pytest

from db.document import Document
from exports.formats import Format, load_format
from exports.typeset import number_lines, set_story
from exports.typeset.sheet import Run, Sheet, Tint
from tests.exports.conftest import WORDS, make_story, small_format


def numbered(fmt: Format) -> tuple[Sheet, list[Run]]:
    """A page, and the runs its line numbers add."""
    sheet = set_story(make_story(*[WORDS] * 6), fmt, {})[0]
    found = number_lines(sheet, fmt)
    return sheet, [item for item in found.items[len(sheet.items) :] if isinstance(item, Run)]


def said(run: Run) -> str:
    """What a run reads."""
    return "".join(glyph[4] for glyph in run.glyphs)


def test_every_fifth_line_of_every_column_has_its_number_on_its_baseline() -> None:
    sheet, runs = numbered(load_format("tabloid"))
    wanted = [(str(line.number), line.y) for line in sheet.lines if line.number % 5 == 0]
    assert [(said(run), run.y) for run in runs] == wanted
    assert len({line.column for line in sheet.lines if line.number % 5 == 0}) > 1


@pytest.mark.parametrize(("columns", "gutter", "every"), [(1, 10, 1), (2, 24, 1), (2, 23, 5)])
def test_each_line_has_its_number_in_a_single_column_or_a_wide_gutter(columns: int, gutter: float, every: int) -> None:
    sheet, runs = numbered(small_format(columns=columns, gutter=gutter))
    assert [said(run) for run in runs] == [str(line.number) for line in sheet.lines if line.number % every == 0]


def test_numbers_stand_in_margin_and_gutter_alone() -> None:
    fmt = small_format()
    sheet, runs = numbered(fmt)
    for run in runs:
        end = run.x + sum(glyph[1] for glyph in run.glyphs) * run.size / 1000
        column = next(line.column for line in sheet.lines if line.y == run.y and str(line.number) == said(run))
        assert end <= fmt.column_x(column) - 2
        assert run.x >= (fmt.column_x(column - 1) + fmt.measure if column else 0)


def test_a_gutter_too_narrow_has_none_and_the_margin_still_has() -> None:
    fmt = small_format(gutter=4.0)
    _, runs = numbered(fmt)
    assert runs
    assert all(run.x < fmt.left for run in runs)


def test_a_format_that_numbers_each_line_is_left_as_it_is() -> None:
    sheet, runs = numbered(load_format("galley"))
    assert runs == []
    assert len(sheet.lines) > 5


def test_a_number_on_a_rule_between_columns_has_a_white_ground() -> None:
    fmt = small_format()
    fmt = replace(fmt, setting=fmt.setting.model_copy(update={"column_rules": True}))
    sheet = set_story(make_story(body=Document.from_paragraphs([WORDS] * 6)), fmt, {})[0]
    added = number_lines(sheet, fmt).items[len(sheet.items) :]
    assert any(isinstance(item, Tint) and item.ink == (0, 0, 0, 0) for item in added)
