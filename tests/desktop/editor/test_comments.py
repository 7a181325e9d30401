"""Comments on the open story, from the words they are about to their end."""

import pytest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom
from db.values import Account, Story
from tests.desktop.editor.conftest import OpenPage


def test_a_comment_is_marked_answered_and_resolved(
    open_page: OpenPage,
    newsroom: Newsroom,
    editor: Account,
    draft: Story,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_page(editor, draft)
    monkeypatch.setattr("desktop.editor.comments.ask_note", lambda *_: "Which floor?")
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    page.form.body.setTextCursor(cursor)
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: len(look.threads) == 1):
        page.form.toolbar.comment.click()
    (thread,) = newsroom.comments.all(draft.id, draft.body)
    assert thread.quote == "Mrs Qian "
    assert [mark.cursor.selectedText() for mark in page.form.body.extraSelections()] == ["Mrs Qian "]
    assert page.details.tabText(1) == "Notes 1"
    assert [card.key for card in page.form.margin.cards] == [("thread", thread.id)]
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: len(look.threads[0].comments) == 2):
        page.details.threads.reply_wanted.emit(thread)
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: look.threads[0].resolved):
        page.details.threads.resolve_wanted.emit(thread)
    assert page.form.body.extraSelections() == []
    assert page.form.body.read() == draft.body


def test_a_comment_stays_with_its_words_when_others_come_in_meanwhile(
    open_page: OpenPage,
    newsroom: Newsroom,
    editor: Account,
    draft: Story,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_page(editor, draft)
    body = page.form.body

    def asked(*_given: object) -> str:
        body.fill(Document.from_paragraphs(["Another has begun it in another way.", draft.body.body_text]), anew=False)
        return "Which floor?"

    monkeypatch.setattr("desktop.editor.comments.ask_note", asked)
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    body.setTextCursor(cursor)
    page.form.toolbar.comment.click()
    qtbot.waitUntil(lambda: bool(newsroom.comments.all(draft.id, draft.body)))
    assert newsroom.comments.all(draft.id, draft.body)[0].quote == "Mrs Qian "
