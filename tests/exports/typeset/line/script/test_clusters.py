"""Scripts of India and Thai: letters keep their marks, in one face; lines end between them, by syllables."""

import pytest

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.lines import Line, justified, set_paragraph
from exports.typeset.line.script.clusters import clusters, ends_of
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.line.word.shaping import in_faces
from tests.exports.scripts import STORIES

FORMAT = load_format("tabloid")
BODY = FORMAT.styles.body
FACES = {
    "as": "bengali", "kn": "kannada", "mr": "devanagari", "or": "odia", "pa": "gurmukhi", "sa": "devanagari",
    "te": "telugu", "th": "thai",
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", FACES)


def lines_of(language: str, measure: float = FORMAT.measure, looseness: int = 0, text: str = "") -> tuple[Line, ...]:
    settings = justified(BODY, FORMAT.setting, language)
    return set_paragraph((Span(text=text or STORIES[language]),), settings, measure, looseness=looseness)


def shown(lines: tuple[Line, ...]) -> str:
    return "".join(glyph[4] for line in lines for run in line.runs for glyph in run.glyphs if glyph[4] != SOFT_HYPHEN)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("महाराष्ट्रात", "म हा रा ष्ट्रा त"), ("कर्त्तव्य", "क र्त्त व्य"), ("বিশ্ববিদ্যালয়", "বি শ্ব বি দ্যা ল য়"),
        ("ಲಕ್ಷ್ಮೀ", "ಲ ಕ್ಷ್ಮೀ"), ("ఆంధ్రప్రదేశ్\u200cలో", "ఆం ధ్ర ప్ర దే శ్\u200c లో"), ("ଓଡ଼ିଶା", "ଓ ଡ଼ି ଶା"),
        ("ਖੁੱਲ੍ਹਾ", "ਖੁੱ ਲ੍ਹਾ"), ("น้ำเร็วๆ", "น้ำ เร็ วๆ"), ("เกาะ", "เกาะ"), ("e\u0301a", "e\u0301 a"), ("abc", "a b c"),
    ],
)  # fmt: skip
def test_letters_are_one_with_their_marks_and_with_what_joins_them(text: str, parts: str) -> None:
    assert list(clusters(text)) == parts.split(" ")


@LANGUAGES
@pytest.mark.parametrize("share", [1.0, 0.08])
def test_no_line_ends_inside_letters_that_stand_as_one(language: str, share: float) -> None:
    lines, text = lines_of(language, FORMAT.measure * share), STORIES[language]
    ends = {*ends_of([one for word in text.split(" ") for one in (*clusters(word), " ")])}
    assert len(lines) > 6 / share
    assert {line.end for line in lines} <= ends
    assert shown(lines).replace(" ", "") == text.replace(" ", "")


@LANGUAGES
@pytest.mark.parametrize("looseness", [0, -1])
def test_no_letters_are_tracked_apart_and_lines_fill_the_measure(language: str, looseness: int) -> None:
    *full, _ = lines_of(language, looseness=looseness)
    assert {run.tracking for line in full for run in line.runs} == {0.0}
    assert [line.width for line in full if line.width < FORMAT.measure - 0.05] == []


def test_joiners_show_what_they_ask_for() -> None:
    conjunct, half, apart = ([glyph[0] for glyph in face("devanagari").shape(text) if glyph[1]] for text in
                             ("क्ष", "क्\u200dष", "क्\u200cष"))  # fmt: skip
    assert (len(conjunct), len(half)) == (1, 2)
    assert half != apart
    assert in_faces("serif", "क्\u200dष \u200da") == (("devanagari", "क्\u200dष"), ("serif", " a"))
    assert in_faces("serif", "می\u200cخواهم") == (("arabic", "می\u200cخواهم"),)


def test_a_mark_whose_span_begins_with_it_stands_on_its_letter_all_the_same() -> None:
    spans = (Span(text="मंगळव"), Span(text="ारी संध्या", bold=True))
    (line,) = set_paragraph(spans, justified(BODY, FORMAT.setting, "mr"), FORMAT.measure)
    assert [(run.face, "".join(glyph[4] for glyph in run.glyphs)) for run in line.runs] == [
        ("devanagari", "मंगळवा"), ("devanagari-bold", "री संध्या"),
    ]  # fmt: skip
