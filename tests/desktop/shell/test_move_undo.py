"""The last move, undone by the button at the foot of the window or by its key, while the offer stands."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story
from desktop.shell.move_undo import undo_moves
from desktop.widgets import moved_stories
from desktop.widgets.message import Tone
from desktop.widgets.moved_stories import MovedStories
from tests.db.conftest import signed_in
from tests.desktop.conftest import OpenWindow


def submitted(newsroom: Newsroom, story: Story, actor: Account) -> Story:
    return newsroom.moves.make(Move.SUBMIT, story.id, actor=actor, problems=[])


def test_a_move_is_undone_by_its_key_while_it_is_offered(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    action = window._actions["undo_move"]
    assert not action.isEnabled()
    window._undo.tell(Move.SUBMIT, MovedStories([submitted(newsroom, draft, window._account)]))
    assert window.messages.message.sentence == "lane-lifts is submitted: it stands in Edit now."
    action.trigger()
    qtbot.waitUntil(lambda: window.messages.message.sentence == "lane-lifts is put back: it stands in Draft.")
    assert newsroom.stories.get(draft.id).stage is Stage.DRAFT
    assert not action.isEnabled()


def test_the_button_at_the_foot_undoes_it_too_and_the_offer_ends(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    window._undo.tell(Move.SUBMIT, MovedStories([submitted(newsroom, draft, window._account)]))
    window._undo._timer.timeout.emit()
    assert not window._actions["undo_move"].isEnabled()
    button = next(one for one in window.messages.findChildren(QPushButton) if one.text() == "Undo (Ctrl+Z)")
    button.click()
    qtbot.waitUntil(lambda: newsroom.stories.get(draft.id).stage is Stage.DRAFT)


def test_what_stands_for_good_is_not_offered_to_be_undone(open_window: OpenWindow, draft: Story) -> None:
    window = open_window("editor")
    window._undo.tell(Move.KILL, MovedStories([draft]))
    assert (window.messages.message.action, window._actions["undo_move"].isEnabled()) == ("", False)


def test_of_several_those_that_cannot_be_put_back_are_named_in_the_language_of_the_window(
    newsroom: Newsroom, draft: Story, reporter: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moved_stories, "worded", lambda error: f"In Chinese: {error}")
    other = newsroom.stories.create(draft.text.with_(slug="ferry"), desk="City", actor=reporter)
    left = [submitted(newsroom, one, reporter) for one in (draft, other)]
    newsroom.claims.take(other.id, actor=signed_in(newsroom, "editor"))
    moved = undo_moves(newsroom, left, reporter)
    assert ([story.slug for story in moved.done], moved.tone) == (["lane-lifts"], Tone.REFUSED)
    assert moved.refused == ["In Chinese: ferry: Nora Lin is writing in it by now."]
