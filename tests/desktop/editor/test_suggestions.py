"""Suggestions: typed beside the story's own text, and accepted or refused by its writer."""

from unittest.mock import patch

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move
from db.story.suggestions import Decision, Suggestion
from db.values import Account, Story
from desktop.editor.alteration_group import BACK, KEEP
from desktop.editor.page import StoryPage
from desktop.editor.session.suggestion_journal import own_suggestions
from desktop.editor.suggestions import KeptSuggestion, keep_suggestion
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage, typed


def told(page: StoryPage) -> str:
    """What the bar of suggestions says; empty when it is gone."""
    bar = page.form.suggestion_bar
    return "" if bar.isHidden() else bar.text().partition("&nbsp;")[0]


def begin(page: StoryPage, qtbot: QtBot) -> None:
    """Choose to suggest."""
    with qtbot.waitSignal(page._review.suggestions.begun_or_ended):
        page._review.menu.acts["suggest"].trigger()


@pytest.fixture
def suggested(newsroom: Newsroom, draft: Story, editor: Account) -> Story:
    """The reporter's draft, of which an editor would have two words and the headline otherwise."""
    body = draft.body.model_copy(update={
        "blocks": tuple(
            block.model_copy(update={"spans": tuple(
                span.model_copy(update={"text": span.text.replace("84", "85").replace("first", "third")})
                for span in block.spans
            )})
            for block in draft.body.blocks
        )
    })  # fmt: skip
    newsroom.suggestions.keep(draft.id, draft.text.with_(headline="Up", body=body), base=draft.text, actor=editor)
    return draft


def test_what_an_editor_suggests_is_stored_and_no_part_of_the_story(
    open_page: OpenPage, editor: Account, draft: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, draft)
    begin(page, qtbot)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " So far.")
    assert page.text == draft.text
    qtbot.waitUntil(lambda: told(page).startswith("You suggest 1 change,"))
    page.form.suggestion_bar.linkActivated.emit("end")
    assert page.form.body.read() == draft.body
    assert not page.form.body.document().isUndoAvailable()
    qtbot.waitUntil(lambda: told(page) == "1 change suggested by Nora Lin.")
    (kept,) = newsroom.suggestions.of(draft.id)
    assert kept.text.body.body_text == f"{draft.body.body_text} So far."
    assert newsroom.stories.get(draft.id) == draft
    begin(page, qtbot)
    qtbot.waitUntil(lambda: bool(page._review.suggestions.group.cards))
    page._review.suggestions.group.cards[0].decide(BACK)
    assert page.form.body.read() == draft.body


def test_the_first_key_behind_the_choice_is_a_suggestion_beside_those_from_before(
    open_page: OpenPage, editor: Account, suggested: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, suggested)
    begin(page, qtbot)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " So far.")
    assert page.text == suggested.text
    qtbot.waitUntil(lambda: told(page).startswith("You suggest 4 changes,"))
    page.form.suggestion_bar.linkActivated.emit("end")
    qtbot.waitUntil(lambda: told(page).startswith("4 changes suggested"))
    assert page.text == suggested.text
    assert newsroom.stories.get(suggested.id).claim is None


def test_what_is_typed_and_ended_before_one_s_own_is_found_is_kept_beside_it(
    open_page: OpenPage, editor: Account, suggested: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, suggested)
    page._review.suggestions.begin()
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " So far.")
    page._review.suggestions.end()
    qtbot.waitUntil(lambda: told(page).startswith("4 changes suggested"))
    (kept,) = newsroom.suggestions.of(suggested.id)
    assert (kept.text.headline, kept.text.body.blocks[-1].text[-7:]) == ("Up", "So far.")


def test_what_is_typed_as_soon_as_another_change_is_shown_is_a_suggestion_still(
    open_page: OpenPage, editor: Account, reporter: Account, draft: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, draft)
    begin(page, qtbot)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " So")
    page._work.opened.connect(lambda _opened: typed(page.form.body, " far."))
    newsroom.stories.save(draft.id, draft.text.with_(dek="From the pier"), base=draft.version, actor=reporter)
    page.refresh()
    qtbot.waitUntil(lambda: page.text.dek == "From the pier")
    assert page.text.body == draft.body
    page.form.suggestion_bar.linkActivated.emit("end")
    qtbot.waitUntil(lambda: told(page) == "1 change suggested by Nora Lin.")
    (kept,) = newsroom.suggestions.of(draft.id)
    assert kept.text.body.body_text == f"{draft.body.body_text} So far."
    assert newsroom.stories.get(draft.id).claim is None


