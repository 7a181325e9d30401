"""The language of the window."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox

from desktop.language import NAMES, Language, Translation, spoken
from desktop.localization import count, tr, worded
from resources import resource
from tools.setup import compile_translations


@pytest.fixture(scope="module", autouse=True)
def compiled():
    """What make setup does."""
    compile_translations(Path(sys.executable))


@pytest.fixture
def translation(qapp):
    """The language of this program, which is English again in the end."""
    before = QLocale()
    made = Translation(qapp, Language.ENGLISH)
    yield made
    made.choose(Language.ENGLISH)
    QLocale.setDefault(before)
    made.deleteLater()


def test_the_window_speaks_chinese_and_english_again(translation):
    translation.choose(Language.CHINESE)
    assert (tr("Draft"), count(1, "{n} story", "{n} stories")) == ("草稿", "1 篇稿件")
    assert worded("Only an editor may approve.") == "只有编辑可以签发。"
    translation.choose(Language.ENGLISH)
    assert (tr("Draft"), worded("Only an editor may approve.")) == ("Draft", "Only an editor may approve.")


def test_what_is_counted_has_the_form_of_its_number(translation):
    assert [count(n, "{n} story", "{n} stories") for n in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]


def test_words_of_qt_are_translated_too(translation, qtbot):
    translation.choose(Language.CHINESE)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().startswith("取消")


def test_days_are_written_as_the_language_does(translation):
    translation.choose(Language.CHINESE)
    assert QLocale().toString(QLocale().toDate("2026-11-24", "yyyy-MM-dd"), tr("ddd d MMM")) == "11月24日 周二"


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (Language.SYSTEM, "zh_CN", Language.CHINESE),
        (Language.SYSTEM, "de_DE", Language.ENGLISH),
        (Language.CHINESE, "en_GB", Language.CHINESE),
        (Language.ENGLISH, "zh_CN", Language.ENGLISH),
    ],
)
def test_the_choice_decides_and_else_the_system(choice, system, expected):
    assert spoken(choice, QLocale(system)) is expected


def test_each_language_that_can_be_chosen_has_its_files():
    for language in NAMES:
        assert resource(f"translations/galley_{language.value}.ts").exists()
