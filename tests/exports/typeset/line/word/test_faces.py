"""What a face can do: figures, small capitals, fractions, ligatures, spaces of their own width; quotes as typed."""

from unicodedata import category

import pyphen
import pytest

from db.document import Span
from exports.formats import SHIPPED, Style, load_format
from exports.typeset.line.lines import Line, justified, set_paragraph
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import in_faces, missing_characters, words_of
from tests.exports.conftest import WORDS

FORMAT = load_format("tabloid")
BODY = FORMAT.styles.body


def glyphs(style: Style, text: str) -> list[int]:
    line = set_paragraph((Span(text=text),), justified(style, FORMAT.setting, "en-US"), FORMAT.measure)[0]
    return [glyph[0] for run in line.runs for glyph in run.glyphs]


def shown(line: Line) -> str:
    return "".join(glyph[4] for run in line.runs for glyph in run.glyphs)


def test_figures_are_lining_or_old_style_as_the_format_says() -> None:
    old, lining = (BODY.model_copy(update={"figures": name}) for name in ("oldstyle", "lining"))
    assert set(glyphs(old, "1946")).isdisjoint(glyphs(lining, "1946"))
    assert glyphs(lining, "1946") == glyphs(BODY, "1946")


def test_small_capitals_replace_small_letters_alone() -> None:
    small = BODY.model_copy(update={"small_caps": True})
    assert glyphs(small, "By")[0] == glyphs(BODY, "By")[0]
    assert glyphs(small, "By")[1] != glyphs(BODY, "By")[1]


def test_a_fraction_slash_makes_a_fraction() -> None:
    whole = face("serif").width("1") * 2 + face("serif").width("\u2044")
    assert face("serif").width("1\u20441") < 0.9 * whole
    assert face("serif").covers("½¼¾⅓")


def test_letters_that_would_clash_are_one_glyph() -> None:
    assert len(face("serif").shape("fi")) == 1
    assert face("serif").shape("fi")[0][4] == "fi"
    assert [glyph[4] for glyph in face("serif").shape("fi", ("-liga",))] == ["f", "i"]


@pytest.mark.parametrize(
    ("space", "least", "most"), [("\u2009", 150, 210), ("\u200a", 50, 110), ("\u00a0", 200, 260), ("\u2007", 400, 600)]
)
def test_spaces_keep_their_own_width_and_hold_their_words_together(space: str, least: float, most: float) -> None:
    word = f"10{space}000"
    assert len(words_of((Span(text=f"of {word} pilots"),), BODY, hyphenator("en-US")).each) == 3
    apart = face("serif").width(word) - face("serif").width("10") - face("serif").width("000")
    assert least < apart < most


def test_french_quotation_marks_stay_as_typed_and_with_their_words() -> None:
    text = f"{WORDS} «\u202fLe quai est fermé\u202f» dit-elle. {WORDS}"
    lines = set_paragraph((Span(text=text),), justified(BODY, FORMAT.setting, "fr-FR"), FORMAT.measure)
    assert "«\u202fLe" in "".join(map(shown, lines))
    assert not any(shown(line).strip().endswith("«") or shown(line).strip().startswith("»") for line in lines)


def test_ragged_text_keeps_its_natural_spaces() -> None:
    setting = FORMAT.setting.model_copy(update={"ragged": True})
    lines = set_paragraph((Span(text=WORDS * 3),), justified(BODY, setting, "en-US"), FORMAT.measure)
    assert {round(run.space, 6) for line in lines for run in line.runs} == {0.0}
    assert {run.scale for line in lines for run in line.runs} == {1.0}
    assert len({round(line.width) for line in lines}) > 3
    assert max(line.width for line in lines) <= FORMAT.measure + 0.01


LANGUAGES = sorted({name.partition("_")[0] for name in pyphen.LANGUAGES})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_face_has_the_letters_of_every_language_that_is_divided(language: str) -> None:
    encoding, _, text = pyphen.LANGUAGES[language].read_bytes().partition(b"\n")
    lines = [line for line in text.decode(encoding.decode().strip()).splitlines() if not line.startswith(("%", "#"))]
    letters = "".join(sorted({c for line in lines for c in line + line.upper() if category(c)[0] in "LM"}))
    latin = [key for key in SHIPPED if key.startswith(("serif", "sans"))]
    assert len(letters) > 25
    assert {key: missing_characters(key, letters) for key in latin} == {key: set() for key in latin}


def test_a_greek_word_in_the_sans_is_all_in_the_serif_of_its_weight() -> None:
    assert in_faces("sans-bold", "μΩποέ 9 Łódź Чт") == (("serif-bold", "μΩποέ"), ("sans-bold", " 9 Łódź Чт"))
