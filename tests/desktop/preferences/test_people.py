"""Preferences: the people of the newsroom."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Role
from db.values import Account
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.people import PeoplePage, PersonDialog, ResetDialog
from tests.db.conftest import signed_in
from tests.desktop.preferences.conftest import Answered


def test_an_account_is_added_changed_and_set_inactive(
    qtbot: QtBot, settings: PreferencesDialog, newsroom: Newsroom, theme: Theme, click: Answered, door: NewsroomDoor
) -> None:
    chief = signed_in(newsroom, "chief")
    dialog = PersonDialog(door, chief, theme, None, ["City", "Sport"])
    qtbot.addWidget(dialog)
    for name, text in {"login": "ida", "name": "Ida Holm", "email": "ida@harbour", "password": "long enough"}.items():
        dialog.fields[name].setText(text)
    dialog.desks["Sport"].setChecked(True)
    click(dialog.go)
    ida = newsroom.accounts.sign_in("ida", "long enough")
    assert (ida.initials, ida.desks, ida.email) == ("IH", ("Sport",), "ida@harbour")
    change = PersonDialog(door, chief, theme, ida, ["City", "Sport"])
    qtbot.addWidget(change)
    change.fields["initials"].setText("iho")
    change.language.setCurrentText("中文")
    change.active.setChecked(False)
    click(change.go)
    again = newsroom.accounts.get("ida")
    assert (again.initials, again.language, again.active, again.desks) == ("iho", "zh", False, ("Sport",))


def test_the_last_chief_stays_and_the_dialog_says_why(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, click: Answered, door: NewsroomDoor
) -> None:
    chief = signed_in(newsroom, "chief")
    dialog = PersonDialog(door, chief, theme, chief, [])
    qtbot.addWidget(dialog)
    dialog.role.setCurrentIndex(dialog.role.findData(Role.REPORTER))
    click(dialog.go)
    assert "needs an active chief" in dialog.refusal
    assert newsroom.accounts.get("chief").role is Role.CHIEF


def test_people_are_listed_with_what_they_are(settings: PreferencesDialog) -> None:
    page = settings.pages["people"]
    assert isinstance(page, PeoplePage)
    texts = [page.list.item(row).text() for row in range(page.list.count())]
    assert "Nora Lin (editor) · editor · City" in texts


def test_a_password_is_reset(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, editor: Account, click: Answered, door: NewsroomDoor
) -> None:
    dialog = ResetDialog(door, signed_in(newsroom, "chief"), theme, editor)
    qtbot.addWidget(dialog)
    dialog.password.setText("abc")
    click(dialog.go)
    assert "at least" in dialog.refusal
    dialog.password.setText("fresh enough")
    click(dialog.go)
    assert newsroom.accounts.sign_in("editor", "fresh enough").key is not None


def test_a_new_person_is_listed_at_once(settings: PreferencesDialog, qtbot: QtBot, click: Answered) -> None:
    page = settings.pages["people"]
    assert isinstance(page, PeoplePage)
    before = page.list.count()
    click(page.add)
    dialog = settings.findChild(PersonDialog)
    assert dialog is not None
    for name, text in {"login": "ida", "name": "Ida Holm", "password": "long enough"}.items():
        dialog.fields[name].setText(text)
    click(dialog.go)
    assert page.list.count() == before + 1
    assert [page.list.item(row).text()[:8] for row in range(2)] == ["Ida Holm", "Nora Lin"]
    assert settings.said.startswith("✓")


def test_a_new_account_needs_a_first_password(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, click: Answered, door: NewsroomDoor
) -> None:
    dialog = PersonDialog(door, signed_in(newsroom, "chief"), theme, None, [])
    qtbot.addWidget(dialog)
    dialog.fields["login"].setText("ida")
    dialog.fields["name"].setText("Ida Holm")
    click(dialog.go)
    assert dialog.refusal.startswith("Give a first password")
    assert "ida" not in {account.login for account in newsroom.accounts.all()}