def test_what_is_suggested_is_stored_however_fast_one_types_on(
    open_page: OpenPage, editor: Account, draft: Story, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(editor, draft)
    begin(page, qtbot)
    timer, put_off = page._review.suggestions._timer, list[int]()
    typed(page.form.body, "So ")
    monkeypatch.setattr(timer, "isActive", lambda: True)
    monkeypatch.setattr(timer, "start", put_off.append)
    typed(page.form.body, "far ")
    assert put_off == []


def test_what_is_refused_while_one_types_on_is_taken_out_and_what_is_typed_stays(
    open_page: OpenPage, editor: Account, reporter: Account, suggested: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, suggested)
    begin(page, qtbot)
    qtbot.waitUntil(lambda: told(page).startswith("You suggest 3 changes,"))
    (seen,) = newsroom.suggestions.of(suggested.id)
    headline, *_ = seen.open_in(suggested.text)
    left = seen.without(headline, suggested.text)
    newsroom.suggestions.decide(seen, left, Decision.REFUSED, "the headline", actor=reporter)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " So far.")
    qtbot.waitUntil(lambda: page.form.headline.text == suggested.headline)
    assert page.form.body.read().body_text.endswith(" So far.")
    qtbot.waitUntil(lambda: told(page).startswith("You suggest 3 changes,"))
    (kept,) = newsroom.suggestions.of(suggested.id)
    assert kept.text.headline == suggested.headline


def test_what_was_suggested_last_is_there_again_though_the_program_ended_before_it_was_stored(
    open_page: OpenPage, editor: Account, draft: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(editor, draft)
    begin(page, qtbot)
    with patch.object(page._door, "write"):  # it ends before anything is sent
        page.form.body.moveCursor(QTextCursor.MoveOperation.End)
        typed(page.form.body, " So far.")
        page.keep_now()
        page._review.suggestions._timer.stop()
        page._review.suggestions.accepted = None
    assert newsroom.suggestions.of(draft.id) == []
    again = open_page(editor, draft)
    qtbot.waitUntil(lambda: told(again) == "1 change suggested by Nora Lin.")
    (kept,) = newsroom.suggestions.of(draft.id)
    assert kept.text.body.body_text.endswith(" So far.")
    assert again._review.suggestions._journal.find(draft.id) is None


def test_a_writer_accepts_one_and_refuses_another(
    open_page: OpenPage, reporter: Account, suggested: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = open_page(reporter, suggested)
    qtbot.waitUntil(lambda: told(page) == "3 changes suggested by Nora Lin.")
    _, number, _ = page._review.suggestions.group.cards
    assert [(mark.cursor.selectedText(), mark.struck) for mark in page.form.body.changes] == [
        ("84", True), ("first", True)
    ]  # fmt: skip
    number.decide(KEEP)
    assert "Mrs Qian is 85" in page.text.body.body_text
    qtbot.waitUntil(lambda: told(page).startswith("2 changes"))
    with qtbot.waitSignal(page.message) as refused:
        page._review.suggestions.group.cards[-1].decide(BACK)
    assert refused.args[0].sentence == "Refused: “first” became “third”"
    qtbot.waitUntil(lambda: told(page).startswith("1 change "))
    acts = [(event.action, event.actor) for event in newsroom.stories.history(suggested.id)[-2:]]
    assert acts == [("accept suggestion", "reporter"), ("refuse suggestion", "reporter")]
    refused.args[0].act()
    qtbot.waitUntil(lambda: told(page).startswith("2 changes"))
    page.form.body.undo()
    assert "Mrs Qian is 84" in page.text.body.body_text


def test_all_that_several_people_suggest_is_accepted_at_once(
    open_page: OpenPage, reporter: Account, suggested: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    text = suggested.text.with_(dek="From the chief")
    newsroom.suggestions.keep(suggested.id, text, base=suggested.text, actor=signed_in(newsroom, "chief"))
    page = open_page(reporter, suggested)
    qtbot.waitUntil(lambda: told(page).startswith("4 changes"))
    page.form.suggestion_bar.linkActivated.emit("accept")
    assert (page.text.headline, page.text.dek) == ("Up", "From the chief")
    assert "Mrs Qian is 85" in page.text.body.body_text
    qtbot.waitUntil(lambda: told(page) == "")


def test_what_another_window_stores_between_looking_and_storing_stays(
    newsroom: Newsroom, draft: Story, editor: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, mine = newsroom.suggestions.of, draft.text.with_(dek="Mine")

    def other_window_stores(story_id: int) -> list[Suggestion]:
        found = look(story_id)
        newsroom.suggestions.keep(story_id, draft.text.with_(dateline="Suzhou"), base=draft.text, actor=editor)
        return found

    own = Suggestion(draft.id, editor.login, editor.name, draft.text, mine, draft.changed)
    monkeypatch.setattr(newsroom.suggestions, "of", other_window_stores)
    keep_suggestion(newsroom, own, False, KeptSuggestion(), own_suggestions("n", editor.login), editor)
    (kept,) = look(draft.id)
    assert (kept.text.dek, kept.text.dateline) == ("Mine", "Suzhou")


def test_where_nothing_may_be_suggested_it_is_said_why(
    open_page: OpenPage, draft: Story, newsroom: Newsroom, editor: Account, qtbot: QtBot
) -> None:
    page = open_page(editor, newsroom.moves.make(Move.SPIKE, draft.id, actor=editor, note="Old.", problems=[]))
    with qtbot.waitSignal(page.message) as message:
        page._review.menu.acts["suggest"].trigger()
    assert message.args[0].sentence == "A story in Spiked is read-only."
    assert not page._review.menu.acts["suggest"].isChecked()
