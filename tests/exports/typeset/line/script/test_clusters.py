"""Scripts of India and Thai: letters keep their marks, in one face; lines end between them, by syllables."""

import pytest

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.lines import Line, justified, set_paragraph
from exports.typeset.line.script.clusters import clusters, ends_of
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN, hyphenator
from exports.typeset.line.word.shaping import in_faces
from exports.typeset.sheet import Run
from tests.exports.scripts import STORIES

FORMAT = load_format("tabloid")
BODY = FORMAT.styles.body
FACES = {
    "as": "bengali", "kn": "kannada", "mr": "devanagari", "or": "odia", "pa": "gurmukhi", "sa": "devanagari",
    "te": "telugu", "th": "thai",
}  # fmt: skip
LANGUAGES = pytest.mark.parametrize("language", FACES)
DOTTED_CIRCLE = "\u25cc"


def lines_of(language: str, measure: float = FORMAT.measure, looseness: int = 0, text: str = "") -> tuple[Line, ...]:
    manner = justified(BODY, FORMAT.setting, language)
    return set_paragraph((Span(text=text or STORIES[language]),), manner, measure, looseness=looseness)


def shown(lines: tuple[Line, ...]) -> str:
    return "".join(glyph[4] for line in lines for run in line.runs for glyph in run.glyphs if glyph[4] != SOFT_HYPHEN)


def places(run: Run) -> list[tuple[int, float, str]]:
    """Glyph, pen and text of a run."""
    pen, found = 0.0, []
    for number, advance, dx, _, source in run.glyphs:
        found.append((number, pen + dx, source))
        pen += advance
    return found


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
def test_every_mark_is_in_the_face_of_its_letter(language: str) -> None:
    used = {run.face for line in lines_of(language) for run in line.runs}
    circles = {key: {0, face(key).hb_font.get_nominal_glyph(ord(DOTTED_CIRCLE))} for key in used}
    drawn = {key: {g[0] for line in lines_of(language) for run in line.runs if run.face == key for g in run.glyphs}
             for key in used}  # fmt: skip
    assert used == {"serif", FACES[language]}
    assert {key: drawn[key] & circles[key] for key in used} == {key: set() for key in used}


@LANGUAGES
@pytest.mark.parametrize("share", [1.0, 0.08])
def test_no_line_ends_inside_letters_that_stand_as_one(language: str, share: float) -> None:
    lines, text = lines_of(language, FORMAT.measure * share), STORIES[language]
    ends = {*ends_of([one for word in text.split(" ") for one in (*clusters(word), " ")])}
    assert len(lines) > 6 / share
    assert {line.end for line in lines} <= ends
    assert shown(lines).replace(" ", "") == text.replace(" ", "")


@LANGUAGES
def test_figures_and_latin_are_in_the_face_of_the_style(language: str) -> None:
    runs = [run for line in lines_of(language) for run in line.runs]
    latin = {run.face for run in runs for glyph in run.glyphs if glyph[4].isascii() and glyph[4].isalnum()}
    assert latin == {"serif"}
    assert in_faces("sans-bold", "12वा,") == (("sans-bold", "12"), ("devanagari-bold", "वा"), ("sans-bold", ","))


@LANGUAGES
@pytest.mark.parametrize("looseness", [0, -1])
def test_no_letters_are_tracked_apart_and_lines_fill_the_measure(language: str, looseness: int) -> None:
    *full, _ = lines_of(language, looseness=looseness)
    assert {run.tracking for line in full for run in line.runs} == {0.0}
    assert [line.width for line in full if line.width < FORMAT.measure - 0.05] == []


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


def test_a_danda_is_in_the_face_of_the_text_before_it() -> None:
    assert in_faces("serif", "নতুন।") == (("bengali", "নতুন।"),)


def test_a_mark_on_a_space_has_the_space_of_its_own_face() -> None:
    assert in_faces("serif", "a\u00a0\u0e34") == (("serif", "a"), ("thai", "\u00a0\u0e34"))


@LANGUAGES
def test_a_paragraph_that_is_to_lose_a_line_is_not_tracked_either(language: str) -> None:
    manner = justified(BODY, FORMAT.setting, language).fitting(STORIES[language])
    assert manner.tightened().tracked[0] == 0.0
    assert manner.tightened().filling.glyph_shrink > manner.filling.glyph_shrink


@pytest.mark.parametrize("text", ["क" + "ि" * 2000, "क्" * 1000, "क्\u200d\u200c" * 600, "ก" + "้" * 2000, "เ" * 2000])
def test_marks_without_end_stay_in_their_column(text: str) -> None:
    lines = lines_of("mr", text=text)
    assert max(line.width for line in lines) <= FORMAT.measure + 5
    assert shown(lines) == text.replace("\u200d\u200c", "\u200d")
