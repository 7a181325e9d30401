"""The settings, and the care of the newsroom from its menu."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import Role
from db.story.limits import ALL_DESKS
from db.upkeep.backup import check
from db.values import Account, Progress, Severity, Story
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.general import DesksPage, NewsroomPage
from desktop.preferences.limits import LimitsPage
from desktop.preferences.own import PasswordPage
from desktop.preferences.people import PeoplePage, PersonDialog, ResetDialog
from desktop.press.batch import Batch, export_many
from desktop.shell.help import TellDialog
from desktop.shell.window import MainWindow
from desktop.signin import first
from desktop.signin.first import FirstAccount, Founding, found
from desktop.tasks import TaskRunner
from desktop.widgets.message import Tone
from tests.db.conftest import signed_in
from tests.desktop.press.test_batch import approved

OpenWindow = Callable[[str], MainWindow]


@pytest.fixture
def settings(
    qtbot: QtBot, newsroom: Newsroom, door: NewsroomDoor, runner: TaskRunner, theme: Theme
) -> PreferencesDialog:
    """The settings as the chief sees them, read."""
    dialog = PreferencesDialog(door, signed_in(newsroom, "chief"), theme)
    qtbot.addWidget(dialog)
    assert runner.wait()
    return dialog


class Answered:
    """Clicks, and waits for what comes of it."""

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner

    def __call__(self, button: QPushButton) -> None:
        """Click a button."""
        button.click()
        assert self._runner.wait()


@pytest.fixture
def click(runner: TaskRunner) -> Answered:
    """Clicks a button and waits for the newsroom's answer."""
    return Answered(runner)


def test_only_the_chief_sees_more_than_their_password(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, door: NewsroomDoor
) -> None:
    dialog = PreferencesDialog(door, signed_in(newsroom, "editor"), theme)
    qtbot.addWidget(dialog)
    assert list(dialog.pages) == ["password"]


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


def test_the_chief_adds_a_desk_once(settings: PreferencesDialog, newsroom: Newsroom, click: Answered) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    page.fresh.setText("Business")
    click(page.add)
    assert newsroom.desks.all() == ["City", "Sport", "Business"]
    page.fresh.setText("business")
    click(page.add)
    assert settings.said.startswith("✕ There is a desk")


@pytest.mark.parametrize("name", ["desks", "limits"])
def test_enter_adds_what_was_typed_and_the_settings_stay_open(
    settings: PreferencesDialog, newsroom: Newsroom, qtbot: QtBot, runner: TaskRunner, name: str
) -> None:
    page = settings.pages[name]
    assert isinstance(page, DesksPage | LimitsPage)
    settings.show()
    settings.list.setCurrentRow(list(settings.pages).index(name))
    page.fresh.setText("Feature")
    qtbot.keyClick(page.fresh, Qt.Key.Key_Return)
    assert runner.wait()
    assert "Feature" in (newsroom.desks.all() if name == "desks" else newsroom.kinds.all())
    assert settings.isVisible()


def test_a_limit_of_one_desk_is_set_and_lifted(
    settings: PreferencesDialog, newsroom: Newsroom, runner: TaskRunner
) -> None:
    page = settings.pages["limits"]
    assert isinstance(page, LimitsPage)
    page.whose.setCurrentText("City")
    page.values["words-least"].setValue(300)
    page.blocks["words-least"].setChecked(True)
    page.save()
    assert runner.wait()
    assert newsroom.limits.of("City") == {"words-least": (300, Severity.BLOCKER)}
    assert newsroom.limits.of(ALL_DESKS) == {}
    page.values["words-least"].setValue(-1)
    page.save()
    assert runner.wait()
    assert newsroom.limits.of("City") == {}


def test_a_kind_is_named_given_limits_and_taken_off(
    settings: PreferencesDialog, newsroom: Newsroom, click: Answered
) -> None:
    page = settings.pages["limits"]
    assert isinstance(page, LimitsPage)
    page.fresh.setText("Brief")
    click(page.add)
    assert newsroom.kinds.all() == ["Brief"]
    assert page.whose.currentText() == "Brief (kind)"
    page.values["words-least"].setValue(20)
    settings.list.setCurrentRow(list(settings.pages).index("limits"))
    click(settings.save)
    assert newsroom.limits.of_kind("Brief") == {"words-least": (20, Severity.WARNING)}
    assert newsroom.limits.of("City") == {}
    page.fresh.setText("brief")
    click(page.add)
    assert settings.said.startswith("✕ There is a kind")
    click(page.remove)
    assert newsroom.kinds.all() == []
    assert page.whose.currentText() == "All desks"


