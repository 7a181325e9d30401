"""The open story is held back and let go, and its checks are asked for and signed."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.editor.holding_dialogs import CheckDialog, HoldDialog
from desktop.editor.page import StoryPage
from desktop.tasks import TaskRunner
from tests.desktop.editor.conftest import OpenPage


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Whoever is asked writes this, and confirms."""

    def written(words: str) -> None:
        def fill(dialog: HoldDialog | CheckDialog) -> int:
            dialog.note.setPlainText(words)
            dialog.go.click()
            return dialog.result()

        monkeypatch.setattr(HoldDialog, "exec", fill)
        monkeypatch.setattr(CheckDialog, "exec", fill)
        monkeypatch.setattr("desktop.editor.holding.ask_note", lambda *_words: words)

    return written


def look(page: StoryPage, qtbot: QtBot, do: Callable[[], object]) -> None:
    """Do something, and wait until the page has looked at the story again."""
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        do()


def test_a_story_is_held_back_and_let_go(
    open_page: OpenPage, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot, answer
) -> None:
    page = open_page(editor, draft)
    card = page.details.holding
    answer("Embargo")
    look(page, qtbot, card.hold.click)
    hold = newsroom.stories.get(draft.id).hold
    assert hold is not None
    assert hold.reason == "Embargo"
    assert card._held.text().startswith("Held back from print by")
    assert not card.lift.isHidden()
    look(page, qtbot, card.lift.click)
    assert newsroom.stories.get(draft.id).hold is None
    assert card.lift.isHidden()


def test_a_check_is_asked_for_by_its_key_stops_approval_and_is_signed_by_another(
    open_page: OpenPage, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot, answer
) -> None:
    page = open_page(editor, draft)
    card = page.details.holding
    answer("The names")
    look(page, qtbot, page._holding.actions[1].trigger)
    assert card.rows["legal"].text() == f"! legal: asked for by {editor.name}: The names"
    assert "The check “legal” is open." in [one.sentence for one in newsroom.checks.problems(draft)]
    look(page, qtbot, card.done["legal"].click)
    assert card.rows["legal"].text().startswith(f"✓ legal: done by {editor.name}")


def test_what_another_asks_for_shows_in_an_open_story(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    newsroom.checks.ask(draft.id, "facts", actor=editor)
    look(page, qtbot, page.refresh)
    assert "facts" in page.details.holding.rows
    assert not page.details.holding.done["facts"].isEnabled()


def test_whoever_may_not_finds_the_acts_greyed(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    assert [action.isEnabled() for action in page._holding.actions] == [True, True]
    production = open_page(newsroom.accounts.sign_in("production", "ink and paper"), draft)
    assert [action.isEnabled() for action in production._holding.actions] == [False, False]
    assert not production.details.holding.hold.isEnabled()


def test_what_is_refused_is_said(
    open_page: OpenPage, newsroom: Newsroom, editor: Account, draft: Story, qtbot: QtBot, answer
) -> None:
    page = open_page(editor, draft)
    newsroom.holds.put(draft.id, "Embargo", actor=editor)
    look(page, qtbot, page.refresh)
    newsroom.holds.lift(draft.id, actor=editor)
    answer("Out")
    with qtbot.waitSignal(page.message) as said:
        page.details.holding.lift.click()
    assert said.args is not None
    assert "is not held back" in said.args[0].sentence


def test_a_hold_wants_a_reason_and_has_an_end_when_it_is_ticked(qtbot: QtBot, theme) -> None:
    dialog = HoldDialog(theme, "ferry")
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    dialog.note.setPlainText("Embargo")
    assert dialog.go.isEnabled()
    assert dialog.until is None
    dialog.has_end.setChecked(True)
    assert dialog.until is not None
