"""The panel beside the page."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.fields import STORY_FIELDS, FieldKind
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Problem, Severity, Story, StoryText
from desktop.editor.form import StoryForm
from desktop.editor.side.details import Details
from desktop.localization import utc_now
from desktop.look.theme import Theme
from desktop.tasks import TaskRunner
from exports.rules import TYPEWRITER
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage, roll, working_copy


def test_every_field_stands_over_the_body_or_beside_it_and_is_read_as_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    form, details = StoryForm(theme, lambda *_: None), Details(theme, ["tabloid"])
    for widget in (form, details):
        qtbot.addWidget(widget)
    text = StoryText(**{one.name: one.title for one in STORY_FIELDS})
    form.fill(text, anew=True)
    details.fill(text, anew=True)
    assert details.read(form.read(StoryText())) == text


def test_a_source_that_is_typed_is_an_edit_and_one_that_is_shown_is_none(theme: Theme, qtbot: QtBot) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    with qtbot.assertNotEmitted(details.edited):
        details.fill(StoryText(source="pier.txt"), anew=True)
    with qtbot.waitSignal(details.edited):
        qtbot.keyClicks(details.lines["source"], "x")
    assert details.read(StoryText()).source == "xpier.txt"


def test_nothing_is_typed_where_one_only_reads(theme: Theme, qtbot: QtBot) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    details.set_writable(False)
    assert all(line.isReadOnly() for line in details.lines.values())


def test_what_a_screen_reader_writes_where_one_only_reads_is_put_back(theme: Theme, qtbot: QtBot) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    before = StoryText(source="pier.txt", ednote="Who pays?")
    details.fill(before, anew=True)
    details.set_writable(False)
    with qtbot.assertNotEmitted(details.edited):
        for field in details.fields():
            QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, "Forged")
        qtbot.waitUntil(lambda: details.read(before) == before)


def test_the_short_fields_beside_the_page_are_those_no_page_shows_and_no_story_needs() -> None:
    beside = [one for one in STORY_FIELDS if one.kind is FieldKind.LINE and not (one.printed or one.required)]
    assert [one.name for one in beside] == ["source"]


def test_whoever_passes_through_the_plan_changes_nothing(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.plan(draft.id, actor=reporter, due=utc_now())
    details = open_page(reporter, draft).details
    with qtbot.assertNotEmitted(details.planned):
        details.target.editingFinished.emit()
        details.due.editingFinished.emit()


def test_a_due_time_is_taken_away_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    newsroom.stories.plan(draft.id, actor=reporter, due=utc_now())
    details = open_page(reporter, draft).details
    details.due.setFocus()
    details.no_due.click()
    assert runner.wait()
    assert newsroom.stories.get(draft.id).due is None
    assert not details.due.isVisibleTo(details)
    assert details.focusWidget() is details.has_due


def test_a_story_goes_to_another_desk(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    assert page.details.desk.currentText() == "City"
    page.details.desk.setCurrentText("Sport")
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.details.desk.activated.emit(page.details.desk.currentIndex())
    assert newsroom.stories.get(draft.id).desk == "Sport"
    assert page.details.desk.currentText() == "Sport"


def test_a_kind_is_given_in_the_details_and_its_limits_show(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.kinds.add("Brief", actor=chief)
    newsroom.limits.set("words-least", 5_000, actor=chief, kind="Brief")
    page = open_page(reporter, draft)
    assert [page.details.kind.itemText(row) for row in range(page.details.kind.count())] == ["none", "Brief"]
    page.details.kind.setCurrentIndex(1)
    with qtbot.waitSignal(page._work.looked, timeout=10_000) as looked:
        page.details.kind.activated.emit(1)
    assert newsroom.stories.get(draft.id).kind == "Brief"
    assert "words-least" in [problem.rule for problem in looked.args[0].problems]
    assert page.details.kind.currentText() == "Brief"


def test_nothing_is_asked_of_kinds_where_there_are_none(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    assert not page.details.kind.isVisibleTo(page.details)


def test_a_kind_that_is_offered_no_more_stays(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.kinds.add("Brief", actor=chief)
    newsroom.stories.plan(draft.id, actor=reporter, kind="Brief")
    newsroom.kinds.remove("Brief", actor=chief)
    page = open_page(reporter, draft)
    assert page.details.kind.currentText() == "Brief"
    assert page.details.kind.isVisibleTo(page.details)


def test_history_tells_who_did_what_in_words(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    page = open_page(reporter, draft)
    page.details.setCurrentIndex(2)
    said = [label.text() for label in page.details.currentWidget().findChildren(QLabel)]
    assert said.count("Wu Jing") == 2
    assert {"began it", "submitted Draft → Edit"} <= set(said)


def test_history_says_of_an_approval_what_is_to_be_known_of_its_key(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    approval = replace(newsroom.stories.history(draft.id)[0], action="approve", note="", details="signed after a reset")
    page = open_page(reporter, draft)
    page.details.show_history([approval])
    said = [label.text() for label in page.details.findChildren(QLabel)]
    assert any(one.startswith("approved") and one.endswith(": signed after a reset") for one in said)


def test_the_language_of_a_story_is_chosen_beside_it_and_kept_with_the_text(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    field = page.details.language
    assert field.code == draft.language
    field.setCurrentIndex(field.findData("de"))
    with qtbot.waitSignal(page._work.kept, timeout=1000):
        field.activated.emit(field.currentIndex())
    copy = working_copy(newsroom, draft, reporter)
    assert copy is not None
    assert copy.text.language == "de"


def test_who_may_not_write_may_not_choose_the_language(open_page: OpenPage, newsroom: Newsroom, draft: Story) -> None:
    assert not open_page(signed_in(newsroom, "production"), draft).details.language.isEnabled()


def test_the_hour_a_story_is_due_is_read_whole(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    due = open_page(reporter, draft).details.due
    due.setDateTime(datetime(2026, 5, 27, 20, 0))  # as wide as a day gets
    due.show()
    line = due.lineEdit()
    QApplication.processEvents()
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()


def test_a_due_time_that_is_set_has_the_keyboard(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    details = open_page(reporter, draft).details
    details.has_due.click()
    assert details.focusWidget() is details.due


@pytest.mark.parametrize("name", ["target", "language"])
def test_the_wheel_in_passing_changes_nothing_of_a_story(
    open_page: OpenPage, reporter: Account, draft: Story, name: str
) -> None:
    details = open_page(reporter, draft).details
    field: QWidget = getattr(details, name)
    field.setFocus()
    before = field.currentText() if isinstance(field, QComboBox) else field.text()
    roll(field)
    assert (field.currentText() if isinstance(field, QComboBox) else field.text()) == before


@pytest.mark.parametrize(
    ("rule", "writable", "words"),
    [("short-last-line", True, "Change a word."), ("short-last-line", False, "Show where"),
     (TYPEWRITER, True, "Show where"), (TYPEWRITER, False, "Show where")],
)  # fmt: skip
def test_the_link_to_a_problem_promises_to_mend_it_only_where_one_may_write(
    theme: Theme, qtbot: QtBot, rule: str, writable: bool, words: str
) -> None:
    details = Details(theme, ["tabloid"])
    qtbot.addWidget(details)
    details.set_writable(writable)
    details.show_problems([Problem(rule, "It is so.", Severity.WARNING, "block 3", "Change a word.")])
    ways = [label.text() for label in details.findChildren(QLabel) if "href" in label.text()]
    assert ways == [f'<a href="block 3">{words}</a>']
    assert len([one for one in details.findChildren(QPushButton) if one.text() == "Set them all"]) == (
        rule == TYPEWRITER and writable
    )
