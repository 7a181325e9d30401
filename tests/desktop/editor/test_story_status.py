"""What the page says of its story: saved, away, approved."""

import pytest
from pytestqt.qtbot import QtBot

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story
from desktop.press.service import make_move
from desktop.tasks import TaskRunner
from tests.desktop.editor.conftest import OpenPage, typed


def test_an_approved_story_says_so_and_its_fields_stay_inside(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.plan(draft.id, actor=reporter, due=draft.changed)
    make_move(newsroom, Move.SUBMIT, draft.id, actor=reporter)
    make_move(newsroom, Move.APPROVE, draft.id, actor=editor)
    page = open_page(editor, draft)
    assert page.details._verdict.text() == "✓ Approved as it stands"
    sheet = page.details.due.parentWidget()
    area = sheet.parentWidget()
    for field in (page.details.due, page.details.target, page.details.layout_name):
        qtbot.waitUntil(lambda field=field: field.geometry().right() < area.width(), timeout=2_000)


def test_while_the_newsroom_is_away_it_stays_said_where_the_text_is(
    open_page: OpenPage, newsroom: Newsroom, runner: TaskRunner, reporter: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def away(*_: object, **__: object) -> None:
        raise NewsroomError("The server does not answer.")

    page, said, stored = open_page(reporter, draft), [], []
    page.message.connect(lambda message: said.append(message.sentence))
    page.status_changed.connect(lambda _length, saved: stored.append(saved))
    runner.failed.connect(said.append)
    with monkeypatch.context() as gone:
        gone.setattr(newsroom.stories, "keep", away)
        gone.setattr(newsroom.stories, "get", away)
        page._work._look.setInterval(60_000)  # what is typed finds out first, however busy the computer is
        typed(page.form.body, "吴静 ")
        qtbot.waitUntil(lambda: bool(said), timeout=5_000)
        page._work.look()
        page.refresh()
        assert runner.wait()
    assert len(said) == 1
    assert "kept on this computer" in said[0]
    assert stored[-1].startswith("Not stored since")
