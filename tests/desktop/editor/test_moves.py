"""Moves of the open story: offered with their reasons, asked for, made of the story as it was seen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story
from tests.desktop.editor.conftest import OpenPage, typed


def test_moves_that_apply_are_buttons_and_refused_ones_say_why(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    moves = page.header.moves
    assert set(moves) == {Move.SUBMIT, Move.SPIKE}
    assert moves[Move.SUBMIT].isEnabled()
    others = {action.text(): action for action in page.header.more.menu().actions()}
    assert not others["Approve"].isEnabled()
    assert "cannot be approved" in others["Approve"].toolTip()
    assert others.pop("Submit with a note…").isEnabled()
    acts = {action.text() for action in page._holding.actions} | {""}
    assert len(moves) + len(others.keys() - acts) == len(Move)


def test_an_editor_may_not_approve_their_own_story_and_sees_why(
    open_page: OpenPage, newsroom: Newsroom, editor: Account, draft: Story
) -> None:
    mine = newsroom.stories.create(draft.text.with_(slug="mine"), desk="City", actor=editor)
    newsroom.moves.make(Move.SUBMIT, mine.id, actor=editor, problems=[])
    page = open_page(editor, mine)
    assert not page.header.moves[Move.APPROVE].isEnabled()
    assert "Another editor" in page.header.moves[Move.APPROVE].toolTip()


def test_a_move_takes_what_was_just_typed_along(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "Late: ")
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.stage is Stage.EDIT):
        qtbot.mouseClick(page.header.moves[Move.SUBMIT], Qt.MouseButton.LeftButton)
    assert newsroom.stories.get(draft.id).headline.startswith("Late: ")
    assert page.form.body.isReadOnly()


def test_who_returns_a_story_lets_go_of_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    page = open_page(editor, draft)
    with qtbot.waitSignal(page._work.claimed, timeout=10_000):
        typed(page.form.headline, "Late: ")
    monkeypatch.setattr("desktop.editor.moves.ask_for", lambda *_: "Who pays?")
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.stage is Stage.DRAFT):
        page.header.moves[Move.RETURN].click()
    assert newsroom.stories.get(draft.id).claim is None
    assert "others may write" in page.form.banner.text()


def test_a_move_that_was_meant_for_a_draft_is_not_made_once_it_is_submitted(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("desktop.editor.moves.ask_for", lambda *_: "why")
    page = open_page(editor, draft)
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    with qtbot.waitSignal(page.message) as said:
        page.header.moves[Move.SPIKE].click()
    assert "lane-lifts was submitted by Wu Jing" in said.args[0].sentence
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT


def test_what_comes_between_the_question_and_the_move_is_not_moved(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def submitted_meanwhile(*_: object) -> str:
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(newsroom.moves.make, Move.SUBMIT, draft.id, actor=reporter, problems=[]).result()
        return "why"

    monkeypatch.setattr("desktop.editor.moves.ask_for", submitted_meanwhile)
    page = open_page(editor, draft)
    with qtbot.waitSignal(page.message) as said:
        page.header.moves[Move.SPIKE].click()
    assert "lane-lifts was submitted by Wu Jing" in said.args[0].sentence
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT
