"""Preferences: name, time zone, four eyes."""

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.general import NewsroomPage
from tests.desktop.preferences.conftest import Answered


def test_name_zone_and_four_eyes_are_saved(settings: PreferencesDialog, newsroom: Newsroom, click: Answered) -> None:
    page = settings.pages["newsroom"]
    assert isinstance(page, NewsroomPage)
    assert page.four_eyes.isChecked()
    page.paper.setText("Harbour Post")
    page.zone.setCurrentText("Asia/Shanghai")
    page.four_eyes.setChecked(False)
    click(settings.save)
    assert (newsroom.name, newsroom.settings.get(TIME_ZONE)) == ("Harbour Post", "Asia/Shanghai")
    assert newsroom.settings.get("four_eyes") is False
    assert settings.said == "✓ Saved."


def test_a_paper_without_a_name_is_refused(settings: PreferencesDialog, newsroom: Newsroom, click: Answered) -> None:
    page = settings.pages["newsroom"]
    assert isinstance(page, NewsroomPage)
    before = newsroom.name
    page.paper.setText(" ")
    click(settings.save)
    assert settings.said == "✕ The paper needs a name."
    assert newsroom.name == before


def test_a_newsroom_without_a_time_zone_says_whose_holds(settings: PreferencesDialog) -> None:
    page = settings.pages["newsroom"]
    assert isinstance(page, NewsroomPage)
    assert (page.zone.currentText(), page.zone.currentData()) == ("that of each computer", "")
