"""Words in faces: a letter and its marks in one, what several scripts share in the face of the text before it."""

import pytest

from db.document import Span
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import in_faces, missing_characters, words_of
from tests.exports.typeset.line.script.test_clusters import FACES, FORMAT, LANGUAGES, lines_of, shown

DOTTED_CIRCLE = "\u25cc"


@LANGUAGES
def test_every_mark_is_in_the_face_of_its_letter(language: str) -> None:
    used = {run.face for line in lines_of(language) for run in line.runs}
    circles = {key: {0, face(key).hb_font.get_nominal_glyph(ord(DOTTED_CIRCLE))} for key in used}
    drawn = {key: {g[0] for line in lines_of(language) for run in line.runs if run.face == key for g in run.glyphs}
             for key in used}  # fmt: skip
    assert used == {"serif", FACES[language]}
    assert {key: drawn[key] & circles[key] for key in used} == {key: set() for key in used}


@LANGUAGES
def test_figures_and_latin_are_in_the_face_of_the_style(language: str) -> None:
    runs = [run for line in lines_of(language) for run in line.runs]
    latin = {run.face for run in runs for glyph in run.glyphs if glyph[4].isascii() and glyph[4].isalnum()}
    assert latin == {"serif"}
    assert in_faces("sans-bold", "12वा,") == (("sans-bold", "12"), ("devanagari-bold", "वा"), ("sans-bold", ","))


def test_a_danda_is_in_the_face_of_the_text_before_it() -> None:
    assert in_faces("serif", "নতুন।") == (("bengali", "নতুন।"),)


def test_a_mark_on_a_space_has_the_space_of_its_own_face() -> None:
    assert in_faces("serif", "a\u00a0\u0e34") == (("serif", "a"), ("thai", "\u00a0\u0e34"))


@pytest.mark.parametrize("text", ["क" + "ि" * 2000, "क्" * 1000, "क्\u200d\u200c" * 600, "ก" + "้" * 2000, "เ" * 2000])
def test_marks_without_end_stay_in_their_column(text: str) -> None:
    lines = lines_of("mr", text=text)
    assert max(line.width for line in lines) <= FORMAT.measure + 5
    assert shown(lines) == text.replace("\u200d\u200c", "\u200d")


@pytest.mark.parametrize(("word", "name"), [("Lind", True), ("“Lind", True), ("(‘Lind", True), ("“said", False)])
def test_a_name_is_known_behind_an_opening_mark(word: str, *, name: bool) -> None:
    (found,) = words_of((Span(text=word),), FORMAT.styles.body, hyphenator("en-US")).each
    assert found.name is name


def test_signs_that_papers_print_have_a_face() -> None:
    for key in ("serif", "sans", "sans-bold", "serif-black"):
        assert not missing_characters(key, "★☆℃℉①②⑩♠♥♦♣✔✘‖№▲▼●○■□☎→←∞≠½©™†‡§¶₽₹₿⁂‽\u2011")


def test_a_hyphen_that_does_not_break_looks_as_any_other() -> None:
    assert [glyph[0] for glyph in face("serif").shape("a\u2011b")] == [glyph[0] for glyph in face("serif").shape("a-b")]


def test_what_keeps_letters_apart_parts_a_ligature_and_is_not_set() -> None:
    ((key, text),) = in_faces("serif", "f\u200ci")
    assert [glyph[4] for glyph in face(key).shape(text)] == ["f", "i"]
    assert len(face("serif").shape("fi")) == 1


def test_marks_of_direction_stay_in_the_text_and_are_not_set() -> None:
    ((key, text),) = in_faces("serif", "c++\u200e")
    assert text == "c++\u200e"
    assert len(face(key).shape(text)) == 3
    assert face(key).width(text) == face(key).width("c++")
    assert in_faces("serif", "\u200f") == ()
