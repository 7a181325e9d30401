"""Runs of glyphs: letters that are spread keep their marks."""

import pytest

from exports.typeset.line.lines import justified
from exports.typeset.line.word.faces import face
from exports.typeset.sheet import Run
from tests.exports.scripts import STORIES
from tests.exports.typeset.line.script.test_clusters import BODY, FORMAT, LANGUAGES, lines_of


def places(run: Run) -> list[tuple[int, float, str]]:
    """Glyph, pen and text of a run."""
    pen, found = 0.0, []
    for number, advance, dx, _, source in run.glyphs:
        found.append((number, pen + dx, source))
        pen += advance
    return found


def test_thai_letters_that_are_spread_keep_their_marks() -> None:
    spread = [run for line in lines_of("th")[:-1] for run in line.runs if run.face == "thai"]
    for run in spread:
        plain = run._replace(glyphs=face("thai").shape("".join(glyph[4] for glyph in run.glyphs)))
        base = [0.0, 0.0]
        for at, (wide, natural) in enumerate(zip(places(run), places(plain), strict=True)):
            if natural[2]:
                base = [wide[1], natural[1]]
            elif run.glyphs[at][1] == 0:
                assert wide[1] - base[0] == pytest.approx(natural[1] - base[1], abs=0.01)
    assert any(run.glyphs != face("thai").shape("".join(g[4] for g in run.glyphs)) for run in spread)


@LANGUAGES
def test_a_paragraph_that_is_to_lose_a_line_is_not_tracked_either(language: str) -> None:
    settings = justified(BODY, FORMAT.setting, language).fitting(STORIES[language])
    assert settings.tightened().tracked[0] == 0.0
    assert settings.tightened().filling.glyph_shrink > settings.filling.glyph_shrink
