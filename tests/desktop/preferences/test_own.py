"""Preferences: one's own password."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.own import PasswordPage
from tests.desktop.preferences.conftest import Answered


def test_ones_own_password_is_changed_when_both_new_ones_agree(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, reporter: Account, click: Answered, door: NewsroomDoor
) -> None:
    dialog = PreferencesDialog(door, reporter, theme)
    qtbot.addWidget(dialog)
    page = dialog.pages["password"]
    assert isinstance(page, PasswordPage)
    page.new.setText("new and long")
    page.again.setText("new and wrong")
    click(page.change)
    assert dialog.said.startswith("✕ The two new passwords")
    assert not newsroom.accounts.has_password("reporter")
    page.again.setText("new and long")
    click(page.change)
    assert newsroom.accounts.has_password("reporter")
