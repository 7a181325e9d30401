"""How times and JSON are stored."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from db.errors import Unreadable
from db.newsroom import Newsroom
from db.store.tables import StoryRow
from db.values import Story
from tests.db.conftest import People

EAST = timezone(timedelta(hours=8))


def test_a_time_comes_back_as_the_same_moment_in_utc(newsroom: Newsroom, draft: Story, people: People) -> None:
    newsroom.stories.plan(draft.id, actor=people["rita"], due=datetime(2026, 11, 24, 8, tzinfo=EAST))
    due = newsroom.stories.get(draft.id).due
    assert (due, due.tzinfo if due else None) == (datetime(2026, 11, 24, 0, tzinfo=UTC), UTC)


def test_a_time_without_a_zone_is_not_stored(newsroom: Newsroom, draft: Story, people: People) -> None:
    with pytest.raises(StatementError, match="without a zone"), newsroom.change(people["rita"]) as unit:
        row = unit.session.get(StoryRow, draft.id)
        assert row is not None
        row.due = datetime(2026, 11, 24, 8)
        unit.session.flush()


def test_what_is_no_time_is_told_in_one_sentence(newsroom: Newsroom, draft: Story) -> None:
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE story SET changed = 'yesterday'"))
    with pytest.raises(Unreadable, match="“yesterday”"):
        newsroom.stories.get(draft.id)


def test_what_is_no_json_is_told_in_one_sentence(newsroom: Newsroom, people: People) -> None:
    newsroom.settings.set("name", "Courier", actor=people["carl"])
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE setting SET value = '{' WHERE key = 'name'"))
    with pytest.raises(Unreadable, match=r"“\{”"):
        newsroom.settings.get("name")
