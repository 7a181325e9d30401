"""Signing in at the window: the person that is chosen, by their password."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.signin.signin import SignIn, staff_of
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in


def test_the_person_chosen_signs_in(
    newsroom: Newsroom, door: NewsroomDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    dialog = SignIn(theme, door, staff_of(newsroom), last="reporter")
    qtbot.addWidget(dialog)
    assert dialog.login == "reporter"
    dialog.go.click()
    assert runner.wait()
    assert dialog.account is not None
    assert dialog.account.login == "reporter"
    assert dialog.account.key is None


def test_who_has_a_password_is_asked_for_it(
    newsroom: Newsroom, door: NewsroomDoor, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    newsroom.accounts.reset_password("editor", "ink and paper", actor=signed_in(newsroom, "chief"))
    dialog = SignIn(theme, door, staff_of(newsroom), last="reporter")
    qtbot.addWidget(dialog)
    assert not dialog.password.isVisibleTo(dialog)
    dialog._choose("editor")
    assert dialog.password.isVisibleTo(dialog)
    dialog.password.setText("wrong")
    dialog.go.click()
    assert runner.wait()
    assert "not the password" in dialog.refusal
    assert dialog.account is None
    dialog.password.setText("ink and paper")
    dialog.go.click()
    assert runner.wait()
    assert dialog.account is not None
    assert dialog.account.key is not None


def test_up_and_down_choose_the_person_from_the_password_field(
    newsroom: Newsroom, door: NewsroomDoor, theme: Theme, qtbot: QtBot
) -> None:
    chief = signed_in(newsroom, "chief")
    for login in ("editor", "reporter", "production"):
        newsroom.accounts.reset_password(login, "ink and paper", actor=chief)
    dialog = SignIn(theme, door, staff_of(newsroom), last="editor")
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.people.currentIndex().row()
    qtbot.keyClick(dialog.password, Qt.Key.Key_Down)
    assert dialog.people.currentIndex().row() == before + 1
    qtbot.keyClick(dialog.password, Qt.Key.Key_Up)
    assert dialog.login == "editor"
