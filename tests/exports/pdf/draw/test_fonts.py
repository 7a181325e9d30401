"""Faces in a PDF: what is written of their glyphs, and what text a reader takes them for."""

import re

from exports.pdf.draw.fonts import ShownFont, _clusters
from exports.typeset.line.lines import LineSettings, justified, ragged, set_plain
from tests.exports.conftest import WORDS
from tests.exports.pdf.draw.test_page import TABLOID

BODY = TABLOID.styles.body


def shown(text: str, settings: LineSettings) -> list[str]:
    """What shows each line of a text, set in half a column."""
    lines = set_plain(text, settings, TABLOID.measure / 2)
    return [ShownFont(run.face, "G1").show(run) for line in lines for run in line.runs]


def test_an_adjustment_of_nothing_is_not_written() -> None:
    natural, vowels = shown(WORDS, ragged(BODY)), shown("بُنيت المحطةُ عامَ ١٩٤٦، وَقُدِّمت شَكوى.", ragged(BODY))
    filled = shown(WORDS, justified(BODY, TABLOID.setting, "en-US"))
    for line in (*natural, *vowels, *filled):
        assert 0.0 not in map(float, re.findall(r"[>\[](-?[\d.]+)<", line)), line
    assert re.search("0001[0-9A-F]{4}", natural[0])
    assert re.search("0001>-[0-9.]+<[0-9A-F]{4}", filled[0])


def test_glyphs_are_grouped_by_the_text_they_stand_for_together() -> None:
    (line,) = set_plain("का ख", ragged(BODY), TABLOID.measure)
    groups = [list(_clusters(run.glyphs)) for run in line.runs]
    assert [[group[0][4] for group in groups_of] for groups_of in groups] == [["का", " ", "ख"]]
