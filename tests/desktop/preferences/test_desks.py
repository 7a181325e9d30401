"""Desks in the settings: another one, another name, one that is retired and taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from desktop.preferences.desks import DesksPage, RenameDeskDialog, RetireDeskDialog
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.limits import LimitsPage
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.preferences.conftest import Answered


def test_the_chief_adds_a_desk_once(settings: PreferencesDialog, newsroom: Newsroom, click: Answered) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    page.fresh.setText("Business")
    click(page.add)
    assert newsroom.desks.all() == ["City", "Sport", "Business"]
    page.fresh.setText("business")
    click(page.add)
    assert settings.said.startswith("✕ There is a desk")


def test_a_renamed_desk_has_its_new_name_on_all_pages(
    settings: PreferencesDialog, newsroom: Newsroom, click: Answered, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    assert runner.wait()
    page.list.setCurrentRow(1)
    page.rename.click()
    dialog = settings.findChild(RenameDeskDialog)
    assert dialog.fresh.text() == "Sport"
    dialog.fresh.setText("city")
    click(dialog.go)
    assert dialog.isVisible()
    dialog.fresh.setText("Games")
    click(dialog.go)
    assert newsroom.desks.all() == ["City", "Games"]
    limits = settings.pages["limits"]
    assert isinstance(limits, LimitsPage)
    qtbot.waitUntil(lambda: limits.whose.findText("Games") > 0)
    assert page.list.item(1).text() == "Games"


def test_a_desk_that_another_chief_renamed_meanwhile_is_shown_with_its_name(
    settings: PreferencesDialog, newsroom: Newsroom, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    assert runner.wait()
    page.list.setCurrentRow(1)
    page.rename.click()
    newsroom.desks.rename("Sport", "Games", actor=signed_in(newsroom, "chief"))
    settings.findChild(RenameDeskDialog).reject()
    qtbot.waitUntil(lambda: page.list.item(1).text() == "Games")


@pytest.mark.parametrize("name", ["desks", "limits"])
def test_enter_adds_what_was_typed_and_the_settings_stay_open(
    settings: PreferencesDialog, newsroom: Newsroom, qtbot: QtBot, runner: TaskRunner, name: str
) -> None:
    page = settings.pages[name]
    assert isinstance(page, DesksPage | LimitsPage)
    settings.show()
    settings.show_page(name)
    page.fresh.setText("Feature")
    qtbot.keyClick(page.fresh, Qt.Key.Key_Return)
    assert runner.wait()
    assert "Feature" in (newsroom.desks.all() if name == "desks" else newsroom.kinds.all())
    assert settings.isVisible()


def test_a_new_desk_is_listed_at_once(settings: PreferencesDialog, click: Answered) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    page.fresh.setText("Business")
    click(page.add)
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["City", "Sport", "Business"]
    assert page.fresh.text() == ""


def test_the_chief_retires_a_desk_and_takes_it_back(
    settings: PreferencesDialog, newsroom: Newsroom, click: Answered, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    assert runner.wait()
    page.list.setCurrentRow(0)
    stories = newsroom.desks.moved_stories("City")
    page.retire.click()
    dialog = settings.findChild(RetireDeskDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.into.currentText() == "Sport"
    assert dialog.into.isHidden() == (stories == 0)
    click(dialog.go)
    assert (newsroom.desks.all(), newsroom.desks.moved_stories("Sport")) == (["Sport"], stories)
    qtbot.waitUntil(lambda: page.list.item(1).text() == "City · retired")
    page.list.setCurrentRow(0)
    assert not page.retire.isEnabled()
    page.list.setCurrentRow(1)
    assert page.retire.text() == "Use again"
    click(page.retire)
    assert newsroom.desks.all() == ["City", "Sport"]
