"""Preferences: words that are right, and a dictionary of one's own."""

from pathlib import Path

import pytest

from db.errors import Refused, Unreadable
from db.newsroom import Newsroom
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.spelling import SpellingPage, keep_dictionary
from tests.desktop.preferences.conftest import Answered
from tests.exports.spelling.conftest import written


@pytest.fixture
def page(settings: PreferencesDialog) -> SpellingPage:
    page = settings.pages["spelling"]
    assert isinstance(page, SpellingPage)
    return page


def listed(page: SpellingPage) -> list[str]:
    return [page.words.item(row).text() for row in range(page.words.count())]


def test_words_are_added_and_taken_off_one_by_one(page: SpellingPage, newsroom: Newsroom, click: Answered) -> None:
    page.fresh.setText("paywall")
    click(page.add)
    assert listed(page) == ["paywall"]
    assert newsroom.words.all("chief") == {"en": ["paywall"]}
    page.words.setCurrentRow(0)
    click(page.remove)
    assert listed(page) == []


def test_the_newsrooms_list_is_another_one(page: SpellingPage, newsroom: Newsroom, click: Answered) -> None:
    page.whose.setCurrentIndex(1)
    page.language.setCurrentIndex(page.language.findData("nl"))
    page.fresh.setText("Lind*")
    click(page.add)
    assert newsroom.words.all() == {"nl": ["Lind*"]}
    page.whose.setCurrentIndex(0)
    assert listed(page) == []


def test_two_words_are_refused_in_a_sentence(page: SpellingPage, settings: PreferencesDialog, click: Answered) -> None:
    page.fresh.setText("two words")
    click(page.add)
    assert "no single word" in settings.said


def test_a_dictionary_is_tried_and_kept_under_its_language(newsroom: Newsroom, tmp_path: Path) -> None:
    files = written(tmp_path / "de_CH", ("Haus",))
    folder = tmp_path / "own"
    assert keep_dictionary(newsroom, files.words, folder) == "de-CH"
    assert sorted(path.name for path in folder.iterdir()) == ["de-CH.aff", "de-CH.dic"]
    assert keep_dictionary(newsroom, folder / "de-CH.dic", folder) == "de-CH"


def test_what_is_no_dictionary_is_not_kept(newsroom: Newsroom, tmp_path: Path) -> None:
    files = written(tmp_path / "de", ("Haus",))
    files.affixes.unlink()
    with pytest.raises(Refused, match="has two files"):
        keep_dictionary(newsroom, files.words, tmp_path / "own")
    with pytest.raises(Refused, match="is no language"):
        keep_dictionary(newsroom, tmp_path / "my own words.dic", tmp_path / "own")
    (tmp_path / "fr.aff").touch()
    (tmp_path / "fr.dic").write_text("la la", encoding="ascii")
    with pytest.raises(Unreadable, match="no dictionary"):
        keep_dictionary(newsroom, tmp_path / "fr.dic", tmp_path / "own")
    assert not (tmp_path / "own").exists()
