"""Preferences: house style is drafted, tried, published, retired, and what is made of it is seen."""

import pytest

from db.newsroom import Newsroom
from db.style.judgements import Quote, RuleTally
from db.style.starter_rules import starter_rules
from db.style.style_rules import StyleRule
from db.style.stylebook import StyleEntry
from db.values import Severity, SignedIn, Story
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.style import StylePage, entry_words
from desktop.tasks import TaskRunner
from tests.desktop.preferences.conftest import Answered


@pytest.fixture
def page(draft: Story, settings: PreferencesDialog) -> StylePage:
    page = settings.pages["style"]
    assert isinstance(page, StylePage)
    page.finds.setText("lane")
    page.prefers.setText("alley")
    return page


def listed(page: StylePage) -> list[str]:
    return [page.rules.item(row).text() for row in range(page.rules.count())]


def test_a_rule_is_tried_before_it_is_published(page: StylePage, newsroom: Newsroom, click: Answered) -> None:
    click(page.try_out)
    assert page.tried.text() == "It would have remarked 2 places in 1 of the newest 1 stories."
    assert "[lane]" in page.hits.item(0).text()
    click(page.draft)
    assert listed(page) == ["lane → alley · draft"]
    assert newsroom.stylebook.published("en-US", "City") == []
    click(page.publish)
    assert listed(page) == ["lane → alley · published"]
    assert newsroom.stylebook.published("en-US", "City") != []


def test_a_trial_is_told_of_its_own_rule_alone_and_of_none_that_cannot_be_read(
    page: StylePage, runner: TaskRunner, click: Answered
) -> None:
    page.try_out.click()
    page.finds.setText("street")
    assert runner.wait()
    assert (page.tried.text(), page.hits.count()) == ("", 0)
    page.pattern.setChecked(True)
    page.finds.setText("(")
    click(page.try_out)
    assert page.tried.text() == ""


def test_what_is_changed_in_the_fields_is_published_as_it_stands(
    page: StylePage, newsroom: Newsroom, click: Answered
) -> None:
    click(page.publish)
    page.severity.setCurrentIndex(page.severity.findData(str(Severity.BLOCKER)))
    page.desk.setCurrentIndex(page.desk.findData("City"))
    click(page.publish)
    (rule,) = newsroom.stylebook.published("en-US", "City")
    assert (rule.severity, rule.desk) == (Severity.BLOCKER, "City")
    assert newsroom.stylebook.published("en-US", "Sport") == []


def test_a_rule_is_retired_and_taken_out(page: StylePage, newsroom: Newsroom, click: Answered) -> None:
    click(page.publish)
    click(page.retire)
    assert listed(page) == ["lane → alley · draft"]
    click(page.remove)
    assert newsroom.stylebook.all() == []
    assert page.finds.text() == ""


def test_the_starter_set_is_drafted_once(page: StylePage, click: Answered) -> None:
    click(page.starter)
    assert len(listed(page)) == len(starter_rules())
    click(page.starter)
    assert len(listed(page)) == len(starter_rules())
    page.rules.setCurrentRow(0)
    assert page.finds.text() in {rule.find for rule in starter_rules()}


def test_what_cannot_be_read_is_refused_in_a_sentence(
    page: StylePage, settings: PreferencesDialog, click: Answered
) -> None:
    page.finds.setText("(")
    page.pattern.setChecked(True)
    click(page.draft)
    assert "no regular expression" in settings.said


def test_a_rule_says_how_it_stands_and_what_was_made_of_it(newsroom: Newsroom, draft: Story, editor: SignedIn) -> None:
    rule = StyleRule("lane", name="lane")
    assert entry_words(StyleEntry("lane", None, rule, "slow"), RuleTally()) == "lane → … · switched off"
    newsroom.judgements.dismiss(draft.id, Quote("lane"), actor=editor, rule="lane")
    tally = newsroom.judgements.tallies()["lane"]
    assert entry_words(StyleEntry("lane", rule, rule), tally) == (
        "lane → … · published, changed in draft · taken up 0, dismissed 1"
    )


def test_desks_are_listed_once_however_often_they_are_read(page: StylePage) -> None:
    for _ in range(2):
        page._fill_desks(["City", "Sport"])
    assert [page.desk.itemText(row) for row in range(page.desk.count())] == ["All desks", "City", "Sport"]
