"""Where words may be divided, and with what."""

import pytest

from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import Hyphenator, hyphenator
from tests.exports.typeset.line.script.test_clusters import FORMAT, LANGUAGES, lines_of


@LANGUAGES
def test_a_divided_word_has_the_hyphen_of_the_style_and_thai_has_none(language: str) -> None:
    ends = [line.runs[-1] for line in lines_of(language, FORMAT.measure * 0.5) if line.hyphen]
    assert bool(ends) == (language != "th")
    assert {run.face for run in ends} <= {"serif"}
    assert {run.glyphs[-1][0] for run in ends} <= {face("serif").hb_font.get_nominal_glyph(ord("-"))}


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        ("mr", "स्वातंत्र्यसैनिकांच्या", "स्वातं त्र्य सै नि कांच्या"), ("te", "ఆంధ్రప్రదేశ్\u200cలోని", "ఆంధ్ర ప్ర దేశ్\u200c లోని"),
        ("as", "বিশ্ববিদ্যালয়ত।", "বিশ্ব বি দ্যা ল য়ত।"), ("th", "กล่าวว่าอีกครั้ง", "กล่าว ว่า อีกครั้ง"),
        ("", "กล่าวว่า\u200b“อีกครั้ง”", "กล่าว ว่า\u200b “อีกครั้ง”"), ("en-US", "Bang\u200bkok", "Bang\u200b kok"),
    ],
)  # fmt: skip
def test_words_are_divided_between_syllables_of_two_letters_or_more(language: str, word: str, parts: str) -> None:
    assert [piece for piece, _ in hyphenator(language).divide(word)] == parts.split(" ")


def test_two_letters_stay_before_a_hyphen_and_three_behind() -> None:
    for word in ("international", "evidently", "ability", "Europe"):
        pieces = [text for text, _ in Hyphenator("en-US").divide(word)]
        assert len(pieces) == 1 or (len(pieces[0]) >= 2 and len(pieces[-1]) >= 3)
