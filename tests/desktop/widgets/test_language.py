"""The field for a language offers all that words are divided in, and keeps what it was given as it is written."""

import pyphen
import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.language import LANGUAGES, LanguageField
from exports.typeset.line.word.shaping import missing_characters


def test_every_language_that_is_divided_is_offered() -> None:
    divided = {name.partition("_")[0] for name in pyphen.LANGUAGES}
    assert divided - {code.partition("-")[0] for code in LANGUAGES} == set()


def test_the_faces_have_the_characters_of_every_language_that_is_offered() -> None:
    assert [code for code, name in LANGUAGES.items() if missing_characters("serif", name)] == []


@pytest.mark.parametrize(
    ("code", "title"), [("en", "English (US)"), ("zh-CN", "中文"), ("pt-BR", "Português (Brasil)"), ("tlh", "tlh")]
)
def test_a_code_is_shown_by_its_name_and_kept_as_it_is_written(qtbot: QtBot, code: str, title: str) -> None:
    field = LanguageField()
    qtbot.addWidget(field)
    field.show_code(code)
    assert (field.currentText(), field.code) == (title, code)
    field.show_code("de")
    assert (field.currentText(), field.code, field.findText("tlh")) == ("Deutsch", "de", -1)
