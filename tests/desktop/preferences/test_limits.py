"""Preferences: limits of desks and kinds."""

from db.newsroom import Newsroom
from db.story.limits import ALL_DESKS
from db.values import Severity
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.limits import LimitsPage
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.preferences.conftest import Answered


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


def test_limits_of_several_desks_are_saved_together(
    settings: PreferencesDialog, newsroom: Newsroom, runner: TaskRunner, click: Answered
) -> None:
    page = settings.pages["limits"]
    assert isinstance(page, LimitsPage)
    page.values["dek-longest"].setValue(160)
    page.whose.setCurrentText("City")
    assert page.values["dek-longest"].text() == "not asked"
    page.values["words-least"].setValue(300)
    page.whose.setCurrentText("All desks")
    assert page.values["dek-longest"].value() == 160
    page.fresh.setText("Brief")
    click(page.add)
    page.save()
    assert runner.wait()
    assert newsroom.limits.of(ALL_DESKS) == {"dek-longest": (160, Severity.WARNING)}
    assert newsroom.limits.of("City")["words-least"] == (300, Severity.WARNING)
    assert newsroom.limits.of_kind("Brief") == {}


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
    settings.show_page("limits")
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