def test_what_a_desk_asks_is_not_taken_for_what_a_kind_asks(
    settings: PreferencesDialog, newsroom: Newsroom, click: Answered, runner: TaskRunner
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.limits.set("words-least", 300, actor=chief)
    page = settings.pages["limits"]
    assert isinstance(page, LimitsPage)
    page.fresh.setText("Brief")
    click(page.add)
    assert page.values["words-least"].text() == "as the desk"
    page.save()
    assert runner.wait()
    assert newsroom.limits.of_kind("Brief") == {}


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


def test_ones_own_password_is_changed_when_both_new_ones_agree(
    qtbot: QtBot, newsroom: Newsroom, theme: Theme, editor: Account, click: Answered, door: NewsroomDoor
) -> None:
    dialog = PreferencesDialog(door, editor, theme)
    qtbot.addWidget(dialog)
    page = dialog.pages["password"]
    assert isinstance(page, PasswordPage)
    page.new.setText("new and long")
    page.again.setText("new and wrong")
    click(page.change)
    assert dialog.said.startswith("✕ The two new passwords")
    assert not newsroom.accounts.has_password("editor")
    page.again.setText("new and long")
    click(page.change)
    assert newsroom.accounts.has_password("editor")


def test_the_first_start_asks_for_zone_and_desks(
    qtbot: QtBot, door: NewsroomDoor, runner: TaskRunner, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Founding] = []
    monkeypatch.setattr(first, "found", lambda _newsroom, founding: asked.append(founding))
    dialog = FirstAccount(theme, door)
    qtbot.addWidget(dialog)
    values = {"newsroom": "Post", "desks": "City, Sport,City", "name": "Ann", "login": "ann", "password": "long enough"}
    for name, text in values.items():
        dialog.fields[name].setText(text)
    dialog.zone.setCurrentText("Asia/Shanghai")
    dialog.go.click()
    assert runner.wait()
    assert asked[0].desk_names == ("City", "Sport")
    assert asked[0].time_zone == "Asia/Shanghai"


def test_founding_makes_all_desks_and_sets_the_zone(tmp_path: Path) -> None:
    from db.newsroom import open_newsroom

    room = open_newsroom(tmp_path / "new.db")
    try:
        chief = found(room, Founding("Post", "City, Sport", "Ann", "ann", "long enough", "Asia/Shanghai"))
        assert (chief.desks, room.desks.all()) == (("City", "Sport"), ["City", "Sport"])
        assert room.settings.get(TIME_ZONE) == "Asia/Shanghai"
    finally:
        room.close()


def test_the_window_backs_up_and_says_what_it_holds(
    open_window: OpenWindow, draft: Story, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["back_up"].trigger()
    assert check(target).counts["story"] == 1
    assert "1 stories" in window.messages.message.sentence


def test_a_backup_is_restored_beside_the_open_newsroom_and_offered(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.upkeep.backup import back_up

    source, place = tmp_path / "copy.db", tmp_path / "restored.db"
    back_up(newsroom, source)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(place), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["restore"].trigger()
    with qtbot.waitSignal(window.newsroom_wanted, check_params_cb=lambda name: name == str(place)):
        window.messages._action.click()


def test_the_newsroom_that_is_open_is_not_restored_over(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "copy.db"), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (newsroom.url, ""))
    window = open_window("chief")
    window._actions["restore"].trigger()
    assert "is open here" in window.messages.message.sentence


def test_the_window_audits(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["audit"].trigger()
    assert window.messages.message.tone is Tone.DONE


def test_the_window_verifies_a_sheet(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"no pdf at all")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["verify"].trigger()
    assert window.messages.message.tone is Tone.REFUSED
    assert "sheet.pdf" in window.messages.message.sentence


def test_of_a_sheet_of_several_stories_each_approval_is_shown_at_a_click(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved(newsroom, ["one", "two"])
    actor = signed_in(newsroom, "production")
    (path,) = export_many(newsroom, ["one", "two"], tmp_path, Batch(one_file="city"), actor=actor).paths
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    window = open_window("chief")
    with qtbot.waitSignal(window._care.said, timeout=10_000):
        window._actions["verify"].trigger()
    assert window.messages.message.sentence.startswith("2 stories, each as it was approved")
    window.messages._action.click()
    dialog = window.findChild(TellDialog)
    assert dialog is not None
    listed = dialog.findChild(QPlainTextEdit)
    assert [line.split(",")[0] for line in listed.toPlainText().splitlines()] == [
        "Nora Lin approved one", "Nora Lin approved two",
    ]  # fmt: skip
    dialog.accept()


def test_a_long_task_shows_its_share_and_stops_when_given_up(open_window: OpenWindow, qtbot: QtBot) -> None:
    window, go_on, done = open_window("chief"), Event(), []

    def work(progress: Progress) -> None:
        progress(0.5)
        go_on.wait(10)
        progress(0.6)

    window._care._run("Working …", partial(window._runner.run, work), done.append)
    waiting = window.findChild(QProgressDialog)
    assert waiting is not None
    qtbot.waitUntil(lambda: waiting.value() == waiting.maximum() // 2)
    waiting.canceled.emit()
    go_on.set()
    qtbot.waitUntil(lambda: not window._runner.busy)
    assert done == []


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


def test_a_newsroom_without_a_time_zone_says_whose_holds(settings: PreferencesDialog) -> None:
    page = settings.pages["newsroom"]
    assert isinstance(page, NewsroomPage)
    assert (page.zone.currentText(), page.zone.currentData()) == ("that of each computer", "")


def test_pages_that_are_saved_as_a_whole_have_a_button_for_it(settings: PreferencesDialog) -> None:
    with_button = set()
    for row, name in enumerate(settings.pages):
        settings.list.setCurrentRow(row)
        if not settings.save.isHidden():
            with_button.add(name)
    assert with_button == {"newsroom", "limits"}


def test_what_was_said_of_one_page_is_gone_on_the_next(settings: PreferencesDialog, click: Answered) -> None:
    click(settings.save)
    assert settings.said
    settings.list.setCurrentRow(1)
    assert settings.said == ""


def test_a_new_desk_is_listed_at_once(settings: PreferencesDialog, click: Answered) -> None:
    page = settings.pages["desks"]
    assert isinstance(page, DesksPage)
    page.fresh.setText("Business")
    click(page.add)
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["City", "Sport", "Business"]
    assert page.fresh.text() == ""


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
    assert "Ida Holm" in page.list.item(before).text()
    assert settings.said.startswith("✓")
