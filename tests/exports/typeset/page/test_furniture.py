"""Page line and jump lines: the day in the story's language, one line each, however narrow the page."""

from datetime import UTC, datetime

import pytest

from exports.formats import MM, Format, load_format
from exports.typeset import set_story
from exports.typeset.line.word.shaping import missing_characters
from exports.typeset.page.furniture import _JUMPS, folio, jump_from, jump_to
from exports.typeset.sheet import Run, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

DUE = datetime(2026, 11, 26, 17, tzinfo=UTC)


def said(sheet: Sheet) -> list[str]:
    """What stands on the page, by baselines."""
    found: dict[float, str] = {}
    for run in sheet.items:
        if isinstance(run, Run):
            found[round(run.y, 2)] = found.get(round(run.y, 2), "") + "".join(glyph[4] for glyph in run.glyphs)
    return list(found.values())


def pages(fmt: Format, language: str, count: int = 40, **fields: object) -> list[Sheet]:
    return set_story(make_story(*[WORDS] * count, language=language, due=DUE, **fields), fmt, {})


def test_the_page_line_has_the_day_in_the_language_of_the_story() -> None:
    (sheet,) = pages(load_format("tabloid"), "nl", 1)
    assert said(sheet)[0] == "STADDonderdag 26 november 2026"


@pytest.mark.parametrize(("language", "desk"), [("ar", "Sport"), ("ar", "رياضة"), ("en-GB", "رياضة"), ("he", "ספורט")])
def test_day_and_desk_stand_at_the_ends_of_the_page_line_whichever_way_they_run(language: str, desk: str) -> None:
    fmt = load_format("tabloid")
    (sheet,) = pages(fmt, language, 1, desk=desk)
    runs = [run for run in sheet.items if isinstance(run, Run) and run.y < fmt.top]
    ends = [run.x + sum(glyph[1] for glyph in run.glyphs) * run.size / 1000 for run in runs]
    assert min(run.x for run in runs) == pytest.approx(fmt.left, abs=0.1)
    assert max(ends) == pytest.approx(fmt.trim_width - fmt.right, abs=1)
    assert "2026" in said(sheet)[0]


def test_a_narrow_page_line_drops_the_day_rather_than_the_number_of_the_page() -> None:
    first, second, *_ = pages(small_format(trim_width=50 * MM, columns=1), "en-US")
    assert said(first)[0] == "CITY1"
    assert said(second)[0] == "CITY2"


@pytest.mark.parametrize("millimetres", range(30, 90, 5))
def test_the_ends_of_the_page_line_keep_apart_however_narrow_it_is(millimetres: int) -> None:
    fmt, seconds = small_format(trim_width=millimetres * MM), [f"26 November 2026 {'x' * n}" for n in range(60, -1, -1)]
    first, *others = [run for run in folio(fmt, "CITY", seconds) if isinstance(run, Run)]
    end = first.x + sum(glyph[1] for glyph in first.glyphs) * first.size / 1000
    assert all(run.x >= end + 11 for run in others)
    assert bool(others) is (millimetres > 45)


def test_a_noun_keeps_its_capital_behind_the_headline() -> None:
    assert jump_from(3, "de-DE", "Lotsen bleiben") == "Lotsen bleiben — Fortsetzung von Seite 3"
    assert jump_from(3, "fr", "Les pilotes") == "Les pilotes — suite de la page 3"
    assert jump_from(3, "fr") == "Suite de la page 3"


@pytest.mark.parametrize(
    ("language", "jump"),
    [("zh", "下转第3版"), ("zh-CN", "下转第3版"), ("zh-Hant", "下轉第3版"), ("zh_TW", "下轉第3版")],
)
def test_each_chinese_has_its_own_characters(language: str, jump: str) -> None:
    assert jump_to(3, language) == jump


@pytest.mark.parametrize("language", sorted(_JUMPS))
def test_the_faces_have_every_character_of_a_jump_line(language: str) -> None:
    said = jump_to(3, language) + jump_from(3, language)
    assert not any(missing_characters(face, said) for face in ("serif", "serif-italic", "sans", "sans-bold"))


@pytest.mark.parametrize("language", ["en-GB", "pl", "ru", "zh", "ar"])
def test_jump_lines_name_their_pages_in_columns_however_narrow(language: str) -> None:
    fmt = small_format(trim_width=30 * MM, trim_height=48 * MM, columns=1)
    _, second, *_ = pages(fmt, language)
    shown = ["".join(line.split()) for line in said(second)]
    for jump in (jump_from(1, language), jump_to(3, language)):
        assert any(sorted("".join(jump.split())) == sorted(line) for line in shown), (jump, shown)
