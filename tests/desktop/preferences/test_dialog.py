"""The settings, and the care of the newsroom from its menu."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.general import NewsroomPage
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.preferences.conftest import Answered


def test_only_the_chief_sees_more_than_what_is_their_own(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, door: NewsroomDoor
) -> None:
    dialog = PreferencesDialog(door, signed_in(newsroom, "editor"), theme)
    qtbot.addWidget(dialog)
    assert list(dialog.pages) == ["look", "writing", "spelling", "password"]


def test_what_is_set_is_shown(
    qtbot: QtBot, newsroom: Newsroom, door: NewsroomDoor, runner: TaskRunner, theme: Theme
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.settings.set(TIME_ZONE, "Asia/Shanghai", actor=chief)
    newsroom.settings.set("four_eyes", False, actor=chief)
    dialog = PreferencesDialog(door, chief, theme)
    qtbot.addWidget(dialog)
    assert runner.wait()
    page = dialog.pages["newsroom"]
    assert isinstance(page, NewsroomPage)
    assert (page.paper.text(), page.zone.currentText()) == (newsroom.name, "Asia/Shanghai")
    assert not page.four_eyes.isChecked()


def test_pages_that_are_saved_as_a_whole_have_a_button_for_it(settings: PreferencesDialog) -> None:
    with_button = set()
    for name in settings.pages:
        settings.show_page(name)
        if not settings.save.isHidden():
            with_button.add(name)
    assert with_button == {"newsroom", "limits"}


def test_what_was_said_of_one_page_is_gone_on_the_next(settings: PreferencesDialog, click: Answered) -> None:
    settings.show_page("newsroom")
    click(settings.save)
    assert settings.said
    settings.show_page("people")
    assert settings.said == ""


def test_what_is_one_s_own_stands_apart_from_what_is_the_newsroom_s(settings: PreferencesDialog) -> None:
    rows = [settings.list.item(row) for row in range(settings.list.count())]
    headings = [row.text() for row in rows if not row.flags() & Qt.ItemFlag.ItemIsEnabled]
    assert headings == ["Yours", "The newsroom’s"]
    titles = [row.text() for row in rows]
    assert titles[1:5] == ["Look", "Writing", "Spelling", "Your password"]
    assert titles.index("The newsroom’s") == 5
